#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include <briefpack/source_span.h>

#include "document/chart_spec.h"
#include "document/inline.h"

namespace briefpack::document {

struct Block;
using Blocks = std::vector<Block>;

/// Roles of the type scale (visual specification, section 3). Layout owns the sizes.
enum class TextRole : std::uint8_t {
  body,          ///< 9/12
  small,         ///< 7.5/10.5, boxes
  remark,        ///< 6.75/9, under exhibits
  column_head,   ///< 7 SemiBold over a rule: "The table says"
  claim,         ///< Display Bold 14: a dispute position's claim
};

struct Paragraph {
  TextRole role = TextRole::body;
  Inlines inlines;
};

/// A heading inside a page. Level 2 is "Heading in page" (10.5/15), level 3 the box heading (8/12), both bold.
struct Heading {
  int level = 2;
  bool has_rule = false;          ///< A rule beneath, as in the data-quality box.
  Inlines inlines;
  std::string label;
};

struct ListItem {
  Inlines marker;                 ///< Replaces number or bullet: a dispute tag, a symbol; empty for the usual one.
  std::string marker_text;        ///< A textual marker (legend "n/a"); set instead of `marker`.
  Blocks body;
};

struct List {
  bool is_ordered = false;
  int start = 1;
  TextRole role = TextRole::body;
  std::vector<ListItem> items;
};

struct KeyFigure {
  Inlines figure;                 ///< FigureTexts, marks, an arrow.
  Inlines caption;                ///< Small text beneath, perhaps with a dispute tag.
};

/// A strip of headline figures, one row of at most six.
struct KeyFigures {
  std::vector<KeyFigure> items;
};

/// Numbered messages with bold leads.
struct KeyMessages {
  std::vector<Inlines> items;
};

/// Side by side. Widths are in twelfths of the measure and sum to at most 12.
struct Columns {
  std::vector<int> widths;
  std::vector<Blocks> columns;
  bool is_flow = false;           ///< `columns` holds one text, which runs through as many equal columns as there are widths.
};

struct Box {
  enum class Style : std::uint8_t { panel, framed, ruled } style = Style::panel;  ///< ruled: a line above, no ground.
  Inlines heading;
  Inlines aside;                  ///< Right end of the heading line.
  std::string label;              ///< Link target ("dispute:D1").
  Blocks body;
};

/// decimal: on the right, with the decimal points of a column below each other.
enum class Align : std::uint8_t { left, right, center, decimal };

enum class Shade : std::uint8_t { none, band1, band2, band3, disputed };

struct Cell {
  std::vector<Inlines> lines;     ///< First line, then second lines in ink 2. Marks and tags at a line's end hang in the gutter.
  Shade shade = Shade::none;
  std::optional<Align> align;
  bool is_strong = false;         ///< SemiBold.
  bool is_focus = false;          ///< Accent colour.
  std::optional<double> bar;      ///< A framed bar filled to this share (0 to 1) in place of text.
};

struct Row {
  enum class Kind : std::uint8_t { body, group, total } kind = Kind::body;  ///< group: its first cell spans all columns.
  std::vector<Cell> cells;
  bool has_group_rule = false;    ///< The stronger rule above, between groups.
};

struct TableColumn {
  Inlines head;
  Align align = Align::left;
  double width = 0;               ///< Share of the table's width when any is set (they are normalised); 0: from content.
  bool is_focus = false;          ///< Head in accent.
  std::string group = {};         ///< Country group, when the entity has one: a wide scorecard is divided by it.
};

/// ordinary: report tables; scorecard: the shaded matrix; ledger: tight rows; pairs: two columns without head ("this issue in
/// numbers", conventions).
enum class TableStyle : std::uint8_t { ordinary, scorecard, ledger, pairs };

struct Table {
  TableStyle style = TableStyle::ordinary;
  std::vector<TableColumn> columns;
  bool has_head = true;
  std::vector<Row> rows;
  std::string columns_of = {};    ///< Over each part of a table that is too wide: "Countries {from}–{to} of {count}"; empty: the section's words.
};

/// A captioned chart or table. Figures and tables are numbered separately.
struct Exhibit {
  bool is_table = false;
  std::uint32_t number = 0;       ///< 0: a table without caption; it is not an exhibit for the workbook either.
  std::string number_text;        ///< "Figure 1", "표 1".
  std::string label;
  Inlines title, subtitle, remark;
  std::variant<Table, ChartSpec> content;
  std::string alt;                ///< For a chart: what is shown, extremes, missing; written from the data.
  bool in_pdf = true;
  bool in_workbook = true;
  std::string sheet;              ///< Sheet name in the workbook when it has one of its own.
};

struct ContentsEntry {
  std::string title;
  std::string label;              ///< Section label.
  std::string lang;
};

struct Contents {
  Inlines heading;
  std::vector<ContentsEntry> entries;
};

/// One row of marks or shadings with their words.
struct Legend {
  enum class Swatch : std::uint8_t { band1, band2, band3, unshaded, disputed, text, tag, mark, symbol };
  struct Item {
    Swatch swatch = Swatch::text;
    std::string sign;             ///< "..", "n/a", "12", "D1".
    SymbolKind symbol = SymbolKind::dot_filled;
    Inlines text;
  };
  bool is_row = false;            ///< Side by side under a scorecard; else one beneath the other.
  std::vector<Item> items;
};

struct Spacer {};                 ///< Extra white space where the template has a thematic break: a rule over the measure.

struct PageBreak {};

struct Quote {
  Blocks body;
};

struct Block {
  std::variant<Paragraph, Heading, List, KeyFigures, KeyMessages, Columns, Box, Exhibit, Contents, Legend, Spacer, PageBreak, Quote> content;
  SourceSpan span = {};           ///< What in the template asks for it; unknown for a part of what a directive makes.
};

/// A run of pages with one head: the template's cover and page directives.
struct Section {
  enum class Variant : std::uint8_t { cover, plain, profile, summary } variant = Variant::plain;  ///< All but plain have a band.
  SourceSpan span;                ///< Its directive in the template; unknown where there is none.
  std::string lang;
  std::string label;
  std::string title;              ///< Running head at the right, contents, bookmark.
  std::string unit_name, issue_line;  ///< Band, top left and right.
  Inlines band_title, period_line, sub_line;  ///< Band: title, "Country comparison, November 2026", small second line.
  Inlines kicker, headline, standfirst;       ///< Plain: over the body. No marks are shown in them.
  std::string running_title, running_period;  ///< Running head at the left: bold, then regular.
  std::string footer;             ///< Footer at the left.
  std::string notes_line;         ///< Closing line of the note block; `{page}` in it is the page of `notes_target`.
  std::string notes_target;       ///< Label of the source register, or "" when there is none.
  std::string page_of;            ///< "Page {page} of {pages}".
  std::string continued;          ///< Behind the number of an exhibit on its further pages: "continued".
  std::string columns_of;         ///< "Columns {from}–{to} of {count}".
  std::string notes_continued;    ///< Over notes for which the page before had no room.
  std::string notes_continue;     ///< Under notes that go on, on the next page.
  std::string decimal_point = ".";  ///< Of the section's language.
  Blocks body;
};

}  // namespace briefpack::document
