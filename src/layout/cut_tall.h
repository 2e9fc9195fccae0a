#pragma once

#include <vector>

#include <briefpack/source_span.h>

#include "layout/fragment.h"

namespace briefpack::layout {

/// Cuts every solid piece that is taller than `tallest` between its lines of text into pieces that are not, so that no page
/// loses ink below its foot: headings, captions and table heads without end. Rules and grounds go with the lines beside them. A
/// repeated head of more than a third of that is no longer repeated. What has no gap between lines is made smaller. Returns
/// the places of the blocks that hold such a piece, each once; `place` for one that has none of its own.
std::vector<SourceSpan> cut_tall(Fragment& fragment, double tallest, SourceSpan place = {});

}  // namespace briefpack::layout
