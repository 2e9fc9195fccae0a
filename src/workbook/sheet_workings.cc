// Parts of formulas, one a row. They are looked up by their key; the formulas of a set follow one another.
#include "workbook/number_look.h"
#include "workbook/phrases.h"
#include "workbook/sheets.h"

namespace briefpack::workbook {

void write_workings(const Writing& writing, const SheetEntry& entry) {
  const std::string& lang = writing.plan.lang;
  Sheet sheet(writing.book, entry.sheet, writing.is_letter);
  sheet.head(head_of(writing, entry, std::string(phrase(Phrase::workings_what, lang)), note_line(writing, false), std::string(phrase(Phrase::sources_elsewhere, lang))));
  using Kind = TableColumn::Kind;
  sheet.table(entry.table, {{Kind::text, "working", 12, 10}, {Kind::number, "result", 24, 14}}, entry.rows, false, std::string(phrase(Phrase::none, lang)));
  RowNumber row = kFirstRow;
  for (const Workings::Row& each : writing.workings.rows()) {
    sheet.text(row, 0, each.key);
    if (const auto* number = std::get_if<double>(&each.result)) sheet.formula(row, 1, each.formula, *number, plain_look(*number));
    else sheet.formula(row, 1, each.formula, std::get<std::string>(each.result), Look::mark);
    ++row;
  }
  sheet.finish();
}

}  // namespace briefpack::workbook
