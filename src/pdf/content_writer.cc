#include "pdf/content_writer.h"

#include <algorithm>
#include <cassert>
#include <cmath>

#include <fmt/format.h>

#include "base/utf8.h"
#include "geometry/number_text.h"
#include "pdf/pdf_syntax.h"

namespace briefpack::pdf {

namespace {

std::int64_t hundredths(double points) { return std::llround(points * 100); }

void append_color(std::string& out, geometry::Rgb color, std::string_view gray_operator,
                  std::string_view rgb_operator) {
  const auto put = [&](std::uint8_t value) {
    geometry::append_number(out, value / 255.0, 3);
    out += ' ';
  };
  put(color.r);
  const bool is_gray = color.r == color.g && color.g == color.b;
  if (!is_gray) {
    put(color.g);
    put(color.b);
  }
  out += is_gray ? gray_operator : rgb_operator;
  out += '\n';
}

/// Two languages that a reader pronounces alike: one is the other with or without a region.
bool is_same_language(std::string_view a, std::string_view b) {
  return a.substr(0, a.find('-')) == b.substr(0, b.find('-'));
}

/// The text of a cluster as it was written: text::clusters gives the mirror image of a bracket that runs from right to left.
std::string unmirrored(const text::GlyphRun& run, const text::Cluster& cluster) {
  const std::string written = run.text.substr(run.glyphs[cluster.first_glyph].cluster, cluster.text.size());
  constexpr std::string_view kBrackets = "()[]{}<>\u00AB\u00BB";
  const bool is_bracket = cluster.glyph_count == 1 && kBrackets.find(cluster.text) != std::string_view::npos;
  return is_bracket && kBrackets.find(written) != std::string_view::npos ? written : cluster.text;
}

/// What glyph `i` of a cluster of several stands for, by itself: each must stand for something (ISO 14289-1, 7.21.7), and
/// programs that do not know ActualText shall read the whole cluster once. Glyphs beyond the letters get a zero width space.
std::string shared_text(const text::Cluster& cluster, std::size_t i, bool right_to_left) {
  const std::size_t in_order = right_to_left ? cluster.glyph_count - 1 - i : i;
  const bool is_last = in_order + 1 == cluster.glyph_count;
  std::size_t at = 0;
  for (std::size_t skipped = 0; skipped < in_order && at < cluster.text.size(); ++skipped)
    next_code_point(cluster.text, at);
  if (at == cluster.text.size()) return "\u200B";
  std::size_t end = at;
  next_code_point(cluster.text, end);
  return cluster.text.substr(at, is_last ? std::string::npos : end - at);
}

/// The rectangle that a path is, when it is one with upright sides.
std::optional<geometry::Rect> as_rectangle(const geometry::Path& path) {
  using Kind = geometry::PathStep::Kind;
  const auto& s = path.steps;
  if (s.size() != 5 || s[0].kind != Kind::move || s[4].kind != Kind::close) return std::nullopt;
  for (int i = 1; i < 4; ++i) {
    if (s[i].kind != Kind::line) return std::nullopt;
  }
  const bool is_upright =
      s[0].to.y == s[1].to.y && s[1].to.x == s[2].to.x && s[2].to.y == s[3].to.y && s[3].to.x == s[0].to.x;
  if (!is_upright) return std::nullopt;
  return path.bounds();
}

}  // namespace

ContentWriter::ContentWriter(const page::Pages& pages, const HaruDoc::Page& page, EmbeddedFonts& fonts,
                             EmbeddedImages& images, StructWriter& structure, HaruDoc& doc)
    : tree_(pages.structure),
      palette_(pages.palette),
      page_height_(pages.size.height),
      page_(page),
      fonts_(fonts),
      images_(images),
      structure_(structure),
      doc_(doc) {}

void ContentWriter::add(const page::Item& item) {
  if (const auto* text = std::get_if<page::TextItem>(&item)) {
    add_text(*text);
  } else if (const auto* path = std::get_if<page::PathItem>(&item)) {
    add_path(*path);
  } else {
    add_image(std::get<page::ImageItem>(item));
  }
}

std::string ContentWriter::finish() {
  end_mark();
  return std::move(out_);
}

// ---- marked content

void ContentWriter::begin_mark(const Mark& mark) {
  if (mark_ == mark && mark.actual_text.empty()) return;
  end_mark();
  if (mark.element == page::kArtifact) {
    switch (mark.artifact) {
      case page::ArtifactKind::layout:
        out_ += "/Artifact BMC\n";
        break;
      case page::ArtifactKind::header:
        out_ += "/Artifact<</Type/Pagination/Subtype/Header>>BDC\n";
        break;
      case page::ArtifactKind::footer:
        out_ += "/Artifact<</Type/Pagination/Subtype/Footer>>BDC\n";
        break;
      case page::ArtifactKind::background:
        out_ += "/Artifact<</Type/Background>>BDC\n";
        break;
    }
  } else {
    const bool is_span = !mark.actual_text.empty();
    const std::uint32_t mcid =
        is_span ? structure_.add_span_content(mark.element) : structure_.add_content(mark.element);
    out_ += '/';
    out_ += is_span ? "Span" : name(tree_[mark.element].role);
    out_ += "<</MCID ";
    append_integer(out_, mcid);
    if (!mark.lang.empty()) out_ += "/Lang" + byte_string(mark.lang);
    if (is_span) out_ += "/ActualText" + text_string(mark.actual_text);
    out_ += ">>BDC\n";
  }
  mark_ = mark;
}

void ContentWriter::end_mark() {
  end_text();
  if (mark_) out_ += "EMC\n";
  mark_.reset();
}

// ---- text

void ContentWriter::begin_text() {
  if (in_text_) return;
  out_ += "BT\n";
  in_text_ = true;
  line_x_ = line_y_ = 0;
}

void ContentWriter::end_text() {
  if (in_text_) out_ += "ET\n";
  in_text_ = false;
}

void ContentWriter::add_text(const page::TextItem& item) {
  if (item.run.glyphs.empty()) return;
  Mark mark{item.element, item.artifact, {}, {}};
  if (item.element != page::kArtifact) {
    mark.artifact = page::ArtifactKind::layout;
    const std::string_view lang = structure_.lang_of(item.element);
    if (!item.run.lang.empty() && !is_same_language(item.run.lang, lang)) mark.lang = item.run.lang;
  }

  const bool right_to_left = item.run.right_to_left;
  EmbeddedFont& font = *fonts_.at(item.run.font);
  codes_.clear();
  parts_.clear();
  text::clusters(item.run, clusters_);
  for (const text::Cluster& cluster : clusters_) {
    bool has_text = cluster.glyph_count == 1;
    for (std::size_t i = 0; i < cluster.glyph_count; ++i) {
      const std::uint16_t glyph = item.run.glyphs[cluster.first_glyph + i].id;
      codes_.push_back(has_text ? font.code_for(glyph, cluster.text) : font.code_for(glyph, shared_text(cluster, i, right_to_left)));
      has_text = has_text && codes_.back().has_text;
    }
    const std::size_t end = cluster.first_glyph + cluster.glyph_count;
    // A bracket from right to left is drawn as its mirror image, for which its code stands everywhere else, too.
    std::string read;
    if (right_to_left) {
      read = unmirrored(item.run, cluster);
      has_text = has_text && read == cluster.text;
    }
    // An artifact is not read, so its glyphs need not tell.
    if (!has_text && item.element != page::kArtifact) parts_.push_back({cluster.first_glyph, end, right_to_left ? read : cluster.text});
    else if (!parts_.empty() && parts_.back().actual_text.empty()) parts_.back().last = end;
    else parts_.push_back({cluster.first_glyph, end, {}});
  }
  // Written as they are read (ISO 32000-1, 14.8.2.3: readers of the structure go by the order of the content).
  if (right_to_left) std::reverse(parts_.begin(), parts_.end());
  for (const Part& part : parts_) {
    double x = item.at.x;
    for (std::size_t i = 0; i < part.first; ++i) x += item.run.glyphs[i].advance;
    Mark owner = mark;
    owner.actual_text = part.actual_text;
    begin_mark(owner);
    show(item, part.first, part.last, x);
  }

  if (item.underline > 0) {
    begin_mark(mark);
    end_text();
    set_fill(item.run.style.color);
    constexpr double kBelowBaseline = 0.13;  // of the size: clear of the letters, above the next line
    const double top = item.at.y + kBelowBaseline * item.run.style.size;
    for (const double length : {item.at.x, page_height_ - top - item.underline, item.run.width, item.underline}) {
      append_number(out_, length);
      out_ += ' ';
    }
    out_ += "re f\n";
  }
}

void ContentWriter::set_font(const text::GlyphRun& run) {
  if (font_ == run.font && font_size_ == run.style.size) return;
  font_ = run.font;
  font_size_ = run.style.size;
  out_ += fmt::format("/{} {} Tf\n", doc_.font_name(page_, fonts_.at(run.font)->object()), number(run.style.size));
}

/// Moves are relative to the start of the line before, in hundredths, so that rounding never adds up.
void ContentWriter::move_to(double x, double y) {
  const std::int64_t to_x = hundredths(x), to_y = hundredths(page_height_ - y);
  append_number(out_, static_cast<double>(to_x - line_x_) / 100);
  out_ += ' ';
  append_number(out_, static_cast<double>(to_y - line_y_) / 100);
  out_ += " Td\n";
  line_x_ = to_x;
  line_y_ = to_y;
}

void ContentWriter::show(const page::TextItem& item, std::size_t first, std::size_t last, double x) {
  const text::GlyphRun& run = item.run;
  begin_text();
  set_font(run);
  set_fill(run.style.color);
  move_to(x, item.at.y - run.style.rise);

  // The pen counts what the viewer adds up, in thousandths of the size; adjustments are the rounded difference to the
  // exact place, so that no error adds up.
  const double in_thousandths = 1000 / run.style.size;
  double pen = 0;
  places_.clear();
  for (std::size_t i = first; i < last; ++i) places_.push_back(i == first ? 0 : places_.back() + run.glyphs[i - 1].advance);
  double raised = 0;
  enum { closed, in_array, in_string } part = closed;
  const auto close = [&] {
    if (part == in_string) out_ += '>';
    if (part != closed) out_ += "]TJ\n";
    part = closed;
  };
  for (std::size_t count = 0; count < last - first; ++count) {
    const std::size_t i = run.right_to_left ? last - 1 - count : first + count;
    const text::Glyph& glyph = run.glyphs[i];
    if (std::abs(-glyph.dy - raised) > 0.001) {
      close();
      raised = -glyph.dy;
      out_ += number(raised) + " Ts\n";
    }
    if (part == closed) {
      out_ += '[';
      part = in_array;
    }
    const double off = pen - (places_[i - first] + glyph.dx) * in_thousandths;
    const std::int64_t adjustment = std::abs(off) < 0.4 ? 0 : std::llround(off);
    if (adjustment != 0) {
      if (part == in_string) out_ += '>';
      append_integer(out_, adjustment);
      part = in_array;
      pen -= static_cast<double>(adjustment);
    }
    if (part == in_array) {
      out_ += '<';
      part = in_string;
    }
    append_hex(out_, codes_[i].cid);
    pen += codes_[i].width;
  }
  close();
  if (raised != 0) out_ += "0 Ts\n";
}

// ---- shapes

void ContentWriter::set_fill(geometry::Color color) {
  const geometry::Rgb fill = palette_[color];
  if (state_.fill == fill) return;
  state_.fill = fill;
  append_color(out_, fill, "g", "rg");
}

void ContentWriter::set_stroke(const geometry::Stroke& stroke) {
  const geometry::Rgb color = palette_[stroke.color];
  if (state_.stroke != color) append_color(out_, color, "G", "RG");
  if (state_.width != stroke.width) out_ += number(stroke.width) + " w\n";
  if (state_.dash != stroke.dash) {
    out_ += '[';
    for (const double length : stroke.dash)
      out_ += number(length) + " ";
    out_ += "]0 d\n";
  }
  state_.stroke = color;
  state_.width = stroke.width;
  state_.dash = stroke.dash;
}

void ContentWriter::point(geometry::Point p) {
  append_number(out_, p.x);
  out_ += ' ';
  append_number(out_, page_height_ - p.y);
  out_ += ' ';
}

void ContentWriter::append_path(const geometry::Path& path, geometry::Point at) {
  const auto put = [&](geometry::Point p) { point({at.x + p.x, at.y + p.y}); };
  if (const auto rect = as_rectangle(path)) {
    put({rect->x, rect->bottom()});
    append_number(out_, rect->width);
    out_ += ' ';
    append_number(out_, rect->height);
    out_ += " re\n";
    return;
  }
  for (const geometry::PathStep& step : path.steps) {
    switch (step.kind) {
      case geometry::PathStep::Kind::move:
        put(step.to);
        out_ += "m\n";
        break;
      case geometry::PathStep::Kind::line:
        put(step.to);
        out_ += "l\n";
        break;
      case geometry::PathStep::Kind::curve:
        put(step.control1);
        put(step.control2);
        put(step.to);
        out_ += "c\n";
        break;
      case geometry::PathStep::Kind::close:
        out_ += "h\n";
        break;
    }
  }
}

/// Lines that rise to the right, inside the shape only.
void ContentWriter::append_hatch(const page::PathItem& item) {
  constexpr double kApart = 3.5, kWidth = 0.9;  // square to the lines; geometry/picture.h
  const double step = kApart * std::sqrt(2.0);
  const geometry::Rect box = box_of(item);
  const State before = state_;
  out_ += "q\n";
  append_path(item.shape.path, item.at);
  out_ += "W n\n";
  set_stroke({*item.shape.hatch, kWidth, {}});
  // Each line goes through the whole height of the box; the clip cuts what lies beside it.
  for (double x = box.x - box.height + step / 2; x < box.right(); x += step) {
    point({x, box.bottom()});
    out_ += "m ";
    point({x + box.height, box.y});
    out_ += "l\n";
  }
  out_ += "S\nQ\n";
  state_ = before;
}

void ContentWriter::add_path(const page::PathItem& item) {
  const geometry::PathShape& shape = item.shape;
  if (shape.path.steps.empty() || (!shape.fill && !shape.stroke && !shape.hatch)) return;
  const bool is_artifact = item.element == page::kArtifact;
  begin_mark({item.element, is_artifact ? item.artifact : page::ArtifactKind::layout, {}, {}});
  end_text();
  const bool at_once = shape.fill && shape.stroke && !shape.hatch;
  if (shape.fill) {
    set_fill(*shape.fill);
    if (at_once) set_stroke(*shape.stroke);
    append_path(shape.path, item.at);
    out_ += at_once ? "B\n" : "f\n";
  }
  if (shape.hatch) append_hatch(item);
  if (shape.stroke && !at_once) {
    set_stroke(*shape.stroke);
    append_path(shape.path, item.at);
    out_ += "S\n";
  }
}

// ---- images

void ContentWriter::add_image(const page::ImageItem& item) {
  const bool is_artifact = item.element == page::kArtifact;
  begin_mark({item.element, is_artifact ? item.artifact : page::ArtifactKind::layout, {}, {}});
  end_text();
  // An image is the unit square, its first row at the top (ISO 32000-1, 8.9.3).
  out_ += fmt::format("q\n{} 0 0 {} {} {} cm\n/{} Do\nQ\n", number(item.size.width), number(item.size.height), number(item.at.x),
                      number(page_height_ - item.at.y - item.size.height), doc_.image_name(page_, images_.object_of(item.image)));
}

}  // namespace briefpack::pdf
