#pragma once

#include <vector>

#include "chart/canvas.h"

namespace briefpack::chart {

/// The end of a series at the edge of a plot: its name and value stand beside its mark.
struct SeriesEnd {
  const document::ChartRow* row = nullptr;
  const document::ChartValue* value = nullptr;
  double y = 0;        ///< Of the mark.
  double label_y = 0;  ///< Of the label, moved apart from its neighbours.
};

/// Focus in the accent, the first comparator teal, others navy.
geometry::Color series_color(const document::ChartRow& row);

/// Moves labels apart to at least the height of a line, downwards first, then up again from `bottom`. Sorts by place.
void spread(std::vector<SeriesEnd>& ends, double bottom);

/// "France 5th" in the colour of its series, with marks and tag, its near edge at `x`. An end without a value says so in muted
/// type.
void draw_end_label(Canvas& canvas, const SeriesEnd& end, double x, geometry::Anchor anchor);

/// The widest of the labels.
double width_of(const Canvas& canvas, const std::vector<SeriesEnd>& ends);

}  // namespace briefpack::chart
