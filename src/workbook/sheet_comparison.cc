// The template's first scorecard turned: one row an entity, one column a measure. Each cell looks its observation up by key.
#include <cmath>

#include <fmt/format.h>

#include "base/decimal.h"
#include "numfmt/names.h"
#include "workbook/comparison_table.h"
#include "workbook/data_row.h"
#include "workbook/guard.h"
#include "workbook/lookups.h"
#include "workbook/live_arithmetic.h"
#include "workbook/number_look.h"
#include "workbook/phrases.h"
#include "workbook/sheets.h"

namespace briefpack::workbook {

namespace {

using dataset::Observation;

/// " [D1]" for a disputed row.
std::string dispute_mark(const Plan& plan, const Observation& row) {
  const std::string disputes = plan.disputes_of(plan.dataset.index_of(row));
  return disputes.empty() ? "" : " [" + disputes + "]";
}

/// `lookup` with a dispute's mark behind it.
std::string marked(const std::string& lookup, const std::string& mark) { return mark.empty() ? lookup : lookup + "&" + formula_string(mark); }

std::string unless_empty(const std::string& lookup, const std::string& missing, const std::string& shown) {
  return fmt::format("IF({}=\"\",{},{})", lookup, missing, shown);
}

void write_row(Sheet& sheet, const Plan& plan, const Observation& observation, RowNumber row, ColumnNumber column) {
  const std::string& key = observation.key;
  const std::string text = data_text(plan, observation), mark = dispute_mark(plan, observation);
  const std::string missing = data_lookup("shorthand", key);
  if (observation.value) {
    // A row in another power of ten than its metric's is brought to the one in the heading.
    const int power = unit_mult_of(plan.dataset, observation) - plan.dataset.metric_of(observation).unit_mult;
    const double factor = std::round(std::pow(10.0, std::abs(power)));
    const std::string lookup = data_lookup("value", key);
    const std::string shown = power == 0 ? lookup : lookup + (power > 0 ? "*" : "/") + number_literal(factor);
    const double value = power >= 0 ? *observation.value * factor : *observation.value / factor;
    sheet.formula(row, column, unless_empty(lookup, missing, shown), value, number_look(plan, observation, value));
  } else if (!text.empty()) {
    const std::string lookup = data_lookup("text", key);
    sheet.formula(row, column, unless_empty(lookup, missing, marked(lookup, mark)), text + mark, Look::mark);
  } else {
    const std::string lookup = data_lookup("value", key);
    sheet.formula(row, column, unless_empty(lookup, marked(missing, mark), lookup), missing_mark(observation.status) + mark, Look::mark);
  }
}

void write_period(Sheet& sheet, const Plan& plan, const Observation& observation, RowNumber row, ColumnNumber column) {
  const std::string lookup = data_lookup("period", observation.key);
  const std::string formula = fmt::format("IF({0}=\"\",\"\",{0})", lookup);
  const DataCell cell = period_cell(plan, observation);
  if (const auto* year = std::get_if<DataNumber>(&cell)) return sheet.formula(row, column, formula, year->value, {0, "", "", false});
  const auto* words = std::get_if<std::string>(&cell);
  sheet.formula(row, column, formula, words == nullptr ? std::string() : *words, Look::mark);
}

}  // namespace

void write_comparison(const Writing& writing, const SheetEntry& entry) {
  const Plan& plan = writing.plan;
  const auto& spec = *plan.document.comparison;
  const auto words = [&](Phrase each) { return std::string(phrase(each, plan.lang)); };
  Sheet sheet(writing.book, entry.sheet, writing.is_letter);
  const std::string remark = plan.scorecard() == nullptr ? std::string() : document::plain_text(plan.scorecard()->remark);
  const std::string notes = remark.empty() ? words(Phrase::comparison_notes) : remark + " " + words(Phrase::comparison_notes);
  const std::string subtitle = plan.scorecard() == nullptr ? "" : document::plain_text(plan.scorecard()->subtitle);
  sheet.head(head_of(writing, entry, (subtitle.empty() ? "" : subtitle + " ") + words(Phrase::comparison_what), notes, words(Phrase::comparison_sources)));
  using Kind = TableColumn::Kind;
  std::vector<TableColumn> columns{{Kind::text, "country_code", 16, 14}, {Kind::text, words(Phrase::h_country), 28, 18}};
  const ComparisonTable headings = comparison_table(plan);
  for (const std::string& each : headings.values) columns.push_back({Kind::number, each, 22, 13});
  std::vector<ColumnNumber> period_columns;
  for (const std::string& each : headings.periods) {
    period_columns.push_back(static_cast<ColumnNumber>(columns.size()));
    if (!each.empty()) columns.push_back({Kind::number, each, 20, 12});
  }
  sheet.table(entry.table, columns, entry.rows, false, words(Phrase::none));
  const std::size_t metrics = spec.metrics.size();
  for (std::size_t e = 0; e < spec.entities.size(); ++e) {
    const auto row = static_cast<RowNumber>(kFirstRow + e);
    const auto& entity = plan.dataset.entities[spec.entities[e]];
    sheet.text(row, 0, entity.id);
    sheet.text(row, 1, numfmt::entity_name(entity, plan.lang));
    for (std::size_t m = 0; m < metrics; ++m) {
      const auto column = static_cast<ColumnNumber>(2 + m);
      const auto& cell = spec.cells[m][e];
      if (cell && *cell < plan.dataset.observations.size() && plan.is_in_data(*cell)) {
        const Observation& observation = plan.dataset.observations[*cell];
        write_row(sheet, plan, observation, row, column);
        if (!headings.periods[m].empty()) write_period(sheet, plan, observation, row, period_columns[m]);
      } else {
        dataset::ObsStatusSet status;
        status.add(spec.not_applicable[m][e] ? dataset::ObsStatus::M : dataset::ObsStatus::O);
        sheet.text(row, column, missing_mark(status), Look::mark);
      }
    }
  }
  constexpr std::size_t kScreen = 12;  // columns; beyond them the reader no longer sees whose row it is
  if (columns.size() > kScreen) sheet.freeze(kFirstRow, 2);
  sheet.finish();
}

}  // namespace briefpack::workbook
