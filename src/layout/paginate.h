#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <utility>
#include <vector>

#include "document/document.h"
#include "layout/context.h"
#include "layout/fragment.h"
#include "layout/note_block.h"
#include "layout/page_grid.h"
#include "layout/split_fragment.h"
#include "page/page.h"

namespace briefpack::layout {

/// A page that a section has filled, before its notes, header and footer are drawn.
struct FilledPage {
  std::uint32_t page = 0;   ///< Index into the pages.
  std::size_t section = 0;  ///< Index into the document's sections.
  bool has_band = false;
};

/// Puts fragments on pages.
///
/// A note stands at the foot of the page of its mark. Only when the least piece that a page can hold has more notes than there
/// is room beside it do they go on at the foot of the next page, which says so; while they would fill more than half a page,
/// that page holds nothing else.
///
/// Every document ends: each page takes at least one piece or one part of a note. A piece that was taken does not come back,
/// a part of a note is printed once for the page that marks it, and only pieces add notes; so pieces and parts that are
/// left grow fewer with every page. (A first page under a band may take nothing, once in a section.)
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
    NotePart part;
    std::uint32_t marked_on;  // index of the page where its first mark stands
    std::vector<std::uint32_t> also_on = {};  // further pages with its mark, while it had to move on
  };
  struct FootNotes {
    std::uint32_t page;
    std::vector<NoteOnPage> notes;
    NoteLines lines;
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
  /// The largest part of the body for a page, by and by with fewer wishes; nothing when the page is for notes alone.
  std::optional<Fragment> take_part(Fragment& body, Room& room, bool may_stay_empty, std::size_t section);
  /// A body that is too tall for the page by a little becomes as tall as the page: the white space between its blocks gives way.
  void close_up(Fragment& body, const Room& room) const;
  /// Once for each place, unless layout/chart-too-tall was told of it.
  void warn_too_tall(std::size_t section, SourceSpan place);

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
