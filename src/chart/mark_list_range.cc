// One country on many lists: a dot on the range of each list. Left is 1st; a known length ends in a tick, an unknown one in a
// dotted line and a question mark.
#include <algorithm>

#include "chart/marks.h"
#include "chart/scale.h"
#include "chart/tick_label.h"

namespace briefpack::chart {

using geometry::Anchor;
namespace palette = geometry::palette;

namespace {
constexpr double kTickBaseline = 12, kPlotTop = 26, kPitch = 44, kTightPitch = 41, kBarHalf = 3;
constexpr double kBelowMark = 15, kTightBelowMark = 12;
constexpr double kHeadLeading = 9;

geometry::TextStyle head_style() { return {geometry::FontFace::semibold, 7.5, palette::kInk, 0, false, 0}; }

std::vector<std::string> heads_of(const Canvas& canvas, const document::ChartRow& row) {
  return canvas.wrap(row.label, head_style(), canvas.width() - 5);
}

double pitch_of(const Canvas& canvas, const std::vector<std::string>& heads) {
  return canvas.apart(kPitch, kTightPitch) + kHeadLeading * static_cast<double>(heads.empty() ? 0 : heads.size() - 1);
}

void draw_row(Canvas& canvas, const document::ChartSpec& spec, const document::ChartRow& row, const Scale& x, double middle) {
  const double left = x.range_min, right = x.range_max;
  const auto& value = row.values.front();
  Label label = label_of(value, style::direct_label(row.is_focus));
  label.dispute = value.dispute;
  if (!value.number) {
    label.style = {geometry::FontFace::regular, 8, palette::kMuted, 0, false, 0};
    canvas.text({left + 4, middle + 3}, Anchor::start, label);
    return;
  }
  const double at = x(*value.number);
  const double end = row.out_of ? x(*row.out_of) : at;
  canvas.rect({left, middle - kBarHalf, std::max(end - left, 0.1), 2 * kBarHalf}, palette::kTrack);
  if (row.out_of) {
    canvas.line({end, middle - 4.2}, {end, middle + 4.2}, palette::kInk2, 0.9);
    std::string words = spec.list_end_text;
    const std::size_t brace = words.find("{}");
    if (brace != std::string::npos) words.replace(brace, 2, std::to_string(*row.out_of));
    // The words are centred under the tick where they fit, else they end or start at an edge.
    const double width = canvas.width_of(words, style::remark());
    const double start = std::clamp(end - width / 2, 0.0, std::max(0.0, canvas.width() - width));
    canvas.text({start, middle + 13}, Anchor::start, words, style::remark());
  } else {
    canvas.grid({at, middle}, {right - 2, middle}, palette::kInk2, 0.7, {1, 2.4});
    canvas.text({right + 7, middle + 3}, Anchor::middle, "?", {geometry::FontFace::bold, 7.5, palette::kInk2, 0, false, 0});
  }
  const bool disputed = value.dispute != document::kNone;
  canvas.point({at, middle}, 4.6, Canvas::Form::circle, disputed ? Canvas::Fill::dashed : Canvas::Fill::filled,
               row.is_focus ? palette::kAccent : palette::kNavy, value.figure);
  const Canvas::Spot after{{at + 8, middle - 7}, Anchor::start}, before{{at - 9, middle - 7}, Anchor::end};
  if (at <= (left + right) / 2) canvas.place(label, {after, before, {{at, middle + 14}, Anchor::middle}});
  else canvas.place(label, {before, after, {{at, middle + 14}, Anchor::middle}});
}

}  // namespace

double draw_list_range(Canvas& canvas, const document::ChartSpec& spec) {
  const document::ChartSpec& whole = canvas.whole_of(spec);
  double longest = largest_value(whole);
  for (const auto& row : whole.rows) longest = std::max(longest, static_cast<double>(row.out_of.value_or(0)));
  const auto ticks = place_ticks(std::max(longest, 2.0));
  const double left = 8, right = canvas.width() - 12;
  const Scale x{1, ticks.back(), left, right, false};
  double bottom = kPlotTop - 2;
  for (const auto& row : spec.rows) bottom += pitch_of(canvas, heads_of(canvas, row));
  double last_end = 0;
  for (const double tick : ticks) {
    canvas.grid({x(tick), 18}, {x(tick), bottom}, palette::kRule, 0.4);
    const std::string label = place_label(tick, spec.lang);
    const double width = canvas.width_of(label, style::axis());
    const double start = std::clamp(x(tick) - width / 2, 0.0, std::max(0.0, canvas.width() - width));
    if (start < last_end) continue;  // 1st and 5th of a long list stand too close for both
    canvas.text({start, kTickBaseline}, Anchor::start, label, style::axis());
    last_end = start + width + 4;
  }
  // All names before any value, so that no value comes to lie over the name below it.
  double top = kPlotTop;
  for (const auto& row : spec.rows) {
    const auto heads = heads_of(canvas, row);
    double baseline = top + 10;
    for (const auto& line : heads) {
      canvas.text({2.5, baseline}, Anchor::start, line, head_style());
      baseline += kHeadLeading;
    }
    top += pitch_of(canvas, heads);
  }
  top = kPlotTop;
  for (const auto& row : spec.rows) {
    top += pitch_of(canvas, heads_of(canvas, row));
    if (!row.values.empty()) draw_row(canvas, spec, row, x, top - canvas.apart(kBelowMark, kTightBelowMark));
  }
  return bottom + 8;
}

}  // namespace briefpack::chart
