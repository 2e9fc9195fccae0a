#pragma once

#include <string>

#include <briefpack/diagnostic.h>

#include "dataset/dataset.h"

namespace briefpack::truth {

/// The finding with the names by which accepted[] may give the observation: key, ids, metric.ENTITY.
Diagnostic concerning(Diagnostic finding, const dataset::Dataset& dataset, const dataset::Observation& observation);

/// A finding at a field of an observation, or at the observation where the field is not given.
Diagnostic at_field(Diagnostic finding, const dataset::FieldPlaces& places, std::string_view field);

/// The number as the metric file has it, with bound, currency and power of ten: "over 500", "USD 35 million", "50 to 54".
std::string value_words(const dataset::Dataset& dataset, const dataset::Observation& observation);
std::string amount_words(const dataset::Amount& amount);

}  // namespace briefpack::truth
