#include "layout/place_chart.h"

#include <algorithm>
#include <set>
#include <utility>

#include "chart/draw.h"
#include "layout/draw_symbol.h"
#include "layout/set_text.h"

namespace briefpack::layout {

using geometry::Path;
using geometry::PathShape;
using geometry::Picture;
using geometry::Point;
using geometry::Rect;
using geometry::TextPiece;
using geometry::TextShape;
using page::ElementId;
using page::Role;

namespace {

Point scaled(Point point, double by) { return {point.x * by, point.y * by}; }

PathShape scaled(PathShape shape, double by) {
  for (auto& step : shape.path.steps) {
    step.to = scaled(step.to, by);
    step.control1 = scaled(step.control1, by);
    step.control2 = scaled(step.control2, by);
  }
  return shape;
}

// A note mark "2,3" is a text for each number and the commas between; everything else stays whole.
std::vector<TextPiece> single_marks(const TextPiece& piece) {
  const auto commas = static_cast<std::size_t>(std::count(piece.text.begin(), piece.text.end(), ','));
  if (piece.notes.size() < 2 || commas + 1 != piece.notes.size()) return {piece};
  std::vector<TextPiece> parts;
  std::size_t from = 0;
  for (const auto note : piece.notes) {
    const std::size_t comma = piece.text.find(',', from);
    TextPiece number = piece;
    number.text = piece.text.substr(from, comma == std::string::npos ? comma : comma - from);
    number.notes = {note};
    parts.push_back(std::move(number));
    if (comma == std::string::npos) break;
    TextPiece separator = piece;
    separator.text = ",";
    separator.notes.clear();
    parts.push_back(std::move(separator));
    from = comma + 1;
  }
  return parts;
}

// Sets one text of a picture, piece by piece on its baseline.
class PictureText {
 public:
  PictureText(Context& context, Ink& ink, double scale, ElementId figure)
      : context_(context), ink_(ink), scale_(scale), figure_(figure) {}

  void set(const TextShape& shape) {
    const std::string& lang = shape.lang.empty() ? context_.lang : shape.lang;
    std::vector<TextPiece> pieces;
    double width = 0;
    for (const auto& piece : shape.pieces) {
      for (auto& part : single_marks(piece)) {
        part.style.size *= scale_;
        part.style.rise *= scale_;
        width += context_.shaper.width(part.text, part.style, lang);
        pieces.push_back(std::move(part));
      }
    }
    Point at = scaled(shape.at, scale_);
    if (shape.anchor == geometry::Anchor::middle) at.x -= width / 2;
    if (shape.anchor == geometry::Anchor::end) at.x -= width;
    if (shape.patch && !pieces.empty()) add_patch(*shape.patch, at, width, pieces.front().style);
    record(shape);
    for (auto& piece : pieces)
      set(piece, at, lang);
  }

 private:
  void add_patch(geometry::Color color, Point at, double width, const geometry::TextStyle& style) {
    const auto& metrics = context_.fonts().metrics(context_.fonts().first_font(style.face));
    const double ascent = metrics.ascender * style.size, descent = metrics.descender * style.size;
    ink_.add(Path::rect({at.x - 1.5, at.y - ascent, width + 3, ascent + descent}), color, {}, figure_);
  }

  // Pieces of one figure that follow each other are one printed form.
  void record(const TextShape& shape) {
    for (std::size_t i = 0; i < shape.pieces.size();) {
      const auto figure = shape.pieces[i].figure;
      std::string text;
      std::size_t next = i;
      for (; next < shape.pieces.size() && shape.pieces[next].figure == figure; ++next)
        text += shape.pieces[next].text;
      if (figure != geometry::kNone) {
        ink_.prints.push_back({figure, text});
        record_exhibit(context_, figure);
      }
      i = next;
    }
  }

  void set(const TextPiece& piece, Point& at, const std::string& lang) {
    ElementId element = figure_;
    const bool is_mark = !piece.notes.empty();
    if (is_mark) {
      if (piece.notes.size() == 1) element = context_.structure.add(Role::reference, figure_);
      element = context_.structure.add(Role::link, element);
    }
    const auto dispute = piece.dispute;
    const bool is_tag =
        dispute < context_.document.disputes.size() && context_.is_target(context_.document.disputes[dispute].label);
    if (is_tag) element = context_.structure.add(Role::link, figure_);

    auto line = context_.shaper.line(piece.text, piece.style, lang);
    const Rect area{at.x, at.y - piece.style.rise - 0.8 * piece.style.size, line.width, piece.style.size};
    if (is_mark) {
      for (const auto note : piece.notes) {
        link_mark(context_, ink_, note, element, area);
        if (note < context_.document.notes.size()) merge(ink_.notes, {note});
      }
    }
    if (is_tag) {
      InkLink link;
      link.box = area;
      link.target = context_.document.disputes[dispute].label;
      link.contents = context_.document.disputes[dispute].tag_alt;
      if (link.contents.empty()) link.contents = piece.text;
      link.element = element;
      ink_.links.push_back(std::move(link));
    }
    for (const text::RunPlace& place : text::as_read(line.runs)) {
      page::TextItem item;
      item.at = {at.x + place.x, at.y};
      item.run = std::move(line.runs[place.run]);
      item.element = element;
      item.figure = piece.figure;
      item.notes = piece.notes;
      ink_.items.emplace_back(std::move(item));
    }
    at.x += line.width;
  }

  Context& context_;
  Ink& ink_;
  double scale_;
  ElementId figure_;
};

}  // namespace

Ink set_picture(Context& context, const Picture& picture, double scale, ElementId figure) {
  Ink ink;
  PictureText text(context, ink, scale, figure);
  for (const auto& shape : picture.shapes) {
    if (const auto* path = std::get_if<PathShape>(&shape)) {
      page::PathItem item;
      item.shape = scale == 1 ? *path : scaled(*path, scale);
      item.element = figure;
      ink.items.emplace_back(std::move(item));
    } else {
      text.set(std::get<TextShape>(shape));
    }
  }
  // A figure that is drawn and not written, such as a dot that says yes, stands in the exhibit all the same.
  for (const auto& shape : picture.shapes) {
    const auto* path = std::get_if<PathShape>(&shape);
    if (path == nullptr || path->figure == geometry::kNone) continue;
    const bool is_written = std::any_of(ink.prints.begin(), ink.prints.end(), [&](const auto& print) { return print.figure == path->figure; });
    if (is_written) continue;
    ink.prints.push_back({path->figure, ""});
    record_exhibit(context, path->figure);
  }
  return ink;
}

namespace {

constexpr double kLeastLabel = 6.5;  // visual specification, section 6: no label below that

double smallest_text(const Picture& picture) {
  double smallest = 100;
  for (const auto& shape : picture.shapes) {
    const auto* text = std::get_if<TextShape>(&shape);
    if (text == nullptr) continue;
    // Marks and tags have sizes of their own, which follow that of their text.
    for (const auto& piece : text->pieces) {
      if (piece.style.rise == 0 && piece.notes.empty() && piece.dispute == geometry::kNone) smallest = std::min(smallest, piece.style.size);
    }
  }
  return smallest;
}

chart::TextMeasurer measurer(Context& context, const document::ChartSpec& chart) {
  return [&context, lang = chart.lang.empty() ? context.lang : chart.lang](std::string_view text, const geometry::TextStyle& style) {
    return context.shaper.width(text, style, lang);
  };
}

// What the notes of rows take at most: two columns of one line each.
double height_of_notes(const document::ChartSpec& chart, std::size_t from, std::size_t to) {
  constexpr double kLine = 9, kAround = 40;
  std::set<document::NoteIndex> notes;  // Many rows may share one, which stands once at the foot.
  for (std::size_t row = from; row < to; ++row) {
    if (chart.mark == document::Mark::lanes) {
      for (const auto& item : chart.lanes[row].items) notes.insert(item.notes.begin(), item.notes.end());
    } else {
      for (const auto& value : chart.rows[row].values) notes.insert(value.notes.begin(), value.notes.end());
      notes.insert(chart.rows[row].multiple.notes.begin(), chart.rows[row].multiple.notes.end());
    }
  }
  return kAround + kLine * static_cast<double>((notes.size() + 1) / 2);
}

// Rows that share a dispute are joined by a bracket, which no page cuts, unless they fill a page.
std::size_t with_whole_brackets(const document::ChartSpec& chart, std::size_t from, std::size_t count) {
  std::size_t end = from + count;
  if (chart.mark != document::Mark::paired || end >= chart.rows.size()) return count;
  const auto dispute_of = [&](std::size_t row) { return chart.rows[row].values.front().dispute; };
  while (end > from && dispute_of(end - 1) != document::kNone && dispute_of(end - 1) == dispute_of(end)) --end;
  return end > from ? end - from : count;
}

}  // namespace

std::optional<PlacedChart> place_chart(Context& context, const document::ChartSpec& chart, double measure, double room,
                                       ElementId figure) {
  const auto measure_text = measurer(context, chart);
  const Picture picture = chart::draw(chart, measure, measure_text, context.dispute_ids, context.is_tight);
  double scale = 1;
  if (picture.size.height > room && room > 0) {
    if (chart::divisible_rows(chart) > 1) return {};
    scale = room / picture.size.height;
    const bool can_be_read = scale * smallest_text(picture) >= kLeastLabel;
    if (!can_be_read) scale = 1;
    const std::string what = can_be_read ? "drawn at " + std::to_string(static_cast<int>(scale * 100)) + " per cent of its size" : "cut between its rows";
    context.warnings.push_back(
        Diagnostic::warning("layout/chart-too-tall", context.place, "the chart " + context.exhibit + " is higher than a page; it is " + what)
            .hint("give it fewer rows"));
  }
  return PlacedChart{set_picture(context, picture, scale, figure), picture.size.height * scale};
}

std::vector<std::size_t> chart_parts(Context& context, const document::ChartSpec& chart, double measure, double first_room, double room) {
  const std::size_t count = chart::divisible_rows(chart);
  const auto measure_text = measurer(context, chart);
  const auto fits = [&](std::size_t from, std::size_t to, double height) {
    const Picture picture = chart::draw_part(chart, from, to, measure, measure_text, context.dispute_ids, context.is_tight);
    return picture.size.height + height_of_notes(chart, from, to) <= height;
  };
  // The most rows for each part first; that says how many parts there are.
  const auto filled = [&](std::size_t most) {
    std::vector<std::size_t> parts;
    for (std::size_t from = 0; from < count;) {
      const double height = parts.empty() ? first_room : room;
      std::size_t least = 1, high = std::min(most, count - from);
      while (least < high) {
        const std::size_t middle = (least + high + 1) / 2;
        if (fits(from, from + middle, height)) least = middle;
        else high = middle - 1;
      }
      parts.push_back(with_whole_brackets(chart, from, least));
      from += parts.back();
    }
    return parts;
  };
  const auto full = filled(count);
  const auto even = filled((count + full.size() - 1) / full.size());
  return even.size() == full.size() ? even : full;
}

std::string rows_named(const document::ChartSpec& chart, std::size_t from, std::size_t to) {
  const bool has_lanes = chart.mark == document::Mark::lanes;
  const auto name = [&](std::size_t row) { return has_lanes ? chart.lanes[row].label : chart.rows[row].label; };
  return name(from) + " – " + name(to - 1);
}

PlacedChart place_chart_part(Context& context, const document::ChartSpec& chart, std::size_t from, std::size_t to, double measure,
                             ElementId figure) {
  const Picture picture = chart::draw_part(chart, from, to, measure, measurer(context, chart), context.dispute_ids, context.is_tight);
  return {set_picture(context, picture, 1, figure), picture.size.height};
}

}  // namespace briefpack::layout
