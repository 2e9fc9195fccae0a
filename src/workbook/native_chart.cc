#include "workbook/native_chart.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <cstring>

#include <xlsxwriter.h>

#include "workbook/guard.h"
#include "workbook/wrap_lines.h"

namespace briefpack::workbook {

namespace {

constexpr std::size_t kLongestLabel = 250;

/// A text for the chart. A leading "=" would make the library take it for a reference.
std::string chart_text(const std::string& text) {
  std::string out = guard_plain_text(text, kLongestLabel).text;
  return out.starts_with('=') ? " " + out : out;
}

lxw_series_data_point* new_point() {
  auto* point = static_cast<lxw_series_data_point*>(std::calloc(1, sizeof(lxw_series_data_point)));  // the library frees it
  if (point == nullptr) std::abort();
  return point;
}

void fill_cache(lxw_series_range* range, const ChartRange& cells) {
  for (const auto& value : cells.numbers) {
    auto* point = new_point();
    if (value) point->number = *value;
    else point->no_data = 1;
    STAILQ_INSERT_TAIL(range->data_cache, point, list_pointers);
  }
  for (const std::string& text : cells.texts) {
    auto* point = new_point();
    point->is_string = 1;
    point->string = strdup(guard_plain_text(text, 2000).text.c_str());
    STAILQ_INSERT_TAIL(range->data_cache, point, list_pointers);
  }
  range->has_string_cache = cells.texts.empty() ? 0 : 1;
  range->num_data_points = static_cast<std::uint16_t>(cells.numbers.size() + cells.texts.size());
  range->ignore_cache = 1;
}

lxw_color_t shade(const Book& book, geometry::Color color) { return hex(book.palette()[color]); }

constexpr double kSmall = 9, kUsual = 10, kTitle = 12;  // points

lxw_chart_font font(const Book& book, double size, bool is_bold, geometry::Color color) {
  lxw_chart_font out{};
  out.size = book.is_release() ? std::max(size, book.text_points()) : size;
  out.bold = is_bold ? LXW_TRUE : LXW_EXPLICIT_FALSE;
  out.color = shade(book, color);
  return out;
}

lxw_chart_line line_of(const Book& book, geometry::Color color, double width, bool is_dashed) {
  lxw_chart_line out{};
  if (width <= 0) {
    out.none = 1;
    return out;
  }
  out.color = shade(book, color);
  out.width = static_cast<float>(width);
  if (is_dashed) out.dash_type = LXW_CHART_LINE_DASH_DASH;
  return out;
}

/// Fill, outline and hatching of each bar.
class BarStyles {
 public:
  BarStyles(const Book& book, const std::vector<BarLook>& bars) : points_(bars.size()), lines_(bars.size()), fills_(bars.size()), patterns_(bars.size()) {
    for (std::size_t i = 0; i < bars.size(); ++i) {
      fills_[i].color = shade(book, bars[i].color);
      points_[i].fill = &fills_[i];
      const bool is_pale = geometry::contrast(book.palette()[bars[i].color], book.palette()[palette::kWhite]) < 3;
      lines_[i] = line_of(book, palette::kInk2, bars[i].is_estimated ? 1 : is_pale ? 0.75 : 0, bars[i].is_estimated);
      if (bars[i].is_disputed) {
        lines_[i] = line_of(book, palette::kInk, 1, true);
        patterns_[i].fg_color = shade(book, palette::kInk2);
        patterns_[i].bg_color = shade(book, palette::kWhite);
        patterns_[i].type = LXW_CHART_PATTERN_WIDE_UPWARD_DIAGONAL;
        points_[i].fill = nullptr;
        points_[i].pattern = &patterns_[i];
      }
      points_[i].line = &lines_[i];
    }
  }

  std::vector<lxw_chart_point*> list() {
    std::vector<lxw_chart_point*> out;
    for (auto& each : points_) out.push_back(&each);
    out.push_back(nullptr);
    return out;
  }

 private:
  std::vector<lxw_chart_point> points_;
  std::vector<lxw_chart_line> lines_;
  std::vector<lxw_chart_fill> fills_;
  std::vector<lxw_chart_pattern> patterns_;
};

std::uint8_t position_of(LabelPlace place) {
  switch (place) {
    case LabelPlace::outside_end: return LXW_CHART_LABEL_POSITION_OUTSIDE_END;
    case LabelPlace::above: return LXW_CHART_LABEL_POSITION_ABOVE;
    case LabelPlace::left: return LXW_CHART_LABEL_POSITION_LEFT;
    case LabelPlace::right: break;
  }
  return LXW_CHART_LABEL_POSITION_RIGHT;
}

/// The printed texts at bars and points; the cells' own numbers would show neither bounds nor rounding.
void set_labels(Book& book, lxw_chart_series* series, const ChartSeries& spec) {
  if (spec.labels.empty()) return;
  chart_series_set_labels(series);
  std::vector<std::string> texts;
  for (const PointLabel& label : spec.labels) texts.push_back(chart_text(label.text));
  std::vector<lxw_chart_data_label> labels(texts.size());
  std::vector<lxw_chart_font> fonts(texts.size());
  std::vector<lxw_chart_data_label*> pointers;
  for (std::size_t i = 0; i < texts.size(); ++i) {
    labels[i] = {};
    if (texts[i].empty()) labels[i].hide = 1;
    else labels[i].value = texts[i].data();
    fonts[i] = font(book, kSmall, true, spec.labels[i].is_focus ? palette::kAccent : palette::kInk);
    labels[i].font = &fonts[i];
    pointers.push_back(&labels[i]);
  }
  pointers.push_back(nullptr);
  if (chart_series_set_labels_custom(series, pointers.data()) != LXW_NO_ERROR) book.add_bug(spec.name, "the library refused the labels");
  chart_series_set_labels_position(series, position_of(spec.place));
}

std::uint8_t marker_type(ChartMarker marker) {
  switch (marker) {
    case ChartMarker::none: return LXW_CHART_MARKER_NONE;
    case ChartMarker::circle: return LXW_CHART_MARKER_CIRCLE;
    case ChartMarker::square: return LXW_CHART_MARKER_SQUARE;
    case ChartMarker::diamond: return LXW_CHART_MARKER_DIAMOND;
    case ChartMarker::triangle: return LXW_CHART_MARKER_TRIANGLE;
  }
  return LXW_CHART_MARKER_NONE;
}

std::uint8_t hatch_type(ChartHatch hatch) {
  switch (hatch) {
    case ChartHatch::none: break;
    case ChartHatch::up: return LXW_CHART_PATTERN_WIDE_UPWARD_DIAGONAL;
    case ChartHatch::down: return LXW_CHART_PATTERN_WIDE_DOWNWARD_DIAGONAL;
    case ChartHatch::grid: return LXW_CHART_PATTERN_LARGE_GRID;
  }
  return LXW_CHART_PATTERN_NONE;
}

void set_bar_look(Book& book, lxw_chart_series* series, const ChartSeries& spec) {
  lxw_chart_fill fill{};
  fill.color = shade(book, spec.look.is_hollow ? palette::kWhite : spec.look.color);
  fill.none = spec.look.is_invisible ? 1 : 0;
  chart_series_set_fill(series, &fill);
  const bool has_edge = spec.look.is_hollow || spec.look.hatch != ChartHatch::none;
  lxw_chart_line edge = line_of(book, spec.look.color, has_edge ? 0.75 : spec.look.line, spec.look.is_dashed);
  // A pale bar has an edge that is seen on white (WCAG 2.1, 1.4.11).
  const bool is_pale = !has_edge && geometry::contrast(book.palette()[spec.look.color], book.palette()[palette::kWhite]) < 3;
  if (is_pale && !spec.look.is_invisible) edge = line_of(book, palette::kInk2, 0.75, false);
  chart_series_set_line(series, &edge);
  if (spec.look.hatch != ChartHatch::none) {
    lxw_chart_pattern pattern{};
    pattern.fg_color = shade(book, spec.look.color);
    pattern.bg_color = shade(book, palette::kWhite);
    pattern.type = hatch_type(spec.look.hatch);
    chart_series_set_pattern(series, &pattern);
  }
  if (spec.bars.empty()) return;
  BarStyles styles(book, spec.bars);
  if (chart_series_set_points(series, styles.list().data()) != LXW_NO_ERROR) book.add_bug(spec.name, "the library refused the points");
}

void set_point_look(const Book& book, lxw_chart_series* series, const SeriesLook& look) {
  lxw_chart_line line = line_of(book, look.color, look.line, look.is_dashed);
  if (look.line > 0 && look.dash != ChartDash::solid) line.dash_type = look.dash == ChartDash::dash ? LXW_CHART_LINE_DASH_DASH : LXW_CHART_LINE_DASH_ROUND_DOT;
  chart_series_set_line(series, &line);
  chart_series_set_marker_type(series, marker_type(look.marker));
  if (look.marker == ChartMarker::none) return;
  chart_series_set_marker_size(series, look.is_hollow ? 10 : 9);
  lxw_chart_fill fill{};
  // Not white: LibreOffice draws no outline, and the marker could not be seen there.
  fill.color = shade(book, look.is_hollow ? palette::kBar : look.color);
  chart_series_set_marker_fill(series, &fill);
  lxw_chart_line outline = line_of(book, look.color, 1.25, look.is_hollow && look.is_dashed);
  chart_series_set_marker_line(series, &outline);
}

bool add_series(Book& book, lxw_chart* chart, const std::string& sheet, const ChartSeries& spec, bool has_bars) {
  lxw_chart_series* series = chart_add_series(chart, nullptr, nullptr);
  if (series == nullptr) return false;
  if (!spec.name.empty()) chart_series_set_name(series, chart_text(spec.name).c_str());
  const auto set = [&](auto function, lxw_series_range* range, const ChartRange& cells) {
    function(series, sheet.c_str(), cells.first_row, cells.first_column, cells.last_row, cells.last_column);
    fill_cache(range, cells);
  };
  set(chart_series_set_categories, series->categories, spec.categories);
  set(chart_series_set_values, series->values, spec.values);
  if (has_bars) set_bar_look(book, series, spec);
  else set_point_look(book, series, spec.look);
  set_labels(book, series, spec);
  return true;
}

void set_axis(const Book& book, lxw_chart_axis* axis, const ChartAxis& spec, bool has_grid) {
  if (!spec.name.empty()) {
    chart_axis_set_name(axis, chart_text(spec.name).c_str());
    lxw_chart_font name_font = font(book, kSmall, false, palette::kInk2);
    chart_axis_set_name_font(axis, &name_font);
  }
  lxw_chart_font number_font = font(book, kUsual, false, palette::kInk);
  chart_axis_set_num_font(axis, &number_font);
  if (spec.is_log) chart_axis_set_log_base(axis, 10);
  if (spec.min) chart_axis_set_min(axis, *spec.min);
  if (spec.max) chart_axis_set_max(axis, *spec.max);
  if (spec.major) chart_axis_set_major_unit(axis, *spec.major);
  if (spec.is_reversed) chart_axis_set_reverse(axis);
  chart_axis_major_gridlines_set_visible(axis, has_grid ? LXW_TRUE : LXW_FALSE);
  if (has_grid) {
    lxw_chart_line rule = line_of(book, palette::kRule, 0.5, false);
    chart_axis_major_gridlines_set_line(axis, &rule);
    chart_axis_set_num_format(axis, spec.format.c_str());
  }
  if (!spec.is_hidden) return;
  chart_axis_set_label_position(axis, LXW_CHART_AXIS_LABEL_POSITION_NONE);
  chart_axis_set_major_tick_mark(axis, LXW_CHART_AXIS_TICK_MARK_NONE);
  lxw_chart_line none = line_of(book, palette::kRule, 0, false);
  chart_axis_set_line(axis, &none);
}

std::uint8_t type_of(ChartKind kind) {
  switch (kind) {
    case ChartKind::bar: return LXW_CHART_BAR;
    case ChartKind::bar_stacked: return LXW_CHART_BAR_STACKED;
    case ChartKind::line: return LXW_CHART_LINE;
    case ChartKind::scatter: break;
  }
  return LXW_CHART_SCATTER_STRAIGHT_WITH_MARKERS;
}

}  // namespace

ChartRange column_range(RowNumber first_row, ColumnNumber column, std::vector<std::optional<double>> numbers) {
  const auto last = static_cast<RowNumber>(first_row + std::max<std::size_t>(numbers.size(), 1) - 1);
  return {first_row, column, last, column, std::move(numbers), {}};
}

ChartRange column_range(RowNumber first_row, ColumnNumber column, std::vector<std::string> texts) {
  const auto last = static_cast<RowNumber>(first_row + std::max<std::size_t>(texts.size(), 1) - 1);
  return {first_row, column, last, column, {}, std::move(texts)};
}

ChartRange row_range(RowNumber row, ColumnNumber first_column, std::vector<std::optional<double>> numbers) {
  const auto last = static_cast<ColumnNumber>(first_column + std::max<std::size_t>(numbers.size(), 1) - 1);
  return {row, first_column, row, last, std::move(numbers), {}};
}

SeriesLook line_look(std::size_t index, double weight) {
  constexpr geometry::Color kColors[] = {palette::kNavy, palette::kMuted};
  constexpr ChartMarker kMarkers[] = {ChartMarker::circle, ChartMarker::square, ChartMarker::diamond, ChartMarker::triangle};
  constexpr ChartDash kDashes[] = {ChartDash::solid, ChartDash::dash, ChartDash::dots};
  static_assert(kUnlikeLines == std::size(kColors) * std::size(kMarkers) * std::size(kDashes));
  SeriesLook out{kColors[index % 2], weight, false, kMarkers[index / 2 % 4]};
  out.dash = kDashes[index / 8 % 3];
  return out;
}

SeriesLook point_look(std::size_t index) {
  SeriesLook out = line_look(index % 8, 0);
  out.is_hollow = index / 8 % 2 == 1;
  return out;
}

SeriesLook bar_look(std::size_t index) {
  constexpr geometry::Color kColors[] = {palette::kNavy, palette::kTeal, palette::kBar, palette::kInk2, palette::kAccent};
  SeriesLook out{kColors[index % 5]};
  const std::size_t round = index / 5 % 5;
  out.is_hollow = round == 1;
  if (round > 1) out.hatch = static_cast<ChartHatch>(round - 1);
  return out;
}

LabelPlace inner_place(std::string_view text, double value, double low, double high) {
  constexpr std::size_t kShort = 24;
  if (text.size() <= kShort || !(high > low)) return LabelPlace::above;
  const double place = (value - low) / (high - low);
  return place < 1.0 / 3 ? LabelPlace::right : place > 2.0 / 3 ? LabelPlace::left : LabelPlace::above;
}

// LibreOffice breaks a label that is wider than a fifth of the chart's height.
double chart_height(std::size_t rows) { return std::clamp(110.0 + 36.0 * static_cast<double>(rows), 330.0, 2400.0); }

double chart_height(const std::vector<std::string>& names) {
  constexpr double kOneLine = 46, kNextLine = 20;  // digits; pixels. LibreOffice leaves out every other name where two touch.
  double widest = 0;
  for (const std::string& each : names) widest = std::max(widest, text_width(each));
  const double more = std::clamp(std::ceil(widest / kOneLine) - 1, 0.0, 3.0);
  return std::min(chart_height(names.size()) + more * kNextLine * static_cast<double>(names.size()), 2400.0);
}

double legend_height(std::size_t names) { return 20 * static_cast<double>(names); }

ChartAxis place_axis(double largest) {
  constexpr double kMostSteps = 6;
  ChartAxis out;
  out.is_reversed = true;
  out.format = "0";
  out.min = 1;
  if (!(largest > 1)) return out;
  double step = 1;
  for (int i = 0; (largest - 1) / step > kMostSteps; ++i) step *= i % 3 == 1 ? 2.5 : 2;  // 1, 2, 5, 10, 20 …
  out.major = step;
  out.max = 1 + step * std::ceil((largest - 1) / step);
  return out;
}

double label_distance(const Book& book) {
  constexpr double kOfAxis = 0.075;  // of an axis that ends a little beyond the data, in a plot of 260 pixels
  return kOfAxis * least_chart_points(book) / kSmall;
}

LabelPlace end_place(const Book& book, const std::vector<PointLabel>& labels, std::size_t points) {
  constexpr double kPlot = 670, kBeyond = 10, kDigit = 6.8;  // pixels: between the axes, right of them, of bold letters of kSmall points
  double widest = 0;
  for (const PointLabel& each : labels) widest = std::max(widest, text_width(each.text) * kDigit * least_chart_points(book) / kSmall);
  const double room = kPlot / static_cast<double>(std::max<std::size_t>(points, 1)) / 2 + kBeyond;
  return widest <= room ? LabelPlace::right : widest / 2 <= room ? LabelPlace::above : LabelPlace::left;
}

double scatter_height(std::size_t rows) { return std::clamp(150.0 + 60.0 * static_cast<double>(rows), 450.0, 1600.0); }

std::optional<double> roomy_end(double largest) {
  if (!(largest > 0)) return std::nullopt;
  const double step = std::pow(10, std::floor(std::log10(largest))) / 2;
  return std::ceil(largest * 1.15 / step) * step;
}

double least_chart_points(const Book& book) { return book.is_release() ? std::max(kSmall, book.text_points()) : kSmall; }

void describe(const NativeChart& chart, const geometry::Palette& palette, ChartFact& fact) {
  const auto on_white = [&](geometry::Color color) { return geometry::contrast(palette[color], palette[palette::kWhite]); };
  const auto text = [&](geometry::Color color) { fact.text_contrast = std::min(fact.text_contrast, on_white(color)); };
  const auto mark = [&](double contrast) { fact.mark_contrast = std::min(fact.mark_contrast, contrast); };
  const bool has_bars = chart.kind == ChartKind::bar || chart.kind == ChartKind::bar_stacked;
  text(palette::kInk);
  if (!chart.data_axis.name.empty() || !chart.row_axis.name.empty()) text(palette::kInk2);
  for (const ChartSeries& series : chart.series) {
    if (series.look.is_invisible) continue;
    for (const PointLabel& label : series.labels) {
      if (label.is_focus && !label.text.empty()) text(palette::kAccent);
    }
    // A pale bar has an edge; a pale point its line.
    const double own = on_white(series.look.color);
    if (series.bars.empty()) mark(has_bars && own < 3 ? on_white(palette::kInk2) : own);
    for (const BarLook& bar : series.bars) {
      const double fill = on_white(bar.color);
      mark(bar.is_disputed ? on_white(palette::kInk) : fill < 3 ? on_white(palette::kInk2) : fill);
    }
  }
  if (!chart.has_legend) return;
  for (auto one = chart.series.begin(); one != chart.series.end() && fact.like_series.empty(); ++one) {
    const auto other = std::find_if(chart.series.begin(), one, [&](const ChartSeries& each) { return each.look == one->look; });
    if (other != one) fact.like_series = other->name + ", " + one->name;
  }
}

lxw_chart* make_chart(Book& book, const std::string& sheet, const NativeChart& spec) {
  if (book.raw() == nullptr) return nullptr;
  lxw_chart* chart = workbook_add_chart(book.raw(), type_of(spec.kind));
  if (chart == nullptr) {
    book.add_bug(spec.title, "the library refused the chart");
    return nullptr;
  }
  chart_title_set_name(chart, chart_text(spec.title).c_str());
  lxw_chart_font title_font = font(book, kTitle, true, palette::kInk);
  chart_title_set_name_font(chart, &title_font);
  lxw_chart_font legend_font = font(book, kUsual, false, palette::kInk);
  chart_legend_set_font(chart, &legend_font);
  chart_legend_set_position(chart, spec.has_legend ? LXW_CHART_LEGEND_BOTTOM : LXW_CHART_LEGEND_NONE);
  const bool has_bars = spec.kind == ChartKind::bar || spec.kind == ChartKind::bar_stacked;
  for (const ChartSeries& series : spec.series) {
    if (!add_series(book, chart, sheet, series, has_bars)) {
      book.add_bug(spec.title, "the library refused a series");
      return nullptr;
    }
  }
  // Of a bar chart the library calls the axis of words y and the one of numbers x.
  const bool is_across = spec.kind != ChartKind::line;
  set_axis(book, is_across ? chart->x_axis : chart->y_axis, spec.data_axis, true);
  set_axis(book, is_across ? chart->y_axis : chart->x_axis, spec.row_axis, false);
  if (has_bars) {
    chart_axis_set_major_tick_mark(chart->y_axis, LXW_CHART_AXIS_TICK_MARK_NONE);
    chart_axis_set_interval_unit(chart->y_axis, 1);  // else a name is left out where room is short
    chart_set_series_gap(chart, 60);
  }
  return chart;
}

void place_chart(Sheet& sheet, RowNumber row, ColumnNumber column, const NativeChart& chart, const std::string& alt) {
  ChartFact fact;
  fact.alt = alt;
  describe(chart, sheet.book().palette(), fact);
  sheet.least_points(least_chart_points(sheet.book()));
  sheet.chart(row, column, make_chart(sheet.book(), sheet.name(), chart), fact, chart.width, chart.height);
}

}  // namespace briefpack::workbook
