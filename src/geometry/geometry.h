#pragma once

#include <cstdint>
#include <vector>

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

/// Opaque sRGB; there is no transparency anywhere, as PDF/A-1 readers and printers like it.
struct Color {
  std::uint8_t r = 0, g = 0, b = 0;
  friend bool operator==(const Color&, const Color&) = default;
};

constexpr Color rgb(std::uint32_t hex) {
  return {static_cast<std::uint8_t>(hex >> 16), static_cast<std::uint8_t>((hex >> 8) & 0xFF), static_cast<std::uint8_t>(hex & 0xFF)};
}

/// The palette of the visual specification, section 4.
namespace palette {
inline constexpr Color kInk = rgb(0x17212B), kInk2 = rgb(0x46525E), kMuted = rgb(0x5D6975), kRule = rgb(0xC9D1D8),
                       kPanel = rgb(0xF2F5F7), kNavy = rgb(0x12395B), kAccent = rgb(0xB83A0E), kTeal = rgb(0x0F6B63),
                       kBar = rgb(0x8FA3B5), kBand1 = rgb(0x1D4E79), kBand2 = rgb(0x9CC0DE), kBand3 = rgb(0xE1ECF5),
                       kRange = rgb(0xB9C5D0), kAmber = rgb(0xF2A93B), kWhite = rgb(0xFFFFFF), kHatch = rgb(0xD9DFE4),
                       kAlarm = rgb(0x9B1C1C);  // what is wrong with a draft
}  // namespace palette

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
