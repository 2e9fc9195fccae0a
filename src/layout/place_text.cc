#include <algorithm>
#include <optional>
#include <utility>

#include "layout/draw_symbol.h"
#include "layout/place_blocks.h"

namespace briefpack::layout {

using document::Align;
using document::TextRole;
using geometry::Stroke;
using page::ElementId;
using page::Role;
namespace palette = geometry::palette;

namespace {

constexpr double kMarkerGap = 6;
constexpr double kBulletIndent = 9;
constexpr double kQuoteIndent = 10.5;

Role heading_role(int level) {
  constexpr Role kRoles[] = {Role::h1, Role::h2, Role::h3, Role::h4, Role::h5, Role::h6};
  return kRoles[std::clamp(level, 1, 6) - 1];
}

}  // namespace

ElementId add_heading(Context& context, int level, ElementId parent) {
  context.heading_level = std::min(level, context.heading_level + 1);
  return context.structure.add(heading_role(context.heading_level), parent);
}

Type type_of(TextRole role) {
  switch (role) {
    case TextRole::body:
      return Type::body;
    case TextRole::small:
      return Type::small;
    case TextRole::remark:
      return Type::remark;
    case TextRole::column_head:
      return Type::column_head;
    case TextRole::claim:
      return Type::claim;
  }
  return Type::body;
}

Fragment solid_paragraph(std::vector<LineBox> lines, double width, double leading) {
  Ink ink;
  double y = 0;
  for (auto& line : lines) {
    ink.add(std::move(line.ink), {0, y});
    y += leading;
  }
  return solid(width, y, std::move(ink));
}

Fragment place_paragraph(Context& context, const document::Paragraph& paragraph, double measure, ElementId parent) {
  LineSetting setting;
  setting.measure = measure;
  setting.element = context.structure.add(Role::p, parent);
  PreparedText text(context, paragraph.inlines, {.form = form_of(type_of(paragraph.role), context.lang)});
  const double leading = text.leading();
  auto lines = text.set(setting);
  if (paragraph.role == TextRole::column_head) {
    Fragment head = solid_paragraph(std::move(lines), measure, leading);
    head.height += 3;
    head.ink.rule({0, head.height}, measure, palette::kInk, kRuleWeight);
    head.keeps_with_next = true;
    return head;
  }
  Fragment placed = paragraph_of(std::move(lines), measure, leading);
  placed.keeps_with_next = paragraph.role == TextRole::claim;
  return placed;
}

Fragment place_heading(Context& context, const document::Heading& heading, double measure, ElementId parent) {
  const bool is_large = heading.level <= 2;
  LineSetting setting;
  setting.measure = measure;
  setting.element = add_heading(context, is_large ? 2 : 3, parent);
  PreparedText text(context, heading.inlines,
                    {.form = form_of(is_large ? Type::heading : Type::box_heading, context.lang)});
  const double leading = text.leading();
  Fragment placed = solid_paragraph(text.set(setting), measure, leading);
  if (heading.has_rule) {
    placed.height += 1;
    placed.ink.rule({0, placed.height}, measure, palette::kInk, kRuleWeight);
  }
  if (!heading.label.empty()) placed.ink.anchors.push_back({heading.label, {0, 0}, {}, 2});
  placed.keeps_with_next = true;
  return placed;
}

Fragment place_list(Context& context, const document::List& list, double measure, ElementId parent) {
  page::Element element = element_of(Role::l, parent);
  element.numbering = list.is_ordered ? page::ListNumbering::decimal : page::ListNumbering::disc;
  const ElementId owner = context.structure.add(std::move(element));
  const TypeForm form = form_of(type_of(list.role), context.lang);

  std::vector<PreparedText> markers;
  double indent = list.is_ordered ? 0 : kBulletIndent;
  int number = list.start;
  for (const auto& item : list.items) {
    document::Inlines marker = item.marker;
    const bool is_own = !marker.empty() || !item.marker_text.empty();
    if (marker.empty()) {
      document::Text text;
      text.text = !item.marker_text.empty() ? item.marker_text : list.is_ordered ? std::to_string(number) : "•";
      text.flags.is_strong = is_own || list.is_ordered;
      marker.push_back(std::move(text));
    }
    ++number;
    markers.emplace_back(context, marker, InlineOptions{.form = form});
    const double gap = list.is_ordered || is_own ? kMarkerGap : 0;
    indent = std::max(indent, markers.back().natural_width() + markers.back().end_hang() + gap);
  }
  // Markers that are long texts take no more than a third of the measure and wrap.
  indent = std::min(indent, measure / 3);

  std::vector<Fragment> items;
  for (std::size_t i = 0; i < list.items.size(); ++i) {
    const ElementId li = context.structure.add(Role::li, owner);
    LineSetting setting;
    setting.measure = indent;
    setting.element = context.structure.add(Role::lbl, li);
    Fragment marker = solid_paragraph(markers[i].set(setting), indent, form.leading);
    Fragment body = stack(measure - indent, place_blocks(context, list.items[i].body, measure - indent,
                                                         context.structure.add(Role::lbody, li)));
    body.x = indent;
    std::vector<Fragment> sides;
    sides.push_back(std::move(marker));
    sides.push_back(std::move(body));
    items.push_back(beside(measure, std::move(sides)));
    items.back().gap = form.leading < 11 ? 2 : 3;
    // Items whose markers are tags are entries of their own; they stand further apart.
    if (!list.items[i].marker.empty() && form.leading < 13) items.back().gap = 3;
  }
  Fragment placed = stack(measure, std::move(items));
  placed.is_text = true;
  return placed;
}

Fragment place_quote(Context& context, const document::Quote& quote, double measure, ElementId parent) {
  const ElementId owner = context.structure.add(Role::block_quote, parent);
  Frame frame;
  frame.left = kQuoteIndent;
  frame.side_rule = Stroke{palette::kRule, 1.5, {}};
  Fragment placed = stack(measure, place_blocks(context, quote.body, measure - kQuoteIndent, owner), std::move(frame));
  placed.is_text = true;
  return placed;
}

Fragment place_spacer(double measure) {
  Ink ink;
  ink.rule({0, kRuleWeight / 2}, measure, palette::kInk, kRuleWeight);
  return solid(measure, kRuleWeight, std::move(ink));
}

}  // namespace briefpack::layout
