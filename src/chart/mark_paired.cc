// Two panels that share their rows: bars on a linear scale from zero, and points on a log scale, for amounts whose largest is
// fifty times the smallest or more. Disputed rows stand above a dashed separator, joined by a bracket with the tag.
#include <algorithm>

#include "chart/marks.h"
#include "chart/scale.h"
#include "numfmt/number_text.h"

namespace briefpack::chart {

using geometry::Anchor;
using geometry::Point;
namespace palette = geometry::palette;

namespace {

constexpr double kHeadBaseline = 9, kTickBaseline = 22, kGridTop = 26, kPlotTop = 30, kPitch = 26, kTightPitch = 23, kBarHeight = 14;

struct Panels {
  double label_width, a_left, a_right, b_left, b_right, multiple_right, width;
  Scale a, b;
};

Panels panels_for(const Canvas& canvas, const document::ChartSpec& spec, const std::vector<double>& a_ticks,
                  const std::vector<double>& b_ticks) {
  // Proportions of the specification's Figure 1 on its measure of 504 points.
  const double k = canvas.width() / 504.0;
  Panels out{};
  out.width = canvas.width();
  out.label_width = 100 * k;
  out.a_left = 104 * k;
  out.a_right = 314 * k;
  out.b_left = 356 * k;
  out.b_right = 448 * k;
  // Digits align there; the widest marks behind them still end inside the picture, and the log panel before the widest digits.
  double marks = 12 * k, digits = 0;
  for (const auto& row : spec.rows) {
    const Label label = label_of(row.multiple, style::direct_label(row.is_focus));
    digits = std::max(digits, canvas.width_of(label.text, label.style));
    marks = std::max(marks, canvas.width_of(label) - canvas.width_of(label.text, label.style));
  }
  out.multiple_right = canvas.width() - marks;
  out.b_right = std::min(out.b_right, out.multiple_right - digits - 8);
  const double largest = std::max(largest_value(spec) * spec.axis_scale, a_ticks[1]);
  out.a = {0, largest, out.a_left, out.a_right, false};
  out.b = {b_ticks.front(), b_ticks.back(), out.b_left, out.b_right, true};
  return out;
}

void draw_grid(Canvas& canvas, const document::ChartSpec& spec, const Panels& p, const std::vector<double>& a_ticks,
               const std::vector<double>& b_ticks, double bottom) {
  canvas.text({p.a_left, kHeadBaseline}, Anchor::start, spec.panel_a, style::panel_head());
  // The right-hand head may be wider than its panel; it then ends at the edge of the picture.
  const double head_b = canvas.width_of(spec.panel_b, style::panel_head());
  canvas.text({std::min(p.b_left - 4, p.width - head_b), kHeadBaseline}, Anchor::start, spec.panel_b, style::panel_head());
  canvas.text({p.width, kTickBaseline}, Anchor::end, spec.multiple_head, style::panel_head());
  for (const double tick : a_ticks) {
    if (p.a(tick) > p.a_right + 0.5) break;
    canvas.grid({p.a(tick), kGridTop}, {p.a(tick), bottom}, tick == 0 ? palette::kInk : palette::kRule, tick == 0 ? 0.75 : 0.5);
    canvas.text({p.a(tick), kTickBaseline}, Anchor::middle, numfmt::tick_text(tick, spec.lang), style::axis());
  }
  // Log labels are set tight.
  geometry::TextStyle small = style::axis();
  small.size = 6.6;
  double last_end = 0;
  const double head_start = spec.multiple_head.empty() ? p.width : p.width - canvas.width_of(spec.multiple_head, style::panel_head()) - 3;
  for (const double tick : b_ticks) {
    canvas.grid({p.b(tick), kGridTop}, {p.b(tick), bottom}, palette::kRule, 0.5);
    const std::string label = numfmt::tick_text(tick, spec.lang);
    const double width = canvas.width_of(label, small);
    // The grid line stands; its label would touch the one before, or the head of the multiples.
    if (p.b(tick) - width / 2 < last_end || p.b(tick) + width / 2 > head_start) continue;
    canvas.text({p.b(tick), kTickBaseline}, Anchor::middle, label, small);
    last_end = p.b(tick) + width / 2 + 3;
  }
  canvas.line({p.a_left, bottom}, {p.a_right, bottom}, palette::kRule, 0.5);
}

void draw_bar_panel(Canvas& canvas, const document::ChartSpec& spec, const Panels& p, const document::ChartRow& row, double middle) {
  const auto& value = row.values.front();
  Label label = label_of(value, style::direct_label(row.is_focus));
  if (!value.number) {
    label.style = {geometry::FontFace::regular, 8, palette::kMuted, 0, false, 0};
    canvas.text({p.a_left + 4, middle + 3}, Anchor::start, label);
    return;
  }
  const geometry::Rect bar{p.a_left, middle - kBarHeight / 2, std::max(0.8, p.a(*value.number * spec.axis_scale) - p.a_left), kBarHeight};
  if (value.dispute != document::kNone) {
    canvas.hatched(bar, value.figure);
    canvas.text({p.a_left + 9, middle + 3}, Anchor::start, label, palette::kWhite);
    return;
  }
  canvas.rect(bar, row.is_focus ? palette::kAccent : palette::kBar, {}, value.figure);
  if (bar.right() + 4 + canvas.width_of(label) <= p.b_left - 6) {
    canvas.text({bar.right() + 4, middle + 3}, Anchor::start, label);
  } else {
    canvas.text({p.a_left + 9, middle + 3}, Anchor::start, label, palette::kWhite);
  }
}

void draw_point_panel(Canvas& canvas, const Panels& p, const document::ChartRow& row, double middle) {
  const auto& value = row.values.front();
  if (!value.number || *value.number <= 0) return;
  const double x = p.b(*value.number);
  canvas.grid({p.b_left, middle}, {x - 3.6, middle}, palette::kRule, 0.5, {1, 1.6});
  const bool disputed = value.dispute != document::kNone;
  canvas.point({x, middle}, 3.4, form_of(row.holder), disputed ? Canvas::Fill::dashed : Canvas::Fill::filled,
               disputed ? palette::kInk : row.is_focus ? palette::kAccent : palette::kInk2, value.figure);
}

void draw_multiple(Canvas& canvas, const Panels& p, const document::ChartRow& row, double middle) {
  const auto& multiple = row.multiple;
  if (multiple.is_withdrawn || multiple.label.empty()) return;
  // Digits align at the right; marks hang behind them.
  Label digits = label_of(multiple, style::direct_label(row.is_focus));
  Label bare = digits;
  bare.notes.clear();
  canvas.text({p.multiple_right - canvas.width_of(bare), middle + 3}, Anchor::start, digits);
}

/// One bracket over each run of rows that share a dispute, with the tag behind it and the word "withdrawn" above.
void draw_brackets(Canvas& canvas, const document::ChartSpec& spec, const Panels& p, const std::vector<double>& middles) {
  for (std::size_t first = 0; first < spec.rows.size();) {
    const auto dispute = spec.rows[first].values.front().dispute;
    std::size_t last = first;
    while (last + 1 < spec.rows.size() && spec.rows[last + 1].values.front().dispute == dispute) ++last;
    if (dispute != document::kNone) {
      const double x = p.b_right + 26 * p.width / 504.0, top = middles[first], bottom = middles[last];
      const double tag_y = (top + bottom) / 2 + 2.2;
      if (last > first) {
        canvas.line({x - 6, top}, {x, top}, palette::kInk, 0.75);
        canvas.line({x - 6, bottom}, {x, bottom}, palette::kInk, 0.75);
        canvas.line({x, top}, {x, bottom}, palette::kInk, 0.75);
      }
      canvas.tag({x + 6, tag_y}, dispute);
      if (!spec.withdrawn_text.empty() && !spec.multiple_head.empty()) {
        canvas.text({p.width, last > first ? top - 4 : top - 8}, Anchor::end, spec.withdrawn_text, style::remark());
      }
    }
    first = last + 1;
  }
}

}  // namespace

double draw_paired(Canvas& canvas, const document::ChartSpec& spec) {
  const document::ChartSpec& whole = canvas.whole_of(spec);
  const double largest = std::max(largest_value(whole), 1e-9);
  const double smallest = std::max(smallest_positive_value(whole), largest * 1e-9);
  const auto a_ticks = nice_ticks(largest * spec.axis_scale);
  const auto b_ticks = decade_ticks(smallest, largest);
  const Panels p = panels_for(canvas, whole, a_ticks, b_ticks);

  std::vector<double> tops, middles;
  double bottom = kPlotTop;
  for (const auto& row : spec.rows) {
    const double pitch = std::max(canvas.apart(kPitch, kTightPitch), canvas.row_label_height(p.label_width, row) + 6);
    tops.push_back(bottom);
    middles.push_back(bottom + pitch / 2);
    bottom += pitch;
  }
  draw_grid(canvas, spec, p, a_ticks, b_ticks, bottom);
  for (std::size_t i = 0; i < spec.rows.size(); ++i) {
    const auto& row = spec.rows[i];
    if (i > 0 && is_disputed(spec.rows[i - 1]) && !is_disputed(row)) {
      canvas.line({0, tops[i]}, {p.width, tops[i]}, palette::kInk2, 0.5, {1.5, 2});
    }
    canvas.row_label(middles[i], p.label_width, row);
    draw_bar_panel(canvas, spec, p, row, middles[i]);
    draw_point_panel(canvas, p, row, middles[i]);
    draw_multiple(canvas, p, row, middles[i]);
  }
  draw_brackets(canvas, spec, p, middles);
  return bottom + 4;
}

}  // namespace briefpack::chart
