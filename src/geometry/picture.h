#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "geometry/geometry.h"
#include "geometry/text_style.h"

namespace briefpack::geometry {

/// No index: the shape belongs to no figure, note list or dispute.
inline constexpr std::uint32_t kNone = 0xFFFFFFFF;

enum class Anchor : std::uint8_t { start, middle, end };

struct Stroke {
  Color color = palette::kInk;
  double width = 0.5;        ///< Points.
  std::vector<double> dash;  ///< Lengths on and off in points; empty is solid.
};

/// A filled and stroked path, perhaps with 45° hatching inside it.
struct PathShape {
  Path path;
  std::optional<Color> fill;
  std::optional<Stroke> stroke;
  std::optional<Color> hatch;    ///< Colour of the hatch lines, 3.5 apart and 0.9 wide; drawn over the fill.
  std::uint32_t figure = kNone;  ///< Document figure that the mark shows.
};

/// A part of a label. Pieces follow each other on one baseline without space between them.
struct TextPiece {
  std::string text;
  TextStyle style;
  std::uint32_t figure = kNone;      ///< Document figure whose printed text this is.
  std::vector<std::uint32_t> notes;  ///< Non-empty: this piece is a note mark; indices into the document's notes.
  std::uint32_t dispute = kNone;     ///< This piece is a framed dispute tag ("D1"); index into the document's disputes.
};

struct TextShape {
  Point at;  ///< Baseline, at the anchor.
  Anchor anchor = Anchor::start;
  std::vector<TextPiece> pieces;
  std::optional<Color> patch;  ///< Background behind the text (white patch on hatching).
  std::string lang;
};

using Shape = std::variant<PathShape, TextShape>;

/// A drawing: shapes in painting order, coordinates from the picture's own top left corner.
struct Picture {
  Size size;
  std::vector<Shape> shapes;
};

/// "m 0,0 l 10,0 z fill=#17212B stroke=#46525E:0.5[2,1] hatch=#D9DFE4 fig=3": what there is of it, two decimals.
std::string dump(const PathShape& shape);

/// "#17212B": what the colour is in the theme `plain`.
std::string dump(Color color);

/// One line per shape with rounded numbers, for goldens.
std::string dump(const Picture& picture);

}  // namespace briefpack::geometry
