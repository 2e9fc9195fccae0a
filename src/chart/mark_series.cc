// Values over three and more dates: lines of amounts from zero, and bumps of places with 1st at the top. A date without a value
// breaks the line; nothing is drawn in its place and nothing is interpolated. Each series is named at its ends.
#include <algorithm>
#include <cmath>

#include "chart/end_labels.h"
#include "chart/marks.h"
#include "chart/scale.h"
#include "chart/tick_label.h"
#include "numfmt/number_text.h"

namespace briefpack::chart {

using geometry::Anchor;
using geometry::Point;
namespace palette = geometry::palette;

namespace {

constexpr double kHeadBaseline = 12, kPlotTop = 26, kLabelGap = 7, kTickWidth = 30;
constexpr double kFocusWeight = 2.5, kOtherWeight = 1.0, kFocusRadius = 3.6, kOtherRadius = 2.6;
constexpr double kTightPlot = 0.88;
constexpr double kLeastColumn = 26;  // narrower, and every second head is left out

/// The dates from left to right in points.
class Dates {
 public:
  Dates(const document::ChartSpec& spec, double left, double right) : spec_(spec), left_(left), right_(right) {}

  double operator()(std::size_t column) const {
    const std::size_t count = spec_.columns.size();
    if (count < 2) return (left_ + right_) / 2;
    if (spec_.positions.size() != count || spec_.positions.back() <= spec_.positions.front()) {
      return left_ + (right_ - left_) * static_cast<double>(column) / static_cast<double>(count - 1);
    }
    return left_ + (right_ - left_) * (spec_.positions[column] - spec_.positions.front()) / (spec_.positions.back() - spec_.positions.front());
  }

  /// Whether the head of this date has room behind the last one drawn at `before`; the last date always has one.
  bool has_room(std::size_t column, double before) const {
    if (column + 1 == spec_.columns.size()) return true;
    const double x = (*this)(column);
    return x - before >= kLeastColumn && right_ - x >= kLeastColumn;
  }

 private:
  const document::ChartSpec& spec_;
  double left_, right_;
};

/// First and last value of a series that are given.
std::pair<const document::ChartValue*, const document::ChartValue*> ends_of(const document::ChartRow& row) {
  const document::ChartValue* first = nullptr;
  const document::ChartValue* last = nullptr;
  for (const document::ChartValue& value : row.values) {
    if (!value.number) continue;
    if (first == nullptr) first = &value;
    last = &value;
  }
  return {first, last};
}

void draw_row(Canvas& canvas, const document::ChartRow& row, const Dates& x, const Scale& y) {
  const geometry::Color color = series_color(row);
  const double weight = row.is_focus ? kFocusWeight : kOtherWeight, radius = row.is_focus ? kFocusRadius : kOtherRadius;
  for (std::size_t i = 1; i < row.values.size(); ++i) {
    const document::ChartValue& from = row.values[i - 1];
    const document::ChartValue& to = row.values[i];
    if (!from.number || !to.number) continue;
    const bool is_firm = from.dispute == document::kNone && to.dispute == document::kNone;
    canvas.line({x(i - 1), y(*from.number)}, {x(i), y(*to.number)}, color, is_firm ? weight : 0.9, is_firm ? std::vector<double>{} : std::vector<double>{2, 2.4});
  }
  for (std::size_t i = 0; i < row.values.size(); ++i) {
    const document::ChartValue& value = row.values[i];
    if (!value.number) continue;
    const bool is_firm = value.dispute == document::kNone && !value.is_estimated;
    canvas.point({x(i), y(*value.number)}, radius, Canvas::Form::circle, is_firm ? Canvas::Fill::filled : Canvas::Fill::dashed, color, value.figure);
  }
}

/// ".." where a series has a gap between two values: what is missing is said, and nothing drawn for it.
void say_gaps(Canvas& canvas, const document::ChartRow& row, const Dates& x, const Scale& y) {
  for (std::size_t i = 1; i + 1 < row.values.size(); ++i) {
    const auto& before = row.values[i - 1].number;
    const auto& after = row.values[i + 1].number;
    if (row.values[i].number || !before || !after) continue;
    Label label = label_of(row.values[i], style::remark());
    // On the gap, else ever further up and down from it.
    std::vector<Canvas::Spot> spots;
    const double middle = (y(*before) + y(*after)) / 2 + 1;
    for (int step = 0; step < 16; ++step) {
      const double at = middle + (step % 2 == 0 ? 3.0 : -3.0) * ((step + 1) / 2);
      if (at >= kPlotTop && at <= std::max(y.range_min, y.range_max)) spots.push_back({{x(i), at}, Anchor::middle});
    }
    canvas.place(label, spots);
  }
}

struct Ends {
  std::vector<SeriesEnd> left, right;
};

/// The ends that are labelled. `of_places` names both; amounts have their axis at the left.
Ends collect_ends(const document::ChartSpec& spec, bool of_places) {
  Ends out;
  for (const document::ChartRow& row : spec.rows) {
    const auto [first, last] = ends_of(row);
    if (last == nullptr) continue;
    out.right.push_back({&row, last});
    if (of_places && first != last) out.left.push_back({&row, first});
  }
  return out;
}

double draw_series(Canvas& canvas, const document::ChartSpec& spec, bool of_places) {
  const std::vector<double> ticks = of_places ? place_ticks(std::max(largest_value(spec), 2.0)) : ticks_around_zero(smallest_value(spec), largest_value(spec));
  Ends ends = collect_ends(spec, of_places);
  // Labels take at most a quarter of the width on either side.
  const double widest = canvas.width() / 4;
  const double left = kTickWidth + (ends.left.empty() ? 6 : fit_labels(canvas, ends.left, widest) + kLabelGap);
  const double right = canvas.width() - fit_labels(canvas, ends.right, widest) - kLabelGap;
  const Dates x(spec, left, right);

  const double height = std::max({std::clamp(of_places ? 9.0 * ticks.back() : 150.0, 110.0, 230.0) * canvas.apart(1, kTightPlot), stack_height(ends.left), stack_height(ends.right)});
  const double bottom = kPlotTop + height;
  const Scale y = of_places ? Scale{1, ticks.back(), kPlotTop + 4, bottom - 4, false} : Scale{ticks.front(), ticks.back(), bottom, kPlotTop, false};
  for (auto* side : {&ends.left, &ends.right}) {
    for (SeriesEnd& end : *side) end.y = y(*end.value->number);
  }

  for (const double tick : ticks) {
    const std::string label = of_places ? place_label(tick, spec.lang) : numfmt::tick_text(tick * spec.axis_scale, spec.lang);
    canvas.text({0, y(tick) + 2.6}, Anchor::start, label, style::axis());
    const bool is_zero = !of_places && tick == 0;
    canvas.grid({kTickWidth, y(tick)}, {right, y(tick)}, is_zero ? palette::kInk : palette::kRule, is_zero ? 0.75 : 0.4, is_zero || !of_places ? std::vector<double>{} : std::vector<double>{1, 2});
  }
  double before = left - 2 * kLeastColumn;
  for (std::size_t i = 0; i < spec.columns.size(); ++i) {
    canvas.grid({x(i), kPlotTop - 4}, {x(i), bottom}, palette::kRule, 0.4);
    if (!x.has_room(i, before)) continue;
    before = x(i);
    canvas.text({before, kHeadBaseline}, Anchor::middle, spec.columns[i], style::axis());
  }
  // The focus lies over the others.
  for (const bool is_focus : {false, true}) {
    for (const document::ChartRow& row : spec.rows) {
      if (row.is_focus != is_focus) continue;
      draw_row(canvas, row, x, y);
    }
  }
  for (const document::ChartRow& row : spec.rows) say_gaps(canvas, row, x, y);
  spread(ends.left, kPlotTop - 6, bottom + 8);
  spread(ends.right, kPlotTop - 6, bottom + 8);
  for (const SeriesEnd& end : ends.left) draw_end_label(canvas, end, left - kLabelGap, Anchor::end);
  for (const SeriesEnd& end : ends.right) draw_end_label(canvas, end, right + kLabelGap, Anchor::start);
  return bottom + 10;
}

}  // namespace

double draw_line(Canvas& canvas, const document::ChartSpec& spec) { return draw_series(canvas, spec, false); }
double draw_bump(Canvas& canvas, const document::ChartSpec& spec) { return draw_series(canvas, spec, true); }

}  // namespace briefpack::chart
