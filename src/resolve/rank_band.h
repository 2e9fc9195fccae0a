#pragma once

#include "dataset/dataset.h"
#include "document/block.h"
#include "resolve/figure_book.h"

namespace briefpack::resolve {

/// The shade of a scorecard cell (visual specification, section 5): published places 1–5, 6–20, 21 and lower, and the first,
/// second and third category of a metric; counts, amounts, scores and words are never shaded, nor is anything disputed.
document::Shade shade_of(const dataset::Dataset& dataset, const Printed& printed);

}  // namespace briefpack::resolve
