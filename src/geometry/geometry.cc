#include "geometry/geometry.h"

#include <algorithm>
#include <cmath>

namespace briefpack::geometry {

namespace {

/// Length of the handles that make a cubic curve a quarter of a unit circle, at most 0.03 % off the true arc.
constexpr double kQuarterCircle = 0.5522847498;

/// A closed polygon through `corners`.
Path polygon(std::initializer_list<Point> corners) {
  Path path;
  path.steps.reserve(corners.size() + 1);
  for (const Point& corner : corners)
    path.steps.empty() ? path.move_to(corner) : path.line_to(corner);
  return path.close();
}

/// Lowest and highest value of one coordinate of a cubic curve: at its ends, or where its derivative is zero.
void extend_by_curve(double& low, double& high, double from, double c1, double c2, double to) {
  const auto include = [&](double v) {
    low = std::min(low, v);
    high = std::max(high, v);
  };
  include(to);
  // B'(t) / 3 = a t² + b t + c
  const double a = -from + 3 * c1 - 3 * c2 + to, b = 2 * (from - 2 * c1 + c2), c = c1 - from;
  const auto include_at = [&](double t) {
    if (t <= 0 || t >= 1) return;
    const double s = 1 - t;
    include(s * s * s * from + 3 * s * s * t * c1 + 3 * s * t * t * c2 + t * t * t * to);
  };
  if (std::abs(a) < 1e-12) {
    if (std::abs(b) > 1e-12) include_at(-c / b);
    return;
  }
  const double discriminant = b * b - 4 * a * c;
  if (discriminant < 0) return;
  const double root = std::sqrt(discriminant);
  include_at((-b + root) / (2 * a));
  include_at((-b - root) / (2 * a));
}

}  // namespace

Path& Path::move_to(Point to) {
  steps.push_back({PathStep::Kind::move, to, {}, {}});
  return *this;
}

Path& Path::line_to(Point to) {
  steps.push_back({PathStep::Kind::line, to, {}, {}});
  return *this;
}

Path& Path::curve_to(Point control1, Point control2, Point to) {
  steps.push_back({PathStep::Kind::curve, to, control1, control2});
  return *this;
}

Path& Path::close() {
  steps.push_back({PathStep::Kind::close, {}, {}, {}});
  return *this;
}

Path Path::line(Point from, Point to) {
  Path path;
  path.steps.reserve(2);
  path.move_to(from).line_to(to);
  return path;
}

Path Path::rect(const Rect& r) {
  return polygon({{r.x, r.y}, {r.right(), r.y}, {r.right(), r.bottom()}, {r.x, r.bottom()}});
}

Path Path::rounded(const Rect& r, double radius) {
  const double corner = std::min({radius, r.width / 2, r.height / 2});
  if (corner <= 0) return rect(r);
  const double handle = corner * (1 - kQuarterCircle);  // from the corner of the rectangle to the control point
  const double left = r.x, top = r.y, right = r.right(), bottom = r.bottom();
  Path path;
  path.move_to({left + corner, top}).line_to({right - corner, top});
  path.curve_to({right - handle, top}, {right, top + handle}, {right, top + corner});
  path.line_to({right, bottom - corner});
  path.curve_to({right, bottom - handle}, {right - handle, bottom}, {right - corner, bottom});
  path.line_to({left + corner, bottom});
  path.curve_to({left + handle, bottom}, {left, bottom - handle}, {left, bottom - corner});
  path.line_to({left, top + corner});
  path.curve_to({left, top + handle}, {left + handle, top}, {left + corner, top});
  return path.close();
}

Path Path::circle(Point c, double radius) {
  return rounded({c.x - radius, c.y - radius, 2 * radius, 2 * radius}, radius);
}

Path Path::diamond(Point c, double radius) {
  return polygon({{c.x, c.y - radius}, {c.x + radius, c.y}, {c.x, c.y + radius}, {c.x - radius, c.y}});
}

Path Path::triangle(Point c, double radius) {
  const double half_side = radius * std::sqrt(3.0) / 2;
  return polygon({{c.x, c.y - radius}, {c.x + half_side, c.y + radius / 2}, {c.x - half_side, c.y + radius / 2}});
}

Rect Path::bounds() const {
  if (steps.empty()) return {};
  double left = HUGE_VAL, top = HUGE_VAL, right = -HUGE_VAL, bottom = -HUGE_VAL;
  Point at;
  for (const PathStep& step : steps) {
    if (step.kind == PathStep::Kind::close) continue;
    if (step.kind == PathStep::Kind::curve) {
      extend_by_curve(left, right, at.x, step.control1.x, step.control2.x, step.to.x);
      extend_by_curve(top, bottom, at.y, step.control1.y, step.control2.y, step.to.y);
    } else {
      left = std::min(left, step.to.x);
      right = std::max(right, step.to.x);
      top = std::min(top, step.to.y);
      bottom = std::max(bottom, step.to.y);
    }
    at = step.to;
  }
  return {left, top, right - left, bottom - top};
}

}  // namespace briefpack::geometry
