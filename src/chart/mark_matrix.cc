// Owner by place, yes or no: dots in a grid, places grouped, sums in the last row.
#include <algorithm>

#include "chart/marks.h"
#include "numfmt/number_text.h"

namespace briefpack::chart {

using geometry::Anchor;
using geometry::FontFace;
namespace palette = geometry::palette;

double draw_matrix(Canvas& canvas, const document::ChartSpec& spec) {
  constexpr double kRowHeight = 13.5, kHeadLeading = 8.5, kRadius = 3.8;
  const geometry::TextStyle group{FontFace::semibold, 7.5, palette::kInk, 0, false, 0};
  const geometry::TextStyle place{FontFace::regular, 7.25, palette::kInk2, 0, false, 0};
  double group_width = 0, place_width = 0;
  for (const auto& row : spec.rows) {
    if (!row.group.empty()) group_width = std::max(group_width, canvas.width_of(row.group, group) + 6);
    place_width = std::max(place_width, canvas.width_of(row.label, place) + 4);
  }
  const double first = group_width + place_width;
  const double column = (canvas.width() - first) / static_cast<double>(std::max<std::size_t>(spec.columns.size(), 1));
  const auto x = [&](std::size_t i) { return first + column * (static_cast<double>(i) + 0.5); };
  // Heads wrap to their columns and end on one line above the rule.
  std::vector<std::vector<std::string>> heads;
  std::size_t most_lines = 1;
  for (const auto& head : spec.columns) {
    heads.push_back(canvas.wrap(head, style::panel_head(), column - 2));
    most_lines = std::max(most_lines, heads.back().size());
  }
  const double head_rule = 5.5 + kHeadLeading * static_cast<double>(most_lines);
  for (std::size_t i = 0; i < heads.size(); ++i) {
    double baseline = head_rule - 5 - kHeadLeading * static_cast<double>(heads[i].size() - 1);
    for (const auto& line : heads[i]) {
      canvas.text({x(i), baseline}, Anchor::middle, line, style::panel_head());
      baseline += kHeadLeading;
    }
  }
  canvas.line({0, head_rule}, {canvas.width(), head_rule}, palette::kInk, 0.75);

  std::vector<double> sums(spec.columns.size(), 0);
  double y = head_rule;
  for (std::size_t r = 0; r < spec.rows.size(); ++r) {
    const auto& row = spec.rows[r];
    const bool starts_group = r == 0 || spec.rows[r - 1].group != row.group;
    if (r > 0) {
      canvas.line({starts_group ? 0 : group_width, y}, {canvas.width(), y}, starts_group ? palette::kInk2 : palette::kRule, starts_group ? 0.6 : 0.4);
    }
    const double middle = y + kRowHeight / 2;
    if (starts_group && !row.group.empty()) canvas.text({0, middle + 2.6}, Anchor::start, row.group, group);
    canvas.text({group_width, middle + 2.6}, Anchor::start, row.label, place);
    for (std::size_t i = 0; i < std::min(row.values.size(), spec.columns.size()); ++i) {
      const auto& value = row.values[i];
      if (!value.number || *value.number <= 0) continue;
      sums[i] += *value.number;
      canvas.point({x(i), middle}, kRadius, Canvas::Form::circle,
                   value.dispute == document::kNone ? Canvas::Fill::filled : Canvas::Fill::dashed, palette::kAccent, value.figure);
      // The dot's own notes hang at its right, as on a number.
      if (!value.notes.empty() || value.dispute != document::kNone) {
        Label marks{"", {FontFace::semibold, 7.5, palette::kInk, 0, false, 0}, value.figure, value.notes, value.dispute};
        canvas.text({x(i) + kRadius + 1, middle + 2.6}, Anchor::start, marks);
      }
    }
    y += kRowHeight;
  }
  canvas.line({0, y}, {canvas.width(), y}, palette::kInk2, 0.75);
  Label total{spec.total_label, {FontFace::bold, 7.5, palette::kInk, 0, true, 0}, spec.total_figure, spec.total_notes, document::kNone};
  if (!total.text.empty()) canvas.text({0, y + 12}, Anchor::start, total);
  for (std::size_t i = 0; i < sums.size(); ++i) {
    canvas.text({x(i), y + 12}, Anchor::middle, numfmt::grouped(sums[i]), {FontFace::semibold, 8, palette::kInk, 0, true, 0});
  }
  canvas.line({0, y + 18}, {canvas.width(), y + 18}, palette::kInk, 0.75);
  return y + 20;
}

}  // namespace briefpack::chart
