#include "workbook/native_chart.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <cstring>

#include <xlsxwriter.h>

#include "workbook/guard.h"

namespace briefpack::workbook {

namespace {

using document::ChartRow;
using document::ChartSpec;
using document::ChartValue;

// The palette of the PDF (visual specification, section 2).
constexpr lxw_color_t kAccent = 0xB83A0E, kBar = 0x8FA3B5, kInk = 0x17212B, kInk2 = 0x46525E, kRule = 0xC9D1D8, kWhite = 0xFFFFFF, kNavy = 0x12395B;
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

void fill_cache(lxw_series_range* range, const std::vector<std::optional<double>>& values) {
  for (const auto& value : values) {
    auto* point = new_point();
    if (value) point->number = *value;
    else point->no_data = 1;
    STAILQ_INSERT_TAIL(range->data_cache, point, list_pointers);
  }
  range->num_data_points = static_cast<std::uint16_t>(values.size());
  range->ignore_cache = 1;
}

void fill_cache(lxw_series_range* range, const std::vector<std::string>& texts) {
  for (const std::string& text : texts) {
    auto* point = new_point();
    point->is_string = 1;
    point->string = strdup(guard_plain_text(text, 2000).text.c_str());
    STAILQ_INSERT_TAIL(range->data_cache, point, list_pointers);
  }
  range->has_string_cache = 1;
  range->num_data_points = static_cast<std::uint16_t>(texts.size());
  range->ignore_cache = 1;
}

lxw_chart_series* add_series(lxw_chart* chart, const std::string& sheet, const ChartData& data, const ChartColumn& column) {
  lxw_chart_series* series = chart_add_series(chart, nullptr, nullptr);
  if (series == nullptr) return nullptr;
  const auto last = static_cast<lxw_row_t>(data.first_row + data.categories.size() - 1);
  chart_series_set_categories(series, sheet.c_str(), data.first_row, data.label_column, last, data.label_column);
  chart_series_set_values(series, sheet.c_str(), data.first_row, column.column, last, column.column);
  fill_cache(series->categories, data.categories);
  fill_cache(series->values, column.values);
  return series;
}

const ChartValue& value_of(const ChartRow& row) {
  static const ChartValue kNone;
  return row.values.empty() ? kNone : row.values.front();
}

/// Fill, outline and hatching of each bar or point: focus in the accent, disputed hatched, estimated with a dashed edge.
class PointStyles {
 public:
  PointStyles(const ChartSpec& spec, lxw_color_t plain) {
    const std::size_t count = spec.rows.size();
    points_.resize(count);
    lines_.resize(count);
    fills_.resize(count);
    patterns_.resize(count);
    for (std::size_t i = 0; i < count; ++i) {
      const ChartRow& row = spec.rows[i];
      const ChartValue& value = value_of(row);
      lines_[i] = {};
      fills_[i] = {};
      patterns_[i] = {};
      lines_[i].none = 1;
      fills_[i].color = row.is_focus ? kAccent : plain;
      points_[i] = {};
      points_[i].fill = &fills_[i];
      if (value.is_estimated) lines_[i] = edge(kInk2);
      if (value.dispute != document::kNone) {
        lines_[i] = edge(kInk);
        patterns_[i].fg_color = kInk2;
        patterns_[i].bg_color = kWhite;
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
  static lxw_chart_line edge(lxw_color_t color) {
    lxw_chart_line out{};
    out.color = color;
    out.width = 1;
    out.dash_type = LXW_CHART_LINE_DASH_DASH;
    return out;
  }

  std::vector<lxw_chart_point> points_;
  std::vector<lxw_chart_line> lines_;
  std::vector<lxw_chart_fill> fills_;
  std::vector<lxw_chart_pattern> patterns_;
};

lxw_chart_font font(double size, bool is_bold, lxw_color_t color) {
  lxw_chart_font out{};
  out.size = size;
  out.bold = is_bold ? LXW_TRUE : LXW_EXPLICIT_FALSE;
  out.color = color;
  return out;
}

/// The printed texts at the bars; the cells' own numbers would show neither bounds nor rounding.
void set_labels(Book& book, lxw_chart_series* series, const ChartData& data, std::uint8_t position) {
  chart_series_set_labels(series);
  std::vector<std::string> texts;
  for (const std::string& label : data.labels) texts.push_back(chart_text(label));
  std::vector<lxw_chart_data_label> labels(texts.size());
  std::vector<lxw_chart_font> fonts(texts.size());
  std::vector<lxw_chart_data_label*> pointers;
  for (std::size_t i = 0; i < texts.size(); ++i) {
    const bool is_focus = data.spec->rows[i].is_focus;
    labels[i] = {};
    if (texts[i].empty()) labels[i].hide = 1;
    else labels[i].value = texts[i].data();
    fonts[i] = font(9, true, is_focus ? kAccent : kInk);
    labels[i].font = &fonts[i];
    pointers.push_back(&labels[i]);
  }
  pointers.push_back(nullptr);
  if (chart_series_set_labels_custom(series, pointers.data()) != LXW_NO_ERROR) book.add_bug(data.title, "the library refused the labels");
  chart_series_set_labels_position(series, position);
}

void set_title(lxw_chart* chart, const std::string& title) {
  chart_title_set_name(chart, chart_text(title).c_str());
  lxw_chart_font title_font = font(12, true, kInk);
  chart_title_set_name_font(chart, &title_font);
  chart_legend_set_position(chart, LXW_CHART_LEGEND_NONE);
}

void set_quiet_line(lxw_chart_axis* axis) {
  lxw_chart_line rule{};
  rule.color = kRule;
  rule.width = 0.5;
  chart_axis_major_gridlines_set_line(axis, &rule);
}

/// Axis numbers in thousands or millions through the number format, as far as the scale is one that Excel's commas can say.
struct AxisWords {
  std::string format, name;
};
AxisWords axis_words(const ChartSpec& spec) {
  const std::pair<double, const char*> scales[] = {{1, ""}, {1e-3, ","}, {1e-6, ",,"}, {1e-9, ",,,"}};
  for (const auto& [scale, commas] : scales) {
    if (std::abs(spec.axis_scale / scale - 1) < 1e-9) return {std::string("#,##0") + commas, spec.axis_unit.empty() ? spec.unit : spec.axis_unit};
  }
  return {"#,##0", spec.unit};
}

/// An end of the axis that leaves the longest bar's label room beside it: the library cannot lay out the plot (1.2.2 can).
std::optional<double> roomy_end(const ChartData& data) {
  double largest = 0;
  for (std::size_t i = 0; i < data.values.values.size(); ++i) {
    const double start = data.starts && data.starts->values[i] ? *data.starts->values[i] : 0;
    largest = std::max(largest, start + data.values.values[i].value_or(0));
  }
  if (largest <= 0) return std::nullopt;
  const double step = std::pow(10, std::floor(std::log10(largest))) / 2;
  return std::ceil(largest * 1.15 / step) * step;
}

void set_value_axis(lxw_chart* chart, const ChartData& data) {
  const ChartSpec& spec = *data.spec;
  // Of a bar chart the library calls the category axis y and the value axis x.
  lxw_chart_axis* axis = chart->x_axis;
  const AxisWords words = axis_words(spec);
  chart_axis_set_num_format(axis, words.format.c_str());
  if (!words.name.empty()) {
    chart_axis_set_name(axis, chart_text(words.name).c_str());
    lxw_chart_font name_font = font(9, false, kInk2);
    chart_axis_set_name_font(axis, &name_font);
  }
  chart_axis_set_min(axis, spec.axis_min.value_or(0));
  if (const auto end = spec.axis_max ? spec.axis_max : roomy_end(data)) chart_axis_set_max(axis, *end);
  chart_axis_major_gridlines_set_visible(axis, LXW_TRUE);
  set_quiet_line(axis);
}

lxw_chart* new_chart(Book& book, std::uint8_t type, const std::string& title) {
  if (book.raw() == nullptr) return nullptr;
  lxw_chart* chart = workbook_add_chart(book.raw(), type);
  if (chart == nullptr) {
    book.add_bug(title, "the library refused the chart");
    return nullptr;
  }
  set_title(chart, title);
  return chart;
}

}  // namespace

double chart_height(std::size_t rows) { return std::min(110.0 + 36.0 * static_cast<double>(rows), 1200.0); }

lxw_chart* bar_chart(Book& book, const std::string& sheet, const ChartData& data) {
  const bool is_share = data.rests.has_value();
  const std::uint8_t type = is_share || data.starts ? LXW_CHART_BAR_STACKED : LXW_CHART_BAR;
  lxw_chart* chart = new_chart(book, type, data.title);
  if (chart == nullptr) return nullptr;
  if (data.starts) {
    // An invisible bar moves the visible one to where it begins.
    lxw_chart_series* before = add_series(chart, sheet, data, *data.starts);
    lxw_chart_fill nothing{};
    nothing.none = 1;
    if (before != nullptr) chart_series_set_fill(before, &nothing);
  }
  lxw_chart_series* series = add_series(chart, sheet, data, data.values);
  if (series == nullptr) return nullptr;
  PointStyles styles(*data.spec, is_share ? kNavy : kBar);
  if (chart_series_set_points(series, styles.list().data()) != LXW_NO_ERROR) book.add_bug(data.title, "the library refused the points");
  // Stacked bars have no place outside their end.
  set_labels(book, series, data, type == LXW_CHART_BAR ? LXW_CHART_LABEL_POSITION_OUTSIDE_END : LXW_CHART_LABEL_POSITION_INSIDE_BASE);
  if (is_share) {
    lxw_chart_series* rest = add_series(chart, sheet, data, *data.rests);
    lxw_chart_fill white{};
    white.color = kWhite;
    lxw_chart_line frame{};
    frame.color = kInk2;
    frame.width = 0.75;
    if (rest != nullptr) {
      chart_series_set_fill(rest, &white);
      chart_series_set_line(rest, &frame);
    }
  }
  set_value_axis(chart, data);
  if (is_share) chart_axis_set_max(chart->x_axis, 1 / (data.spec->axis_scale > 0 ? data.spec->axis_scale : 1));
  chart_axis_set_reverse(chart->y_axis);
  chart_axis_set_major_tick_mark(chart->y_axis, LXW_CHART_AXIS_TICK_MARK_NONE);
  chart_set_series_gap(chart, 60);
  return chart;
}

lxw_chart* log_chart(Book& book, const std::string& sheet, const ChartData& data) {
  double least = 0;
  for (const auto& value : data.values.values) {
    if (value && *value > 0 && (least == 0 || *value < least)) least = *value;
  }
  if (least == 0) return nullptr;
  lxw_chart* chart = new_chart(book, LXW_CHART_LINE, data.spec->panel_b.empty() ? data.title : data.spec->panel_b);
  if (chart == nullptr) return nullptr;
  lxw_chart_series* series = add_series(chart, sheet, data, data.values);
  if (series == nullptr) return nullptr;
  lxw_chart_line none{};
  none.none = 1;
  chart_series_set_line(series, &none);
  chart_series_set_marker_type(series, LXW_CHART_MARKER_CIRCLE);
  chart_series_set_marker_size(series, 9);
  lxw_chart_fill plain{};
  plain.color = kInk2;
  chart_series_set_marker_fill(series, &plain);
  // An outline that is the same for all: the library would draw a line between points that have one of their own.
  lxw_chart_line outline{};
  outline.color = kInk;
  outline.width = 1;
  chart_series_set_marker_line(series, &outline);
  set_labels(book, series, data, LXW_CHART_LABEL_POSITION_ABOVE);
  chart_axis_set_log_base(chart->y_axis, 10);
  chart_axis_set_min(chart->y_axis, std::pow(10, std::floor(std::log10(least))));
  chart_axis_set_num_format(chart->y_axis, "#,##0");
  if (!data.spec->unit.empty()) {
    chart_axis_set_name(chart->y_axis, chart_text(data.spec->unit).c_str());
    lxw_chart_font name_font = font(9, false, kInk2);
    chart_axis_set_name_font(chart->y_axis, &name_font);
  }
  set_quiet_line(chart->y_axis);
  return chart;
}

}  // namespace briefpack::workbook
