#pragma once

#include <cstdint>
#include <vector>

#include <briefpack/diagnostic.h>

#include "dataset/dataset.h"

namespace briefpack::truth {

/// What is left of a run's findings when those that the pack accepts are taken out.
struct Accepting {
  Diagnostics findings;
  std::vector<std::uint32_t> silenced;  ///< By entry of Dataset::accepted: how many findings it silenced.
};

/// Takes out each finding that an entry of accepted[] names: the same code, and one of the finding's names (Diagnostic::about)
/// as written in `about`. Errors that leave no document are never taken out. An entry whose last day lies before the pack's
/// day of issue silences nothing (truth/accepted-ended), and one that matches nothing is told, too (truth/accepted-unused, with
/// the nearest code or name that was found), unless it names something of `unprinted` (examine.h). REQUIRES: all findings of
/// the run up to the resolved document.
Accepting apply_accepted(const dataset::Dataset& dataset, Diagnostics findings, const Diagnostics& unprinted);

}  // namespace briefpack::truth
