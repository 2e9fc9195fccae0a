#pragma once

#include <map>
#include <string>
#include <vector>

#include "layout/context.h"
#include "layout/fragment.h"
#include "layout/page_grid.h"
#include "layout/set_text.h"

namespace briefpack::layout {

/// Some lines of a note. Nearly every note has one part; one of very many lines has more, so that it can go on in the next
/// column and on the next page.
struct NotePart {
  document::NoteIndex note = document::kNone;
  std::size_t first = 0;  ///< Line, from 0.
  std::size_t lines = 0;
};
using NoteParts = std::vector<NotePart>;

/// What stands above and below the notes of a page.
struct NoteLines {
  bool is_continued = false;  ///< The first notes belong to the page before: a line over the block says so.
  bool goes_on = false;       ///< Notes of this page stand on the next: the closing line says so.
};

/// The notes at the foot of a section's pages: two columns of 246 filled down, then right; then a closing line over the
/// whole measure. Notes wrap under a hanging indent of 13 and are never cut.
class NoteBlock {
 public:
  /// `{page}` in `closing_line` becomes the page of the label `closing_target`. `continued` and `goes_on` are the words for
  /// NoteLines.
  NoteBlock(Context& context, const std::string& closing_line, const std::string& closing_target, double measure,
            std::string continued = {}, const std::string& goes_on = {});

  /// All parts of these notes, in order.
  NoteParts parts_of(const NoteSet& notes);

  /// Height of the block for these notes, rule and closing line included; 0 when there is nothing to print.
  double height(const NoteSet& notes) { return height(parts_of(notes), {}); }
  double height(const NoteParts& parts, NoteLines lines);
  /// How many parts from the beginning make a block at most `room` high.
  std::size_t fitting(const NoteParts& parts, NoteLines lines, double room);

  /// The block, its top left at the ink's origin. Each note is an element with an id that `page` (from 1) makes unique.
  Ink set(const NoteSet& notes, std::uint32_t page) { return set(parts_of(notes), {}, page); }
  Ink set(const NoteParts& parts, NoteLines lines, std::uint32_t page);

 private:
  struct Closing {
    document::Inlines words;
    double height = 0;
  };
  Closing closing_of(const document::Inlines& words);
  std::size_t lines_of(document::NoteIndex note);
  double columns_height(const NoteParts& parts);
  double column_width() const { return (measure_ - kGutter) / 2; }
  document::Inlines words_of(document::NoteIndex note) const;
  void set_part(Ink& ink, const NotePart& part, geometry::Point at, std::uint32_t page);
  void set_number(Ink& ink, document::NoteIndex note, geometry::Point at, page::ElementId owner);

  Context& context_;
  double measure_;
  std::string continued_;
  double indent_ = 0;  ///< Of the words, behind the number.
  Closing closing_, closing_going_on_;
  std::map<document::NoteIndex, std::size_t> lines_;
  std::map<document::NoteIndex, PreparedText> prepared_;  ///< Those that were measured and not yet set.
  std::map<document::NoteIndex, page::ElementId> begun_;  ///< Elements of notes of which a first part has been set.
  std::map<document::NoteIndex, std::vector<LineBox>> open_lines_;  ///< Of notes whose last part has not been set.
};

}  // namespace briefpack::layout
