// Places at two dates: 1st at the top, vertical distance proportional to place. A missing end is a dashed hollow circle on a
// short dashed line, never one to an invented value.
#include <algorithm>

#include "chart/end_labels.h"
#include "chart/marks.h"
#include "chart/scale.h"
#include "chart/tick_label.h"

namespace briefpack::chart {

using geometry::Anchor;
using geometry::FontFace;
namespace palette = geometry::palette;

namespace {

constexpr double kHeadBaseline = 12, kPlotTop = 32, kRadius = 4, kLabelGap = 8, kTickWidth = 24;
constexpr double kTightPlot = 0.88;

/// The change of a row that has both ends: its words and the heights of the ends.
struct Change {
  Label label;
  double from, to;
};

/// Spots about a point between the ends: the heights asked for, then ever further from the first, inside the plot.
std::vector<Canvas::Spot> near(double centre, std::vector<double> heights, double top, double bottom) {
  for (int step = 1; step <= 24; ++step) heights.push_back(heights.front() + (step % 2 == 0 ? 8.0 : -8.0) * ((step + 1) / 2));
  std::vector<Canvas::Spot> out;
  for (const double height : heights) {
    if (height >= top - 2 && height <= bottom + 8) out.push_back({{centre, height}, Anchor::middle});
  }
  if (out.empty()) out.push_back({{centre, heights.front()}, Anchor::middle});
  return out;
}

}  // namespace

double draw_slope(Canvas& canvas, const document::ChartSpec& spec) {
  const auto ticks = place_ticks(std::max(largest_value(spec), 2.0));
  const double left = canvas.width() * 0.38, right = canvas.width() * 0.71;
  std::vector<SeriesEnd> left_ends, right_ends;
  for (const auto& row : spec.rows) {
    if (row.values.size() < 2 || (!row.values[0].number && !row.values[1].number)) continue;
    left_ends.push_back({&row, &row.values[0]});
    right_ends.push_back({&row, &row.values[1]});
  }
  fit_labels(canvas, left_ends, left - kLabelGap - kTickWidth);
  fit_labels(canvas, right_ends, canvas.width() - right - kLabelGap);
  const double plot_height = std::max({std::clamp(9.0 * ticks.back(), 110.0, 230.0) * canvas.apart(1, kTightPlot), stack_height(left_ends), stack_height(right_ends)});
  const double bottom = kPlotTop + plot_height;
  const Scale y{1, ticks.back(), kPlotTop, bottom, false};

  for (std::size_t i = 0; i < std::min<std::size_t>(spec.columns.size(), 2); ++i) {
    canvas.text({i == 0 ? left : right, kHeadBaseline}, Anchor::middle, spec.columns[i], style::panel_head());
  }
  for (const double x : {left, right}) canvas.grid({x, kPlotTop - 8}, {x, bottom + 8}, palette::kRule, 0.75);
  for (const double tick : ticks) {
    canvas.text({0, y(tick) + 2.6}, Anchor::start, place_label(tick, spec.lang), style::axis());
    canvas.grid({kTickWidth, y(tick)}, {canvas.width() * 0.82, y(tick)}, palette::kRule, 0.4, {1, 2});
  }
  std::vector<double> stubs;
  std::vector<Change> changes;
  const bool focus_changed = std::any_of(spec.rows.begin(), spec.rows.end(), [](const document::ChartRow& row) {
    return row.is_focus && row.values.size() > 1 && row.values[0].number && row.values[1].number;
  });
  for (std::size_t i = 0; i < left_ends.size(); ++i) {
    const auto& row = *left_ends[i].row;
    const auto& earlier = *left_ends[i].value;
    const auto& later = *right_ends[i].value;
    const geometry::Color color = series_color(row);
    const double y0 = y(earlier.number ? *earlier.number : *later.number), y1 = y(later.number ? *later.number : *earlier.number);
    if (earlier.number && later.number) {
      canvas.line({left, y0}, {right, y1}, color, row.is_focus ? 2.5 : 2.0);
    } else {
      canvas.line({left + kRadius, y0}, {right - kRadius, y1}, color, 0.9, {2, 2.4});
      if (!earlier.number) stubs.push_back(y0);
    }
    const auto mark = [&](double x, double at, const document::ChartValue& value) {
      const bool solid = value.number && value.dispute == document::kNone;
      canvas.point({x, at}, solid ? kRadius : 3.4, Canvas::Form::circle, solid ? Canvas::Fill::filled : Canvas::Fill::dashed, color, value.figure);
    };
    mark(left, y0, earlier);
    mark(right, y1, later);
    left_ends[i].y = y0;
    right_ends[i].y = y1;
    // One change is said: that of the focus, else of the first row that has both ends.
    if (earlier.number && later.number && !spec.change_text.empty() && (row.is_focus || (!focus_changed && changes.empty()))) {
      changes.push_back({{spec.change_text, {FontFace::semibold, 7.5, color, 0, true, 0}, spec.change_figure, spec.change_notes, document::kNone}, y0, y1});
    }
  }
  spread(left_ends, kPlotTop - 9, bottom + 11);
  spread(right_ends, kPlotTop - 9, bottom + 11);
  for (const auto& end : left_ends) draw_end_label(canvas, end, left - kLabelGap, Anchor::end);
  for (const auto& end : right_ends) draw_end_label(canvas, end, right + kLabelGap, Anchor::start);
  // Words between the ends come last: below the lower end of a line that rises or falls, on a short dashed one or near it.
  const double centre = (left + right) / 2;
  for (const Change& each : changes) canvas.place(each.label, near(centre, {std::max(each.from, each.to) + 17, std::min(each.from, each.to) - 8}, kPlotTop, bottom));
  if (!spec.no_earlier_text.empty()) {
    for (const double at : stubs) canvas.place({spec.no_earlier_text, style::remark(), document::kNone, {}, document::kNone}, near(centre, {at - 5, at + 10}, kPlotTop, bottom));
  }
  return bottom + 14;
}

}  // namespace briefpack::chart
