#include "workbook/phrases.h"
#include "workbook/sheets.h"

namespace briefpack::workbook {

void write_contents(const Writing& writing, const SheetEntry& entry) {
  const std::string& lang = writing.plan.lang;
  Sheet sheet(writing.book, entry.sheet, writing.is_letter);
  SheetHead head = head_of(writing, entry, std::string(phrase(Phrase::contents_what, lang)), note_line(writing, false),
                           std::string(phrase(Phrase::sources_elsewhere, lang)));
  head.link_target = "Cover";
  head.link_text = phrase(Phrase::back_to_cover, lang);
  sheet.head(head);
  const auto heading = [&](Phrase words) { return std::string(phrase(words, lang)); };
  using Kind = TableColumn::Kind;
  sheet.table(entry.table,
              {{Kind::text, heading(Phrase::h_worksheet), 34, 18}, {Kind::wrapped, heading(Phrase::h_holds), 70, 40},
               {Kind::text, heading(Phrase::h_table), 34, 18}, {Kind::number, heading(Phrase::h_rows), 10, 8}},
              entry.rows, false, heading(Phrase::none));
  RowNumber row = kFirstRow;
  for (std::size_t i = 2; i < writing.sheets.size(); ++i, ++row) {
    const SheetEntry& each = writing.sheets[i];
    sheet.sheet_link(row, 0, each.sheet, each.sheet);
    sheet.text(row, 1, each.title, Look::wrapped);
    sheet.text(row, 2, each.table);
    sheet.number(row, 3, static_cast<double>(each.rows));
  }
  sheet.finish();
}

}  // namespace briefpack::workbook
