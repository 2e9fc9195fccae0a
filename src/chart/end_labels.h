#pragma once

#include <string>
#include <vector>

#include "chart/canvas.h"

namespace briefpack::chart {

/// The end of a series at the edge of a plot: its name and value stand beside its mark.
struct SeriesEnd {
  const document::ChartRow* row = nullptr;
  const document::ChartValue* value = nullptr;
  double y = 0;                    ///< Of the mark.
  std::vector<std::string> lines{};  ///< The name, wrapped; the value follows on the last one.
  double middle = 0;               ///< Of the label, moved apart from its neighbours.
};

/// Focus in the accent, the first comparator teal, others navy.
geometry::Color series_color(const document::ChartRow& row);

/// Wraps the names to at most `width` and gives the width of the widest label.
double fit_labels(const Canvas& canvas, std::vector<SeriesEnd>& ends, double width);

/// Height of all labels below each other: a plot of less has no room for them. REQUIRES: fit_labels.
double stack_height(const std::vector<SeriesEnd>& ends);

/// Moves labels apart, downwards from `top` first, then up again from `bottom`. Sorts by place.
/// REQUIRES: fit_labels, `y` is set, and there is room for stack_height.
void spread(std::vector<SeriesEnd>& ends, double top, double bottom);

/// "France 5th" in the colour of its series, with marks and tag, its near edge at `x`. An end without a value says so in muted
/// type.
void draw_end_label(Canvas& canvas, const SeriesEnd& end, double x, geometry::Anchor anchor);

}  // namespace briefpack::chart
