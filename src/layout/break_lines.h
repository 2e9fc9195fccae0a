#pragma once

#include <span>
#include <vector>

#include "text/shape.h"

namespace briefpack::layout {

/// A line: the segments [first, last) of a paragraph.
struct LineSpan {
  std::size_t first = 0, last = 0;
  double width = 0;  ///< Without white space at its end, points.
};

/// What a segment takes beside its glyphs.
struct SegmentExtra {
  double space = 0;  ///< White space around marks, tags and signs in it, points.
  double hang = 0;   ///< Width of the marks and tags that it ends with: they may stand outside the measure.
};

/// Lines of at most `measure` points, as few as can be and then as even as can be; marks at the end of a line may hang
/// `gutter` points over. A very short last line is avoided. A segment wider than the measure stands alone.
/// Time grows with segments times segments in a line. `extra` has one entry for each segment. At least one line, empty for an empty
/// paragraph.
std::vector<LineSpan> break_lines(const text::ShapedParagraph& paragraph, std::span<const SegmentExtra> extra,
                                  double measure, double gutter = 0);

}  // namespace briefpack::layout
