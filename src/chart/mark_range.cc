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

constexpr double kTickBaseline = 12, kGridTop = 17, kPlotTop = 20, kPitch = 25, kTightPitch = 22, kRivalPitch = 34;  // with labels above or below the marks

geometry::Color color_of(const document::ChartRow& row) {
  return row.is_focus ? palette::kAccent : row.holder == document::Holder::country ? palette::kNavy : palette::kInk2;
}

/// Where a label may stand beside a mark: at its right, its left, above and below it.
std::vector<Canvas::Spot> beside(double left, double right, double middle) {
  const double centre = (left + right) / 2;
  return {{{right, middle + 3}, Anchor::start},        {{left, middle + 3}, Anchor::end},           {{centre, middle - 8}, Anchor::middle},
          {{centre, middle + 13}, Anchor::middle},   {{right, middle - 8}, Anchor::end},        {{right, middle + 13}, Anchor::end},
          {{left, middle - 8}, Anchor::start},       {{left, middle + 13}, Anchor::start}};
}

Label claim_label(const document::ChartValue& value) {
  Label out = label_of(value, {FontFace::semibold, 7.5, palette::kInk, 0, false, 0});
  if (!value.claim_text.empty()) out.text = value.claim_text;
  return out;
}

/// Whether the words of each claim have room on the line that joins it to what it disputes.
bool has_room_for_claims(const Canvas& canvas, const document::ChartRow& row, const Scale& x) {
  double reach = x.range_min;
  for (const auto& value : row.values) {
    if (value.is_claim && value.number) {
      if (x(*value.number) - reach < canvas.width_of(claim_label(value)) + 16) return false;
    } else if (value.is_given()) {
      if (reach > x.range_min) return false;  // two values of the same row: their labels part
      reach = x(value.high ? *value.high : *value.number) + 5;
    }
  }
  return true;
}

/// Marks first, labels after them, so that each label sees what it must not touch.
void draw_row(Canvas& canvas, const document::ChartRow& row, const Scale& x, double left, double middle) {
  const geometry::Color color = color_of(row);
  struct Waiting {
    Label label;
    std::vector<Canvas::Spot> spots;
  };
  std::vector<Waiting> waiting;
  double reach = left;  // right end of what is drawn so far in this row
  document::DisputeIndex dispute = document::kNone;
  for (const auto& value : row.values) {
    if (value.dispute != document::kNone) dispute = value.dispute;
    Label label = label_of(value, {row.is_focus ? FontFace::bold : FontFace::semibold, 8, color, 0, true, 0});
    if (value.is_claim && value.number) {
      const double at = x(*value.number);
      // The dashed line joins the claim to what it disputes, whichever lies further right.
      const double from = at >= reach ? reach + 2 : at + 6, to = at >= reach ? at - 6 : reach - 2;
      if (to > from) canvas.grid({from, middle}, {to, middle}, palette::kInk, 0.75, {3, 2.5});
      canvas.point({at, middle}, 4.4, Canvas::Form::diamond, Canvas::Fill::hollow, palette::kInk, value.figure);
      const double between = (from + to) / 2;
      waiting.push_back({claim_label(value), {{{between, middle + 3}, Anchor::middle}, {{at, middle - 8}, Anchor::middle}, {{at, middle + 13}, Anchor::middle},
                                 {{at, middle - 8}, Anchor::end}, {{at, middle + 13}, Anchor::end}, {{at, middle - 8}, Anchor::start}, {{at, middle + 13}, Anchor::start}}});
      reach = std::max(reach, at + 6);
    } else if (value.low && value.high) {
      const double start = x(*value.low), end = x(*value.high);
      canvas.rect({start, middle - 4.5, std::max(end - start, 1.0), 9}, color, {}, value.figure, 4);
      waiting.push_back({label, beside(start - 6, end + 6, middle)});
      std::swap(waiting.back().spots[0], waiting.back().spots[1]);
      reach = std::max(reach, end);
    } else if (value.number) {
      const double at = x(*value.number);
      const bool is_reference = row.holder == document::Holder::other;
      canvas.point({at, middle}, 4.6, Canvas::Form::circle, is_reference ? Canvas::Fill::hollow : Canvas::Fill::filled, color, value.figure);
      waiting.push_back({label, beside(at - 9, at + 9, middle)});
      reach = std::max(reach, at + 5);
    } else if (!value.label.empty()) {
      label.style = {FontFace::regular, 8, palette::kMuted, 0, false, 0};
      waiting.push_back({label, {{{left + 4, middle + 3}, Anchor::start}, {{left + 4, middle - 8}, Anchor::start}, {{left + 4, middle + 13}, Anchor::start}}});
    }
  }
  for (const Waiting& each : waiting) canvas.place(each.label, each.spots);
  if (dispute == document::kNone) return;
  // The tag follows the marks, further right where a label stands there, and else goes above or below them.
  std::vector<Canvas::Spot> spots;
  for (double at = reach + 2; at <= canvas.width(); at += 6) spots.push_back({{at, middle + 2.3}, Anchor::start});
  for (const double y : {middle - 8, middle + 13}) spots.push_back({{reach, y}, Anchor::middle});
  canvas.place({"", style::remark(), document::kNone, {}, dispute}, spots);
}

}  // namespace

double draw_range(Canvas& canvas, const document::ChartSpec& spec) {
  const double label_width = canvas.width() * 0.175;
  const double left = label_width + 10, right = canvas.width() - 36;
  const document::ChartSpec& whole = canvas.whole_of(spec);
  const auto ticks = ticks_around_zero(smallest_value(whole) * spec.axis_scale, std::max({spec.axis_max.value_or(0), largest_value(whole), 1e-9}) * spec.axis_scale);
  const Scale x{ticks.front() / spec.axis_scale, ticks.back() / spec.axis_scale, left, right, false};
  std::vector<double> middles;
  double bottom = kPlotTop;
  for (const auto& row : spec.rows) {
    const double pitch = std::max(has_room_for_claims(canvas, row, x) ? canvas.apart(kPitch, kTightPitch) : kRivalPitch, canvas.row_label_height(label_width, row) + 5);
    middles.push_back(bottom + pitch / 2);
    bottom += pitch;
  }
  for (const double tick : ticks) {
    const double at = x(tick / spec.axis_scale);
    canvas.grid({at, kGridTop}, {at, bottom}, tick == 0 ? palette::kInk : palette::kRule, tick == 0 ? 0.75 : 0.5);
    canvas.text({at, kTickBaseline}, Anchor::middle, numfmt::tick_text(tick, spec.lang), style::axis());
  }
  for (std::size_t i = 0; i < spec.rows.size(); ++i) {
    canvas.row_label(middles[i], label_width, spec.rows[i]);
    canvas.grid({left, middles[i]}, {right, middles[i]}, palette::kRule, 0.5, {1, 2});
    draw_row(canvas, spec.rows[i], x, left, middles[i]);
  }
  return bottom + 6;
}

}  // namespace briefpack::chart
