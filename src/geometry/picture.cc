#include "geometry/picture.h"

#include <fmt/format.h>

#include "geometry/number_text.h"

namespace briefpack::geometry {

namespace {

std::string point(Point p) { return number_text(p.x, 2) + "," + number_text(p.y, 2); }

std::string_view face_name(FontFace face) {
  switch (face) {
    case FontFace::regular:
      return "regular";
    case FontFace::semibold:
      return "semibold";
    case FontFace::bold:
      return "bold";
    case FontFace::display_bold:
      return "display-bold";
  }
  return "?";
}

std::string_view anchor_name(Anchor anchor) {
  switch (anchor) {
    case Anchor::start:
      return "start";
    case Anchor::middle:
      return "middle";
    case Anchor::end:
      return "end";
  }
  return "?";
}

std::string dump(const TextPiece& piece) {
  std::string out = fmt::format("{}:{}", face_name(piece.style.face), number_text(piece.style.size, 2));
  if (piece.style.color != palette::kInk) out += dump(piece.style.color);
  if (piece.style.rise != 0) out += fmt::format("^{}", number_text(piece.style.rise, 2));
  out += fmt::format("\"{}\"", piece.text);
  if (piece.figure != kNone) out += fmt::format(" fig={}", piece.figure);
  if (!piece.notes.empty()) out += fmt::format(" notes={}", fmt::join(piece.notes, ","));
  if (piece.dispute != kNone) out += fmt::format(" dispute={}", piece.dispute);
  return out;
}

std::string dump(const TextShape& shape) {
  std::string out = fmt::format("text {} {}", point(shape.at), anchor_name(shape.anchor));
  if (shape.patch) out += " patch=" + dump(*shape.patch);
  if (!shape.lang.empty()) out += " lang=" + shape.lang;
  for (const TextPiece& piece : shape.pieces)
    out += " " + dump(piece);
  return out;
}

}  // namespace

std::string dump(Color color) { return fmt::format("#{:06X}", hex(Palette{}[color])); }

std::string dump(const PathShape& shape) {
  std::string out = "path";
  for (const PathStep& step : shape.path.steps) {
    switch (step.kind) {
      case PathStep::Kind::move:
        out += " m " + point(step.to);
        break;
      case PathStep::Kind::line:
        out += " l " + point(step.to);
        break;
      case PathStep::Kind::curve:
        out += " c " + point(step.control1) + " " + point(step.control2) + " " + point(step.to);
        break;
      case PathStep::Kind::close:
        out += " z";
        break;
    }
  }
  if (shape.fill) out += " fill=" + dump(*shape.fill);
  if (shape.stroke) {
    out += " stroke=" + dump(shape.stroke->color) + ":" + number_text(shape.stroke->width, 2);
    if (!shape.stroke->dash.empty()) out += fmt::format("[{}]", fmt::join(shape.stroke->dash, ","));
  }
  if (shape.hatch) out += " hatch=" + dump(*shape.hatch);
  if (shape.figure != kNone) out += fmt::format(" fig={}", shape.figure);
  return out;
}

std::string dump(const Picture& picture) {
  std::string out =
      fmt::format("picture {} x {}\n", number_text(picture.size.width, 2), number_text(picture.size.height, 2));
  for (const Shape& shape : picture.shapes) {
    out += std::visit([](const auto& s) { return dump(s); }, shape) + "\n";
  }
  return out;
}

}  // namespace briefpack::geometry
