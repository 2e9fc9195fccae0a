#include "layout/page_grid.h"

#include <algorithm>

namespace briefpack::layout {

using Variant = document::Section::Variant;

namespace {

constexpr double kLetterCloser = 7.5, kLetterHeadCloser = 5;  // more would come under the band of a draft, or where printers are blank

}  // namespace

PageGrid grid_of(const std::string& paper) {
  PageGrid grid;
  const bool is_letter = paper == "letter" || paper == "Letter" || paper == "LETTER";
  grid.size = is_letter ? geometry::Size{612, 792} : geometry::Size{595.28, 841.89};
  grid.is_tight = is_letter;
  grid.left = (grid.size.width - grid.measure) / 2;
  // Letter is 50 points shorter: its head and foot stand closer to the edges, so that what fills a page of A4 loses less.
  const double closer = is_letter ? kLetterCloser : 0;
  grid.header_baseline -= is_letter ? kLetterHeadCloser : 0;
  grid.header_rule -= closer;
  grid.body_top -= closer;
  grid.notes_bottom = grid.size.height - 44.89 + closer;
  grid.footer_rule = grid.size.height - 38.89 + closer;
  grid.footer_baseline = grid.size.height - 26.89 + closer;
  return grid;
}

std::vector<ColumnPlace> column_places(const std::vector<int>& twelfths, std::size_t count, double measure,
                                       Variant variant) {
  std::vector<double> shares;
  for (std::size_t i = 0; i < count; ++i) {
    shares.push_back(i < twelfths.size() ? std::max(1, twelfths[i]) : 12.0 / static_cast<double>(count));
  }
  double sum = 0;
  for (const double share : shares)
    sum += share;
  if (sum > 12) {
    for (double& share : shares)
      share *= 12 / sum;
  }
  // Narrow measures (columns in a box in a column) have narrower gutters, so that text keeps most of the width.
  const double gutter = std::min(kGutter, measure / 20);
  const double unit = (measure - 11 * gutter) / 12;
  const bool is_main_and_side = twelfths == std::vector<int>{8, 4} && measure > 400;
  std::vector<ColumnPlace> places;
  double x = 0;
  for (const double share : shares) {
    places.push_back({x, unit * share + gutter * (share - 1)});
    x += unit * share + gutter * share;
  }
  if (is_main_and_side && places.size() == 2) {
    const double side = variant == Variant::cover ? 154 : 162;
    const double between = variant == Variant::cover ? 24 : gutter;
    places[0].width = measure - side - between;
    places[1] = {measure - side, side};
  }
  return places;
}

}  // namespace briefpack::layout
