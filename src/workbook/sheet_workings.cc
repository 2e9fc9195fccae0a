// Parts of formulas, one a row. They are looked up by their key, and the operands of a set by its name.
#include "workbook/number_look.h"
#include "workbook/phrases.h"
#include "workbook/sheets.h"

namespace briefpack::workbook {

void write_workings(const Writing& writing, const SheetEntry& entry) {
  const std::string& lang = writing.plan.lang;
  Sheet sheet(writing.book, entry.sheet, writing.is_letter);
  sheet.head(head_of(writing, entry, std::string(phrase(Phrase::workings_what, lang)), note_line(writing, false), std::string(phrase(Phrase::sources_elsewhere, lang))));
  using Kind = TableColumn::Kind;
  sheet.table(entry.table, {{Kind::text, "working", 12, 10}, {Kind::text, "set", 10, 8}, {Kind::number, "operand", 24, 14}, {Kind::number, "result", 24, 14}},
              entry.rows, false, std::string(phrase(Phrase::none, lang)));
  enum Column : ColumnNumber { kKey, kSet, kOperand, kResult };
  RowNumber row = kFirstRow;
  for (const Workings::Row& each : writing.workings.rows()) {
    sheet.text(row, kKey, each.key);
    sheet.text(row, kSet, each.set);
    const ColumnNumber column = each.set.empty() ? kResult : kOperand;
    if (const auto* words = std::get_if<std::string>(&each.result)) sheet.formula(row, column, each.formula, *words, Look::mark);
    else if (const double number = std::get<double>(each.result); each.is_array) sheet.array_formula(row, column, each.formula, number, plain_look(number));
    else sheet.formula(row, column, each.formula, number, plain_look(number));
    ++row;
  }
  sheet.finish();
}

}  // namespace briefpack::workbook
