// Horizontal bars from zero on a linear scale, sorted by the caller (visual specification, section 6).
#include <algorithm>

#include "chart/marks.h"
#include "chart/scale.h"
#include "numfmt/number_text.h"

namespace briefpack::chart {

using geometry::Anchor;
namespace palette = geometry::palette;

namespace {
constexpr double kTickBaseline = 11, kPlotTop = 16, kBarHeight = 15, kPitch = 29, kTightPitch = 26, kLabelGap = 4;
constexpr double kLeastBar = 0.8;
constexpr double kTickRoom = 12;  // half of the last tick's label

Label label_for(const document::ChartRow& row, const document::ChartValue& value) {
  Label label = label_of(value, style::direct_label(row.is_focus));
  label.dispute = value.dispute;
  if (!value.is_given()) label.style = {geometry::FontFace::regular, 8, palette::kMuted, 0, false, 0};
  return label;
}

double pitch_of(const Canvas& canvas, const document::ChartRow& row, double label_width) {
  return std::max(canvas.apart(kPitch, kTightPitch), canvas.row_label_height(label_width, row) + 8);
}

void draw_value(Canvas& canvas, const document::ChartSpec& spec, const document::ChartRow& row, const Scale& x, double middle) {
  const auto& value = row.values.front();
  const Label label = label_for(row, value);
  if (!value.is_given()) {
    canvas.text({x(0) + kLabelGap, middle + 3}, Anchor::start, label);
    return;
  }
  double from = x(value.number ? std::min(0.0, *value.number * spec.axis_scale) : *value.low * spec.axis_scale);
  double to = x(value.number ? std::max(0.0, *value.number * spec.axis_scale) : *value.high * spec.axis_scale);
  // What is not zero is seen beside the zero line.
  if (value.number && *value.number > 0) to = std::max(to, from + kLeastBar);
  if (value.number && *value.number < 0) from = std::min(from, to - kLeastBar);
  const geometry::Rect bar{from, middle - kBarHeight / 2, to - from, kBarHeight};
  if (value.dispute != document::kNone) {
    canvas.hatched(bar, value.figure);
  } else {
    std::optional<geometry::Stroke> edge;
    if (value.is_estimated) edge = estimated_edge();
    canvas.rect(bar, row.is_focus ? palette::kAccent : palette::kBar, edge, value.figure);
  }
  const double width = canvas.width_of(label);
  const bool is_negative = value.number && *value.number < 0;
  const double beyond = is_negative ? from - kLabelGap - width : to + kLabelGap;
  if (beyond >= 0 && beyond + width <= canvas.width()) {
    canvas.text({beyond, middle + 3}, Anchor::start, label);
    return;
  }
  // Inside the bar; on hatching, on the accent or where the bar is too short the words need a white patch to be read.
  const bool needs_patch = value.dispute != document::kNone || row.is_focus || width + kLabelGap > bar.width;
  const double inside = is_negative ? from + kLabelGap : std::max(0.0, to - kLabelGap - (needs_patch ? 3 : 0) - width);
  canvas.text({inside, middle + 3}, Anchor::start, label, needs_patch ? std::optional(palette::kWhite) : std::nullopt);
}

}  // namespace

double draw_bar(Canvas& canvas, const document::ChartSpec& spec) {
  const double label_width = canvas.width() >= 400 ? 104 : 82;
  const double plot_left = label_width + 4;
  double label_room = 0;
  const document::ChartSpec& whole = canvas.whole_of(spec);
  for (const auto& row : whole.rows) {
    for (const auto& value : row.values) label_room = std::max(label_room, canvas.width_of(label_for(row, value)));
  }
  const double smallest = smallest_value(whole) * spec.axis_scale;
  const auto ticks = ticks_around_zero(smallest, std::max(spec.axis_max.value_or(0), largest_value(whole)) * spec.axis_scale);
  // A label that would leave the picture goes inside its bar, so half of it may hang over the last gridline.
  const double plot_right = canvas.width() - std::max(kTickRoom, std::min(label_room * 0.6, (canvas.width() - plot_left) * 0.3));
  // Left of zero the labels of negative bars need their room too.
  const Scale x{ticks.front(), ticks.back(), smallest < 0 ? plot_left + std::min(label_room, 40.0) : plot_left, plot_right, false};

  double plot_bottom = kPlotTop;
  for (const auto& row : spec.rows) plot_bottom += pitch_of(canvas, row, label_width);
  for (const double tick : ticks) {
    if (tick != 0) canvas.grid({x(tick), kPlotTop}, {x(tick), plot_bottom}, palette::kRule, 0.5);
    canvas.text({x(tick), kTickBaseline}, Anchor::middle, numfmt::tick_text(tick, spec.lang), style::axis());
  }
  double top = kPlotTop;
  bool was_disputed = false;
  for (const auto& row : spec.rows) {
    const double pitch = pitch_of(canvas, row, label_width);
    if (was_disputed && !is_disputed(row)) canvas.line({0, top}, {canvas.width(), top}, palette::kInk2, 0.5, {1.5, 2});
    was_disputed = is_disputed(row);
    canvas.row_label(top + pitch / 2, label_width, row);
    if (!row.values.empty()) draw_value(canvas, spec, row, x, top + pitch / 2);
    top += pitch;
  }
  // Over the bars: one narrower than the line would gnaw at it.
  canvas.grid({x(0), kPlotTop}, {x(0), plot_bottom}, palette::kInk, 0.75);
  return plot_bottom + 2;
}

}  // namespace briefpack::chart
