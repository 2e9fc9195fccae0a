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
constexpr double kTickBaseline = 12, kPlotTop = 26, kPitch = 44, kBarHalf = 3;
constexpr geometry::Color kListBar = geometry::rgb(0xD5DEE6);
}  // namespace

double draw_list_range(Canvas& canvas, const document::ChartSpec& spec) {
  double longest = largest_value(spec);
  for (const auto& row : spec.rows) longest = std::max(longest, static_cast<double>(row.out_of.value_or(0)));
  const auto ticks = place_ticks(std::max(longest, 2.0));
  const double left = 8, right = canvas.width() - 12;
  const Scale x{1, ticks.back(), left, right, false};
  const double bottom = kPlotTop + kPitch * static_cast<double>(spec.rows.size()) - 2;
  for (const double tick : ticks) {
    canvas.line({x(tick), 18}, {x(tick), bottom}, palette::kRule, 0.4);
    canvas.text({x(tick), kTickBaseline}, Anchor::middle, place_label(tick, spec.lang), style::axis());
  }
  double top = kPlotTop;
  for (const auto& row : spec.rows) {
    const double middle = top + 29;
    Label head{row.label, {geometry::FontFace::semibold, 7.5, palette::kInk, 0, false, 0}, document::kNone, {}, document::kNone};
    canvas.text({2.5, top + 12}, Anchor::start, head, palette::kWhite);
    top += kPitch;
    if (row.values.empty()) continue;
    const auto& value = row.values.front();
    const geometry::Color color = row.is_focus ? palette::kAccent : palette::kNavy;
    Label label = label_of(value, style::direct_label(row.is_focus));
    label.dispute = value.dispute;
    if (!value.number) {
      label.style = {geometry::FontFace::regular, 8, palette::kMuted, 0, false, 0};
      canvas.text({left + 4, middle + 3}, Anchor::start, label);
      continue;
    }
    const double at = x(*value.number);
    const double end = row.out_of ? x(*row.out_of) : at;
    canvas.rect({x(1), middle - kBarHalf, std::max(end - x(1), 0.1), 2 * kBarHalf}, kListBar);
    if (row.out_of) {
      canvas.line({end, middle - 5}, {end, middle + 5}, palette::kInk2, 0.9);
      const double width = canvas.width_of(spec.list_end_text, style::remark());
      // The words follow the tick where they fit, centred on it, else end at the edge.
      std::string words = spec.list_end_text;
      const std::size_t brace = words.find("{}");
      if (brace != std::string::npos) words.replace(brace, 2, std::to_string(*row.out_of));
      Label end_label{words, style::remark(), document::kNone, {}, document::kNone};
      canvas.text({std::min(end + width / 2, canvas.width()), middle + 13}, Anchor::end, end_label, palette::kWhite);
    } else {
      canvas.line({at, middle}, {right - 2, middle}, palette::kInk2, 0.7, {1, 2.4});
      canvas.text({right + 7, middle + 3}, Anchor::middle, "?", {geometry::FontFace::bold, 7.5, palette::kInk2, 0, false, 0});
    }
    const bool disputed = value.dispute != document::kNone;
    canvas.point({at, middle}, 4.6, Canvas::Form::circle, disputed ? Canvas::Fill::dashed : Canvas::Fill::filled, color, value.figure);
    if (at + 8 + canvas.width_of(label) < canvas.width() && *value.number <= ticks.back() / 2) {
      canvas.text({at + 8, middle - 5}, Anchor::start, label);
    } else {
      canvas.text({at - 9, middle - 5}, Anchor::end, label);
    }
  }
  return bottom + 8;
}

}  // namespace briefpack::chart
