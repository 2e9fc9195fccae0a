#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/clock.h"
#include "workbook/book.h"

struct lxw_worksheet;
struct lxw_chart;

namespace briefpack::workbook {

/// Rows and columns count from 0 here, as in the library; in texts and names cells are written "A1".
using RowNumber = std::uint32_t;
using ColumnNumber = std::uint16_t;

/// Every table's headings stand in row 6, so that a reader by program skips five rows on any sheet.
inline constexpr RowNumber kHeadingRow = 5;
inline constexpr RowNumber kFirstRow = kHeadingRow + 1;
/// Excel's own, of which a table can use all below its headings.
inline constexpr std::size_t kMostRows = 1'048'576, kMostColumns = 16'384;

/// "D7", or "$D$7".
std::string cell_name(RowNumber row, ColumnNumber column, bool is_absolute = false);
/// "D".
std::string column_name(ColumnNumber column);

struct TableColumn {
  enum class Kind : std::uint8_t { text, wrapped, number } kind = Kind::text;
  std::string heading;
  double widest = 40;   ///< In digits; the column is as wide as its longest text up to this.
  double narrowest = 9;
};

/// The five lines above each table.
struct SheetHead {
  std::string title, what, notes, sources;
  std::string link_target, link_text;   ///< "Contents", "Back to contents".
  std::string blanks{};                 ///< Ends A2 where a blank cell is not explained by `what`.
};

/// One worksheet through checked calls: each text, number, date, link and formula passes the guards, each return value is
/// looked at, and what fails is recorded with its cell in the book. Column widths and row heights follow the contents, since
/// neither the library nor the format fits them by itself; finish() sets them.
class Sheet {
 public:
  enum class Order : std::uint8_t {
    any,
    /// Cells come row after row, and a row is written once the next one begins: time and memory of a table of 200,000 rows are half of what
    /// they are else. Texts stand in the cells (inlineStr). REQUIRES: the head says itself what blank cells mean; no formulas of arrays.
    by_row,
  };
  /// `is_letter`: US letter paper, else A4.
  Sheet(Book& book, std::string name, bool is_letter, Order order = Order::any);

  const std::string& name() const { return name_; }
  Book& book() { return book_; }

  void head(const SheetHead& head);
  /// The first cell of the sheet. A draft says there that it is one.
  void title(const std::string& title);
  /// The sheet's one table, its headings in row 6 and at least one row beneath them. An empty table gets one row that says "none"
  /// in its first column, as Excel knows no table without rows. Filter buttons only where the edition has them.
  void table(const std::string& name, const std::vector<TableColumn>& columns, std::size_t rows, bool has_filter, const std::string& none);

  void text(RowNumber row, ColumnNumber column, std::string_view text, Look look = Look::plain);
  void number(RowNumber row, ColumnNumber column, double value, const NumberLook& look = {});
  /// A date that no serial number can say is written as its ISO text.
  void date(RowNumber row, ColumnNumber column, CivilDate date);
  /// Text alone when `url` is none that a workbook can hold.
  void web_link(RowNumber row, ColumnNumber column, const std::string& url, const std::string& text);
  void sheet_link(RowNumber row, ColumnNumber column, const std::string& sheet, const std::string& text);
  /// Formulas without "="; `result` is what the spreadsheet shows until it calculates.
  void formula(RowNumber row, ColumnNumber column, const std::string& formula, double result, const NumberLook& look = {});
  void formula(RowNumber row, ColumnNumber column, const std::string& formula, const std::string& result, Look look = Look::plain);
  /// A formula that takes columns row by row and gives one number; Excel before 2019 has to be told.
  void array_formula(RowNumber row, ColumnNumber column, const std::string& formula, double result, const NumberLook& look = {});

  /// As above for a date; `serial` is its number (sheet_serial).
  void date_formula(RowNumber row, ColumnNumber column, const std::string& formula, double serial);

  /// Texts equal to `text` in one column of the table are shown in the look `alarm`.
  void alarm(ColumnNumber column, std::size_t rows, const std::string& text);
  /// Keeps what is above and left of the cell in view, where the edition does that.
  void freeze(RowNumber row, ColumnNumber column);
  /// `height` and `width` in pixels; `fact.alt` is what a screen reader says. The chart stands with its left upper corner at the cell.
  void chart(RowNumber row, ColumnNumber column, lxw_chart* chart, const ChartFact& fact, double width, double height);
  /// Says that there are letters of this size on the sheet.
  void least_points(double points);
  void column_width(ColumnNumber column, double width) { fixed_widths_[column] = width; }
  /// The sheet that is open when the file is.
  void open_first();

  /// Widths and heights; the sheet's last call.
  void finish();

 private:
  bool check(int error, RowNumber row, ColumnNumber column);
  std::string guarded(std::string_view text, RowNumber row, ColumnNumber column);
  const char* safe_text(std::string_view text, RowNumber row, ColumnNumber column);
  std::string guarded_formula(const std::string& formula, RowNumber row, ColumnNumber column);
  /// What a text of this width does to its column and row.
  void measure(RowNumber row, ColumnNumber column, std::string_view text, double width, Look look);
  void measure_number(RowNumber row, ColumnNumber column, double value, const NumberLook& look);
  void wrap(RowNumber row, ColumnNumber column, std::string_view text, double width);
  /// Before the first cell of `row` is written: the row before it is complete. Nothing to do but by_row.
  void move_to(RowNumber row);
  /// Of the row of headings, with the texts written so far.
  void measure_headings();
  /// Tells the library the height of a row that has not the usual one.
  void set_height(RowNumber row);
  /// Again by_row, as the library puts a table's headings where it does not look for them.
  void write_headings(const std::vector<std::string>& headings, const std::vector<TableColumn>& columns);
  /// Of a column with a text of any length in it.
  double widest_of(ColumnNumber column) const;
  /// With the texts written so far.
  double width_of(ColumnNumber column) const;
  void set_pages();

  void record(RowNumber row, ColumnNumber column);
  void write_what();
  void record_text(RowNumber row, ColumnNumber column, std::string_view text);

  Book& book_;
  SheetFacts& facts_;
  std::string blanks_;           ///< SheetHead::blanks
  std::vector<bool> has_cell_;   ///< By row of the table.
  std::string name_;
  bool is_letter_ = false;
  Order order_ = Order::any;
  RowNumber row_ = 0;            ///< by_row: where cells stand now.
  lxw_worksheet* raw_ = nullptr;
  std::vector<TableColumn> columns_;
  std::vector<double> heading_widths_;   ///< By column: what its heading needs.
  std::vector<double> widths_;           ///< Of the widest text in each column.
  std::map<ColumnNumber, double> fixed_widths_;
  std::map<RowNumber, double> heights_;  ///< Points, where they are not the usual ones.
  std::vector<std::pair<ColumnNumber, std::string>> headings_;
  ColumnNumber key_columns_ = 1;         ///< Repeated where the print is more than one page across.
  std::size_t links_ = 0;
  std::string safe_;                     ///< Where safe_text leaves its text.
};

}  // namespace briefpack::workbook
