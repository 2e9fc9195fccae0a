#pragma once

#include <briefpack/diagnostic.h>

#include "base/clock.h"
#include "dataset/dataset.h"
#include "document/document.h"

namespace briefpack::truth {

/// The day before which a metric's periods must not have ended: its max_age before the first day of the month of issue
/// (DESIGN.md section 2).
CivilDate stale_before(const dataset::Dataset& dataset, const dataset::Metric& metric);

/// True when the observation's period ended before that day and its series has no later value. An undated value is not stale.
bool is_stale(const dataset::Dataset& dataset, const dataset::Observation& observation);

/// True when the action may have moved on since it was last looked at (`as_of`): it is proposed, announced or under way,
/// and as_of lies more than a year before the month of issue.
bool is_stale(const dataset::Dataset& dataset, const dataset::Action& action);

/// truth/stale: values and actions that the document uses and that are older than they may be. Those that it does not use go to
/// `unprinted`, if the pack accepts any findings.
void find_stale(const dataset::Dataset& dataset, const document::Document& document, Diagnostics& findings,
                Diagnostics& unprinted);

}  // namespace briefpack::truth
