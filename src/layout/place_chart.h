#pragma once

#include "document/chart_spec.h"
#include "geometry/picture.h"
#include "layout/context.h"
#include "layout/fragment.h"

namespace briefpack::layout {

struct PlacedChart {
  Ink ink;
  double height = 0;
};

/// Draws the chart `measure` wide, its texts as real text with links at their note marks and tags. A picture higher
/// than `room` is drawn smaller as a whole, with the warning layout/chart-too-tall.
PlacedChart place_chart(Context& context, const document::ChartSpec& chart, double measure, double room,
                        page::ElementId figure);

/// Sets the shapes of a picture, all lengths times `scale`.
Ink set_picture(Context& context, const geometry::Picture& picture, double scale, page::ElementId figure);

}  // namespace briefpack::layout
