#include "chart/room.h"

#include <algorithm>
#include <array>
#include <optional>

namespace briefpack::chart {

using geometry::Point;
using geometry::Rect;

namespace {

constexpr double kAir = 1.5;

/// The part of a line inside a box, as fractions of its length (Liang and Barsky 1984).
std::optional<std::pair<double, double>> part_inside(Point from, Point to, const Rect& box) {
  const double dx = to.x - from.x, dy = to.y - from.y;
  const std::array<std::pair<double, double>, 4> sides{{{-dx, from.x - box.x}, {dx, box.right() - from.x}, {-dy, from.y - box.y}, {dy, box.bottom() - from.y}}};
  double first = 0, last = 1;
  for (const auto& [slope, distance] : sides) {
    if (slope == 0) {
      if (distance <= 0) return std::nullopt;
    } else if (slope < 0) {
      first = std::max(first, distance / slope);
    } else {
      last = std::min(last, distance / slope);
    }
  }
  if (first >= last) return std::nullopt;
  return std::pair{first, last};
}

double overlap(const Rect& a, const Rect& b) {
  const double width = std::min(a.right(), b.right()) - std::max(a.x, b.x);
  const double height = std::min(a.bottom(), b.bottom()) - std::max(a.y, b.y);
  return width > 0 && height > 0 ? width * height : 0;
}

}  // namespace

double Room::crowding(const Rect& box) const {
  // Any touch of a label weighs more than lying wholly over a mark, and that more than a line.
  constexpr double kLabel = 100, kMark = 4, kLine = 1;
  double out = 0;
  for (const Rect& label : labels_) out += kLabel * overlap(label, box);
  for (const Rect& mark : marks_) out += kMark * overlap(mark, box);
  for (const Line& line : lines_) {
    if (part_inside(line.from, line.to, box)) out += kLine * box.height;
  }
  return out;
}

std::vector<std::pair<Point, Point>> Room::free_parts(Point from, Point to) const {
  std::vector<std::pair<double, double>> covered;
  for (const Rect& label : labels_) {
    const auto part = part_inside(from, to, {label.x - kAir, label.y - kAir, label.width + 2 * kAir, label.height + 2 * kAir});
    if (part) covered.push_back(*part);
  }
  std::sort(covered.begin(), covered.end());
  const auto at = [&](double part) { return Point{from.x + part * (to.x - from.x), from.y + part * (to.y - from.y)}; };
  std::vector<std::pair<Point, Point>> out;
  double start = 0;
  for (const auto& [first, last] : covered) {
    if (first > start) out.emplace_back(at(start), at(first));
    start = std::max(start, last);
  }
  if (start < 1) out.emplace_back(at(start), at(1));
  return out;
}

}  // namespace briefpack::chart
