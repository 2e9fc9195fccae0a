#include "layout/table_cells.h"

#include <algorithm>
#include <utility>

namespace briefpack::layout {

using document::Align;
using document::TableStyle;
using geometry::Path;
using geometry::Stroke;
using page::ElementId;
using page::Role;
namespace palette = geometry::palette;

namespace {
constexpr double kBarHeight = 11;
}

namespace {

TableForm usual_form(TableStyle style) {
  switch (style) {
    case TableStyle::ledger:
      return {Type::ledger_cell, Type::group_head, 2.6, 5.5, 14.5, 6, 2.4};
    case TableStyle::pairs:
      return {Type::pairs_cell, Type::group_head, 2.6, 5.6, 16, 6, 2.4};
    case TableStyle::scorecard:
      return {Type::score_value, Type::score_group, 1.6, 3.2, 22.5, 5.2, 2.3};
    case TableStyle::ordinary:
      break;
  }
  return {};
}

}  // namespace

TableForm form_of(TableStyle style, bool is_tight) {
  TableForm form = usual_form(style);
  if (!is_tight) return form;
  // Above and below each row: 2.4 instead of 3.4 in ordinary tables.
  const double closer = style == TableStyle::ordinary ? 1 : style == TableStyle::ledger ? 0.3 : 0;
  form.top -= closer;
  form.above_and_below -= 2 * closer;
  form.least_row -= 2 * closer;
  return form;
}

bool is_blank(const document::Cell& cell) {
  return !cell.bar && std::all_of(cell.lines.begin(), cell.lines.end(), [](const auto& line) { return line.empty(); });
}

void keep_ends(std::vector<Fragment>& rows, std::size_t first) {
  constexpr double kLowRow = 60;  // Two higher ones would leave too much of a page white.
  if (rows.size() < first + 4) return;
  for (const std::size_t row : {first, rows.size() - 2}) {
    if (rows[row].height < kLowRow) rows[row].keeps_with_next = true;
  }
}

PreparedCell prepare_cell(Context& context, const document::Cell& cell, Type type) {
  PreparedCell prepared;
  prepared.align = cell.align;
  prepared.bar = cell.bar;
  bool is_first = true;
  for (const auto& line : cell.lines) {
    InlineOptions options{.form = form_of(type, context.lang)};
    if (is_first) {
      options.is_strong = cell.is_strong;
      if (cell.is_focus) options.form.style.color = palette::kAccent;
    } else {
      options.form.style.color = palette::kInk2;
    }
    prepared.lines.emplace_back(context, line, std::move(options));
    is_first = false;
  }
  return prepared;
}

PreparedText prepare_head(Context& context, const document::TableColumn& column) {
  InlineOptions options{.form = form_of(Type::table_head, context.lang)};
  if (column.is_focus) {
    options.form.style.color = palette::kAccent;
    options.form.style.face = geometry::FontFace::bold;
  }
  return PreparedText(context, column.head, std::move(options));
}

double height_of(PreparedCell& cell, double width, double gutter) {
  double height = 0;
  for (auto& line : cell.lines)
    height += static_cast<double>(line.line_count(width - cell.shift, gutter + cell.shift)) * line.leading();
  return cell.bar ? std::max(height, kBarHeight) : height;
}

void set_cell(PreparedCell& cell, Ink& ink, geometry::Point at, const TableColumnPlace& place, ElementId element) {
  if (cell.bar) draw_bar(ink, {at.x, at.y - 0.25, place.width, kBarHeight}, *cell.bar);
  LineSetting setting;
  setting.measure = place.width - cell.shift;
  setting.gutter = place.hang_room() + cell.shift;
  setting.align = cell.align.value_or(place.align);
  if (setting.align == Align::decimal) setting.align = Align::right;
  setting.element = element;
  double y = at.y;
  for (auto& text : cell.lines) {
    for (auto& line : text.set(setting)) {
      ink.add(std::move(line.ink), {at.x, y});
      y += text.leading();
    }
  }
}

ElementId add_cell_element(Context& context, const document::Cell* cell, std::size_t column, ElementId row) {
  const bool heads_row = column == 0 && cell != nullptr && !is_blank(*cell);
  page::Element element = element_of(heads_row ? Role::th : Role::td, row);
  if (heads_row) element.scope = page::Scope::row;
  return context.structure.add(std::move(element));
}

void draw_bar(Ink& ink, geometry::Rect box, double share) {
  const geometry::Rect filled{box.x, box.y, box.width * std::clamp(share, 0.0, 1.0), box.height};
  if (filled.width > 0) ink.add(Path::rect(filled), palette::kInk2, {});
  ink.add(Path::rect(box), {}, Stroke{palette::kInk2, 0.5, {}});
}

}  // namespace briefpack::layout
