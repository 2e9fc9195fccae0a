#include "chart/draw.h"

#include <algorithm>
#include <array>
#include <utility>

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

namespace {

geometry::Picture draw_on(Canvas canvas, const document::ChartSpec& spec) {
  const auto row = std::find_if(kMarks.begin(), kMarks.end(), [&](const MarkRow& each) { return each.mark == spec.mark; });
  double height = row == kMarks.end() ? 0 : row->draw(canvas, spec);
  if (!spec.key.empty()) height = canvas.key_line(height + 4, spec.key);
  return canvas.finish(height);
}

template <typename T>
void keep(std::vector<T>& all, std::size_t from, std::size_t to) {
  all.erase(all.begin() + static_cast<std::ptrdiff_t>(to), all.end());
  all.erase(all.begin(), all.begin() + static_cast<std::ptrdiff_t>(from));
}

}  // namespace

geometry::Picture draw(const document::ChartSpec& spec, double width, const TextMeasurer& measure,
                       const std::vector<std::string>& dispute_ids, bool is_tight) {
  Canvas canvas(width, spec.lang, measure, dispute_ids);
  canvas.set_tight(is_tight);
  return draw_on(std::move(canvas), spec);
}

std::size_t divisible_rows(const document::ChartSpec& spec) {
  using document::Mark;
  if (spec.mark == Mark::lanes) return spec.lanes.size();
  return spec.mark == Mark::slope || spec.mark == Mark::line || spec.mark == Mark::bump ? 0 : spec.rows.size();
}

geometry::Picture draw_part(const document::ChartSpec& whole, std::size_t from, std::size_t to, double width, const TextMeasurer& measure,
                            const std::vector<std::string>& dispute_ids, bool is_tight) {
  document::ChartSpec part = whole;
  if (whole.mark == document::Mark::lanes) keep(part.lanes, from, to);
  else keep(part.rows, from, to);
  Canvas canvas(width, whole.lang, measure, dispute_ids);
  canvas.set_whole(whole, to == divisible_rows(whole));
  canvas.set_tight(is_tight);
  return draw_on(std::move(canvas), part);
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
