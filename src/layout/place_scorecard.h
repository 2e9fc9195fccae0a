#pragma once

#include "document/block.h"
#include "layout/context.h"
#include "layout/fragment.h"
#include "layout/table_parts.h"

namespace briefpack::layout {

/// The shaded matrix (visual specification, section 5): rows are measures in groups, a label column of 128 on the full
/// measure, one tile for each country, and a last column "found" when it is right-aligned. More than eight countries, and fewer
/// when their values are wide, are divided into parts with the label column in each and "found" in the last.
Fragment place_scorecard(Context& context, const document::Table& table, double measure, const TableOwner& owner);

/// The ground of a shaded cell; a disputed one is hatched in a dashed frame.
void draw_tile(Ink& ink, const geometry::Rect& box, document::Shade shade);

}  // namespace briefpack::layout
