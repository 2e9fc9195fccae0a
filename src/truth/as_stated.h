#pragma once

#include <cstddef>
#include <optional>
#include <utility>
#include <vector>

#include <briefpack/diagnostic.h>

#include "dataset/dataset.h"
#include "truth/examine.h"

namespace briefpack::truth {

/// Bytes of a wording, [first, second).
using WordingPlace = std::pair<std::size_t, std::size_t>;

/// Where the citation's own wording states the observation's number: one place, or two for the ends of an interval. Empty
/// where there is nothing to look for (no wording, or the observation states no number); nothing when the wording does not
/// state it. An interval that is also given in words (obs_text) may stand as those words: "early 50s" is 50 to 54.
std::optional<std::vector<WordingPlace>> find_stated(const dataset::Dataset& dataset,
                                                     const dataset::Observation& observation,
                                                     const dataset::Citation& citation);
/// The same for an action's amount.
std::optional<std::vector<WordingPlace>> find_stated(const dataset::Amount& amount, const dataset::Citation& citation);

/// truth/as-stated: each wording of an observation states its number; at least one of an action's states its amount.
void check_wordings(const Pack& pack, Diagnostics& findings);

}  // namespace briefpack::truth
