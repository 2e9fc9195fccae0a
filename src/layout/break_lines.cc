#include "layout/break_lines.h"

#include <algorithm>

namespace briefpack::layout {

namespace {
// Widths are sums of floats: what was measured to fit must fit again.
constexpr double kTolerance = 0.01;
}  // namespace

std::vector<LineSpan> break_lines(const text::ShapedParagraph& paragraph, std::span<const SegmentExtra> extra,
                                  double measure, double gutter) {
  const auto& segments = paragraph.segments();
  std::vector<LineSpan> lines;
  std::size_t first = 0;
  while (first < segments.size()) {
    double space = extra[first].space;
    std::size_t last = first + 1;
    while (last < segments.size() && !segments[last - 1].breaks_after) {
      const double wider = paragraph.width(first, last + 1) + space + extra[last].space;
      if (wider - std::min(extra[last].hang, gutter) > measure + kTolerance) break;
      space += extra[last].space;
      ++last;
    }
    lines.push_back({first, last, paragraph.width(first, last) + space});
    first = last;
  }
  if (lines.empty()) lines.push_back({});
  return lines;
}

}  // namespace briefpack::layout
