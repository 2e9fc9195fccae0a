#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "document/chart_spec.h"
#include "geometry/picture.h"

namespace briefpack::chart {

/// Width in points of a text in a style. Layout supplies it from shaped text; charts know no fonts.
using TextMeasurer = std::function<double(std::string_view text, const geometry::TextStyle& style)>;

/// Draws a chart `width` points wide; its height follows from its rows. Pure: same spec, same shapes.
/// `dispute_ids` are the printed ids ("D1") by index, for the tags. `is_tight`: rows stand a little closer, for short pages.
///
/// Phases, the same for each mark: measure the row labels - choose scales - draw grid and axis - draw marks - place labels -
/// draw the key line. A mark is one row in the table in draw.cc and one file `mark_*.cc`.
geometry::Picture draw(const document::ChartSpec& spec, double width, const TextMeasurer& measure,
                       const std::vector<std::string>& dispute_ids = {}, bool is_tight = false);

/// Rows `from` up to `to` of a chart that is too tall for a page, on the scales of the whole and with its heads; sums stand below
/// its last row. REQUIRES: from < to <= divisible_rows(whole).
geometry::Picture draw_part(const document::ChartSpec& whole, std::size_t from, std::size_t to, double width, const TextMeasurer& measure,
                            const std::vector<std::string>& dispute_ids = {}, bool is_tight = false);

/// How many rows, or lanes, a chart has that are independent of each other but for its scale; 0 where lines join them.
std::size_t divisible_rows(const document::ChartSpec& spec);

}  // namespace briefpack::chart
