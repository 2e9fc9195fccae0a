#include "workbook/figure_row.h"

#include <cmath>

#include <fmt/format.h>

#include "base/decimal.h"
#include "workbook/phrases.h"

namespace briefpack::workbook {

namespace {

using document::Figure;
using document::FigureValue;

double unit_size_of(double scale) {
  if (scale == 1 || !(scale > 0)) return 1;
  // The scale is a power of ten, which is exact on one side of 1 only.
  return scale < 1 ? std::round(1 / scale) : 1 / scale;
}

double rounded(double value, const Figure& figure, double unit_size) {
  const double number = value / unit_size;
  return std::isfinite(number) ? round_decimal(number, figure.decimals) : number;
}

FigureRow row_of(const Plan& plan, Workings& workings, const Figure& figure) {
  FigureRow row;
  row.live = live_figure(plan, workings, figure);
  row.unit_size = unit_size_of(figure.scale);
  const bool is_withdrawn = figure.is_withdrawn || figure.value.kind == FigureValue::Kind::withdrawn;
  const bool is_interval = figure.value.kind == FigureValue::Kind::interval;
  row.is_number = !is_withdrawn && (is_interval || figure.value.kind == FigureValue::Kind::number || figure.value.kind == FigureValue::Kind::truth);
  if (!row.is_number) {
    row.printed_words = printed_words(plan, figure);
    row.agrees = row.live.kind == LiveFigure::Kind::text && row.live.text == row.printed_words;
    return row;
  }
  row.printed = is_interval ? figure.printed_low : figure.printed;
  row.printed_high = is_interval ? figure.printed_high : 0;
  if (!row.live.bound_formula.empty() && figure.value.qualifier != dataset::Qualifier::none) row.printed_bound = dataset::name_of(figure.value.qualifier);
  if (row.live.kind == LiveFigure::Kind::text) return row;
  row.rounded = rounded(row.live.number, figure, row.unit_size);
  row.rounded_high = rounded(row.live.high, figure, row.unit_size);
  const bool same_kind = (row.live.kind == LiveFigure::Kind::interval) == is_interval;
  row.agrees = same_kind && row.rounded == round_decimal(row.printed, figure.decimals) &&
               (!is_interval || row.rounded_high == round_decimal(row.printed_high, figure.decimals)) && row.live.bound == row.printed_bound;
  return row;
}

std::string shown(const FigureRow& row) {
  if (!row.is_number) return row.printed_words;
  return row.printed_bound + " " + shortest_decimal(row.printed) + (row.printed_high != 0 ? " to " + shortest_decimal(row.printed_high) : "");
}

std::string shown_live(const FigureRow& row) {
  if (row.live.kind == LiveFigure::Kind::text) return row.live.text;
  return row.live.bound + " " + shortest_decimal(row.rounded) + (row.live.kind == LiveFigure::Kind::interval ? " to " + shortest_decimal(row.rounded_high) : "");
}

}  // namespace

std::vector<FigureRow> figure_rows(const Plan& plan, Workings& workings) {
  std::vector<FigureRow> out;
  out.reserve(plan.document.figures.size());
  for (const Figure& figure : plan.document.figures) out.push_back(row_of(plan, workings, figure));
  return out;
}

Diagnostics disagreements(const Plan& plan, const std::vector<FigureRow>& rows) {
  Diagnostics out;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    if (rows[i].agrees) continue;
    const Figure& figure = plan.document.figures[i];
    Diagnostic error = Diagnostic::error("workbook/disagrees", figure.span,
                                         fmt::format("figure {} prints \"{}\", its formula in the workbook gives \"{}\"", figure.key, shown(rows[i]), shown_live(rows[i])));
    error.fault = Fault::bug;
    out.push_back(std::move(error).hint("this is a fault of the program, not of the input"));
  }
  return out;
}

std::string printed_where(const Plan& plan, const std::vector<document::Place>& places) {
  std::string pages, exhibits;
  for (const document::Place& place : places) {
    if (place.kind == document::Place::Kind::page) pages += (pages.empty() ? "" : ", ") + std::to_string(place.page);
    if (place.kind == document::Place::Kind::exhibit) exhibits += (exhibits.empty() ? "" : ", ") + plan.exhibit_title(place.exhibit);
  }
  if (pages.empty()) return exhibits;
  pages = filled(Phrase::pages, plan.lang, {{"pages", pages}});
  return exhibits.empty() ? pages : pages + "; " + exhibits;
}

}  // namespace briefpack::workbook
