#include "layout/set_text.h"

#include <algorithm>
#include <utility>

#include "layout/draw_symbol.h"

namespace briefpack::layout {

using document::Align;
using geometry::Point;
using geometry::Rect;
using page::ElementId;
using page::Role;

namespace {

constexpr double kUnderline = 0.4;

bool hangs(const InlineItem& item) {
  return item.kind == InlineItem::Kind::mark || item.kind == InlineItem::Kind::comma ||
         item.kind == InlineItem::Kind::tag;
}

Rect box_on_line(const Context& context, double x, double baseline, double width, const geometry::TextStyle& style) {
  const auto& metrics = context.fonts().metrics(context.fonts().first_font(style.face));
  const double y = baseline - style.rise;
  return {x, y - metrics.ascender * style.size, width, (metrics.ascender + metrics.descender) * style.size};
}

}  // namespace

void record_exhibit(Context& context, document::FigureIndex figure) {
  if (context.exhibit.empty() || figure >= context.document.figures.size()) return;
  context.places.add_exhibit(figure, context.exhibit);
}

void link_mark(Context& context, Ink& ink, document::NoteIndex note, ElementId link, const Rect& box) {
  if (note >= context.document.notes.size()) return;
  const auto& it = context.document.notes[note];
  const auto& words = it.in(context.lang);
  InkLink target;
  target.kind = InkLink::Kind::note;
  target.box = box;
  target.note = note;
  target.contents = std::to_string(it.number) + ": " + words.source + words.rest;
  target.element = link;
  ink.links.push_back(std::move(target));
}

PreparedText::PreparedText(Context& context, const document::Inlines& inlines, InlineOptions options)
    : context_(&context), options_(std::move(options)), text_(inline_items(context, inlines, options_)) {
  is_started_.resize(text_.items.size());
  shape({});
}

void PreparedText::shape(std::optional<double> max_width) {
  shaped_ = context_->shaper.paragraph(text_.spans, context_->lang, max_width);
  const auto& segments = shaped_->segments();
  extra_.assign(segments.size(), {});
  std::size_t item = 0;
  for (std::size_t s = 0; s < segments.size(); ++s) {
    for (; item < text_.items.size() && text_.items[item].begin < segments[s].end; ++item) {
      extra_[s].space += text_.items[item].before + text_.items[item].after;
    }
    // Marks hang when nothing but white space follows them in the segment.
    for (std::size_t i = item; i > 0 && hangs(text_.items[i - 1]) && text_.items[i - 1].end <= segments[s].end; --i) {
      const InlineItem& mark = text_.items[i - 1];
      extra_[s].hang +=
          mark.before + mark.after + context_->shaper.width(text_.spans[i - 1].text, mark.style, context_->lang);
    }
  }
}

double PreparedText::natural_width() const {
  // The natural width of a text with line ends is that of its longest line.
  const auto lines = break_lines(*shaped_, extra_, 1e6);
  double width = 0;
  for (const auto& line : lines) {
    width = std::max(width, line.width - (line.last > line.first ? extra_[line.last - 1].hang : 0));
  }
  return width;
}

double PreparedText::least_width() const { return least_width(1e6); }

double PreparedText::least_width(double gutter) const {
  double width = 0;
  const auto& segments = shaped_->segments();
  for (std::size_t s = 0; s < segments.size(); ++s) {
    width = std::max(width, segments[s].width + extra_[s].space - std::min(extra_[s].hang, gutter));
  }
  return width;
}

void PreparedText::loosen() {
  if (loosen_figures(text_)) shape({});
}

double PreparedText::end_hang() const {
  double hang = 0;
  for (const auto& extra : extra_)
    hang = std::max(hang, extra.hang);
  return hang;
}

std::optional<DecimalTail> PreparedText::decimal_tail(std::string_view point) const {
  // One stretch of text with a digit, and no other behind it: "33rd of 38" and "50–54" are not aligned.
  const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
  const InlineItem* number = nullptr;
  std::string_view text;
  for (std::size_t i = 0; i < text_.items.size(); ++i) {
    if (text_.items[i].kind != InlineItem::Kind::text) continue;
    const std::string_view words = text_.spans[i].text;
    if (std::none_of(words.begin(), words.end(), is_digit)) continue;
    if (number != nullptr) return {};
    number = &text_.items[i];
    text = words;
  }
  if (number == nullptr) return {};
  const auto digit_at = [&](std::size_t at) { return at < text.size() && is_digit(text[at]); };
  std::size_t end = 0, fraction = std::string_view::npos;
  while (!digit_at(end)) ++end;
  while (end < text.size()) {
    if (digit_at(end)) {
      ++end;
    } else if (text.substr(end).starts_with(point) && digit_at(end + point.size())) {
      fraction = end;
      end += point.size();
    } else {
      // Between thousands: a comma, a point or, in French, a narrow no-break space.
      std::size_t separator = 0;
      for (const std::string_view each : {",", ".", "\u202F"}) {
        if (text.substr(end).starts_with(each)) separator = each.size();
      }
      if (separator == 0 || !digit_at(end + separator)) break;
      end += separator;
    }
  }
  DecimalTail tail;
  tail.unit = text.substr(end);
  if (std::any_of(tail.unit.begin(), tail.unit.end(), is_digit)) return {};
  tail.has_fraction = fraction != std::string_view::npos;
  tail.width = context_->shaper.width(std::string(text.substr(tail.has_fraction ? fraction : end)), number->style, context_->lang);
  return tail;
}

std::vector<LineSpan> PreparedText::break_into(double measure, double gutter) {
  // Very many marks do not hang in a gutter: they are broken like a word that is too long.
  if (least_width(gutter) > measure + 0.01 && loosen_figures(text_)) shape({});
  if (least_width(gutter) > measure + 0.01) {
    double objects = 0;
    for (const auto& extra : extra_)
      objects = std::max(objects, extra.space);
    shape(std::max(measure - objects, options_.form.style.size));
  }
  return break_lines(*shaped_, extra_, measure, gutter);
}

std::size_t PreparedText::line_count(double measure, double gutter) { return break_into(measure, gutter).size(); }

std::vector<ElementId> PreparedText::add_elements(ElementId owner) {
  std::vector<ElementId> elements(text_.items.size(), owner);
  if (owner == page::kArtifact) return elements;
  auto& tree = context_->structure;
  ElementId reference = owner;
  std::uint32_t group = 0;
  for (std::size_t i = 0; i < text_.items.size(); ++i) {
    const InlineItem& item = text_.items[i];
    switch (item.kind) {
      case InlineItem::Kind::mark:
      case InlineItem::Kind::comma:
        if (item.marks != group) reference = tree.add(Role::reference, owner);
        group = item.marks;
        elements[i] = item.kind == InlineItem::Kind::mark ? tree.add(Role::link, reference) : reference;
        break;
      case InlineItem::Kind::tag:
        if (context_->is_target(context_->document.disputes[item.dispute].label))
          elements[i] = tree.add(Role::link, owner);
        break;
      case InlineItem::Kind::symbol:
        elements[i] = page::kArtifact;
        if (!item.symbol.alt.empty()) {
          page::Element sign = element_of(Role::span, owner);
          sign.actual_text = item.symbol.alt;
          elements[i] = tree.add(std::move(sign));
        }
        break;
      case InlineItem::Kind::page_number:
        if (context_->is_target(item.target)) elements[i] = tree.add(Role::link, owner);
        break;
      case InlineItem::Kind::text:
        if (!item.url.empty() || !item.target.empty()) elements[i] = tree.add(Role::link, owner);
        break;
    }
  }
  return elements;
}

void PreparedText::add_link(Ink& ink, const InlineItem& item, ElementId element, const Rect& area,
                            const std::string& words) const {
  if (item.kind == InlineItem::Kind::mark) {
    link_mark(*context_, ink, item.note, element, area);
    return;
  }
  InkLink link;
  link.box = area;
  link.element = element;
  switch (item.kind) {
    case InlineItem::Kind::tag: {
      const auto& dispute = context_->document.disputes[item.dispute];
      link.target = dispute.label;
      link.contents = dispute.tag_alt.empty() ? dispute.id : dispute.tag_alt;
      break;
    }
    case InlineItem::Kind::page_number:
      link.target = item.target;
      link.contents = context_->targets.at(item.target);
      break;
    default:
      if (!item.url.empty()) link.kind = InkLink::Kind::uri;
      link.target = item.url.empty() ? item.target : item.url;
      link.contents = item.url.empty() ? words : item.url;
      break;
  }
  ink.links.push_back(std::move(link));
}

LineBox PreparedText::set_line(const LineSpan& line, const LineSetting& setting,
                               const std::vector<ElementId>& elements) {
  LineBox box;
  box.width = line.width;
  box.hang = line.last > line.first ? extra_[line.last - 1].hang : 0;
  const double own_width = line.width - std::min(box.hang, setting.gutter);
  double x = 0;
  if (setting.align == Align::right) x = setting.measure - own_width;
  if (setting.align == Align::center) x = (setting.measure - line.width) / 2;
  const double baseline = baseline_in(options_.form, context_->fonts());

  auto runs = shaped_->line(line.first, line.last).runs;
  // Where each run stands, in the order in which they are seen; then they are put down as they are read.
  std::vector<double> places(runs.size(), 0);
  std::vector<std::size_t> as_read;
  as_read.reserve(runs.size());
  for (std::size_t i = 0; i < runs.size(); ++i) {
    const std::size_t index = runs[i].tag;
    if (index >= text_.items.size()) continue;
    const InlineItem& item = text_.items[index];
    if (!is_started_[index]) x += item.before;
    is_started_[index] = true;
    places[i] = x;
    // An item in several fonts has several runs; the space after it stands behind the last.
    x += runs[i].width + (i + 1 < runs.size() && runs[i + 1].tag == index ? 0 : item.after);
    as_read.push_back(i);
  }
  const auto order = [&](std::size_t i) { return runs[i].order; };
  if (!std::ranges::is_sorted(as_read, {}, order)) std::ranges::stable_sort(as_read, {}, order);  // sorting takes memory
  box.ink.items.reserve(as_read.size());
  for (const std::size_t i : as_read) {
    const std::size_t index = runs[i].tag;
    const InlineItem& item = text_.items[index];
    const double width = runs[i].width;
    const ElementId element = elements[index];
    x = places[i];

    if (item.kind == InlineItem::Kind::symbol) {
      draw_symbol(box.ink, item.symbol.kind, {x, baseline}, item.style.size, item.style.color, element);
      continue;
    }
    if (item.kind == InlineItem::Kind::tag) draw_tag_frame(box.ink, {x, baseline - item.style.rise}, width);
    const bool is_link =
        element != setting.element && element != page::kArtifact && item.kind != InlineItem::Kind::comma;
    if (is_link) add_link(box.ink, item, element, box_on_line(*context_, x, baseline, width, item.style), runs[i].text);

    page::TextItem text;
    text.at = {x, baseline};
    text.run = std::move(runs[i]);
    text.element = element;
    text.artifact = setting.artifact;
    text.figure = item.figure;
    if (item.kind == InlineItem::Kind::mark) {
      text.notes = {item.note};
      if (item.note < context_->document.notes.size()) merge(box.ink.notes, {item.note});
    }
    if (item.kind == InlineItem::Kind::text && (!item.url.empty() || !item.target.empty())) text.underline = kUnderline;
    if (item.kind == InlineItem::Kind::page_number && context_->is_target(item.target)) {
      box.ink.references.push_back({box.ink.items.size(), item.target});
    }
    box.ink.items.emplace_back(std::move(text));
  }

  const auto end_of = [&](std::size_t segment) { return segment == 0 ? 0 : shaped_->segments()[segment - 1].end; };
  for (const auto& print : text_.prints) {
    if (print.at < end_of(line.first) || print.at >= end_of(line.last)) continue;
    box.ink.prints.push_back(print.print);
    record_exhibit(*context_, print.print.figure);
  }
  return box;
}

std::vector<LineBox> PreparedText::set(const LineSetting& setting) {
  const auto spans = break_into(setting.measure, setting.gutter);
  std::fill(is_started_.begin(), is_started_.end(), false);
  const auto elements = add_elements(setting.element);
  std::vector<LineBox> lines;
  lines.reserve(spans.size());
  for (const auto& span : spans)
    lines.push_back(set_line(span, setting, elements));
  return lines;
}

Fragment paragraph_of(std::vector<LineBox> lines, double width, double leading) {
  std::vector<Fragment> pieces;
  pieces.reserve(lines.size());
  for (auto& line : lines)
    pieces.push_back(solid(width, leading, std::move(line.ink)));
  // Neither the first nor the last line stands alone on a page: no orphans, no widows.
  if (pieces.size() > 1) {
    pieces.front().keeps_with_next = true;
    pieces[pieces.size() - 2].keeps_with_next = true;
  }
  Fragment placed = stack(width, std::move(pieces));
  placed.is_text = true;
  return placed;
}

Fragment set_paragraph(Context& context, const document::Inlines& inlines, const InlineOptions& options,
                       const LineSetting& setting) {
  return paragraph_of(PreparedText(context, inlines, options).set(setting), setting.measure, options.form.leading);
}

void set_plain(Context& context, Ink& ink, std::string_view text, const geometry::TextStyle& style, Point at,
               Align align, ElementId element, page::ArtifactKind artifact) {
  auto line = context.shaper.line(text, style, context.lang);
  double x = at.x;
  if (align == Align::right) x -= line.width;
  if (align == Align::center) x -= line.width / 2;
  for (const text::RunPlace& place : text::as_read(line.runs)) {
    page::TextItem item;
    item.at = {x + place.x, at.y};
    item.run = std::move(line.runs[place.run]);
    item.element = element;
    item.artifact = artifact;
    ink.items.emplace_back(std::move(item));
  }
}

}  // namespace briefpack::layout
