// Horizontal bars from zero on a linear scale, sorted by the caller (visual specification, section 6).
#include <algorithm>

#include "chart/marks.h"
#include "chart/scale.h"
#include "numfmt/number_text.h"

namespace briefpack::chart {

using geometry::Anchor;
namespace palette = geometry::palette;

namespace {
constexpr double kTickBaseline = 11, kPlotTop = 16, kBarHeight = 15, kPitch = 29, kLabelGap = 4;
}

double draw_bar(Canvas& canvas, const document::ChartSpec& spec) {
  const double label_width = canvas.width() >= 400 ? 104 : 82;
  const double plot_left = label_width + 4;
  double label_room = 0;
  for (const auto& row : spec.rows) {
    for (const auto& value : row.values) {
      Label label = label_of(value, style::direct_label(row.is_focus));
      label.dispute = value.dispute;
      label_room = std::max(label_room, canvas.width_of(label));
    }
  }
  const double largest = std::max(spec.axis_max.value_or(0), largest_value(spec));
  const auto ticks = nice_ticks(largest > 0 ? largest * spec.axis_scale : 1);
  // A label that would leave the picture goes inside its bar, so half of it may hang over the last gridline.
  const double plot_right = canvas.width() - std::min(label_room * 0.6, (canvas.width() - plot_left) * 0.3);
  const Scale x{0, ticks.back(), plot_left, plot_right, false};

  double plot_bottom = kPlotTop;
  for (const auto& row : spec.rows) plot_bottom += std::max(kPitch, canvas.row_label_height(label_width, row) + 8);
  for (const double tick : ticks) {
    canvas.line({x(tick), kPlotTop}, {x(tick), plot_bottom}, tick == 0 ? palette::kInk : palette::kRule, tick == 0 ? 0.75 : 0.5);
    canvas.text({x(tick), kTickBaseline}, Anchor::middle, numfmt::tick_text(tick, spec.lang), style::axis());
  }
  double top = kPlotTop;
  bool was_disputed = false;
  for (const auto& row : spec.rows) {
    const double pitch = std::max(kPitch, canvas.row_label_height(label_width, row) + 8);
    const double middle = top + pitch / 2;
    if (was_disputed && !is_disputed(row)) canvas.line({0, top}, {canvas.width(), top}, palette::kInk2, 0.5, {1.5, 2});
    was_disputed = is_disputed(row);
    canvas.row_label(middle, label_width, row);
    top += pitch;
    if (row.values.empty()) continue;
    const auto& value = row.values.front();
    Label label = label_of(value, style::direct_label(row.is_focus));
    label.dispute = value.dispute;
    if (!value.number && !value.high) {
      label.style = {geometry::FontFace::regular, 8, palette::kMuted, 0, false, 0};
      canvas.text({plot_left + kLabelGap, middle + 3}, Anchor::start, label);
      continue;
    }
    const double start = value.number ? plot_left : x(*value.low * spec.axis_scale);
    const double end = x((value.number ? *value.number : *value.high) * spec.axis_scale);
    const geometry::Rect bar{start, middle - kBarHeight / 2, end - start, kBarHeight};
    if (value.dispute != document::kNone) {
      canvas.hatched(bar, value.figure);
    } else {
      std::optional<geometry::Stroke> edge;
      if (value.is_estimated) edge = geometry::Stroke{palette::kInk2, 0.75, {2, 1.6}};
      canvas.rect(bar, row.is_focus ? palette::kAccent : palette::kBar, edge, value.figure);
    }
    const double width = canvas.width_of(label);
    if (end + kLabelGap + width <= canvas.width()) {
      canvas.text({end + kLabelGap, middle + 3}, Anchor::start, label);
    } else if (value.dispute != document::kNone || row.is_focus) {
      // On hatching or on the accent the words need a white patch to be read.
      canvas.text({end - kLabelGap - 3, middle + 3}, Anchor::end, label, palette::kWhite);
    } else {
      canvas.text({end - kLabelGap, middle + 3}, Anchor::end, label);
    }
  }
  return plot_bottom + 2;
}

}  // namespace briefpack::chart
