#include "base/decimal.h"
#include "numfmt/names.h"
#include "workbook/data_row.h"
#include "workbook/lookups.h"
#include "workbook/phrases.h"
#include "workbook/sheets.h"

namespace briefpack::workbook {

namespace {

using dataset::Action;

const char* precision_of(const dataset::TimePeriod& date) {
  switch (date.precision()) {
    case 4: return "year";
    case 7: return "month";
    case 10: return "day";
    default: return date.is_interval() ? "interval" : "period";
  }
}

/// Columns before those of the amounts, and after them.
std::vector<TableColumn> columns_of(const Plan& plan) {
  const auto words = [&](Phrase each) { return std::string(phrase(each, plan.lang)); };
  using Kind = TableColumn::Kind;
  std::vector<TableColumn> out{{Kind::text, "action_id", 16, 10}, {Kind::text, "date", 12, 11}, {Kind::text, "date_precision", 12, 11},
                               {Kind::text, "end_date", 12, 10}, {Kind::text, "entity_id", 12, 10}, {Kind::wrapped, words(Phrase::h_entity), 20, 14},
                               {Kind::text, "instrument", 16, 12}, {Kind::text, "status", 14, 12}, {Kind::wrapped, words(Phrase::h_status_label), 22, 14},
                               {Kind::wrapped, words(Phrase::h_action), 40, 24}, {Kind::wrapped, words(Phrase::h_summary), 50, 24}};
  for (const AmountUnit& unit : plan.amount_units()) out.push_back({Kind::number, amount_heading(unit, plan.lang), 18, 14});
  out.push_back({Kind::text, "amount_qualifier", 14, 11});
  out.push_back({Kind::wrapped, words(Phrase::h_amount_remark), 26, 14});
  out.push_back({Kind::text, "source_ids", 16, 11});
  out.push_back({Kind::wrapped, words(Phrase::h_source), 50, 24});
  out.push_back({Kind::text, "note", 18, 10});
  out.push_back({Kind::text, words(Phrase::h_link), 36, 12});
  return out;
}

void write_amount(Sheet& sheet, const Plan& plan, const Action& action, RowNumber row, ColumnNumber column) {
  const auto after = static_cast<ColumnNumber>(column + plan.amount_units().size());
  if (!action.amount) return;
  const dataset::Amount& amount = *action.amount;
  for (const AmountUnit& unit : plan.amount_units()) {
    const bool is_here = amount.value && unit == AmountUnit{amount.currency, amount.unit_mult};
    if (is_here) sheet.number(row, column, *amount.value, {std::max(amount.value_decimals, decimals_of(*amount.value))});
    ++column;
  }
  if (amount.value && amount.qualifier != dataset::Qualifier::none) sheet.text(row, after, dataset::name_of(amount.qualifier));
  std::string remark;
  if (!amount.within.empty()) remark = filled(Phrase::within, plan.lang, {{"id", amount.within}});
  else if (!amount.value) remark = missing_mark(amount.status);
  else remark = status_marks(amount.status);
  sheet.text(row, static_cast<ColumnNumber>(after + 1), remark, Look::wrapped);
}

struct Sourced {
  std::string ids, words;
  const dataset::Source* linked = nullptr;   ///< The first with a link.
};

Sourced sources_of(const Plan& plan, const Action& action) {
  Sourced out;
  out.words = cited_sources(plan, action.citations, false);
  for (const auto& citation : action.citations) {
    const auto* source = plan.dataset.find_source(citation.source);
    if (source == nullptr) continue;
    if (out.ids.find(";" + source->id + ";") == std::string::npos) out.ids += (out.ids.empty() ? ";" : "") + source->id + ";";
    if (out.linked == nullptr && !source->url.empty()) out.linked = source;
  }
  return out;
}

void write_action(Sheet& sheet, const Plan& plan, std::uint32_t index, RowNumber row) {
  const Action& action = plan.dataset.actions[index];
  const auto& entity = plan.dataset.entities[action.entity];
  sheet.text(row, 0, action.id);
  if (action.date) {
    // A date of lower precision stands at its first day; the next column says so.
    sheet.date(row, 1, action.date->start);
    const std::string inferred = action.date_inferred ? ", " + std::string(phrase(Phrase::inferred, plan.lang)) : "";
    sheet.text(row, 2, precision_of(*action.date) + inferred);
  }
  if (action.end_date) sheet.text(row, 3, action.end_date->text);
  sheet.text(row, 4, entity.id);
  sheet.text(row, 5, numfmt::entity_name(entity, plan.lang), Look::wrapped);
  sheet.text(row, 6, action.instrument);
  sheet.text(row, 7, dataset::name_of(action.status));
  sheet.text(row, 8, action.status_label.in(plan.lang), Look::wrapped);
  sheet.text(row, 9, action.title.in(plan.lang), Look::wrapped);
  sheet.text(row, 10, action.summary.in(plan.lang), Look::wrapped);
  write_amount(sheet, plan, action, row, 11);
  const auto column = static_cast<ColumnNumber>(13 + plan.amount_units().size());
  const Sourced sources = sources_of(plan, action);
  sheet.text(row, column, sources.ids);
  sheet.text(row, static_cast<ColumnNumber>(column + 1), sources.words, Look::wrapped);
  sheet.text(row, static_cast<ColumnNumber>(column + 2), plan.notes_of_action(index));
  if (sources.linked != nullptr) {
    sheet.web_link(row, static_cast<ColumnNumber>(column + 3), sources.linked->url,
                   filled(Phrase::action_at, plan.lang, {{"id", action.id}, {"title", sources.linked->title.in(plan.lang)}}));
  }
}

}  // namespace

void write_policy(const Writing& writing, const SheetEntry& entry) {
  const Plan& plan = writing.plan;
  const auto words = [&](Phrase each) { return std::string(phrase(each, plan.lang)); };
  Sheet sheet(writing.book, entry.sheet, writing.is_letter);
  sheet.head(head_of(writing, entry, words(Phrase::policy_what), note_line(writing, true), words(Phrase::policy_sources)));
  sheet.table(entry.table, columns_of(plan), entry.rows, true, words(Phrase::none));
  RowNumber row = kFirstRow;
  for (const std::uint32_t index : plan.actions()) write_action(sheet, plan, index, row++);
  sheet.finish();
}

}  // namespace briefpack::workbook
