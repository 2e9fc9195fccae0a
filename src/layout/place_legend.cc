// Keys to marks and shadings: side by side under a scorecard, or one below the other in a box.
#include <algorithm>
#include <optional>
#include <utility>

#include "layout/draw_symbol.h"
#include "layout/place_blocks.h"

namespace briefpack::layout {

using document::Align;
using document::Legend;
using geometry::Path;
using geometry::Stroke;
using page::ElementId;
using page::Role;
using Swatch = Legend::Swatch;
namespace palette = geometry::palette;

namespace {

constexpr double kSwatchWidth = 18, kSwatchHeight = 10.5, kSwatchGap = 4.5;
constexpr double kSignColumn = 22, kSignGap = 5;  // in a list
constexpr double kItemGap = 7.5;                  // between the items of a row, at least

bool is_shading(Swatch swatch) {
  return swatch == Swatch::band1 || swatch == Swatch::band2 || swatch == Swatch::band3 || swatch == Swatch::unshaded ||
         swatch == Swatch::disputed;
}

void draw_swatch(Ink& ink, Swatch swatch, geometry::Point at) {
  const geometry::Rect box{at.x, at.y, kSwatchWidth, kSwatchHeight};
  page::PathItem item;
  item.shape.path = Path::rect(box);
  switch (swatch) {
    case Swatch::band1:
      item.shape.fill = palette::kBand1;
      break;
    case Swatch::band2:
      item.shape.fill = palette::kBand2;
      break;
    case Swatch::band3:
      item.shape.fill = palette::kBand3;
      break;
    case Swatch::disputed:
      item.shape.fill = palette::kWhite;
      item.shape.hatch = palette::kHatch;
      item.shape.stroke = Stroke{palette::kInk, 0.75, {2.2, 1.6}};
      break;
    default:
      item.shape.fill = palette::kWhite;
      item.shape.stroke = Stroke{palette::kRule, 0.5, {}};
      break;
  }
  ink.items.emplace_back(std::move(item));
}

geometry::TextStyle sign_style(const Context& context, Swatch swatch) {
  if (swatch == Swatch::tag) return form_of(Type::tag, context.lang).style;
  auto style = form_of(Type::sign, context.lang).style;
  if (swatch == Swatch::mark) {
    style.face = geometry::FontFace::semibold;
    style.size = 6.5;
    style.color = palette::kNavy;
  }
  return style;
}

double sign_width(const Context& context, const Legend::Item& item) {
  if (is_shading(item.swatch)) return kSwatchWidth;
  if (item.swatch == Swatch::symbol) return symbol_width(item.symbol, form_of(Type::sign, context.lang).style.size);
  const double width = context.shaper.width(item.sign, sign_style(context, item.swatch), context.lang);
  return item.swatch == Swatch::tag ? width + 2 * kTagPadding : width;
}

// The sign on the baseline of the item's first line; shadings are centred on its lines.
void draw_sign(Context& context, Ink& ink, const Legend::Item& item, double baseline, double text_height,
               ElementId li) {
  if (is_shading(item.swatch)) {
    draw_swatch(ink, item.swatch, {0, (text_height - kSwatchHeight) / 2});
    return;
  }
  const auto style = sign_style(context, item.swatch);
  if (item.swatch == Swatch::symbol) {
    draw_symbol(ink, item.symbol, {0, baseline}, style.size, palette::kInk2, page::kArtifact);
    return;
  }
  double x = 0;
  if (item.swatch == Swatch::tag) {
    x = kTagPadding;
    baseline -= kTagRise;
    draw_tag_frame(ink, {x, baseline}, context.shaper.width(item.sign, style, context.lang));
  }
  set_plain(context, ink, item.sign, style, {x, baseline}, Align::left, context.structure.add(Role::lbl, li));
}

Fragment place_item(Context& context, const Legend::Item& item, Type type, double text_x, double text_width,
                    ElementId list) {
  const ElementId li = context.structure.add(Role::li, list);
  const TypeForm form = form_of(type, context.lang);
  PreparedText text(context, item.text, {.form = form});
  const double height = static_cast<double>(text.line_count(text_width)) * form.leading;
  Ink ink;
  draw_sign(context, ink, item, baseline_in(form, context.fonts()), height, li);
  LineSetting setting;
  setting.measure = text_width;
  setting.element = context.structure.add(Role::lbody, li);
  double y = 0;
  for (auto& line : text.set(setting)) {
    ink.add(std::move(line.ink), {text_x, y});
    y += form.leading;
  }
  return solid(text_x + text_width, std::max(height, is_shading(item.swatch) ? kSwatchHeight : 0), std::move(ink));
}

// The narrowest measure in which the text needs at most two lines.
double two_line_width(Context& context, const document::Inlines& inlines) {
  PreparedText text(context, inlines, {.form = form_of(Type::legend, context.lang)});
  double low = text.least_width(), high = text.natural_width() + text.end_hang();
  while (high - low > 1) {
    const double middle = (low + high) / 2;
    (text.line_count(middle) <= 2 ? high : low) = middle;
  }
  return high;
}

Fragment place_row(Context& context, const Legend& legend, double measure, ElementId list) {
  std::vector<double> texts;
  double total = 0;
  for (const auto& item : legend.items) {
    texts.push_back(two_line_width(context, item.text) + 0.5);
    total += sign_width(context, item) + kSwatchGap + texts.back();
  }
  // Items that do not fit on one row begin another; each row spreads its white space between its items.
  std::vector<Fragment> rows;
  for (std::size_t first = 0; first < legend.items.size();) {
    std::size_t last = first;
    double width = 0;
    while (last < legend.items.size()) {
      const double item = sign_width(context, legend.items[last]) + kSwatchGap + texts[last];
      if (last > first && width + kItemGap + item > measure) break;
      width += (last > first ? kItemGap : 0) + item;
      ++last;
    }
    const std::size_t gaps = last - first - 1;
    const bool is_full_row = total > measure * 0.7 && gaps > 0 && last == legend.items.size() && first == 0;
    const double gap = kItemGap + (is_full_row ? std::max(0.0, (measure - width) / static_cast<double>(gaps)) : 0);
    std::vector<Fragment> row;
    double x = 0;
    for (std::size_t i = first; i < last; ++i) {
      const double text_x = sign_width(context, legend.items[i]) + kSwatchGap;
      row.push_back(
          place_item(context, legend.items[i], Type::legend, text_x, std::min(texts[i], measure - text_x), list));
      row.back().x = x;
      x += text_x + texts[i] + gap;
    }
    rows.push_back(beside(measure, std::move(row)));
    rows.back().gap = 4.5;
    first = last;
  }
  return stack(measure, std::move(rows));
}

Fragment place_entries(Context& context, const Legend& legend, double measure, ElementId list) {
  double column = kSignColumn;
  for (const auto& item : legend.items)
    column = std::max(column, sign_width(context, item));
  column = std::min(column, measure / 2);
  std::vector<Fragment> items;
  for (const auto& item : legend.items) {
    items.push_back(place_item(context, item, Type::small, column + kSignGap, measure - column - kSignGap, list));
  }
  return stack(measure, std::move(items));
}

}  // namespace

Fragment place_legend(Context& context, const Legend& legend, double measure, ElementId parent) {
  const ElementId list = context.structure.add(Role::l, parent);
  return legend.is_row ? place_row(context, legend, measure, list) : place_entries(context, legend, measure, list);
}

}  // namespace briefpack::layout
