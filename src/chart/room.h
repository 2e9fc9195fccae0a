#pragma once

#include <utility>
#include <vector>

#include "geometry/geometry.h"

namespace briefpack::chart {

/// What of a canvas is taken: marks, data lines and labels. Labels look here for a place, grid lines for gaps.
class Room {
 public:
  void take_mark(const geometry::Rect& box) { marks_.push_back(box); }
  void take_label(const geometry::Rect& box) { labels_.push_back(box); }
  void take_line(geometry::Point from, geometry::Point to) { lines_.push_back({from, to}); }

  /// How badly a label in this box would touch what is there: 0 is free. Another label counts most, as no patch helps there.
  double crowding(const geometry::Rect& box) const;

  /// The parts of a straight line that no label covers, each label with 1.5 points of air around it.
  std::vector<std::pair<geometry::Point, geometry::Point>> free_parts(geometry::Point from, geometry::Point to) const;

 private:
  struct Line {
    geometry::Point from, to;
  };
  std::vector<geometry::Rect> marks_, labels_;
  std::vector<Line> lines_;
};

}  // namespace briefpack::chart
