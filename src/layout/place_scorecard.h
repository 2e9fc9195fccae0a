#pragma once

#include "document/block.h"
#include "layout/context.h"
#include "layout/fragment.h"

namespace briefpack::layout {

/// The shaded matrix (visual specification, section 5): rows are measures in groups, a label column of 128 on the full
/// measure, one tile for each country, and a last column "found" when it is right-aligned.
Fragment place_scorecard(Context& context, const document::Table& table, double measure, page::ElementId element);

/// The ground of a shaded cell; a disputed one is hatched in a dashed frame.
void draw_tile(Ink& ink, const geometry::Rect& box, document::Shade shade);

}  // namespace briefpack::layout
