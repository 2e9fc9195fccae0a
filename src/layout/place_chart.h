#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "document/chart_spec.h"
#include "geometry/picture.h"
#include "layout/context.h"
#include "layout/fragment.h"

namespace briefpack::layout {

struct PlacedChart {
  Ink ink;
  double height = 0;
};

/// Draws the chart `measure` wide, its texts as real text with links at their note marks and tags. Nothing when it is higher
/// than `room` and can be divided by its rows. One that cannot is drawn smaller as a whole, as long as its labels keep 6.5 points;
/// else it stays as tall as it is, for the pages to cut between its lines. Both warn layout/chart-too-tall.
std::optional<PlacedChart> place_chart(Context& context, const document::ChartSpec& chart, double measure, double room,
                                       page::ElementId figure);

/// How the rows of a chart that can be divided are divided over pages, so that no part with the notes of its rows is higher than its room: the
/// first `first_room`, others `room`, of a page without notes. Each part has at least one
/// row; the parts are as even as their rows allow.
std::vector<std::size_t> chart_parts(Context& context, const document::ChartSpec& chart, double measure, double first_room, double room);

/// Rows `from` up to `to` of a chart, on the scales of the whole.
PlacedChart place_chart_part(Context& context, const document::ChartSpec& chart, std::size_t from, std::size_t to, double measure,
                             page::ElementId figure);

/// The first and the last row, or lane, of a part: "Korea – France".
std::string rows_named(const document::ChartSpec& chart, std::size_t from, std::size_t to);

/// Sets the shapes of a picture, all lengths times `scale`.
Ink set_picture(Context& context, const geometry::Picture& picture, double scale, page::ElementId figure);

}  // namespace briefpack::layout
