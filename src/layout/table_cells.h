#pragma once

#include <vector>

#include "document/block.h"
#include "layout/set_text.h"
#include "layout/table_columns.h"

namespace briefpack::layout {

/// A cell whose lines are shaped and not yet placed.
struct PreparedCell {
  std::vector<PreparedText> lines;  ///< First line, then second lines in ink 2.
  std::optional<document::Align> align;
  std::optional<double> bar;
  /// How far its number stands to the left of the column's right edge, so that decimal points align. Points.
  double shift = 0;
};

/// Types and lengths of a table style, points.
struct TableForm {
  Type cell = Type::table_cell;
  Type group = Type::group_head;
  double top = 3.9;            ///< Above the first line of a row.
  double above_and_below = 8;  ///< Row height without its lines.
  double least_row = 18;
  double group_top = 6, group_bottom = 3.4;
};
/// `is_tight`: with the padding of a tight ledger (visual specification, section 5).
TableForm form_of(document::TableStyle style, bool is_tight);

PreparedCell prepare_cell(Context& context, const document::Cell& cell, Type type);
PreparedText prepare_head(Context& context, const document::TableColumn& column);

/// Height of the cell's lines in a column of this width.
double height_of(PreparedCell& cell, double width, double gutter);

/// Sets the cell's lines from the top of the ink, `at.x` being the left edge of the column.
void set_cell(PreparedCell& cell, Ink& ink, geometry::Point at, const TableColumnPlace& place, page::ElementId element);

/// The element of a body cell: the first one that says something heads its row.
page::ElementId add_cell_element(Context& context, const document::Cell* cell, std::size_t column, page::ElementId row);

bool is_blank(const document::Cell& cell);

/// No page begins or ends with a single row of a table, when rows are low: keeps the first of `rows` (from index `first`) and
/// the last but one with their next.
void keep_ends(std::vector<Fragment>& rows, std::size_t first);

/// A framed bar, filled to `share` (0 to 1).
void draw_bar(Ink& ink, geometry::Rect box, double share);

}  // namespace briefpack::layout
