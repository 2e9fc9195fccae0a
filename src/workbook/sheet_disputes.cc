// One row a position; question and treatment stand in each, so that a filtered row still says all.
#include "workbook/phrases.h"
#include "workbook/sheets.h"

namespace briefpack::workbook {

namespace {

std::string observations_of(const Plan& plan, const dataset::Position& position) {
  std::string out;
  for (const std::uint32_t each : position.observations) {
    if (plan.is_in_data(each)) out += (out.empty() ? "" : "; ") + plan.dataset.observations[each].key;
  }
  return out;
}

std::string sources_of(const Plan& plan, const dataset::Position& position) {
  std::string out;
  for (const auto& citation : position.citations) {
    out += (out.empty() ? "" : "; ") + citation.source;
    if (!citation.locator.empty()) out += ", " + citation.locator.in(plan.lang);
    if (!citation.as_stated.empty()) out += " (" + numfmt::filled(numfmt::Word::quoted, plan.lang, {{"text", citation.as_stated}}) + ")";
  }
  return out;
}

}  // namespace

void write_disputes(const Writing& writing, const SheetEntry& entry) {
  const Plan& plan = writing.plan;
  const auto words = [&](Phrase each) { return std::string(phrase(each, plan.lang)); };
  Sheet sheet(writing.book, entry.sheet, writing.is_letter);
  sheet.head(head_of(writing, entry, words(Phrase::disputes_what), note_line(writing, false), words(Phrase::disputes_sources)));
  using Kind = TableColumn::Kind;
  sheet.table(entry.table,
              {{Kind::text, "dispute_id", 12, 11}, {Kind::number, "position", 9, 9}, {Kind::text, "state", 10, 8}, {Kind::wrapped, words(Phrase::h_question), 36, 24},
               {Kind::wrapped, words(Phrase::h_by), 22, 14}, {Kind::wrapped, words(Phrase::h_claim), 22, 14}, {Kind::wrapped, words(Phrase::h_position), 60, 30},
               {Kind::wrapped, "obs_id", 60, 12}, {Kind::wrapped, words(Phrase::h_source), 44, 24}, {Kind::wrapped, words(Phrase::h_treatment), 50, 30},
               {Kind::wrapped, words(Phrase::h_settled_by), 36, 20}, {Kind::text, "since", 12, 10}, {Kind::text, "closed", 12, 10}},
              entry.rows, false, words(Phrase::none));
  RowNumber row = kFirstRow;
  for (const auto& dispute : plan.dataset.disputes) {
    const std::string claim = dispute.treatment_claim.in(plan.lang), how = dispute.treatment_text.in(plan.lang);
    double number = 0;
    for (const auto& position : dispute.positions) {
      sheet.text(row, 0, dispute.id);
      sheet.number(row, 1, ++number);
      // For programs and formulas: the same in every language.
      sheet.text(row, 2, dispute.is_open() ? "open" : "closed");
      sheet.text(row, 3, dispute.question.in(plan.lang), Look::wrapped);
      sheet.text(row, 4, position.by.in(plan.lang), Look::wrapped);
      sheet.text(row, 5, position.claim.in(plan.lang), Look::wrapped);
      sheet.text(row, 6, position.text.in(plan.lang), Look::wrapped);
      sheet.text(row, 7, observations_of(plan, position), Look::wrapped);
      sheet.text(row, 8, sources_of(plan, position), Look::wrapped);
      sheet.text(row, 9, claim.empty() ? how : how.empty() ? claim : claim + std::string(numfmt::word(numfmt::Word::colon, plan.lang)) + how, Look::wrapped);
      sheet.text(row, 10, dispute.settled_by.in(plan.lang), Look::wrapped);
      sheet.text(row, 11, dispute.since);
      sheet.text(row, 12, dispute.closed);
      ++row;
    }
  }
  sheet.finish();
}

}  // namespace briefpack::workbook
