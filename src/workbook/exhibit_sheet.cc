// A chart or table of the document with its numbers: the table on the left, Excel's own chart beside it, both in the order of
// the PDF.
#include "workbook/exhibit_sheet.h"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "numfmt/marks.h"
#include "numfmt/names.h"
#include "numfmt/number_text.h"
#include "workbook/exhibit_sources.h"
#include "workbook/guard.h"
#include "workbook/lookups.h"
#include "workbook/number_look.h"

namespace briefpack::workbook {

using document::ChartSpec;
using document::Figure;
using document::Mark;
using document::Row;

namespace {

std::size_t chart_row_count(const ChartSpec& chart) {
  std::size_t out = 0;
  if (chart.mark == Mark::lanes) {
    for (const auto& lane : chart.lanes) out += std::max<std::size_t>(lane.items.size(), 1);
    return out;
  }
  if (chart.mark == Mark::matrix) return chart.rows.size() + (chart.total_figure == document::kNone ? 0 : 1);
  for (const auto& row : chart.rows) out += std::max<std::size_t>(row.values.size(), 1);
  return out;
}

/// Excel's commas divide by thousands; other scales cannot be said by a number format.
std::optional<int> thousands_of(double scale) {
  for (int thousands = 0; thousands <= 4; ++thousands) {
    if (std::abs(scale * std::pow(1000.0, thousands) - 1) < 1e-9) return thousands;
  }
  return std::nullopt;
}

}  // namespace

std::size_t exhibit_row_count(const document::Exhibit& exhibit) {
  if (const auto* chart = std::get_if<ChartSpec>(&exhibit.content)) return chart_row_count(*chart);
  const auto& rows = std::get<document::Table>(exhibit.content).rows;
  return static_cast<std::size_t>(std::count_if(rows.begin(), rows.end(), [](const Row& row) { return row.kind != Row::Kind::group; }));
}

ExhibitSheet::ExhibitSheet(const Writing& writing, const SheetEntry& entry)
    : writing_(writing), plan_(writing.plan), entry_(entry), sheet_(writing.book, entry.sheet, writing.is_letter) {}

ColumnNumber ExhibitSheet::add(TableColumn column) {
  constexpr std::size_t kLongestHeading = 200;  // Excel takes 255
  const auto lower = [](std::string text) {
    std::transform(text.begin(), text.end(), text.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return text;
  };
  const auto is_taken = [&](const std::string& heading) {
    return std::any_of(columns_.begin(), columns_.end(), [&](const TableColumn& each) { return lower(each.heading) == lower(heading); });
  };
  std::string base = guard_plain_text(column.heading, kLongestHeading).text;
  if (base.empty()) base = filled(Phrase::column_n, plan_.lang, {{"n", std::to_string(columns_.size() + 1)}});
  column.heading = base;
  for (int number = 2; is_taken(column.heading); ++number) column.heading = fmt::format("{} {}", base, number);
  columns_.push_back(std::move(column));
  return static_cast<ColumnNumber>(columns_.size() - 1);
}

std::string ExhibitSheet::this_row(ColumnNumber column) const {
  return fmt::format("{}[[#This Row],[{}]]", entry_.table, escaped_heading(columns_[column].heading));
}

void ExhibitSheet::start(std::size_t charts, const std::string& differs) {
  const std::string cell = cell_name(kHeadingRow, static_cast<ColumnNumber>(columns_.size() + 1));
  const Phrase count = charts == 0 ? Phrase::exhibit_one_table : charts == 1 ? Phrase::exhibit_one_chart : Phrase::exhibit_two_charts;
  std::string what = document::plain_text(exhibit().subtitle), notes = document::plain_text(exhibit().remark);
  const auto append = [](std::string& text, const std::string& more) {
    if (!more.empty()) text += (text.empty() ? "" : " ") + more;
  };
  append(what, filled(count, plan_.lang, {{"cell", cell}}));
  append(what, words(Phrase::exhibit_blanks));
  append(notes, differs);
  append(notes, note_line(writing_, true));
  const std::string sources = exhibit_sources(plan_, exhibit());
  sheet_.head(head_of(writing_, entry_, what, notes, sources.empty() ? words(Phrase::exhibit_sources) : filled(Phrase::exhibit_sources_are, plan_.lang, {{"sources", sources}})));
  sheet_.table(entry_.table, columns_, entry_.rows, false, words(Phrase::none));
}

const LiveFigure* ExhibitSheet::live(document::FigureIndex index) const { return index < writing_.figures.size() ? &writing_.figures[index].live : nullptr; }

void ExhibitSheet::add_place(document::FigureIndex index, RowNumber row, ColumnNumber column) {
  if (index < writing_.figures.size()) writing_.places.add_cell(index, entry_.sheet, cell_name(row, column));
}

const LiveFigure& ExhibitSheet::write(document::FigureIndex index, RowNumber row, ColumnNumber column, const NumberLook& look) {
  const LiveFigure& live = writing_.figures[index].live;
  add_place(index, row, column);
  switch (live.kind) {
    case LiveFigure::Kind::text: sheet_.formula(row, column, live.formula, live.text, Look::mark); break;
    case LiveFigure::Kind::number: sheet_.formula(row, column, live.formula, live.number, look); break;
    case LiveFigure::Kind::interval: sheet_.text(row, column, words(Phrase::interval), Look::mark); break;
  }
  return live;
}

std::string ExhibitSheet::marks_of(const Figure& figure, document::DisputeIndex dispute) const {
  std::string out;
  if (const std::string marks = status_marks(figure.value.status); !marks.empty()) out += " " + marks;
  if (const std::string id = dispute_id(dispute); !id.empty()) out += " [" + id + "]";
  return out;
}

const LiveFigure& ExhibitSheet::figure(document::FigureIndex index, RowNumber row, ColumnNumber column, document::DisputeIndex dispute) {
  const Figure& figure = plan_.document.figures[index];
  NumberLook look = figure_look(plan_, figure, writing_.figures[index].live.number);
  if (figure.scale == 1) look.decimals = std::max(look.decimals > 6 ? 6 : 0, figure.decimals);
  add_bound(look, figure.value.qualifier, plan_.lang);
  look.after += marks_of(figure, dispute);
  return write(index, row, column, look);
}

const LiveFigure& ExhibitSheet::printed_figure(const document::FigureText& text, RowNumber row, ColumnNumber column, document::DisputeIndex dispute) {
  const Figure& figure = plan_.document.figures[text.figure];
  const LiveFigure& live = writing_.figures[text.figure].live;
  const auto thousands = thousands_of(figure.scale);
  const bool is_of_digits = !text.number.empty() && text.number.find_first_not_of("0123456789,.") == std::string::npos;
  NumberLook look = figure_look(plan_, figure, live.number);
  std::string tail = text.tail;
  // The page's "(p)" is "[p]" here, which marks_of adds.
  const std::string page_marks = numfmt::status_suffix(figure.value.status, false);
  if (const auto at = tail.rfind(page_marks); !page_marks.empty() && at != std::string::npos) tail.erase(at, page_marks.size());
  if (thousands && is_of_digits) {
    look.thousands = *thousands;
    look.decimals = std::max(figure.decimals, 0);
    look.before = text.lead;
  } else if (figure.scale == 100 && tail.starts_with('%')) {
    look.is_per_cent = true;
    look.decimals = std::max(figure.decimals, 0);
    look.before = text.lead;
    tail.erase(0, 1);
  } else {
    // Words, ordinals, 만: the number alone, with its bound; of money the currency stays.
    const bool is_money = numfmt::is_korean(plan_.lang) && figure.unit.size() == 3;
    const std::string currency = is_money ? numfmt::currency_name(figure.unit, plan_.lang) : "";
    if (!currency.empty() && tail.find(currency) != std::string::npos) look.after = std::string(numfmt::kNoBreakSpace) + currency;
    add_bound(look, figure.value.qualifier, plan_.lang);
    tail.clear();
  }
  look.after = tail + look.after + marks_of(figure, dispute);
  return write(text.figure, row, column, look);
}

std::string ExhibitSheet::dispute_id(document::DisputeIndex dispute) const {
  return dispute < plan_.document.disputes.size() ? plan_.document.disputes[dispute].id : "";
}

void ExhibitSheet::chart(const NativeChart& chart) {
  const std::string finding = exhibit().alt.empty() ? chart.title : exhibit().alt;
  const std::string alt = finding + " " + filled(Phrase::numbers_in, plan_.lang, {{"table", entry_.table}});
  place_chart(sheet_, chart_row_, static_cast<ColumnNumber>(columns_.size() + 1), chart, alt);
  // Twenty pixels are the lowest row; where rows are higher the next chart stands lower, never over this one.
  chart_row_ += static_cast<RowNumber>(chart.height / 20) + 2;
}

void write_exhibit(const Writing& writing, const SheetEntry& entry) {
  const auto* chart = std::get_if<ChartSpec>(&entry.exhibit->exhibit->content);
  if (chart == nullptr) return write_table(writing, entry);
  switch (chart->mark) {
    case Mark::bar:
    case Mark::paired:
    case Mark::share:
    case Mark::list_range: return write_bars(writing, entry);
    case Mark::line:
    case Mark::bump:
    case Mark::slope:
    case Mark::dot: return write_series(writing, entry);
    case Mark::range: return write_ranges(writing, entry);
    case Mark::matrix: return write_matrix(writing, entry);
    case Mark::lanes: return write_lanes(writing, entry);
  }
}

}  // namespace briefpack::workbook
