#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include <briefpack/diagnostic.h>

#include "dataset/dataset.h"

namespace briefpack::truth {

/// What is left of a run's findings when those that the pack accepts are taken out.
struct Accepting {
  Diagnostics findings;
  std::vector<std::uint32_t> silenced;  ///< By entry of Dataset::accepted: how many findings it silenced.
};

/// What a run does not look for, so that no entry about it is idle.
struct Unseen {
  Diagnostics unprinted;                ///< What another document of the same pack would be told (examine.h).
  std::vector<std::string_view> codes;  ///< Codes that need another command line: --unused, --previous, several templates.
};

/// Takes out each finding that an entry of accepted[] names: the same code, and one of the finding's names (Diagnostic::about)
/// as written in `about`. Errors that leave no document are never taken out. An entry whose last day lies before the pack's
/// day of issue silences nothing (truth/accepted-ended), and one that matches nothing is told, too (truth/accepted-unused, with
/// the nearest code or name that was found). REQUIRES: all findings of the run up to the resolved document.
Accepting apply_accepted(const dataset::Dataset& dataset, Diagnostics findings, const Unseen& unseen);

/// The same for findings made afterwards; nothing is told of the entries.
Diagnostics without_accepted(const dataset::Dataset& dataset, Diagnostics findings);

}  // namespace briefpack::truth
