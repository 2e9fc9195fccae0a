// Places at two dates: 1st at the top, vertical distance proportional to place. A missing end is a dashed hollow circle on a
// dashed stub, never a line to an invented value.
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

constexpr double kHeadBaseline = 12, kPlotTop = 32, kRadius = 4, kLabelGap = 8;

}  // namespace

double draw_slope(Canvas& canvas, const document::ChartSpec& spec) {
  const auto ticks = place_ticks(std::max(largest_value(spec), 2.0));
  const double plot_height = std::clamp(9.0 * ticks.back(), 110.0, 230.0);
  const double bottom = kPlotTop + plot_height;
  const Scale y{1, ticks.back(), kPlotTop, bottom, false};
  const double left = canvas.width() * 0.38, right = canvas.width() * 0.71;

  for (std::size_t i = 0; i < std::min<std::size_t>(spec.columns.size(), 2); ++i) {
    canvas.text({i == 0 ? left : right, kHeadBaseline}, Anchor::middle, spec.columns[i], style::panel_head());
  }
  for (const double x : {left, right}) canvas.line({x, kPlotTop - 8}, {x, bottom + 8}, palette::kRule, 0.75);
  for (const double tick : ticks) {
    canvas.text({0, y(tick) + 2.6}, Anchor::start, place_label(tick, spec.lang), style::axis());
    canvas.line({24, y(tick)}, {canvas.width() * 0.82, y(tick)}, palette::kRule, 0.4, {1, 2});
  }
  std::vector<SeriesEnd> left_ends, right_ends;
  for (const auto& row : spec.rows) {
    if (row.values.size() < 2) continue;
    const auto& earlier = row.values[0];
    const auto& later = row.values[1];
    if (!earlier.number && !later.number) continue;
    const geometry::Color color = series_color(row);
    const double y0 = y(earlier.number ? *earlier.number : *later.number), y1 = y(later.number ? *later.number : *earlier.number);
    if (earlier.number && later.number) {
      canvas.line({left, y0}, {right, y1}, color, row.is_focus ? 2.5 : 2.0);
    } else {
      canvas.line({left + kRadius, y0}, {right - kRadius, y1}, color, 0.9, {2, 2.4});
      if (!spec.no_earlier_text.empty() && !earlier.number) {
        // Above the stub where there is room under the plot's head, else below it.
        const double text_y = y0 - 5 < kPlotTop ? y0 + 10 : y0 - 5;
        Label remark{spec.no_earlier_text, style::remark(), document::kNone, {}, document::kNone};
        canvas.text({(left + right) / 2, text_y}, Anchor::middle, remark, palette::kWhite);
      }
    }
    const auto mark = [&](double x, double at, const document::ChartValue& value) {
      const bool solid = value.number && value.dispute == document::kNone;
      canvas.point({x, at}, solid ? kRadius : 3.4, Canvas::Form::circle, solid ? Canvas::Fill::filled : Canvas::Fill::dashed, color, value.figure);
    };
    mark(left, y0, earlier);
    mark(right, y1, later);
    left_ends.push_back({&row, &earlier, y0});
    right_ends.push_back({&row, &later, y1});
    if (earlier.number && later.number && !spec.change_text.empty()) {
      Label change{spec.change_text, {FontFace::semibold, 7.5, color, 0, true, 0}, spec.change_figure, spec.change_notes, document::kNone};
      canvas.text({(left + right) / 2, std::max(y0, y1) + 17}, Anchor::middle, change, palette::kWhite);
    }
  }
  fit_labels(canvas, left_ends, left - kLabelGap);
  fit_labels(canvas, right_ends, canvas.width() - right - kLabelGap);
  spread(left_ends, bottom + 6);
  spread(right_ends, bottom + 6);
  for (const auto& end : left_ends) draw_end_label(canvas, end, left - kLabelGap, Anchor::end);
  for (const auto& end : right_ends) draw_end_label(canvas, end, right + kLabelGap, Anchor::start);
  return bottom + 14;
}

}  // namespace briefpack::chart
