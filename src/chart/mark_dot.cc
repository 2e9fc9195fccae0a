// One measure a row, one dot a country, the range between the outermost behind them. All rows share one axis: amounts from zero,
// places from 1st at the left. Values stand above or below their dots, wherever there is room.
#include <algorithm>
#include <array>
#include <vector>

#include "chart/marks.h"
#include "chart/scale.h"
#include "chart/tick_label.h"
#include "numfmt/number_text.h"

namespace briefpack::chart {

using geometry::Anchor;
namespace palette = geometry::palette;

namespace {

constexpr double kTickBaseline = 12, kPlotTop = 22, kRadius = 4, kBarHalf = 1.5;
constexpr double kLine = 10, kLeastPitch = 34, kTightPitch = 30, kGap = 4;

/// Baseline of a value's label from the middle of its row: the lanes lie above and below it in turn, ever further out.
double baseline(std::size_t lane) {
  const double out = kLine * static_cast<double>(lane / 2);
  return lane % 2 == 0 ? -8 - out : 14 + out;
}

struct Value {
  const document::ChartValue* value;
  std::size_t column;
  double x;
  double left = 0, right = 0;  ///< Of its label.
  std::size_t lane = 0;
};

Label label_of(const document::ChartSpec& spec, const Value& value) {
  Label out = chart::label_of(*value.value, style::direct_label(spec.focus_column == value.column));
  out.dispute = value.value->dispute;
  return out;
}

/// Given values from left to right, each label in the first lane where it touches no other.
std::vector<Value> placed(const Canvas& canvas, const document::ChartSpec& spec, const document::ChartRow& row, const Scale& x, double left) {
  std::vector<Value> out;
  for (std::size_t i = 0; i < row.values.size(); ++i) {
    if (row.values[i].number) out.push_back({&row.values[i], i, x(*row.values[i].number)});
  }
  std::stable_sort(out.begin(), out.end(), [](const Value& a, const Value& b) { return a.x < b.x; });
  std::vector<double> ends;  // right end of the last label in each lane
  for (Value& each : out) {
    const double width = canvas.width_of(label_of(spec, each));
    each.left = std::clamp(each.x - width / 2, left, std::max(left, canvas.width() - width));
    each.right = each.left + width;
    each.lane = static_cast<std::size_t>(std::find_if(ends.begin(), ends.end(), [&](double end) { return end + kGap <= each.left; }) - ends.begin());
    if (each.lane == ends.size()) ends.push_back(0);
    ends[each.lane] = each.right;
  }
  return out;
}

/// Height of the labels above or below the marks.
double height_of_labels(const std::vector<Value>& values, bool is_above) {
  std::size_t lanes = 0;
  for (const Value& each : values) {
    if ((each.lane % 2 == 0) == is_above) lanes = std::max(lanes, each.lane / 2 + 1);
  }
  return kLine * static_cast<double>(lanes);
}

void draw_row(Canvas& canvas, const document::ChartSpec& spec, const std::vector<Value>& values, double middle) {
  if (values.size() > 1) {
    canvas.rect({values.front().x, middle - kBarHalf, values.back().x - values.front().x, 2 * kBarHalf}, palette::kRange);
  }
  for (const Value& each : values) {
    const bool is_focus = spec.focus_column == each.column;
    const geometry::Color color = is_focus ? palette::kAccent : palette::kNavy;
    const bool is_firm = each.value->dispute == document::kNone && !each.value->is_estimated;
    const Canvas::Fill fill = is_firm ? fill_of_column(each.column) : Canvas::Fill::dashed;
    canvas.point({each.x, middle}, kRadius, form_of_column(each.column), fill, color, each.value->figure);
  }
  for (const Value& each : values) canvas.text({each.left, middle + baseline(each.lane)}, Anchor::start, label_of(spec, each));
}

}  // namespace

Canvas::Form form_of_column(std::size_t column) {
  constexpr std::array kForms{Canvas::Form::circle, Canvas::Form::square, Canvas::Form::diamond};
  return kForms[column % kForms.size()];
}

Canvas::Fill fill_of_column(std::size_t column) { return column < 3 ? Canvas::Fill::filled : Canvas::Fill::hollow; }

double draw_dot(Canvas& canvas, const document::ChartSpec& spec) {
  const document::ChartSpec& whole = canvas.whole_of(spec);
  const auto ticks = spec.of_places ? place_ticks(std::max(largest_value(whole), 2.0)) : ticks_around_zero(smallest_value(whole), largest_value(whole));
  const double label_width = std::min(canvas.width() * 0.3, 150.0);
  const double left = label_width + 16, right = canvas.width() - 16;
  const Scale x{ticks.front(), ticks.back(), left, right, false};

  std::vector<std::vector<Value>> rows;
  std::vector<double> middles;
  double y = kPlotTop;
  for (const document::ChartRow& row : spec.rows) {
    rows.push_back(placed(canvas, spec, row, x, left - 12));
    const double up = std::max(14.0, 4 + height_of_labels(rows.back(), true)), down = 12 + height_of_labels(rows.back(), false);
    const double height = std::max({canvas.apart(kLeastPitch, kTightPitch), up + down, canvas.row_label_height(label_width, row) + 8});
    middles.push_back(y + std::max(up, height - down) - std::max(0.0, (height - up - down) / 2));
    y += height;
  }
  for (const double tick : ticks) {
    canvas.grid({x(tick), kPlotTop - 4}, {x(tick), y}, tick == 0 ? palette::kInk : palette::kRule, tick == 0 ? 0.75 : 0.4);
    const std::string label = spec.of_places ? place_label(tick, spec.lang) : numfmt::tick_text(tick * spec.axis_scale, spec.lang);
    canvas.text({x(tick), kTickBaseline}, Anchor::middle, label, style::axis());
  }
  for (std::size_t i = 0; i < spec.rows.size(); ++i) {
    canvas.row_label(middles[i], label_width, spec.rows[i]);
    draw_row(canvas, spec, rows[i], middles[i]);
    if (!rows[i].empty()) continue;
    Label none = spec.rows[i].values.empty() ? Label{"..", style::remark(), document::kNone, {}, document::kNone} : chart::label_of(spec.rows[i].values.front(), style::remark());
    canvas.text({left, middles[i] + 3}, Anchor::start, none);
  }
  return y + 4;
}

}  // namespace briefpack::chart
