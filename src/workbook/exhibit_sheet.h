#pragma once

#include <optional>
#include <string>
#include <vector>

#include "document/block.h"
#include "workbook/native_chart.h"
#include "workbook/phrases.h"
#include "workbook/sheets.h"

namespace briefpack::workbook {

/// Rows of the table on an exhibit's sheet.
std::size_t exhibit_row_count(const document::Exhibit& exhibit);

/// What the sheets of all exhibits share: head lines, columns that are planned one by one, live figures in cells, charts to the
/// right of the table. Order of use: add() each column, start(), cells, chart() for each chart, finish().
class ExhibitSheet {
 public:
  ExhibitSheet(const Writing& writing, const SheetEntry& entry);

  const Plan& plan() const { return plan_; }
  const document::Exhibit& exhibit() const { return *entry_.exhibit->exhibit; }
  const std::string& table_name() const { return entry_.table; }
  const std::string& sheet_name() const { return entry_.sheet; }
  std::string title() const { return document::plain_text(exhibit().title); }
  Sheet& sheet() { return sheet_; }

  std::string words(Phrase each) const { return std::string(phrase(each, plan_.lang)); }

  /// A column of the table. A heading that is empty or stands already gets a number.
  ColumnNumber add(TableColumn column);
  const std::string& heading(ColumnNumber column) const { return columns_[column].heading; }
  /// The cell of the same row in another column, for formulas.
  std::string this_row(ColumnNumber column) const;

  /// Head lines and table. `charts`: how many stand beside it; `differs`: how they differ from the PDF's, or "".
  void start(std::size_t charts, const std::string& differs);

  /// A figure's live value, with the marks of its status behind it; the cell is one of the figure's places. Gives what the
  /// formula gives. An interval is no single value: its cell says so in words. REQUIRES: the figure exists.
  const LiveFigure& figure(document::FigureIndex index, RowNumber row, ColumnNumber column, document::DisputeIndex dispute = document::kNone);
  /// As it is printed: in millions, with its unit. `text` is that of the page.
  const LiveFigure& printed_figure(const document::FigureText& text, RowNumber row, ColumnNumber column, document::DisputeIndex dispute);
  /// Says that a figure stands in a cell that something else was written to.
  void add_place(document::FigureIndex index, RowNumber row, ColumnNumber column);
  const LiveFigure* live(document::FigureIndex index) const;

  /// "D1", or "".
  std::string dispute_id(document::DisputeIndex dispute) const;

  /// Beside the table, beneath the charts before.
  void chart(const NativeChart& chart);
  void finish() { sheet_.finish(); }

 private:
  const LiveFigure& write(document::FigureIndex index, RowNumber row, ColumnNumber column, const NumberLook& look);
  std::string marks_of(const document::Figure& figure, document::DisputeIndex dispute) const;

  const Writing& writing_;
  const Plan& plan_;
  const SheetEntry& entry_;
  Sheet sheet_;
  std::vector<TableColumn> columns_;
  RowNumber chart_row_ = kHeadingRow;
};

// ---- one function a kind of exhibit ----

/// bar, paired, share, list-range: lengths from 0.
void write_bars(const Writing& writing, const SheetEntry& entry);
/// line, bump, slope, dot: points over words or dates.
void write_series(const Writing& writing, const SheetEntry& entry);
/// range: intervals, points and claims on one scale.
void write_ranges(const Writing& writing, const SheetEntry& entry);
/// matrix: owners by place.
void write_matrix(const Writing& writing, const SheetEntry& entry);
/// lanes: actions over time.
void write_lanes(const Writing& writing, const SheetEntry& entry);
/// Tables of the template and those that directives make.
void write_table(const Writing& writing, const SheetEntry& entry);

}  // namespace briefpack::workbook
