#pragma once

#include <map>
#include <string>
#include <vector>

#include "layout/context.h"
#include "layout/fragment.h"
#include "layout/page_grid.h"

namespace briefpack::layout {

/// The notes at the foot of a section's pages: two columns of 246 filled down, then right; then a closing line over the
/// whole measure. Notes wrap under a hanging indent of 13 and are never cut.
class NoteBlock {
 public:
  /// `{page}` in `closing_line` becomes the page of the label `closing_target`.
  NoteBlock(Context& context, const std::string& closing_line, const std::string& closing_target, double measure);

  /// Height of the block for these notes, rule and closing line included; 0 when there is nothing to print.
  double height(const NoteSet& notes);
  /// The longest beginning of `notes` whose block is at most `room` high.
  NoteSet fitting(const NoteSet& notes, double room);

  /// The block, its top left at the ink's origin. Each note is an element with an id that `page` (from 1) makes unique.
  Ink set(const NoteSet& notes, std::uint32_t page);

 private:
  std::size_t lines_of(document::NoteIndex note);
  /// How many notes stand in the left column.
  std::size_t left_count(const NoteSet& notes);
  double columns_height(const NoteSet& notes);
  double column_width() const { return (measure_ - kGutter) / 2; }
  document::Inlines words_of(document::NoteIndex note) const;
  void set_note(Ink& ink, document::NoteIndex note, geometry::Point at, std::uint32_t page);

  Context& context_;
  document::Inlines closing_;
  double measure_;
  double indent_ = 0;  ///< Of the words, behind the number.
  double closing_height_ = 0;
  std::map<document::NoteIndex, std::size_t> lines_;
};

}  // namespace briefpack::layout
