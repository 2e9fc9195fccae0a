#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <variant>
#include <vector>

#include "geometry/geometry.h"
#include "geometry/picture.h"
#include "geometry/raster.h"
#include "page/structure.h"
#include "text/fonts.h"
#include "text/glyph_run.h"

/// Finished pages: what layout produces and pdf consumes. All places are final; pdf draws and never measures.
namespace briefpack::page {

/// What an artifact is (ISO 32000-1, 14.8.2.2); assistive technology skips it.
enum class ArtifactKind : std::uint8_t { layout, header, footer, background };

/// A run of glyphs on a baseline.
struct TextItem {
  geometry::Point at;  ///< Left end of the run on the line's baseline; the style's rise is added when drawn.
  text::GlyphRun run;
  ElementId element = kArtifact;
  ArtifactKind artifact = ArtifactKind::layout;
  std::uint32_t figure = geometry::kNone;  ///< Document figure whose printed text this is (or a part of it).
  std::vector<std::uint32_t> notes;        ///< Non-empty: a note mark; indices into the document's notes.
  double underline = 0;  ///< Width of a line drawn under it, in its colour; 0 is none. Counts as its content.
};

/// A drawn shape. `at` is where the shape's own origin lies on the page.
struct PathItem {
  geometry::Point at;
  geometry::PathShape shape;
  ElementId element = kArtifact;
  ArtifactKind artifact = ArtifactKind::layout;
};

/// A picture of pixels, stretched to `size`; `at` is its top left corner.
struct ImageItem {
  geometry::Point at;
  geometry::Size size;
  std::shared_ptr<const geometry::Raster> image;  ///< Not null. One that stands on many pages is written once.
  ElementId element = kArtifact;
  ArtifactKind artifact = ArtifactKind::layout;
};

using Item = std::variant<TextItem, PathItem, ImageItem>;

/// A place in the document that links and bookmarks lead to.
struct Destination {
  std::uint32_t page = 0;  ///< Index into Pages::pages.
  geometry::Point at;      ///< Comes to the top left of the window; the zoom stays.
};

/// Index into Pages::destinations. Reserve it before the place is known and fill it in later.
using DestinationId = std::uint32_t;

/// A clickable rectangle. A link that runs over two lines has two areas with the same element.
struct LinkArea {
  geometry::Rect box;
  std::variant<DestinationId, std::string> target;  ///< Into this document, or a URI.
  std::string contents;           ///< Says where it leads, for those who do not see it ("Note 12"). Not empty.
  ElementId element = kDocument;  ///< Of role link.
};

struct Page {
  std::vector<Item> items;  ///< In painting order; also the order of reading inside one element.
  std::vector<LinkArea> links;
};

struct OutlineEntry {
  std::string title;
  int level = 1;  ///< From 1; at most one deeper than the entry before it.
  Destination target;
};

/// How a range of pages is numbered in the viewer.
struct PageLabel {
  enum class Style : std::uint8_t { decimal, roman, none };
  std::uint32_t first_page = 0;  ///< Index; the first label begins at 0.
  Style style = Style::decimal;
  std::string prefix;
  std::uint32_t start = 1;
};

struct DocumentInfo {
  std::string title;  ///< Not empty.
  std::string author, subject, keywords;
  std::string lang = "en";  ///< BCP 47.
  std::int64_t date = 0;    ///< Seconds since 1970-01-01 UTC; of creation and of the last change.
};

struct Pages {
  geometry::Size size{595.28, 841.89};
  geometry::Palette palette;  ///< What the colours of all items look like.
  std::vector<Page> pages;
  StructTree structure;
  std::vector<Destination> destinations;
  std::vector<OutlineEntry> outline;
  std::vector<PageLabel> labels;  ///< Empty: decimal from 1.
  DocumentInfo info;
};

/// The rectangle that a text item takes: its advances wide, and as high as what its glyphs paint. Two items whose
/// rectangles do not meet do not touch.
geometry::Rect box_of(const TextItem& item, const text::Fonts& fonts);
/// The rectangle of a shape without its stroke.
geometry::Rect box_of(const PathItem& item);
geometry::Rect box_of(const ImageItem& item);

/// One line an item, for goldens and for the test that nothing overlaps, after a line `page n width height` for each page:
///
///     text x y width height role [fig=n] [notes=n,n] [up=rise] font:size[#color] "text"
///     path x y width height role [fill=] [stroke=] [hatch=] [fig=n]
///     image x y width height role columns x rows
///     link x y width height -> page n x,y | URI "contents"
///
/// x and y are the top left corner, numbers have one decimal, the role of an artifact is `-`. Then the outline and the
/// structure tree, each element with its text.
std::string dump(const Pages& pages, const text::Fonts& fonts);

}  // namespace briefpack::page
