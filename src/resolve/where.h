#pragma once

#include <briefpack/diagnostic.h>

#include "changes/compare.h"
#include "dataset/dataset.h"
#include "expression/expression.h"

namespace briefpack::resolve {

/// True when the thing passes all tests. Put ids in the place of `$c` and `focus` first (expression/substitute.h).
/// Fields are those of the metric file:
///   actions       id, entity, date, end_date, date_inferred, instrument, status, amount, as_of
///   entities      id, kind, home, parent, place_group, members
///   sources       id, kind, reliability, published, accessed, publisher, author, url, same_as
///   disputes      id, since, closed
///   changes       id, kind, entity, metric, topic
///   observations  id, metric, entity, topic, time_period, qualifier, obs_status
/// Dates compare by time: `date < 2020` means before that year began. A field without a value passes only `missing`.
bool passes(const dataset::Dataset& dataset, const dataset::Action& action, const expression::Where& where);
bool passes(const dataset::Dataset& dataset, const dataset::Entity& entity, const expression::Where& where);
bool passes(const dataset::Dataset& dataset, const dataset::Source& source, const expression::Where& where);
bool passes(const dataset::Dataset& dataset, const dataset::Dispute& dispute, const expression::Where& where);
bool passes(const dataset::Dataset& dataset, const dataset::Observation& observation, const expression::Where& where);
bool passes(const dataset::Dataset& dataset, const changes::Change& change, const expression::Where& where);

/// What a where may be asked of.
enum class Thing { action, entity, source, dispute, observation, change };

/// Reports unknown fields (resolve/unknown-field) and values that a field cannot have (resolve/unknown-value), with the
/// nearest known ones. True when there is no fault.
bool check_where(const expression::Where& where, Thing thing, Diagnostics& diagnostics);

}  // namespace briefpack::resolve
