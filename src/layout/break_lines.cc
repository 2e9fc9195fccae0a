// Optimum fit (Knuth & Plass 1981) for ragged text: no stretch, so a line's badness is the square of the white space at its
// end. The fewest lines come first, as a brief is short on room; among those breakings the most even one is taken.

#include "layout/break_lines.h"

#include <algorithm>
#include <limits>
#include <tuple>

namespace briefpack::layout {

namespace {

// Widths are sums of floats: what was measured to fit must fit again.
constexpr double kTolerance = 0.01;
// A last line shorter than this costs as much as a line that is empty to seven tenths; larger, and whole paragraphs are set loose
// for it.
constexpr double kRuntShare = 0.15, kRuntCost = 0.5;

/// The best way to end a line behind a segment. Fewer lines win, then less white space.
struct Ending {
  std::size_t lines = std::numeric_limits<std::size_t>::max();
  double cost = 0;
  std::size_t first = 0;  ///< Segment with which its line begins.
  bool is_possible() const { return lines != std::numeric_limits<std::size_t>::max(); }
};

class Breaker {
 public:
  Breaker(const text::ShapedParagraph& paragraph, std::span<const SegmentExtra> extra, double measure, double gutter)
      : paragraph_(paragraph), extra_(extra), measure_(measure), gutter_(gutter) {}

  /// Lines of the segments [begin, end), between which no line must end.
  void add_lines(std::size_t begin, std::size_t end, std::vector<LineSpan>& to) {
    // Most texts are short; and a natural width is asked for with a measure that holds everything.
    if (const LineSpan whole = line(begin, end); whole.width - std::min(extra_[end - 1].hang, gutter_) <= measure_ + kTolerance) {
      to.push_back(whole);
      return;
    }
    begin_ = begin;
    endings_.assign(end - begin + 1, {});
    endings_[0].lines = 0;
    for (std::size_t last = begin + 1; last <= end; ++last) endings_[last - begin] = best_ending(last, end);
    const std::size_t before = to.size();
    for (std::size_t last = end; last > begin; last = endings_[last - begin].first) to.push_back(line(endings_[last - begin].first, last));
    std::reverse(to.begin() + static_cast<std::ptrdiff_t>(before), to.end());
  }

 private:
  Ending best_ending(std::size_t last, std::size_t end) const {
    Ending best;
    double space = 0;
    for (std::size_t first = last; first-- > begin_;) {
      space += extra_[first].space;
      const double width = paragraph_.width(first, last) + space - std::min(extra_[last - 1].hang, gutter_);
      const bool stands_alone = first + 1 == last;
      if (width > measure_ + kTolerance && !stands_alone) break;
      const Ending& before = endings_[first - begin_];
      if (!before.is_possible()) continue;
      const double cost = before.cost + cost_of(width, first, last, end);
      if (std::tuple(before.lines + 1, cost) < std::tuple(best.lines, best.cost)) best = {before.lines + 1, cost, first};
    }
    return best;
  }

  double cost_of(double width, std::size_t first, std::size_t last, std::size_t end) const {
    if (last == end) {
      const bool is_runt = first > begin_ && width < kRuntShare * measure_;
      return is_runt ? kRuntCost : 0;
    }
    const double white = std::max(0.0, measure_ - width) / measure_;
    return white * white;
  }

  LineSpan line(std::size_t first, std::size_t last) const {
    double space = 0;
    for (std::size_t i = first; i < last; ++i) space += extra_[i].space;
    return {first, last, paragraph_.width(first, last) + space};
  }

  const text::ShapedParagraph& paragraph_;
  std::span<const SegmentExtra> extra_;
  double measure_, gutter_;
  std::size_t begin_ = 0;
  std::vector<Ending> endings_;  ///< By segment behind which the line ends, from begin_ on.
};

}  // namespace

std::vector<LineSpan> break_lines(const text::ShapedParagraph& paragraph, std::span<const SegmentExtra> extra, double measure,
                                  double gutter) {
  const auto& segments = paragraph.segments();
  std::vector<LineSpan> lines;
  Breaker breaker(paragraph, extra, std::max(measure, kTolerance), gutter);
  for (std::size_t begin = 0; begin < segments.size();) {
    std::size_t end = begin + 1;
    while (end < segments.size() && !segments[end - 1].breaks_after) ++end;
    breaker.add_lines(begin, end, lines);
    begin = end;
  }
  if (lines.empty()) lines.push_back({});
  return lines;
}

}  // namespace briefpack::layout
