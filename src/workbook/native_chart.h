#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "geometry/palette.h"
#include "workbook/sheet.h"

/// A chart that Excel draws, described as data: what it takes from which cells, and how that looks. exhibit_*.cc make the
/// descriptions from a ChartSpec; native_chart.cc alone talks to the library.
namespace briefpack::workbook {

namespace palette = geometry::palette;

/// Cells of one row or one column with what their formulas give: the library would fill the chart's cache with 0 for formula
/// cells. Either `numbers` or `texts`, one for each cell. A cell without a number must be blank or an error, as a chart takes
/// words for 0.
struct ChartRange {
  RowNumber first_row = 0;
  ColumnNumber first_column = 0;
  RowNumber last_row = 0;
  ColumnNumber last_column = 0;
  std::vector<std::optional<double>> numbers;
  std::vector<std::string> texts;
};
/// `count` cells of a column from `first_row` down.
ChartRange column_range(RowNumber first_row, ColumnNumber column, std::vector<std::optional<double>> numbers);
ChartRange column_range(RowNumber first_row, ColumnNumber column, std::vector<std::string> texts);
/// Cells of a row from `first_column` to the right.
ChartRange row_range(RowNumber row, ColumnNumber first_column, std::vector<std::optional<double>> numbers);

enum class ChartMarker : std::uint8_t { none, circle, square, diamond, triangle };
enum class ChartDash : std::uint8_t { solid, dash, dots };
/// Lines over a white bar, for the colours that a chart has already used.
enum class ChartHatch : std::uint8_t { none, up, down, grid };

struct SeriesLook {
  geometry::Color color = palette::kBar;
  double line = 0;              ///< Weight in points; 0: points without a line, or bars without an edge.
  bool is_dashed = false;
  ChartMarker marker = ChartMarker::none;
  bool is_hollow = false;       ///< A pale marker or white bar with an edge in `color`.
  bool is_invisible = false;    ///< A bar that only moves the next one.
  ChartDash dash = ChartDash::solid;   ///< Of a line between points.
  ChartHatch hatch = ChartHatch::none;  ///< Of a bar.
  friend bool operator==(const SeriesLook&, const SeriesLook&) = default;
};

/// The look of the series `index` among those that are nobody's focus: colour, marker and dash together are another one for each of
/// the first kUnlikeLines.
inline constexpr std::size_t kUnlikeLines = 24;
SeriesLook line_look(std::size_t index, double weight);
/// The same for points without lines, for the first kUnlikePoints.
inline constexpr std::size_t kUnlikePoints = 16;
SeriesLook point_look(std::size_t index);
/// The same for pieces of bars, for the first kUnlikeBars.
inline constexpr std::size_t kUnlikeBars = 25;
SeriesLook bar_look(std::size_t index);

/// How one bar differs from its series.
struct BarLook {
  geometry::Color color = palette::kBar;
  bool is_disputed = false;     ///< Hatched, with a dashed edge.
  bool is_estimated = false;    ///< Dashed edge.
};

/// A text at a point or bar; empty: none.
struct PointLabel {
  std::string text;
  bool is_focus = false;
};
enum class LabelPlace : std::uint8_t { outside_end, above, right, left };

struct ChartSeries {
  std::string name;             ///< In the legend.
  ChartRange categories;        ///< Of a scatter chart: the data.
  ChartRange values;            ///< Of a scatter chart: the rows on which the points stand.
  SeriesLook look;
  std::vector<BarLook> bars;    ///< One a bar, or none: all alike.
  std::vector<PointLabel> labels;  ///< One a point, or none.
  LabelPlace place = LabelPlace::outside_end;
};

struct ChartAxis {
  std::string name;
  std::string format = "#,##0";
  std::optional<double> min, max, major;
  bool is_reversed = false;
  bool is_log = false;
  bool is_hidden = false;
};

enum class ChartKind : std::uint8_t { bar, bar_stacked, line, scatter };

struct NativeChart {
  ChartKind kind = ChartKind::bar;
  std::string title;
  std::vector<ChartSeries> series;
  /// The axis of the data: across for bars and scatter charts, upright for lines; and the one of words or rows.
  ChartAxis data_axis, row_axis;
  bool has_legend = false;
  double width = 760, height = 400;   ///< Pixels.
};

/// What the checklists ask of the chart: contrasts, of each mark the stronger of its fill and its edge, and series that look alike.
/// `palette` is that of the book.
void describe(const NativeChart& chart, const geometry::Palette& palette, ChartFact& fact);

/// Points of the smallest letters in a chart of the book.
double least_chart_points(const Book& book);

/// Nothing when the library refuses it; the book then has a fault.
lxw_chart* make_chart(Book& book, const std::string& sheet, const NativeChart& chart);

/// Makes the chart and sets it on its sheet with its left upper corner at the cell.
void place_chart(Sheet& sheet, RowNumber row, ColumnNumber column, const NativeChart& chart, const std::string& alt);

/// Height in pixels for as many rows of bars, with names of one line.
double chart_height(std::size_t rows);
/// For bars with these names, of which the longest may need more lines.
double chart_height(const std::vector<std::string>& names);
/// As above for rows of points with a text over each.
double scatter_height(std::size_t rows);

/// What a legend of as many names adds to the height of a chart: it stands beneath the plot, at worst one line a name.
double legend_height(std::size_t names);

/// The axis of places: 1 on top, then a few lines at equal distances, the last one beyond the place `largest`.
ChartAxis place_axis(double largest);

/// How far apart labels must be not to touch, as a part of the data axis; letters in a release are larger.
double label_distance(const Book& book);
/// Where the labels of a line of `points` points stand, so that the last one stays within a chart of the usual width: to the right while there
/// is room, else above, else to the left.
LabelPlace end_place(const Book& book, const std::vector<PointLabel>& labels, std::size_t points);

/// Where the text of a point stands so that it stays within the chart: towards its middle from the outer thirds when it is long.
LabelPlace inner_place(std::string_view text, double value, double low, double high);

/// An end of the axis that leaves room beside a bar or point of the length `largest` for its label: the library cannot lay out
/// the plot (1.2.2 can). Nothing when no value is above 0.
std::optional<double> roomy_end(double largest);

}  // namespace briefpack::workbook
