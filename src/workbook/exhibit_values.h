#pragma once

#include <optional>
#include <string>
#include <vector>

#include "document/chart_spec.h"
#include "workbook/exhibit_sheet.h"

namespace briefpack::workbook {

/// The table of a chart whose values stand one beneath the other, one row each, in the order in which series take them: each
/// value with its words, its live number, and the columns that only the chart reads.
class ValueTable {
 public:
  /// One value.
  struct Entry {
    const document::ChartRow* row = nullptr;
    const document::ChartValue* value = nullptr;
    std::size_t row_index = 0, value_index = 0;
    RowNumber number = 0;                   ///< On the sheet.
    std::optional<double> plotted;          ///< What the live formula gives, when it is one number.
    std::optional<double> low, high;        ///< When it is an interval.
  };
  enum class Order : std::uint8_t { by_row, by_column };

  /// Plans the columns that all marks have. `column_heading`: of the spec's columns, where rows have a value for each; else "".
  ValueTable(ExhibitSheet& sheet, const document::ChartSpec& spec, Order order, const std::string& column_heading);

  /// Head, table and the cells of the columns planned so far. Columns that a mark adds for its chart are its own to fill.
  void write(std::size_t charts, const std::string& differs);

  const std::vector<Entry>& entries() const { return entries_; }
  ColumnNumber row_column() const { return row_; }
  ColumnNumber column_column() const { return *column_; }
  ColumnNumber value_column() const { return value_; }
  std::optional<ColumnNumber> low_column() const { return low_; }
  std::optional<ColumnNumber> high_column() const { return high_; }

  /// "China, according to the table [D1]": what the chart's own axis says of a value's row.
  std::string category_of(const Entry& entry) const;
  /// What stands at its bar or point: the printed text with its dispute.
  std::string label_of(const Entry& entry) const;

  /// Fills a column with the numbers of those entries that `takes` says, for the chart: blank where there is none, and an error
  /// that charts leave out where there no longer is one, since a chart takes a word for 0. Gives the numbers.
  template <typename Takes>
  std::vector<std::optional<double>> plot(ColumnNumber column, Takes takes) {
    std::vector<std::optional<double>> out;
    for (const Entry& entry : entries_) {
      out.push_back(takes(entry) ? entry.plotted : std::nullopt);
      if (out.back()) write_plotted(entry, column);
    }
    return out;
  }

 private:
  void plan_columns(const std::string& column_heading);
  void write_entry(Entry& entry);
  void write_value(Entry& entry);
  void write_worded_range(Entry& entry);
  void write_plotted(const Entry& entry, ColumnNumber column);

  ExhibitSheet& sheet_;
  const document::ChartSpec& spec_;
  std::vector<Entry> entries_;
  ColumnNumber row_ = 0, entity_ = 0, value_ = 0, printed_ = 0, disputed_ = 0, note_ = 0;
  std::optional<ColumnNumber> column_, detail_, low_, high_, multiple_;
};

/// Numbers of the entries from `first`, `count` of them.
std::vector<std::optional<double>> slice(const std::vector<std::optional<double>>& all, std::size_t first, std::size_t count);

/// Axis numbers in thousands or millions through the number format, as far as the scale is one that Excel's commas can say;
/// the axis's name is its unit.
ChartAxis data_axis_of(const document::ChartSpec& spec);

/// Points along the data axis, row by row from the top down; its series and the ends of the data axis are still to come.
NativeChart scatter_by_row(const document::ChartSpec& spec, std::string title);

}  // namespace briefpack::workbook
