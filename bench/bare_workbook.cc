// What a program that uses libxlsxwriter as its manual says would do: one call a cell, tables, default bar charts.
#include <xlsxwriter.h>

#include <cstdlib>
#include <fstream>
#include <sstream>
#include <stdexcept>

#include "cells.h"

namespace briefpack::bench {

namespace {

std::vector<std::string> fields_of(const std::string& line) {
  std::vector<std::string> out;
  std::string field;
  for (std::size_t i = 0; i < line.size(); ++i) {
    if (line[i] == '\t') {
      out.push_back(std::move(field));
      field.clear();
    } else if (line[i] == '\\' && i + 1 < line.size()) {
      ++i;
      field.push_back(line[i] == 'n' ? '\n' : line[i] == 't' ? '\t' : line[i]);
    } else {
      field.push_back(line[i]);
    }
  }
  out.push_back(std::move(field));
  return out;
}

}  // namespace

std::vector<BareSheet> read_cells(const std::string& path) {
  std::ifstream in(path);
  if (!in) throw std::runtime_error("cannot read " + path);
  std::vector<BareSheet> sheets;
  for (std::string line; std::getline(in, line);) {
    const auto field = fields_of(line);
    if (field[0] == "sheet") {
      sheets.push_back({field.at(1), {}, {}, std::atoi(field.at(2).c_str())});
    } else if (field[0] == "table") {
      BareTable table{std::atoi(field.at(2).c_str()), std::atoi(field.at(3).c_str()), std::atoi(field.at(4).c_str()), std::atoi(field.at(5).c_str()), field.at(1), {}};
      table.headings.assign(field.begin() + 6, field.end());
      sheets.back().tables.push_back(std::move(table));
    } else {
      BareCell cell{std::atoi(field.at(1).c_str()), std::atoi(field.at(2).c_str()), field[0].at(0), field.at(3), "", 0};
      if (cell.kind == 'n') cell.number = std::strtod(field.at(3).c_str(), nullptr);
      if (cell.kind == 'f') cell.number = std::strtod(field.at(4).c_str(), nullptr);
      if (cell.kind == 't') cell.result = field.at(4);
      sheets.back().cells.push_back(std::move(cell));
    }
  }
  return sheets;
}

void bare_workbook(const std::vector<BareSheet>& sheets, const std::string& path) {
  lxw_workbook* book = workbook_new(path.c_str());
  lxw_format* number = workbook_add_format(book);
  format_set_num_format(number, "#,##0.00");
  lxw_format* wrapped = workbook_add_format(book);
  format_set_text_wrap(wrapped);
  for (const BareSheet& source : sheets) {
    lxw_worksheet* sheet = workbook_add_worksheet(book, source.name.c_str());
    for (const BareTable& table : source.tables) {
      std::vector<lxw_table_column> columns(table.headings.size());
      std::vector<lxw_table_column*> pointers;
      for (std::size_t i = 0; i < columns.size(); ++i) {
        columns[i].header = const_cast<char*>(table.headings[i].c_str());
        pointers.push_back(&columns[i]);
      }
      pointers.push_back(nullptr);
      lxw_table_options options{};
      options.name = const_cast<char*>(table.name.c_str());
      options.columns = pointers.data();
      worksheet_add_table(sheet, static_cast<lxw_row_t>(table.first_row), static_cast<lxw_col_t>(table.first_column),
                          static_cast<lxw_row_t>(table.last_row), static_cast<lxw_col_t>(table.last_column), &options);
    }
    for (const BareCell& cell : source.cells) {
      const auto row = static_cast<lxw_row_t>(cell.row);
      const auto column = static_cast<lxw_col_t>(cell.column);
      switch (cell.kind) {
        case 'n': worksheet_write_number(sheet, row, column, cell.number, number); break;
        case 'f': worksheet_write_formula_num(sheet, row, column, cell.text.c_str(), number, cell.number); break;
        case 't': worksheet_write_formula_str(sheet, row, column, cell.text.c_str(), wrapped, cell.result.c_str()); break;
        default: worksheet_write_string(sheet, row, column, cell.text.c_str(), wrapped); break;
      }
    }
    for (int i = 0; i < source.charts; ++i) {
      lxw_chart* chart = workbook_add_chart(book, LXW_CHART_BAR);
      if (!source.tables.empty()) {
        const BareTable& table = source.tables.front();
        lxw_chart_series* series = chart_add_series(chart, nullptr, nullptr);
        chart_series_set_categories(series, source.name.c_str(), static_cast<lxw_row_t>(table.first_row + 1), static_cast<lxw_col_t>(table.first_column),
                                    static_cast<lxw_row_t>(table.last_row), static_cast<lxw_col_t>(table.first_column));
        chart_series_set_values(series, source.name.c_str(), static_cast<lxw_row_t>(table.first_row + 1), static_cast<lxw_col_t>(table.first_column + 1),
                                static_cast<lxw_row_t>(table.last_row), static_cast<lxw_col_t>(table.first_column + 1));
      }
      worksheet_insert_chart(sheet, 5, 8, chart);
    }
  }
  if (const lxw_error error = workbook_close(book); error != LXW_NO_ERROR) throw std::runtime_error(lxw_strerror(error));
}

}  // namespace briefpack::bench
