// Every number that the PDF prints, recalculated from the other sheets. "Agrees" is a formula: it turns to No when someone
// changes Data. The build has compared the same two numbers before and fails when they differ.
#include <algorithm>

#include <fmt/format.h>

#include "base/decimal.h"
#include "workbook/data_row.h"
#include "workbook/guard.h"
#include "workbook/number_look.h"
#include "workbook/phrases.h"
#include "workbook/sheets.h"

namespace briefpack::workbook {

namespace {

using document::Calculation;
using document::Figure;

enum Column : ColumnNumber {
  kId, kKey, kWhere, kText, kPrinted, kPrintedHigh, kPrintedBound, kDecimals, kUnitSize, kUnit, kLive, kLiveHigh, kLiveBound, kRounded,
  kAgrees, kCalculation, kInputs, kFirstInput, kSourceId, kSource, kAsStated, kNotes
};

std::vector<TableColumn> columns_of(const std::string& lang) {
  const auto words = [&](Phrase each) { return std::string(phrase(each, lang)); };
  using Kind = TableColumn::Kind;
  return {{Kind::text, "figure_id", 12, 11},
          {Kind::wrapped, "key", 36, 16},
          {Kind::wrapped, words(Phrase::h_where), 22, 16},
          {Kind::wrapped, words(Phrase::h_text), 30, 16},
          {Kind::number, words(Phrase::h_printed), 16, 11},
          {Kind::number, words(Phrase::h_printed_high), 14, 11},
          {Kind::text, words(Phrase::h_printed_bound), 12, 10},
          {Kind::number, words(Phrase::h_decimals), 10, 9},
          {Kind::number, words(Phrase::h_unit_size), 14, 11},
          {Kind::wrapped, words(Phrase::h_unit), 20, 10},
          {Kind::number, words(Phrase::h_live), 20, 12},
          {Kind::number, words(Phrase::h_live_high), 14, 11},
          {Kind::text, words(Phrase::h_live_bound), 12, 10},
          {Kind::number, words(Phrase::h_rounded), 16, 11},
          {Kind::text, words(Phrase::h_agrees), 10, 9},
          {Kind::wrapped, words(Phrase::h_calculation), 44, 24},
          {Kind::wrapped, words(Phrase::h_inputs), 34, 16},
          {Kind::text, words(Phrase::h_first_input), 16, 12},
          {Kind::text, "source_id", 14, 11},
          {Kind::wrapped, words(Phrase::h_source), 44, 24},
          {Kind::wrapped, words(Phrase::h_as_stated), 44, 20},
          {Kind::wrapped, "note", 20, 10}};
}

/// The cell of the same row in another column, as Excel itself stores it (the short [@x] form does not survive).
class ThisRow {
 public:
  explicit ThisRow(const std::vector<TableColumn>& columns) : columns_(columns) {}
  std::string operator()(Column column) const { return fmt::format("{}[[#This Row],[{}]]", table::kFigures, escaped_heading(columns_[column].heading)); }

 private:
  const std::vector<TableColumn>& columns_;
};

std::string joined(const std::vector<std::string>& parts, const char* separator) {
  std::string out;
  for (const std::string& each : parts) out += (out.empty() ? "" : separator) + each;
  return out;
}

/// One row of the table; the columns from left to right.
class RowWriter {
 public:
  RowWriter(const Writing& writing, Sheet& sheet, const std::vector<TableColumn>& columns)
      : writing_(writing), plan_(writing.plan), sheet_(sheet), cell_(columns) {}

  void write(std::size_t index) {
    row_ = static_cast<RowNumber>(kFirstRow + index);
    const Figure& figure = plan_.document.figures[index];
    const FigureRow& row = writing_.figures[index];
    sheet_.text(row_, kId, fmt::format("fig_{:03}", figure.number));
    sheet_.text(row_, kKey, figure.key, Look::wrapped);
    if (index < writing_.places.of_figure.size()) sheet_.text(row_, kWhere, printed_where(plan_, writing_.places.of_figure[index]), Look::wrapped);
    sheet_.text(row_, kText, joined(figure.texts, " | "), Look::wrapped);
    sheet_.text(row_, kUnit, figure.unit, Look::wrapped);
    if (row.is_number) write_numbers(figure, row);
    else write_words(row);
    sheet_.text(row_, kCalculation, calculation_of(figure, row), Look::wrapped);
    write_inputs(figure);
    write_sources(figure);
    sheet_.text(row_, kNotes, note_markers(plan_.document, figure.notes), Look::wrapped);
  }

 private:
  std::string words(Phrase each) const { return std::string(phrase(each, plan_.lang)); }

  void write_numbers(const Figure& figure, const FigureRow& row) {
    NumberLook printed = figure_look(plan_, figure, row.printed);
    printed.decimals = std::max(figure.decimals, 0);
    sheet_.number(row_, kPrinted, row.printed, printed);
    sheet_.number(row_, kDecimals, figure.decimals);
    sheet_.number(row_, kUnitSize, row.unit_size, plain_look(row.unit_size));
    sheet_.text(row_, kPrintedBound, row.printed_bound);
    sheet_.formula(row_, kLive, row.live.formula, row.live.number, figure_look(plan_, figure, row.live.number));
    if (!row.live.bound_formula.empty()) sheet_.formula(row_, kLiveBound, row.live.bound_formula, row.live.bound);
    sheet_.formula(row_, kRounded, fmt::format("ROUND({}/{},{})", cell_(kLive), cell_(kUnitSize), cell_(kDecimals)), row.rounded, printed);
    std::string tests = fmt::format("ROUND({},{})={}", cell_(kPrinted), cell_(kDecimals), cell_(kRounded));
    if (row.live.kind == LiveFigure::Kind::interval) {
      sheet_.number(row_, kPrintedHigh, row.printed_high, printed);
      sheet_.formula(row_, kLiveHigh, row.live.high_formula, row.live.high, plain_look(row.live.high));
      tests += fmt::format(",ROUND({0},{3})=ROUND({1}/{2},{3})", cell_(kPrintedHigh), cell_(kLiveHigh), cell_(kUnitSize), cell_(kDecimals));
    }
    if (!row.live.bound_formula.empty()) tests += fmt::format(",EXACT({},{})", cell_(kPrintedBound), cell_(kLiveBound));
    write_agrees("AND(" + tests + ")", row);
  }

  void write_words(const FigureRow& row) {
    sheet_.text(row_, kPrinted, row.printed_words, Look::mark);
    sheet_.formula(row_, kLive, row.live.formula, row.live.text, Look::mark);
    sheet_.formula(row_, kRounded, cell_(kLive), row.live.text, Look::mark);
    write_agrees(fmt::format("EXACT({},{})", cell_(kPrinted), cell_(kRounded)), row);
  }

  void write_agrees(const std::string& test, const FigureRow& row) {
    const std::string yes = words(Phrase::yes), no = words(Phrase::no);
    sheet_.formula(row_, kAgrees, fmt::format("IF({},{},{})", test, formula_string(yes), formula_string(no)), row.agrees ? yes : no);
  }

  std::string calculation_of(const Figure& figure, const FigureRow& row) const {
    const auto kind = figure.calculation.kind;
    std::string out = figure.calculation_words;
    if (out.empty() && figure.is_claim) out = figure.expression;
    if (out.empty() && kind == Calculation::Kind::stated) out = figure.calculation.words.empty() ? figure.expression : figure.calculation.words;
    if (out.empty()) out = figure.operands.size() <= 1 && !figure.is_document_count ? words(Phrase::as_published) : figure.expression;
    if (!figure.unlike_reason.empty()) out += ". " + figure.unlike_reason;
    if (!row.live.is_live) out += (out.ends_with('.') ? " " : ". ") + words(Phrase::not_live);
    return out;
  }

  void write_inputs(const Figure& figure) {
    std::vector<std::string> keys;
    std::string first;
    for (const std::uint32_t each : figure.operands) {
      const std::string& key = plan_.dataset.observations[each].key;
      if (std::find(keys.begin(), keys.end(), key) == keys.end()) keys.push_back(key);
      if (first.empty() && plan_.is_in_data(each)) first = key;
    }
    const std::size_t observations = keys.size();
    add_actions(figure.calculation, keys);
    sheet_.text(row_, kInputs, joined(keys, "; "), Look::wrapped);
    if (!first.empty()) {
      const std::string target = "#Data!" + column_name(static_cast<ColumnNumber>(data_column("value")));
      sheet_.formula(row_, kFirstInput,
                     fmt::format("HYPERLINK({}&({}+MATCH({},{}[obs_id],0)),{})", formula_string(target), kFirstRow, formula_string(first), table::kData,
                                 formula_string(words(Phrase::to_data))),
                     words(Phrase::to_data), Look::link);
    } else if (keys.size() > observations) {
      sheet_.sheet_link(row_, kFirstInput, "Policy_actions", words(Phrase::to_actions));
    }
  }

  void add_actions(const Calculation& calculation, std::vector<std::string>& keys) const {
    if (calculation.kind == Calculation::Kind::amount && std::find(keys.begin(), keys.end(), calculation.key) == keys.end()) keys.push_back(calculation.key);
    for (const Calculation& each : calculation.arguments) add_actions(each, keys);
  }

  void write_sources(const Figure& figure) {
    std::vector<std::string> ids, titles;
    for (const std::uint32_t each : figure.sources) {
      ids.push_back(plan_.dataset.sources[each].id);
      titles.push_back(plan_.dataset.sources[each].title.in(plan_.lang));
    }
    sheet_.text(row_, kSourceId, joined(ids, "; "));
    sheet_.text(row_, kSource, joined(titles, "; "), Look::wrapped);
    sheet_.text(row_, kAsStated, joined(wordings_of(figure), "; "), Look::wrapped);
  }

  /// What the sources say in their own words, each wording once; of a figure over many values the first of them.
  std::vector<std::string> wordings_of(const Figure& figure) const {
    constexpr std::size_t kMostWordings = 8;
    std::vector<std::string> out;
    for (const std::uint32_t each : figure.operands) {
      if (!plan_.is_in_data(each)) continue;
      for (const auto& citation : plan_.dataset.observations[each].citations) {
        const std::string words = numfmt::filled(numfmt::Word::quoted, plan_.lang, {{"text", citation.as_stated}});
        if (citation.as_stated.empty() || std::find(out.begin(), out.end(), words) != out.end()) continue;
        if (out.size() == kMostWordings) {
          out.emplace_back("…");
          return out;
        }
        out.push_back(words);
      }
    }
    return out;
  }

  const Writing& writing_;
  const Plan& plan_;
  Sheet& sheet_;
  ThisRow cell_;
  RowNumber row_ = 0;
};

}  // namespace

void write_figures(const Writing& writing, const SheetEntry& entry) {
  const Plan& plan = writing.plan;
  const auto words = [&](Phrase each) { return std::string(phrase(each, plan.lang)); };
  Sheet sheet(writing.book, entry.sheet, writing.is_letter);
  sheet.head(head_of(writing, entry, words(Phrase::figures_what), words(Phrase::figures_notes), words(Phrase::figures_sources)));
  const auto columns = columns_of(plan.lang);
  sheet.table(entry.table, columns, entry.rows, true, words(Phrase::none));
  RowWriter row(writing, sheet, columns);
  for (std::size_t i = 0; i < plan.document.figures.size(); ++i) {
    row.write(i);
    const auto number = static_cast<RowNumber>(kFirstRow + i);
    writing.book.define_name(plan.figure_names()[i], entry.sheet, cell_name(number, kLive, true));
    writing.places.add_cell(static_cast<document::FigureIndex>(i), entry.sheet, cell_name(number, kText));
  }
  sheet.alarm(kAgrees, entry.rows, words(Phrase::no));
  sheet.freeze(kFirstRow, 2);
  sheet.finish();
}

}  // namespace briefpack::workbook
