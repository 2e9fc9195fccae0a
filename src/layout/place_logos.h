#pragma once

#include "geometry/geometry.h"
#include "layout/context.h"
#include "layout/fragment.h"

namespace briefpack::layout {

/// The theme's logos for the cover in one row that ends at `corner`, its bottom right, each a Figure with its alternative text.
/// They are made smaller, all by the same factor, when the row would be wider or higher than `room`. Returns the row's width.
double place_cover_logos(Context& context, Ink& ink, geometry::Point corner, geometry::Size room);

/// Those for running heads from `left` on, standing on `bottom`, as artifacts. Returns how far the head's text moves to the right.
double place_running_logos(const Context& context, Ink& ink, double left, double bottom);

}  // namespace briefpack::layout
