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
constexpr double kPatch = 1;        // air around a label that is placed, and the rim of its patch
constexpr double kTagTop = 6.4, kTagHeight = 8.4;  // of the frame, from the baseline up
constexpr double kTagGap = 2.5;     // between a mark and the tag's frame
constexpr double kAscent = 0.97, kDescent = 0.24;  // Inter's, as fractions of the size: boxes of labels

PathShape line_shape(Point from, Point to, Stroke stroke) {
  PathShape shape;
  shape.path = Path::line(from, to);
  shape.stroke = std::move(stroke);
  return shape;
}

TextStyle tag_style() { return {FontFace::bold, kTagSize, palette::kInk, 0, false, 0}; }

}  // namespace

Label label_of(const document::ChartValue& value, TextStyle text_style) {
  return {value.label, text_style, value.figure, value.notes, document::kNone};
}

geometry::Stroke estimated_edge() { return {palette::kInk2, 0.75, {2, 1.6}}; }

Canvas::Form form_of(document::Holder holder) {
  switch (holder) {
    case document::Holder::country: return Canvas::Form::circle;
    case document::Holder::company: return Canvas::Form::square;
    case document::Holder::other: break;
  }
  return Canvas::Form::diamond;
}

void Canvas::line(Point from, Point to, geometry::Color color, double weight, std::vector<double> dash) {
  room_.take_line(from, to);
  shapes_.push_back(line_shape(from, to, Stroke{color, weight, std::move(dash)}));
}

void Canvas::grid(Point from, Point to, geometry::Color color, double weight, std::vector<double> dash) {
  grid_.push_back({shapes_.size(), from, to, Stroke{color, weight, std::move(dash)}});
}

void Canvas::ground(const Rect& box, geometry::Color fill) {
  PathShape shape;
  shape.path = Path::rect(box);
  shape.fill = fill;
  shapes_.push_back(std::move(shape));
}

void Canvas::rect(const Rect& box, std::optional<geometry::Color> fill, std::optional<Stroke> stroke,
                  document::FigureIndex figure, double radius) {
  room_.take_mark(box);
  PathShape shape;
  shape.path = radius > 0 ? Path::rounded(box, radius) : Path::rect(box);
  shape.fill = fill;
  shape.stroke = std::move(stroke);
  shape.figure = figure;
  shapes_.push_back(std::move(shape));
}

void Canvas::hatched(const Rect& box, document::FigureIndex figure) {
  room_.take_mark(box);
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
  room_.take_mark(shape.path.bounds());
  shapes_.push_back(std::move(shape));
}

void Canvas::dot(Point centre, document::SymbolKind kind, geometry::Color color) {
  constexpr double kRadius = 4;
  room_.take_mark({centre.x - kRadius, centre.y - kRadius, 2 * kRadius, 2 * kRadius});
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
  if (label.notes.empty()) width = measure_(label.text, label.style);  // most
  else for (const auto& piece : pieces_of(label)) width += measure_(piece.text, piece.style);
  if (label.dispute != document::kNone) {
    width += kTagGap + 2 * kTagPadding + measure_(tag_text(label.dispute), tag_style());
  }
  return width;
}

Rect Canvas::text(Point at, Anchor anchor, const Label& label, std::optional<geometry::Color> patch) {
  const double width = width_of(label);
  const double left = anchor == Anchor::start ? at.x : anchor == Anchor::end ? at.x - width : at.x - width / 2;
  const Rect box{left, at.y - kAscent * label.style.size, width, (kAscent + kDescent) * label.style.size};
  if (patch) ground({box.x - 2.5, box.y, box.width + 5, box.height}, *patch);
  room_.take_label(ink_of(label, {left, at.y}));
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

Rect Canvas::ink_of(const Label& label, Point left) const {
  constexpr double kFigureHeight = 0.73, kDescender = 0.2;  // Inter's, as fractions of the size
  const double size = label.style.size;
  // Note marks stand above the figures, a tag's frame reaches a little further on both sides.
  const double rise = label.notes.empty() ? 0 : mark_style(label.style).rise + kFigureHeight * mark_style(label.style).size - kFigureHeight * size;
  const double top = std::max(kFigureHeight * size + std::max(rise, 0.0), label.dispute == document::kNone ? 0.0 : kTagTop);
  const double bottom = std::max(kDescender * size, label.dispute == document::kNone ? 0.0 : kTagHeight - kTagTop);
  return {left.x, left.y - top, width_of(label), top + bottom};
}

Rect Canvas::place(const Label& label, const std::vector<Spot>& spots) {
  const double width = width_of(label);
  const Spot* best = nullptr;
  double least = 0;
  for (const Spot& spot : spots) {
    const double left = spot.anchor == Anchor::start ? spot.at.x : spot.anchor == Anchor::end ? spot.at.x - width : spot.at.x - width / 2;
    const double outside = std::max(0.0, -left) + std::max(0.0, left + width - width_);
    // Outside the canvas nothing can be read at all.
    const Rect ink = ink_of(label, {left, spot.at.y});
    const double crowding = room_.crowding({ink.x - kPatch, ink.y - kPatch, ink.width + 2 * kPatch, ink.height + 2 * kPatch}) + 10000 * outside;
    if (best != nullptr && crowding >= least) continue;
    best = &spot;
    least = crowding;
    if (crowding == 0) return text(spot.at, spot.anchor, label);
  }
  const double left = best->anchor == Anchor::start ? best->at.x : best->anchor == Anchor::end ? best->at.x - width : best->at.x - width / 2;
  const Rect ink = ink_of(label, {left, best->at.y});
  ground({ink.x - kPatch, ink.y - kPatch, ink.width + 2 * kPatch, ink.height + 2 * kPatch}, palette::kWhite);
  return text(best->at, best->anchor, label);
}

double Canvas::tag(Point at, document::DisputeIndex dispute) {
  const std::string id = tag_text(dispute);
  const double width = measure_(id, tag_style()) + 2 * kTagPadding;
  rect({at.x, at.y - kTagTop, width, kTagHeight}, palette::kWhite, Stroke{palette::kInk, 0.75, {}}, document::kNone, 1.2);
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

namespace {

/// The longest beginning of a word that is at most `width` wide, at least one character: bytes of it.
std::size_t fitting(std::string_view word, double width, const TextMeasurer& measure, const TextStyle& text_style) {
  std::size_t end = 0;
  while (end < word.size()) {
    std::size_t next = end + 1;
    while (next < word.size() && (static_cast<unsigned char>(word[next]) & 0xC0) == 0x80) ++next;
    if (end > 0 && measure(word.substr(0, next), text_style) > width) break;
    end = next;
  }
  return end;
}

}  // namespace

std::vector<std::string> Canvas::wrap(std::string_view words, const TextStyle& text_style, double width) const {
  std::vector<std::string> lines;
  std::string line;
  while (!words.empty()) {
    const std::size_t space = words.find(' ');
    std::string word(words.substr(0, space));
    words.remove_prefix(space == std::string_view::npos ? words.size() : space + 1);
    std::string longer = line.empty() ? word : line + " " + word;
    if (measure_(longer, text_style) <= width) {
      line = std::move(longer);
      continue;
    }
    if (!line.empty()) lines.push_back(std::exchange(line, {}));
    while (measure_(word, text_style) > width) {
      const std::size_t end = fitting(word, width, measure_, text_style);
      if (end == word.size()) break;
      lines.push_back(word.substr(0, end));
      word.erase(0, end);
    }
    line = std::move(word);
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
      case Swatch::dashed_bar: rect({x, y - 6, 7.2, 7.2}, palette::kBar, estimated_edge()); break;
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
  auto line = grid_.begin();
  for (std::size_t i = 0; i <= shapes_.size(); ++i) {
    for (; line != grid_.end() && line->before == i; ++line) {
      for (const auto& [from, to] : room_.free_parts(line->from, line->to)) picture.shapes.push_back(line_shape(from, to, line->stroke));
    }
    if (i < shapes_.size()) picture.shapes.push_back(std::move(shapes_[i]));
  }
  return picture;
}

}  // namespace briefpack::chart
