// What opens a document: the strip of headline figures, key messages, contents.
#include <algorithm>
#include <utility>

#include "layout/page_grid.h"
#include "layout/place_blocks.h"

namespace briefpack::layout {

using document::Align;
using page::ElementId;
using page::Role;
namespace palette = geometry::palette;

namespace {

constexpr std::size_t kMostFigures = 6;  // in one row of the strip
constexpr double kFigureTop = 1.5 + 5;   // rule and padding
constexpr double kFigureToCaption = 2;
constexpr double kMessageGap = 9, kKoreanMessageGap = 5, kTightCloser = 1.5;
constexpr double kMessageIndent = 18, kKoreanMessageIndent = 15;
constexpr double kContentsPadding = 2.6;

// The largest of the strip's sizes in which the figure stands on one line.
TypeForm fitted_figure(Context& context, const document::Inlines& figure, double width) {
  TypeForm form = form_of(Type::headline_figure, context.lang);
  for (const double size : {form.style.size, 16.0, 14.0, 12.5, 11.2, 10.0, 9.0}) {
    if (size > form.style.size) continue;
    form.style.size = size;
    const PreparedText text(context, figure, {.form = form, .is_headline = true});
    if (text.natural_width() + text.end_hang() <= width) break;
  }
  return form;
}

Fragment place_key_figure(Context& context, const document::KeyFigure& item, double width, ElementId parent) {
  Ink ink;
  ink.rule({0, 0.75}, width, palette::kInk, 1.5);
  LineSetting setting;
  setting.measure = width;
  setting.element = context.structure.add(Role::p, parent);
  const TypeForm form = fitted_figure(context, item.figure, width);
  double y = kFigureTop;
  for (auto& line : PreparedText(context, item.figure, {.form = form, .is_headline = true}).set(setting)) {
    ink.add(std::move(line.ink), {0, y});
    y += form.leading;
  }
  if (!item.caption.empty()) {
    y += kFigureToCaption;
    setting.element = context.structure.add(Role::p, parent);
    const TypeForm caption = form_of(Type::strip_caption, context.lang);
    for (auto& line : PreparedText(context, item.caption, {.form = caption}).set(setting)) {
      ink.add(std::move(line.ink), {0, y});
      y += caption.leading;
    }
  }
  return solid(width, y, std::move(ink));
}

}  // namespace

Fragment place_key_figures(Context& context, const document::KeyFigures& strip, double measure, ElementId parent) {
  const std::size_t columns = std::clamp<std::size_t>(strip.items.size(), 1, kMostFigures);
  const double width = (measure - kGutter * static_cast<double>(columns - 1)) / static_cast<double>(columns);
  std::vector<Fragment> rows;
  std::vector<Fragment> row;
  for (const auto& item : strip.items) {
    Fragment figure = place_key_figure(context, item, width, context.structure.add(Role::div, parent));
    figure.x = static_cast<double>(row.size()) * (width + kGutter);
    row.push_back(std::move(figure));
    if (row.size() == columns) {
      rows.push_back(beside(measure, std::exchange(row, {})));
      rows.back().gap = 12;
    }
  }
  if (!row.empty()) {
    rows.push_back(beside(measure, std::move(row)));
    rows.back().gap = 12;
  }
  return stack(measure, std::move(rows));
}

Fragment place_key_messages(Context& context, const document::KeyMessages& messages, double measure, ElementId parent) {
  const bool korean = is_korean(context.lang);
  const double indent = korean ? kKoreanMessageIndent : kMessageIndent;
  page::Element list = element_of(Role::l, parent);
  list.numbering = page::ListNumbering::decimal;
  const ElementId owner = context.structure.add(std::move(list));
  const TypeForm form = form_of(Type::key_message, context.lang);
  const TypeForm number_form = form_of(Type::message_number, context.lang);
  std::vector<Fragment> items;
  for (std::size_t i = 0; i < messages.items.size(); ++i) {
    const ElementId li = context.structure.add(Role::li, owner);
    Ink number;
    set_plain(context, number, std::to_string(i + 1), number_form.style, {0, baseline_in(form, context.fonts())},
              Align::left, context.structure.add(Role::lbl, li));
    LineSetting setting;
    setting.measure = measure - indent;
    setting.element = context.structure.add(Role::p, context.structure.add(Role::lbody, li));
    Fragment text = set_paragraph(context, messages.items[i], {.form = form}, setting);
    text.x = indent;
    std::vector<Fragment> sides;
    sides.push_back(solid(indent, form.leading, std::move(number)));
    sides.push_back(std::move(text));
    items.push_back(beside(measure, std::move(sides)));
    items.back().gap = (korean ? kKoreanMessageGap : kMessageGap) - (context.is_tight ? kTightCloser : 0);
  }
  Fragment placed = stack(measure, std::move(items));
  placed.is_text = true;
  return placed;
}

Fragment place_contents(Context& context, const document::Contents& contents, double measure, ElementId parent) {
  std::vector<Fragment> rows;
  if (!contents.heading.empty()) {
    document::Heading heading;
    heading.inlines = contents.heading;
    rows.push_back(place_heading(context, heading, measure, parent));
    // The rule under the heading is the top of the first row.
    rows.back().height += 2;
    rows.back().ink.rule({0, rows.back().height}, measure, palette::kInk, kRuleWeight);
    rows.back().height += kRuleWeight / 2;
    rows.back().keeps_with_next = true;
  }
  const ElementId toc = context.structure.add(Role::toc, parent);
  const TypeForm form = form_of(Type::contents_entry, context.lang);
  auto number_style = form.style;
  number_style.face = form.strong;
  for (const auto& entry : contents.entries) {
    const bool is_link = context.is_target(entry.label);
    ElementId element = context.structure.add(Role::toci, toc);
    if (is_link) element = context.structure.add(Role::link, context.structure.add(Role::reference, element));
    const std::string digits(static_cast<std::size_t>(context.digits_of(entry.label)), '0');
    const double number_width = is_link ? context.shaper.width(digits, number_style, context.lang) : 0;

    document::Text title;
    title.text = entry.title;
    title.lang = entry.lang;
    LineSetting setting;
    setting.measure = measure - number_width - kGutter;
    setting.element = element;
    auto lines = PreparedText(context, {title}, {.form = form}).set(setting);
    Ink ink;
    double y = kContentsPadding;
    for (auto& line : lines) {
      ink.add(std::move(line.ink), {0, y});
      y += form.leading;
    }
    if (is_link) {
      const double baseline = y - form.leading + baseline_in(form, context.fonts());
      ink.references.push_back({ink.items.size(), entry.label});
      set_plain(context, ink, digits, number_style, {measure, baseline}, Align::right, element);
      InkLink link;
      link.box = {0, 0, measure, y + kContentsPadding};
      link.target = entry.label;
      link.contents = entry.title;
      link.element = element;
      ink.links.push_back(std::move(link));
    }
    y += kContentsPadding;
    ink.rule({0, y}, measure, palette::kRule, kHairline);
    rows.push_back(solid(measure, y + kHairline / 2, std::move(ink)));
  }
  Fragment placed = stack(measure, std::move(rows));
  placed.is_text = true;
  return placed;
}

}  // namespace briefpack::layout
