// Boxes and columns: blocks inside blocks.
#include <algorithm>
#include <utility>

#include "layout/page_grid.h"
#include "layout/place_blocks.h"

namespace briefpack::layout {

using document::Align;
using document::Box;
using geometry::Stroke;
using page::ElementId;
using page::Role;
namespace palette = geometry::palette;

namespace {

Frame frame_of(Box::Style style) {
  Frame frame;
  switch (style) {
    case Box::Style::panel:
      frame = {9, 10.5, 9, 10.5, palette::kPanel, {}, {}, {}};
      break;
    case Box::Style::framed:
      frame = {12, 12, 12, 12, {}, Stroke{palette::kInk, kRuleWeight, {}}, {}, {}};
      break;
    case Box::Style::ruled:
      frame.top = 6;
      frame.rule = Stroke{palette::kInk, kRuleWeight, {}};
      break;
  }
  return frame;
}

// Heading and aside share the first line when they fit; else the aside stands below.
Fragment place_box_head(Context& context, const Box& box, double measure, ElementId parent) {
  const TypeForm form = form_of(box.style == Box::Style::framed ? Type::heading : Type::box_heading, context.lang);
  TypeForm aside_form = form_of(Type::small, context.lang);
  aside_form.style.color = palette::kInk2;
  Ink ink;
  double y = 0;
  double last_width = 0;
  LineSetting setting;
  setting.measure = measure;
  if (!box.heading.empty()) {
    setting.element = add_heading(context, box.style == Box::Style::framed ? 2 : 3, parent);
    for (auto& line : PreparedText(context, box.heading, {.form = form}).set(setting)) {
      last_width = line.width;
      ink.add(std::move(line.ink), {0, y});
      y += form.leading;
    }
  }
  if (!box.aside.empty()) {
    PreparedText aside(context, box.aside, {.form = aside_form});
    const bool goes_beside = y > 0 && last_width + kGutter + aside.natural_width() + aside.end_hang() <= measure;
    setting.align = goes_beside ? Align::right : Align::left;
    setting.element = context.structure.add(Role::p, parent);
    if (goes_beside) {
      // One baseline for both.
      y += baseline_in(form, context.fonts()) - form.leading - baseline_in(aside_form, context.fonts());
    }
    for (auto& line : aside.set(setting)) {
      ink.add(std::move(line.ink), {0, y});
      y += aside_form.leading;
    }
    if (goes_beside) {
      y += form.leading - baseline_in(form, context.fonts()) -
           (aside_form.leading - baseline_in(aside_form, context.fonts()));
    }
  }
  Fragment head = solid(measure, y, std::move(ink));
  head.keeps_with_next = true;
  return head;
}

double below_head(const Box& box) {
  if (box.style == Box::Style::framed) return 6;
  if (!box.body.empty() && std::holds_alternative<document::Columns>(box.body.front().content)) return 6;
  return 2;
}

}  // namespace

Fragment place_box(Context& context, const Box& box, double measure, ElementId parent) {
  const ElementId owner = context.structure.add(Role::div, parent);
  Frame frame = frame_of(box.style);
  const double inner = measure - frame.left - frame.right;
  std::vector<Fragment> parts;
  if (!box.heading.empty() || !box.aside.empty()) parts.push_back(place_box_head(context, box, inner, owner));
  const bool has_head = !parts.empty();
  auto body = place_blocks(context, box.body, inner, owner);
  if (has_head && !body.empty()) body.front().gap = below_head(box);
  for (auto& part : body)
    parts.push_back(std::move(part));
  if (!box.label.empty()) {
    Ink anchor;
    anchor.anchors.push_back({box.label, {-frame.left, -frame.top}, {}, 2});
    Fragment mark = solid(inner, 0, std::move(anchor));
    mark.keeps_with_next = true;
    if (!parts.empty()) parts.front().gap = 0;
    parts.insert(parts.begin(), std::move(mark));
  }
  return stack(measure, std::move(parts), std::move(frame));
}

namespace {

Fragment place_flow(Context& context, const document::Columns& columns, double measure, ElementId parent) {
  const auto places = column_places(columns.widths, columns.widths.size(), measure, context.variant);
  const double width = places.front().width;
  std::vector<double> x;
  for (const auto& place : places) x.push_back(place.x);
  Fragment placed = in_columns(measure, stack(width, place_blocks(context, columns.columns.front(), width, parent)), std::move(x));
  placed.is_text = true;
  return placed;
}

}  // namespace

Fragment place_columns(Context& context, const document::Columns& columns, double measure, ElementId parent) {
  if (columns.is_flow) return place_flow(context, columns, measure, parent);
  const auto places = column_places(columns.widths, columns.columns.size(), measure, context.variant);
  std::vector<Fragment> sides;
  for (std::size_t i = 0; i < columns.columns.size(); ++i) {
    sides.push_back(stack(places[i].width, place_blocks(context, columns.columns[i], places[i].width, parent)));
    sides.back().x = places[i].x;
  }
  return beside(measure, std::move(sides));
}

}  // namespace briefpack::layout
