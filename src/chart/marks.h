#pragma once

#include "chart/canvas.h"
#include "document/chart_spec.h"

namespace briefpack::chart {

/// Each draws one kind of chart onto the canvas and returns the height that it took. The caller adds the key line.
double draw_bar(Canvas& canvas, const document::ChartSpec& spec);
double draw_paired(Canvas& canvas, const document::ChartSpec& spec);
double draw_slope(Canvas& canvas, const document::ChartSpec& spec);
double draw_list_range(Canvas& canvas, const document::ChartSpec& spec);
double draw_range(Canvas& canvas, const document::ChartSpec& spec);
double draw_share(Canvas& canvas, const document::ChartSpec& spec);
double draw_matrix(Canvas& canvas, const document::ChartSpec& spec);
double draw_lanes(Canvas& canvas, const document::ChartSpec& spec);
double draw_line(Canvas& canvas, const document::ChartSpec& spec);
double draw_dot(Canvas& canvas, const document::ChartSpec& spec);
double draw_bump(Canvas& canvas, const document::ChartSpec& spec);

/// The shape that stands for a column of a dot chart: circle, square, diamond, filled for the first three, then hollow.
Canvas::Form form_of_column(std::size_t column);
Canvas::Fill fill_of_column(std::size_t column);

/// The largest number or interval end among all values of the rows; 0 when there is none.
double largest_value(const document::ChartSpec& spec);
/// The smallest one; 0 when none is below it.
double smallest_value(const document::ChartSpec& spec);
/// The smallest positive one; 0 when there is none.
double smallest_positive_value(const document::ChartSpec& spec);

/// Whether any row is drawn twice for two holders of one disputed number, above a dashed separator.
bool is_disputed(const document::ChartRow& row);

}  // namespace briefpack::chart
