// One row a change since the edition before. The present number is looked up in Data and the difference is a formula, so that it
// follows when a reader edits Data; the earlier number stands as it was printed then.
#include <fmt/format.h>

#include "workbook/lookups.h"
#include "workbook/number_look.h"
#include "workbook/phrases.h"
#include "workbook/sheets.h"

namespace briefpack::workbook {

namespace {

enum Column : ColumnNumber { kKey, kKind, kChange, kEntityId, kEntity, kMetric, kMeasure, kEarlier, kNow, kEarlierNumber, kNowNumber, kDifference, kReason, kDate, kSources };

std::string joined(const std::vector<std::string>& ids) {
  std::string out;
  for (const std::string& each : ids) out += (out.empty() ? ";" : "") + each + ";";
  return out;
}

/// The number that Data has now, when the earlier one can be subtracted from it.
const dataset::Observation* subtractable(const Plan& plan, const document::ChangeEntry& change) {
  const dataset::Observation* row = change.earlier_number ? plan.find_in_data(change.key) : nullptr;
  return row != nullptr && row->value ? row : nullptr;
}

}  // namespace

void write_changes(const Writing& writing, const SheetEntry& entry) {
  const Plan& plan = writing.plan;
  const auto words = [&](Phrase each) { return std::string(phrase(each, plan.lang)); };
  Sheet sheet(writing.book, entry.sheet, writing.is_letter);
  sheet.head(head_of(writing, entry, words(Phrase::changes_what), note_line(writing, false), words(Phrase::sources_elsewhere)));
  using Kind = TableColumn::Kind;
  const std::string earlier_number = words(Phrase::h_earlier_number), now_number = words(Phrase::h_now_number);
  sheet.table(entry.table,
              {{Kind::text, "key", 24, 8}, {Kind::text, "kind", 20, 12}, {Kind::text, words(Phrase::h_change), 24, 14}, {Kind::text, "entity_id", 16, 10},
               {Kind::text, words(Phrase::h_entity), 22, 12}, {Kind::text, "metric_id", 24, 12}, {Kind::wrapped, words(Phrase::h_measure), 36, 18},
               {Kind::wrapped, words(Phrase::h_earlier), 30, 14}, {Kind::wrapped, words(Phrase::h_now), 30, 14}, {Kind::number, earlier_number, 16, 12},
               {Kind::number, now_number, 16, 12}, {Kind::number, words(Phrase::h_difference), 16, 12}, {Kind::wrapped, words(Phrase::h_reason), 44, 20},
               {Kind::text, "date", 12, 10}, {Kind::text, "source_ids", 16, 12}},
              entry.rows, false, words(Phrase::none));
  RowNumber row = kFirstRow;
  for (const document::ChangeEntry& each : *plan.document.changes) {
    sheet.text(row, kKey, each.key);
    // For programs and formulas: the same in every language.
    sheet.text(row, kKind, each.kind);
    sheet.text(row, kChange, each.kind_words);
    sheet.text(row, kEntityId, each.entity_id);
    sheet.text(row, kEntity, each.entity);
    sheet.text(row, kMetric, each.metric_id);
    sheet.text(row, kMeasure, each.subject, Look::wrapped);
    sheet.text(row, kEarlier, each.earlier, Look::wrapped);
    sheet.text(row, kNow, each.now, Look::wrapped);
    if (const auto* now = subtractable(plan, each)) {
      sheet.number(row, kEarlierNumber, *each.earlier_number, plain_look(*each.earlier_number));
      sheet.formula(row, kNowNumber, data_lookup("value", now->key), *now->value, plain_look(*now->value));
      const double difference = *now->value - *each.earlier_number;
      const auto cell = [&](const std::string& heading) { return fmt::format("{}[[#This Row],[{}]]", entry.table, heading); };
      sheet.formula(row, kDifference, cell(now_number) + "-" + cell(earlier_number), difference, plain_look(difference));
    }
    sheet.text(row, kReason, each.because, Look::wrapped);
    sheet.text(row, kDate, each.date);
    sheet.text(row, kSources, joined(each.sources));
    ++row;
  }
  sheet.finish();
}

}  // namespace briefpack::workbook
