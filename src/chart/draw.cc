#include "chart/draw.h"

#include <algorithm>
#include <array>

#include "chart/canvas.h"
#include "chart/marks.h"

namespace briefpack::chart {

namespace {

struct MarkRow {
  document::Mark mark;
  double (*draw)(Canvas&, const document::ChartSpec&);
};

constexpr std::array kMarks{
    MarkRow{document::Mark::bar, draw_bar},         MarkRow{document::Mark::paired, draw_paired},
    MarkRow{document::Mark::slope, draw_slope},     MarkRow{document::Mark::list_range, draw_list_range},
    MarkRow{document::Mark::range, draw_range},     MarkRow{document::Mark::share, draw_share},
    MarkRow{document::Mark::matrix, draw_matrix},   MarkRow{document::Mark::lanes, draw_lanes},
    MarkRow{document::Mark::line, draw_line},       MarkRow{document::Mark::bump, draw_bump},
    MarkRow{document::Mark::dot, draw_dot},
};

}  // namespace

geometry::Picture draw(const document::ChartSpec& spec, double width, const TextMeasurer& measure,
                       const std::vector<std::string>& dispute_ids, bool is_tight) {
  return draw_part(spec, spec, width, measure, dispute_ids, is_tight);
}

bool can_be_divided(document::Mark mark) {
  using document::Mark;
  return mark == Mark::bar || mark == Mark::dot || mark == Mark::range || mark == Mark::list_range || mark == Mark::share;
}

geometry::Picture draw_part(const document::ChartSpec& spec, const document::ChartSpec& whole, double width, const TextMeasurer& measure,
                            const std::vector<std::string>& dispute_ids, bool is_tight) {
  Canvas canvas(width, spec.lang, measure, dispute_ids);
  canvas.set_whole(whole);
  canvas.set_tight(is_tight);
  const auto row = std::find_if(kMarks.begin(), kMarks.end(), [&](const MarkRow& each) { return each.mark == spec.mark; });
  double height = row == kMarks.end() ? 0 : row->draw(canvas, spec);
  if (!spec.key.empty()) height = canvas.key_line(height + 4, spec.key);
  return canvas.finish(height);
}

double largest_value(const document::ChartSpec& spec) {
  double largest = 0;
  for (const auto& row : spec.rows) {
    for (const auto& value : row.values) {
      if (value.number) largest = std::max(largest, *value.number);
      if (value.high) largest = std::max(largest, *value.high);
    }
  }
  return largest;
}

double smallest_value(const document::ChartSpec& spec) {
  double smallest = 0;
  for (const auto& row : spec.rows) {
    for (const auto& value : row.values) {
      if (value.number) smallest = std::min(smallest, *value.number);
      if (value.low) smallest = std::min(smallest, *value.low);
    }
  }
  return smallest;
}

double smallest_positive_value(const document::ChartSpec& spec) {
  double smallest = 0;
  const auto take = [&](double value) {
    if (value > 0 && (smallest == 0 || value < smallest)) smallest = value;
  };
  for (const auto& row : spec.rows) {
    for (const auto& value : row.values) {
      if (value.number) take(*value.number);
      if (value.low) take(*value.low);
    }
  }
  return smallest;
}

bool is_disputed(const document::ChartRow& row) {
  return std::any_of(row.values.begin(), row.values.end(),
                     [](const document::ChartValue& value) { return value.dispute != document::kNone; });
}

}  // namespace briefpack::chart
