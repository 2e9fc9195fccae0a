#pragma once

#include <cstdint>
#include <vector>

#include "geometry/palette.h"

namespace briefpack::geometry {

/// All coordinates are PDF points (1/72 inch), origin at the top left, y down. PDF's own flip is done in pdf/ alone.
struct Point {
  double x = 0;
  double y = 0;
  friend bool operator==(const Point&, const Point&) = default;
};

struct Size {
  double width = 0;
  double height = 0;
};

struct Rect {
  double x = 0;
  double y = 0;
  double width = 0;
  double height = 0;

  double right() const { return x + width; }
  double bottom() const { return y + height; }
  bool intersects(const Rect& other) const {
    return x < other.right() && other.x < right() && y < other.bottom() && other.y < bottom();
  }
  friend bool operator==(const Rect&, const Rect&) = default;
};

/// One step of a path. `curve` is a cubic Bézier with two control points.
struct PathStep {
  enum class Kind : std::uint8_t { move, line, curve, close } kind = Kind::move;
  Point to, control1, control2;
};

struct Path {
  std::vector<PathStep> steps;

  Path& move_to(Point to);
  Path& line_to(Point to);
  Path& curve_to(Point control1, Point control2, Point to);
  Path& close();

  static Path line(Point from, Point to);
  static Path rect(const Rect& rect);
  /// A rectangle with corners of `radius`.
  static Path rounded(const Rect& rect, double radius);
  static Path circle(Point centre, double radius);
  static Path diamond(Point centre, double radius);
  static Path triangle(Point centre, double radius);
  Rect bounds() const;
};

}  // namespace briefpack::geometry
