// Every observation that may be shown, one a row: no formulas and no links, so that it survives sorting, CSV export and 200,000 rows.
#include "workbook/data_row.h"
#include "workbook/phrases.h"
#include "workbook/sheets.h"

namespace briefpack::workbook {

namespace {

/// Rows from which Data is written by rows, with its texts in the cells. Below it saves less than a twentieth of a second, and the texts
/// stand in the table of shared texts, from which every reader takes `_x005F_x0041_` back as `_x0041_`; openpyxl does so there alone.
constexpr std::size_t kManyRows = 4096;

}  // namespace

void write_data(const Writing& writing, const SheetEntry& entry) {
  const Plan& plan = writing.plan;
  Sheet sheet(writing.book, entry.sheet, writing.is_letter, entry.rows < kManyRows ? Sheet::Order::any : Sheet::Order::by_row);
  sheet.head(head_of(writing, entry, std::string(phrase(Phrase::data_what, plan.lang)), std::string(phrase(Phrase::data_notes, plan.lang)),
                     std::string(phrase(Phrase::data_sources, plan.lang))));
  std::vector<TableColumn> columns;
  for (const DataColumn& each : data_columns()) {
    columns.push_back({each.is_number ? TableColumn::Kind::number : TableColumn::Kind::text, each.name, each.widest, 8});
  }
  sheet.table(entry.table, columns, entry.rows, true, std::string(phrase(Phrase::none, plan.lang)));
  RowNumber row = kFirstRow;
  for (const std::uint32_t index : plan.data_rows()) {
    ColumnNumber column = 0;
    for (const DataColumn& each : data_columns()) {
      const DataCell cell = each.cell(plan, plan.dataset.observations[index]);
      if (const auto* text = std::get_if<std::string>(&cell)) sheet.text(row, column, *text);
      if (const auto* number = std::get_if<DataNumber>(&cell)) sheet.number(row, column, number->value, {number->decimals, "", "", !number->is_year});
      if (const auto* date = std::get_if<CivilDate>(&cell)) sheet.date(row, column, *date);
      ++column;
    }
    ++row;
  }
  sheet.freeze(kFirstRow, 1);
  sheet.finish();
}

}  // namespace briefpack::workbook
