#include "layout/draw_symbol.h"

namespace briefpack::layout {

using document::SymbolKind;
using geometry::Color;
using geometry::Path;
using geometry::Point;
using geometry::Stroke;

namespace {

// The signs were drawn for text of 7.5 points and grow with it.
double scale_of(double size) { return size / 7.5; }

bool is_arrow(SymbolKind kind) { return kind == SymbolKind::arrow_right; }

// The right half of a disc: two quarters of a circle; 0.5523 makes a cubic curve follow it to 0.03 %.
Path half_disc(Point centre, double radius) {
  const double k = 0.5523 * radius;
  Path path;
  path.move_to({centre.x, centre.y - radius});
  path.curve_to({centre.x + k, centre.y - radius}, {centre.x + radius, centre.y - k}, {centre.x + radius, centre.y});
  path.curve_to({centre.x + radius, centre.y + k}, {centre.x + k, centre.y + radius}, {centre.x, centre.y + radius});
  return path.close();
}

void draw_arrow(Ink& ink, Point at, double size, Color color, page::ElementId element) {
  const double y = at.y - 0.36 * size, left = at.x + 0.06 * size, right = at.x + 0.74 * size, wing = 0.24 * size;
  Path path;
  path.move_to({left, y}).line_to({right, y});
  path.move_to({right - wing, y - wing}).line_to({right, y}).line_to({right - wing, y + wing});
  ink.add(std::move(path), {}, Stroke{color, 0.1 * size, {}}, element);
}

}  // namespace

double symbol_width(SymbolKind kind, double size) { return is_arrow(kind) ? 0.8 * size : 8 * scale_of(size); }

void draw_symbol(Ink& ink, SymbolKind kind, Point at, double size, Color color, page::ElementId element) {
  const double k = scale_of(size);
  const Point centre{at.x + 4 * k, at.y - 2.8 * k};
  // Corner of the 8 by 8 box that the strokes below are given in.
  const auto in_box = [&](double x, double y) { return Point{centre.x + (x - 4) * k, centre.y + (y - 4) * k}; };
  const auto filled = [&](Path path) { ink.add(std::move(path), color, {}, element); };
  const auto stroked = [&](Path path, double weight, std::vector<double> dash = {}) {
    ink.add(std::move(path), {}, Stroke{color, weight * k, std::move(dash)}, element);
  };
  switch (kind) {
    case SymbolKind::arrow_right:
      draw_arrow(ink, at, size, color, element);
      return;
    case SymbolKind::dot_filled:
      filled(Path::circle(centre, 3.2 * k));
      return;
    case SymbolKind::dot_half:
      stroked(Path::circle(centre, 3 * k), 1);
      filled(half_disc(centre, 3 * k));
      return;
    case SymbolKind::dot_open:
      stroked(Path::circle(centre, 3 * k), 1.1);
      return;
    case SymbolKind::dot_dashed:
      stroked(Path::circle(centre, 3 * k), 0.9, {1.4 * k, 1.2 * k});
      return;
    case SymbolKind::square_filled:
      filled(Path::rect({centre.x - 2.9 * k, centre.y - 2.9 * k, 5.8 * k, 5.8 * k}));
      return;
    case SymbolKind::diamond_filled:
      filled(Path::diamond(centre, 3.8 * k));
      return;
    case SymbolKind::diamond_open:
      stroked(Path::diamond(centre, 3.5 * k), 1);
      return;
    case SymbolKind::triangle:
      stroked(Path::triangle(centre, 3.4 * k), 1);
      return;
    case SymbolKind::not_equal: {
      Path path;
      path.move_to(in_box(0.9, 2.7)).line_to(in_box(7.1, 2.7));
      path.move_to(in_box(0.9, 5.3)).line_to(in_box(7.1, 5.3));
      path.move_to(in_box(5.6, 0.7)).line_to(in_box(2.4, 7.3));
      stroked(std::move(path), 1);
      return;
    }
    case SymbolKind::plus: {
      Path path;
      path.move_to(in_box(4, 0.9)).line_to(in_box(4, 7.1));
      path.move_to(in_box(0.9, 4)).line_to(in_box(7.1, 4));
      stroked(std::move(path), 1.25);
      return;
    }
    case SymbolKind::cross: {
      Path path;
      path.move_to(in_box(1.3, 1.3)).line_to(in_box(6.7, 6.7));
      path.move_to(in_box(6.7, 1.3)).line_to(in_box(1.3, 6.7));
      stroked(std::move(path), 1.25);
      return;
    }
  }
}

void draw_tag_frame(Ink& ink, Point at, double width) {
  constexpr double kStroke = 0.75, kHeight = 8.4, kAscent = 6.3, kRadius = 1.2;
  const geometry::Rect box{at.x - kTagPadding + kStroke / 2, at.y - kAscent, width + 2 * kTagPadding - kStroke,
                           kHeight};
  ink.add(Path::rounded(box, kRadius), geometry::palette::kWhite, Stroke{geometry::palette::kInk, kStroke, {}});
}

}  // namespace briefpack::layout
