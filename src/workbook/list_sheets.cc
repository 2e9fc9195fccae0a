#include "workbook/data_row.h"
#include "workbook/exhibit_sheet.h"
#include "workbook/phrases.h"
#include "workbook/sheets.h"

namespace briefpack::workbook {

namespace {

std::size_t positions(const Plan& plan) {
  std::size_t out = 0;
  for (const auto& dispute : plan.dataset.disputes) out += dispute.positions.size();
  return out;
}

}  // namespace

std::vector<SheetEntry> list_sheets(const Plan& plan, const Workings& workings) {
  const auto title = [&](Phrase words) { return std::string(phrase(words, plan.lang)); };
  std::vector<SheetEntry> out;
  out.push_back({"Cover", plan.document.title, "", 0, write_cover});
  out.push_back({"Contents", title(Phrase::contents_title), table::kContents, 0, write_contents});
  out.push_back({"Figures", title(Phrase::figures_title), table::kFigures, plan.document.figures.size(), write_figures});
  if (plan.document.comparison && !plan.document.comparison->metrics.empty()) {
    const document::Exhibit* card = plan.scorecard();
    const bool has_caption = card != nullptr && !card->number_text.empty();
    out.push_back({"Comparison", has_caption ? card->number_text + ": " + document::plain_text(card->title) : title(Phrase::comparison_title), table::kComparison, plan.document.comparison->entities.size(), write_comparison});
  }
  for (const PlannedExhibit& each : plan.exhibits()) {
    out.push_back({each.sheet, each.exhibit->number_text + std::string(numfmt::word(numfmt::Word::colon, plan.lang)) + document::plain_text(each.exhibit->title), each.table, exhibit_row_count(*each.exhibit), write_exhibit, &each});
  }
  if (positions(plan) > 0) out.push_back({"Disputes", title(Phrase::disputes_title), table::kDisputes, positions(plan), write_disputes});
  if (plan.document.changes) out.push_back({"Changes", title(Phrase::changes_title), table::kChanges, plan.document.changes->size(), write_changes});
  if (const std::size_t rows = ranking_row_count(plan); rows > 0) out.push_back({"Rankings", title(Phrase::rankings_title), table::kRankings, rows, write_rankings});
  if (!plan.actions().empty()) out.push_back({"Policy_actions", title(Phrase::policy_title), table::kPolicy, plan.actions().size(), write_policy});
  out.push_back({"Data", title(Phrase::data_title), table::kData, plan.data_rows().size(), write_data});
  out.push_back({"Metrics", title(Phrase::metrics_title), table::kMetrics, plan.dataset.metrics.size(), write_metrics});
  out.push_back({"Sources", title(Phrase::sources_title), table::kSources, plan.dataset.sources.size(), write_sources});
  out.push_back({"Codes", title(Phrase::codes_title), table::kCodes, count_of_codes(), write_codes});
  out.push_back({"Notes", title(Phrase::notes_title), table::kNotes, plan.document.notes.size(), write_notes});
  if (!workings.rows().empty()) out.push_back({"Workings", title(Phrase::workings_title), table::kWorkings, workings.rows().size(), write_workings});
  out[1].rows = out.size() - 2;
  return out;
}

SheetHead head_of(const Writing& writing, const SheetEntry& entry, std::string what, std::string notes, std::string sources) {
  return {entry.title, std::move(what), std::move(notes), std::move(sources), "Contents", std::string(phrase(Phrase::back_to_contents, writing.plan.lang)),
          std::string(phrase(Phrase::exhibit_blanks, writing.plan.lang))};
}

std::string note_line(const Writing& writing, bool has_notes) {
  return std::string(phrase(has_notes ? Phrase::refers_to_notes : Phrase::refers_to_no_notes, writing.plan.lang));
}

}  // namespace briefpack::workbook
