#pragma once

#include <optional>
#include <string>
#include <vector>

#include "document/chart_spec.h"
#include "workbook/sheet.h"

namespace briefpack::workbook {

/// One column of a sheet as a chart's data, with the values that its formulas give: the library would fill the chart's cache
/// with 0 for formula cells.
struct ChartColumn {
  ColumnNumber column = 0;
  std::vector<std::optional<double>> values;
};

/// What a chart is drawn from: consecutive rows of one sheet.
struct ChartData {
  const document::ChartSpec* spec = nullptr;
  std::string title;
  RowNumber first_row = 0;
  ColumnNumber label_column = 0;
  std::vector<std::string> categories;   ///< Row labels with their marks, in `label_column`.
  std::vector<std::string> labels;       ///< Printed values, at the bars.
  ChartColumn values;
  std::optional<ChartColumn> starts;     ///< Where bars begin that do not begin at 0; drawn as nothing. `values` are then lengths.
  std::optional<ChartColumn> rests;      ///< What is left of the whole, for shares.
};

/// The chart as Excel draws it, in the order and colours of the PDF: bars for bar and paired, bars of a whole for share.
/// nullptr when the library refuses it; the book then has a fault.
lxw_chart* bar_chart(Book& book, const std::string& sheet, const ChartData& data);

/// The right-hand panel of a paired chart: points on a log scale. nullptr when no value is above 0.
lxw_chart* log_chart(Book& book, const std::string& sheet, const ChartData& data);

/// Height in pixels for as many rows.
double chart_height(std::size_t rows);

}  // namespace briefpack::workbook
