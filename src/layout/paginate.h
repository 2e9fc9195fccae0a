#pragma once

#include <cstdint>
#include <map>
#include <utility>
#include <vector>

#include "document/document.h"
#include "layout/context.h"
#include "layout/fragment.h"
#include "layout/note_block.h"
#include "layout/page_grid.h"
#include "page/page.h"

namespace briefpack::layout {

/// A page that a section has filled, before its notes, header and footer are drawn.
struct FilledPage {
  std::uint32_t page = 0;   ///< Index into the pages.
  std::size_t section = 0;  ///< Index into the document's sections.
  bool has_band = false;
};

/// Puts fragments on pages. Each page takes at least one piece or one note, so that every document ends.
class Paginator {
 public:
  Paginator(Context& context, page::Pages& pages, const PageGrid& grid);

  /// Fills as many pages as the body of a section needs, and draws the notes at their feet. `opening` is ink in page
  /// coordinates that the first page begins with (a band); its body begins at `top`.
  void add_section(std::size_t section, Fragment body, Ink opening, double top, bool has_band, NoteBlock& notes);

  /// After the last section: puts page numbers into their places.
  void resolve_references();

  /// Page of a label, from 1; 0 when it stands nowhere.
  std::uint32_t page_of(const std::string& label) const;
  const std::vector<FilledPage>& filled() const { return filled_; }

  /// Puts ink, or a whole fragment, on a page, by its index.
  void place(Ink ink, geometry::Point at, std::uint32_t page);
  void place(Fragment fragment, geometry::Point at, std::uint32_t page);

 private:
  struct NoteOnPage {
    document::NoteIndex note;
    std::uint32_t marked_on;  // index of the page where its first mark stands
    std::vector<std::uint32_t> also_on = {};  // further pages with its mark, while it had to move on
  };
  struct FootNotes {
    std::uint32_t page;
    std::vector<NoteOnPage> notes;
  };
  struct PageReferenceOnPage {
    std::uint32_t page;
    std::size_t item;
    std::string label;
  };
  using NoteKey = std::pair<std::uint32_t, document::NoteIndex>;

  void draw_frame(const Fragment& fragment, geometry::Point at, std::uint32_t page);
  std::uint32_t add_page();
  void print_notes(const FootNotes& foot, NoteBlock& notes);
  page::DestinationId destination_of(const std::string& label);
  page::DestinationId destination_of(NoteKey note, std::map<NoteKey, page::DestinationId>& known);
  page::LinkArea area_of(InkLink link, geometry::Point at, std::uint32_t page);
  void warn_too_tall(std::size_t section);

  Context& context_;
  page::Pages& pages_;
  PageGrid grid_;
  std::vector<FilledPage> filled_;
  std::map<std::string, page::DestinationId> labels_;
  std::map<NoteKey, page::DestinationId> note_places_;  // by the page of the mark
  std::map<NoteKey, page::DestinationId> first_marks_;  // by the page of the note
  std::map<NoteKey, geometry::Point> marks_;            // first mark on each page
  std::vector<PageReferenceOnPage> references_;
};

}  // namespace briefpack::layout
