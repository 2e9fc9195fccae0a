#pragma once

#include "metrics/draft.h"
#include "metrics/problems.h"

namespace briefpack::metrics {

// The passes over the whole draft, in the order in which read_metrics calls them. Each leaves aside what is already known to
// be faulty, so that one mistake is one message.

/// Fills in the indices that waited for definitions.
void link_late(Draft& draft);

/// Default topics and source codes, and chains of parent and within that lead back to where they started.
void complete_parts(Draft& draft, Problems& problems);

/// What an observation must be for its metric: type of value, ranks, categories, currency, not applicable.
void check_observations(const Draft& draft, Problems& problems);

/// Keys, merging and conflicts (DESIGN.md section 2, "Keys"). Rows of one metric, entity, period and sequence, and of the same
/// unit, currency and definition of their own, are about one thing: equal ones become one with the sources of all; of unlike
/// ones the preferred row wins and the others become its rejected rows. Withheld rows are neither merged nor compared.
void settle_observations(Draft& draft, Problems& problems);

/// Takes everything out of withheld and confidential rows that must not reach an output.
void empty_withheld(dataset::Dataset& data);

/// Finds what caveats, disputes and positions are about. REQUIRES: the dataset has its index.
void find_about(Draft& draft, Problems& problems);

/// A diagnostic at a field of an observation, at the observation itself when the field was not given. Quotes nothing.
Diagnostic error_at(const dataset::Observation& observation, std::string_view field, std::string code,
                    std::string message);

}  // namespace briefpack::metrics
