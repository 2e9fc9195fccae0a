// Intervals and rival opinions on one scale: a rounded bar for an interval, a dot for a number, a hollow diamond for a claim
// that names no number of its own, joined to the interval it disputes by a dashed line.
#include <algorithm>

#include "chart/marks.h"
#include "chart/scale.h"
#include "numfmt/number_text.h"

namespace briefpack::chart {

using geometry::Anchor;
using geometry::FontFace;
namespace palette = geometry::palette;

namespace {

constexpr double kTickBaseline = 12, kGridTop = 17, kPlotTop = 20, kPitch = 25;

geometry::Color color_of(const document::ChartRow& row) {
  return row.is_focus ? palette::kAccent : row.holder == document::Holder::country ? palette::kNavy : palette::kInk2;
}

void draw_row(Canvas& canvas, const document::ChartRow& row, const Scale& x, double left, double middle) {
  const geometry::Color color = color_of(row);
  double reach = left;  // right end of what is drawn so far in this row
  document::DisputeIndex dispute = document::kNone;
  for (const auto& value : row.values) {
    if (value.dispute != document::kNone) dispute = value.dispute;
    Label label = label_of(value, {row.is_focus ? FontFace::bold : FontFace::semibold, 8, color, 0, true, 0});
    if (value.is_claim && value.number) {
      const double at = x(*value.number);
      canvas.line({reach + 2, middle}, {at - 6, middle}, palette::kInk, 0.75, {3, 2.5});
      canvas.point({at, middle}, 4.4, Canvas::Form::diamond, Canvas::Fill::hollow, palette::kInk, value.figure);
      label.text = value.claim_text.empty() ? value.label : value.claim_text;
      label.style = {FontFace::semibold, 7.5, palette::kInk, 0, false, 0};
      const double width = canvas.width_of(label);
      canvas.text({std::max(reach + 8, (reach + at) / 2 - width / 2), middle + 3}, Anchor::start, label, palette::kWhite);
      reach = at + 6;
    } else if (value.low && value.high) {
      const double start = x(*value.low), end = x(*value.high);
      canvas.rect({start, middle - 4.5, std::max(end - start, 1.0), 9}, color, {}, value.figure, 4);
      canvas.text({start - 6, middle + 3}, Anchor::end, label, palette::kWhite);
      reach = end;
    } else if (value.number) {
      const double at = x(*value.number);
      const bool is_reference = row.holder == document::Holder::other;
      canvas.point({at, middle}, 4.6, Canvas::Form::circle, is_reference ? Canvas::Fill::hollow : Canvas::Fill::filled, color, value.figure);
      if (at + 9 + canvas.width_of(label) <= canvas.width()) canvas.text({at + 9, middle + 3}, Anchor::start, label, palette::kWhite);
      else canvas.text({at - 9, middle + 3}, Anchor::end, label, palette::kWhite);
      reach = at + 5;
    } else if (!value.label.empty()) {
      label.style = {FontFace::regular, 8, palette::kMuted, 0, false, 0};
      canvas.text({left + 4, middle + 3}, Anchor::start, label, palette::kWhite);
    }
  }
  if (dispute != document::kNone) canvas.tag({reach + 4, middle + 2.3}, dispute);
}

}  // namespace

double draw_range(Canvas& canvas, const document::ChartSpec& spec) {
  const double label_width = canvas.width() * 0.175;
  const double left = label_width + 4, right = canvas.width() - 36;
  const auto ticks = nice_ticks(std::max({spec.axis_max.value_or(0), largest_value(spec), 1e-9}) * spec.axis_scale);
  const Scale x{0, ticks.back() / spec.axis_scale, left, right, false};
  std::vector<double> middles;
  double bottom = kPlotTop;
  for (const auto& row : spec.rows) {
    const double pitch = std::max(kPitch, canvas.row_label_height(label_width, row) + 5);
    middles.push_back(bottom + pitch / 2);
    bottom += pitch;
  }
  for (const double tick : ticks) {
    const double at = x(tick / spec.axis_scale);
    canvas.line({at, kGridTop}, {at, bottom}, tick == 0 ? palette::kInk : palette::kRule, tick == 0 ? 0.75 : 0.5);
    canvas.text({at, kTickBaseline}, Anchor::middle, numfmt::tick_text(tick, spec.lang), style::axis());
  }
  for (std::size_t i = 0; i < spec.rows.size(); ++i) {
    canvas.row_label(middles[i], label_width, spec.rows[i]);
    canvas.line({left, middles[i]}, {right, middles[i]}, palette::kRule, 0.5, {1, 2});
    draw_row(canvas, spec.rows[i], x, left, middles[i]);
  }
  return bottom + 6;
}

}  // namespace briefpack::chart
