// Shares of a whole: a framed bar each, whose frame is 100 %. The label stands above it.
#include <algorithm>

#include "chart/marks.h"

namespace briefpack::chart {

using geometry::Anchor;
using geometry::FontFace;
namespace palette = geometry::palette;

double draw_share(Canvas& canvas, const document::ChartSpec& spec) {
  constexpr double kLeading = 10, kBarHeight = 9, kGapBelow = 12;
  double top = 2;
  for (const auto& row : spec.rows) {
    const document::ChartValue none;
    const auto& value = row.values.empty() ? none : row.values.front();
    const geometry::Color color = row.is_focus ? palette::kAccent : palette::kNavy;
    Label label = label_of(value, {FontFace::bold, 8.5, value.is_given() ? color : palette::kMuted, 0, true, 0});
    label.dispute = value.dispute;
    const geometry::TextStyle words{FontFace::regular, 7.25, palette::kInk, 0, false, 0};
    const double start = canvas.width_of(label) + 4;
    canvas.text({0, top + 8}, Anchor::start, label);
    // First line beside the value, further ones from the left edge.
    std::string rest = row.text;
    auto beside = canvas.wrap(rest, words, canvas.width() - start);
    double y = top + 8;
    if (!beside.empty()) {
      canvas.text({start, y}, Anchor::start, beside.front(), words);
      rest = rest.size() > beside.front().size() ? rest.substr(beside.front().size() + 1) : "";
      for (auto& line : canvas.wrap(rest, words, canvas.width())) {
        y += kLeading;
        canvas.text({0, y}, Anchor::start, std::move(line), words);
      }
    }
    top = y + 5;
    if (!value.is_given()) {  // An empty frame would say zero.
      top += kGapBelow - 5;
      continue;
    }
    const geometry::Rect frame{0.3, top, canvas.width() - 0.6, kBarHeight};
    canvas.rect(frame, palette::kWhite, geometry::Stroke{palette::kInk2, 0.6, {}});
    const double part = value.number.value_or(0) * spec.axis_scale;
    const geometry::Rect bar{frame.x, top, frame.width * std::clamp(part, 0.0, 1.0), kBarHeight};
    if (value.number && value.dispute != document::kNone) canvas.hatched(bar, value.figure);
    else if (value.number) canvas.rect(bar, color, {}, value.figure);
    top += kBarHeight + kGapBelow;
  }
  return top - kGapBelow + 2;
}

}  // namespace briefpack::chart
