#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include <briefpack/source_span.h>

#include "document/inline.h"
#include "geometry/geometry.h"
#include "geometry/picture.h"
#include "page/page.h"

namespace briefpack::layout {

/// Note numbers of a piece of the document, ascending, each once.
using NoteSet = std::vector<document::NoteIndex>;

/// Adds the notes of `more`; both ascending.
void merge(NoteSet& into, const NoteSet& more);

/// A clickable rectangle whose target is known only when its page is: a note stands on the foot of the same page.
struct InkLink {
  enum class Kind { note, back, label, uri } kind = Kind::label;  ///< back: from a note to its first mark on the page.
  geometry::Rect box;
  document::NoteIndex note = document::kNone;
  std::string target;  ///< Label or address.
  std::string contents;
  page::ElementId element = page::kDocument;
};

/// A place that links lead to.
struct Anchor {
  std::string label;  ///< May be empty when there is only a bookmark.
  geometry::Point at;
  std::string bookmark;  ///< Entry of the outline, if not empty.
  int level = 2;
};

/// One printed form of a figure, as it will be extracted.
struct Print {
  document::FigureIndex figure = document::kNone;
  std::string text;
};

/// A text item that shows a page number; the item holds zeros of the same width until the pages are known.
struct PageReference {
  std::size_t item = 0;  ///< Index into the items beside it.
  std::string label;
};

/// Where the box of a figure or table element lies.
struct ElementBox {
  page::ElementId element = page::kDocument;
  geometry::Rect box;
};

/// What a piece puts on the page, with coordinates from its own top left corner.
struct Ink {
  std::vector<page::Item> items;
  std::vector<InkLink> links;
  std::vector<Anchor> anchors;
  std::vector<Print> prints;
  std::vector<PageReference> references;
  std::vector<ElementBox> boxes;
  NoteSet notes;  ///< Notes whose marks stand in it.

  /// Adds all of `other`, moved by `by`.
  void add(Ink other, geometry::Point by);
  void add(geometry::Path path, std::optional<geometry::Color> fill, std::optional<geometry::Stroke> stroke = {},
           page::ElementId element = page::kArtifact, page::ArtifactKind kind = page::ArtifactKind::layout);
  void rule(geometry::Point from, double width, geometry::Color color, double weight);
};

/// White space and decoration around a stack of fragments. A stack that is split has its frame on each page.
struct Frame {
  double top = 0, right = 0, bottom = 0, left = 0;  ///< Padding, points.
  std::optional<geometry::Color> ground;
  std::optional<geometry::Stroke> border;     ///< Drawn inside the edge.
  std::optional<geometry::Stroke> rule;       ///< Along the top edge.
  std::optional<geometry::Stroke> side_rule;  ///< Along the left edge.
};

/// A laid-out piece of the document, measured and not yet on a page: solid, fragments below or beside each other, or one
/// stack that runs through columns.
struct Fragment {
  enum class Flow { solid, down, across, columns } flow = Flow::solid;
  double x = 0;    ///< Left edge in its parent, inside the parent's padding.
  double gap = 0;  ///< White space above it when it is not the first in its stack.
  double width = 0, height = 0;
  bool keeps_with_next = false;  ///< No page ends after it: headings, table heads, group rows, the first line of a paragraph.
  bool starts_page = false;      ///< A new page begins here; heeded in the stack of a section.
  bool is_table = false;         ///< A table, or what holds nothing else: split between its rows when a page is nearly full.
  bool is_text = false;          ///< Lines or entries: split wherever a page is full.
  SourceSpan place;              ///< What in the template asks for it, when it is a whole block of the document.
  Ink ink;                       ///< Solid only.
  Frame frame;                   ///< Down only.
  std::vector<Fragment> children;  ///< Columns: the one stack that runs through them.
  std::vector<double> column_x;    ///< Columns only: left edges. All are as wide as the stack.
  std::vector<Fragment> repeat;    ///< At most one: stands first in each part on a further page (the head of a table).
  /// Stands below the repeated head of a part that begins with this child: the heading of its group, or in no height of
  /// its own the group's value, which the part before printed.
  std::shared_ptr<const Fragment> resume;
  bool is_repeat = false;  ///< Such a copy: on a page by itself it says nothing.
};

/// Notes of the ink and of all children, ascending, each once.
NoteSet notes_of(const Fragment& fragment);

Fragment solid(double width, double height, Ink ink);
/// Fragments one below the other. The gap of the first is left out.
Fragment stack(double width, std::vector<Fragment> children, Frame frame = {});
/// Fragments side by side at their own x; all tops are level.
Fragment beside(double width, std::vector<Fragment> children);

/// A stack that runs through columns at these left edges, as even as its pieces allow.
Fragment in_columns(double width, Fragment text, std::vector<double> column_x);

/// A solid piece cut into a stack of strips, the first `top + leading` high, the others `leading`, so that it can run
/// over pages. For text whose lines are `leading` apart: items go with the strip in which their baseline or top lies.
Fragment sliced(Fragment solid, double top, double leading);

/// Height from the children. REQUIRES: children are settled.
void settle(Fragment& fragment);

}  // namespace briefpack::layout
