#include "chart/canvas.h"

#include <algorithm>
#include <utility>

namespace briefpack::chart {

using geometry::Anchor;
using geometry::FontFace;
using geometry::Path;
using geometry::PathShape;
using geometry::Point;
using geometry::Rect;
using geometry::Stroke;
using geometry::TextPiece;
using geometry::TextShape;
using geometry::TextStyle;
namespace palette = geometry::palette;

namespace style {
TextStyle axis() { return {FontFace::regular, 7, palette::kMuted, 0, true, 0}; }
TextStyle panel_head() { return {FontFace::semibold, 7, palette::kInk2, 0, false, 0}; }
TextStyle row_label(bool is_focus) {
  return {is_focus ? FontFace::bold : FontFace::semibold, 8, is_focus ? palette::kAccent : palette::kInk, 0, false, 0};
}
TextStyle sublabel() { return {FontFace::regular, 6.75, palette::kMuted, 0, false, 0}; }
TextStyle direct_label(bool is_focus) {
  return {is_focus ? FontFace::bold : FontFace::semibold, 8, is_focus ? palette::kAccent : palette::kInk, 0, true, 0};
}
TextStyle remark() { return {FontFace::regular, 6.75, palette::kMuted, 0, false, 0}; }
TextStyle key() { return {FontFace::regular, 7, palette::kInk2, 0, false, 0}; }
}  // namespace style

namespace {

// Note marks: 64 % of their text, raised 0.42 em, never below 4.9 (visual specification, section 3).
TextStyle mark_style(const TextStyle& text) {
  return {FontFace::semibold, std::max(4.9, text.size * 0.64),
          text.color == palette::kWhite ? palette::kWhite : palette::kNavy, 0, false, text.rise + text.size * 0.42};
}

constexpr double kTagSize = 5.8;
constexpr double kTagPadding = 1.8;
constexpr double kTagGap = 2.5;     // between a mark and the tag's frame
constexpr double kAscent = 0.97, kDescent = 0.24;  // Inter's, as fractions of the size: boxes of labels

TextStyle tag_style() { return {FontFace::bold, kTagSize, palette::kInk, 0, false, 0}; }

}  // namespace

Label label_of(const document::ChartValue& value, TextStyle text_style) {
  return {value.label, text_style, value.figure, value.notes, document::kNone};
}

Canvas::Form form_of(document::Holder holder) {
  switch (holder) {
    case document::Holder::country: return Canvas::Form::circle;
    case document::Holder::company: return Canvas::Form::square;
    case document::Holder::other: break;
  }
  return Canvas::Form::diamond;
}

void Canvas::line(Point from, Point to, geometry::Color color, double weight, std::vector<double> dash) {
  PathShape shape;
  shape.path = Path::line(from, to);
  shape.stroke = Stroke{color, weight, std::move(dash)};
  shapes_.push_back(std::move(shape));
}

void Canvas::rect(const Rect& box, std::optional<geometry::Color> fill, std::optional<Stroke> stroke,
                  document::FigureIndex figure, double radius) {
  PathShape shape;
  shape.path = radius > 0 ? Path::rounded(box, radius) : Path::rect(box);
  shape.fill = fill;
  shape.stroke = std::move(stroke);
  shape.figure = figure;
  shapes_.push_back(std::move(shape));
}

void Canvas::hatched(const Rect& box, document::FigureIndex figure) {
  PathShape shape;
  shape.path = Path::rect(box);
  shape.fill = palette::kWhite;
  shape.hatch = palette::kInk2;
  shape.stroke = Stroke{palette::kInk, 0.75, {}};
  shape.figure = figure;
  shapes_.push_back(std::move(shape));
}

void Canvas::point(Point centre, double radius, Form form, Fill fill, geometry::Color color, document::FigureIndex figure) {
  PathShape shape;
  switch (form) {
    case Form::circle: shape.path = Path::circle(centre, radius); break;
    case Form::square: {
      // A square of the circle's area looks as large as the circle.
      const double half = radius * 0.886;
      shape.path = Path::rect({centre.x - half, centre.y - half, 2 * half, 2 * half});
      break;
    }
    case Form::diamond: shape.path = Path::diamond(centre, radius * 1.2); break;
  }
  if (fill == Fill::filled) {
    shape.fill = color;
  } else {
    shape.fill = palette::kWhite;
    shape.stroke = Stroke{color, 1.0, fill == Fill::dashed ? std::vector<double>{1.6, 1.2} : std::vector<double>{}};
  }
  shape.figure = figure;
  shapes_.push_back(std::move(shape));
}

void Canvas::dot(Point centre, document::SymbolKind kind, geometry::Color color) {
  constexpr double kRadius = 4;
  const auto ring = [&](double weight, std::vector<double> dash) {
    PathShape shape;
    shape.path = Path::circle(centre, kRadius - 0.6);
    shape.fill = palette::kWhite;
    shape.stroke = Stroke{color, weight, std::move(dash)};
    shapes_.push_back(std::move(shape));
  };
  switch (kind) {
    case document::SymbolKind::dot_half: {
      ring(1.2, {});
      // The right half of a circle as two Bézier quarters; 0.5523 is the usual constant for a quarter (Riškus 2006).
      const double r = kRadius - 0.6, k = 0.5523 * r;
      PathShape half;
      half.path.move_to({centre.x, centre.y - r});
      half.path.curve_to({centre.x + k, centre.y - r}, {centre.x + r, centre.y - k}, {centre.x + r, centre.y});
      half.path.curve_to({centre.x + r, centre.y + k}, {centre.x + k, centre.y + r}, {centre.x, centre.y + r});
      half.path.close();
      half.fill = color;
      shapes_.push_back(std::move(half));
      break;
    }
    case document::SymbolKind::dot_open: ring(1.4, {}); break;
    case document::SymbolKind::dot_dashed: ring(1.1, {1.7, 1.4}); break;
    default: point(centre, kRadius, Form::circle, Fill::filled, color); break;
  }
}

std::string Canvas::tag_text(document::DisputeIndex dispute) const {
  return dispute < dispute_ids_.size() ? dispute_ids_[dispute] : "D" + std::to_string(dispute + 1);
}

std::vector<TextPiece> Canvas::pieces_of(const Label& label) const {
  std::vector<TextPiece> pieces;
  TextPiece words;
  words.text = label.text;
  words.style = label.style;
  words.figure = label.figure;
  pieces.push_back(std::move(words));
  if (!label.notes.empty()) {
    TextPiece marks;
    for (const auto note : label.notes) marks.text += (marks.text.empty() ? "" : ",") + std::to_string(note + 1);
    marks.style = mark_style(label.style);
    marks.notes = label.notes;
    pieces.push_back(std::move(marks));
  }
  return pieces;
}

double Canvas::width_of(const Label& label) const {
  double width = 0;
  for (const auto& piece : pieces_of(label)) width += measure_(piece.text, piece.style);
  if (label.dispute != document::kNone) {
    width += kTagGap + 2 * kTagPadding + measure_(tag_text(label.dispute), tag_style());
  }
  return width;
}

Rect Canvas::text(Point at, Anchor anchor, const Label& label, std::optional<geometry::Color> patch) {
  const double width = width_of(label);
  const double left = anchor == Anchor::start ? at.x : anchor == Anchor::end ? at.x - width : at.x - width / 2;
  const Rect box{left, at.y - kAscent * label.style.size, width, (kAscent + kDescent) * label.style.size};
  if (patch) rect({box.x - 2.5, box.y, box.width + 5, box.height}, patch);
  TextShape shape;
  shape.at = {left, at.y};
  shape.pieces = pieces_of(label);
  shape.lang = lang_;
  double marks_end = left;
  for (const auto& piece : shape.pieces) marks_end += measure_(piece.text, piece.style);
  shapes_.push_back(std::move(shape));
  if (label.dispute != document::kNone) tag({marks_end + kTagGap, at.y}, label.dispute);
  return box;
}

Rect Canvas::text(Point at, Anchor anchor, std::string words, const TextStyle& text_style) {
  Label label;
  label.text = std::move(words);
  label.style = text_style;
  return text(at, anchor, label);
}

double Canvas::tag(Point at, document::DisputeIndex dispute) {
  const std::string id = tag_text(dispute);
  const double width = measure_(id, tag_style()) + 2 * kTagPadding;
  rect({at.x, at.y - 6.4, width, 8.4}, palette::kWhite, Stroke{palette::kInk, 0.75, {}}, document::kNone, 1.2);
  TextShape shape;
  shape.at = {at.x + kTagPadding, at.y};
  shape.lang = lang_;
  TextPiece piece;
  piece.text = id;
  piece.style = tag_style();
  piece.dispute = dispute;
  shape.pieces.push_back(std::move(piece));
  shapes_.push_back(std::move(shape));
  return width;
}

std::vector<std::string> Canvas::wrap(std::string_view words, const TextStyle& text_style, double width) const {
  std::vector<std::string> lines;
  std::string line;
  while (!words.empty()) {
    const std::size_t space = words.find(' ');
    const std::string word(words.substr(0, space));
    words.remove_prefix(space == std::string_view::npos ? words.size() : space + 1);
    const std::string longer = line.empty() ? word : line + " " + word;
    if (!line.empty() && measure_(longer, text_style) > width) {
      lines.push_back(std::exchange(line, word));
    } else {
      line = longer;
    }
  }
  if (!line.empty()) lines.push_back(std::move(line));
  return lines;
}

namespace {
constexpr double kLabelLeading = 9.5, kSublabelLeading = 8.5;
}  // namespace

double Canvas::row_label_height(double width, const document::ChartRow& row) const {
  const auto lines = wrap(row.label, style::row_label(row.is_focus), width).size();
  const auto sublines = wrap(row.sublabel, style::sublabel(), width).size();
  return kLabelLeading * static_cast<double>(lines) + kSublabelLeading * static_cast<double>(sublines);
}

double Canvas::row_label(double middle, double width, const document::ChartRow& row) {
  const double height = row_label_height(width, row);
  double y = middle - height / 2;
  for (auto& line : wrap(row.label, style::row_label(row.is_focus), width)) {
    text({0, y + 7.4}, Anchor::start, std::move(line), style::row_label(row.is_focus));
    y += kLabelLeading;
  }
  for (auto& line : wrap(row.sublabel, style::sublabel(), width)) {
    text({0, y + 6.4}, Anchor::start, std::move(line), style::sublabel());
    y += kSublabelLeading;
  }
  return height;
}

double Canvas::key_line(double top, const std::vector<document::ChartSpec::KeyItem>& key) {
  if (key.empty()) return top;
  constexpr double kSwatch = 10, kGap = 14, kLeading = 11;
  using Swatch = document::ChartSpec::KeyItem::Swatch;
  double x = 0, y = top + 9;
  for (const auto& item : key) {
    const double width = kSwatch + measure_(item.text, style::key());
    if (x > 0 && x + width > width_) {
      x = 0;
      y += kLeading;
    }
    const Point centre{x + 3.6, y - 2.5};
    const geometry::Color color = item.is_focus ? palette::kAccent : palette::kInk2;
    switch (item.swatch) {
      case Swatch::circle: point(centre, 3.2, Form::circle, Fill::filled, color); break;
      case Swatch::square: point(centre, 3.2, Form::square, Fill::filled, color); break;
      case Swatch::diamond_filled: point(centre, 3.2, Form::diamond, Fill::filled, color); break;
      case Swatch::circle_hollow: point(centre, 3.2, Form::circle, Fill::hollow, color); break;
      case Swatch::square_hollow: point(centre, 3.2, Form::square, Fill::hollow, color); break;
      case Swatch::diamond: point(centre, 3.2, Form::diamond, Fill::hollow, palette::kInk); break;
      case Swatch::dashed_circle: point(centre, 3.2, Form::circle, Fill::dashed, palette::kInk); break;
      case Swatch::hatch: hatched({x, y - 6, 7.2, 7.2}, document::kNone); break;
      case Swatch::dot_filled: dot(centre, document::SymbolKind::dot_filled, palette::kInk2); break;
      case Swatch::dot_half: dot(centre, document::SymbolKind::dot_half, palette::kInk2); break;
      case Swatch::dot_open: dot(centre, document::SymbolKind::dot_open, palette::kInk2); break;
      case Swatch::dot_dashed: dot(centre, document::SymbolKind::dot_dashed, palette::kInk2); break;
    }
    // A text wider than the canvas runs on in further lines under itself.
    bool is_first = true;
    for (auto& line : wrap(item.text, style::key(), width_ - x - kSwatch)) {
      if (!is_first) y += kLeading;
      text({x + kSwatch, y}, Anchor::start, std::move(line), style::key());
      is_first = false;
    }
    x += width + kGap;
  }
  return y + 3;
}

geometry::Picture Canvas::finish(double height) {
  geometry::Picture picture;
  picture.size = {width_, height};
  picture.shapes = std::move(shapes_);
  return picture;
}

}  // namespace briefpack::chart
