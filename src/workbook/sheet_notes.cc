#include "workbook/phrases.h"
#include "workbook/sheets.h"

namespace briefpack::workbook {

namespace {

/// Keys of the rows and actions that the note stands at.
std::string applies_to(const Plan& plan, const document::Note& note) {
  std::string out;
  const auto add = [&](const std::string& id) { out += (out.empty() ? "" : "; ") + id; };
  for (const std::uint32_t each : note.observations) {
    if (each < plan.dataset.observations.size() && plan.is_in_data(each)) add(plan.dataset.observations[each].key);
  }
  for (const std::uint32_t each : note.actions) {
    if (each < plan.dataset.actions.size()) add(plan.dataset.actions[each].id);
  }
  return out;
}

std::string source_ids(const Plan& plan, const document::Note& note) {
  std::string out;
  for (const std::uint32_t each : note.sources) {
    if (each < plan.dataset.sources.size()) out += (out.empty() ? "" : "; ") + plan.dataset.sources[each].id;
  }
  return out;
}

}  // namespace

void write_notes(const Writing& writing, const SheetEntry& entry) {
  const Plan& plan = writing.plan;
  const auto words = [&](Phrase each) { return std::string(phrase(each, plan.lang)); };
  Sheet sheet(writing.book, entry.sheet, writing.is_letter);
  sheet.head(head_of(writing, entry, words(Phrase::notes_what), words(Phrase::notes_used), words(Phrase::sources_elsewhere)));
  using Kind = TableColumn::Kind;
  sheet.table(entry.table,
              {{Kind::text, "Note", 12, 12}, {Kind::wrapped, words(Phrase::h_note_text), 60, 40}, {Kind::wrapped, words(Phrase::h_in_full), 90, 40},
               {Kind::wrapped, words(Phrase::h_applies_to), 110, 20}, {Kind::text, "source_id", 16, 10}},
              entry.rows, false, words(Phrase::none));
  RowNumber row = kFirstRow;
  for (const document::Note& note : plan.document.notes) {
    sheet.text(row, 0, note_marker(note.number));
    if (!note.texts.empty()) {
      const document::NoteText& text = note.in(plan.lang);
      sheet.text(row, 1, text.source + text.rest, Look::wrapped);
    }
    sheet.text(row, 2, note.full, Look::wrapped);
    sheet.text(row, 3, applies_to(plan, note), Look::wrapped);
    sheet.text(row, 4, source_ids(plan, note));
    ++row;
  }
  sheet.finish();
}

}  // namespace briefpack::workbook
