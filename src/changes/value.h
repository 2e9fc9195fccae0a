#pragma once

#include <string>

#include "dataset/dataset.h"

namespace briefpack::changes {

/// False for withheld and confidential rows (status Q counts), for rows without any value and for those that are not significant.
bool has_printable_value(const dataset::Observation& observation);

/// Withheld or confidential: nothing of it may be told.
bool is_hidden(const dataset::Observation& observation);

int unit_mult_of(const dataset::Dataset& dataset, const dataset::Observation& observation);
std::string unit_of(const dataset::Dataset& dataset, const dataset::Observation& observation);
std::string currency_of(const dataset::Dataset& dataset, const dataset::Observation& observation);

/// A number as written in plain units: times ten to the power of `unit_mult`.
double absolute(double written, int unit_mult);

/// Equal to 15 significant digits.
bool is_same_number(double a, double b);

/// Equal in a language that both have; where they share none, in their first ones.
bool is_same_text(const dataset::LocalText& a, const dataset::LocalText& b);

/// Two rows of two packs say the same. REQUIRES: both have a printable value.
bool is_same_value(const dataset::Dataset& earlier, const dataset::Observation& a, const dataset::Dataset& later,
                   const dataset::Observation& b);

}  // namespace briefpack::changes
