#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "dataset/dataset.h"
#include "resolve/evaluated.h"

namespace briefpack::resolve {

// The rules by which two values cannot be set against each other (DESIGN.md section 3, "Unlike pairs"). Values of one metric and
// entity at two periods are a change over time and like. Two undated values count as like, which the note says.

/// The rules that the pair breaks, each once.
std::vector<Unlikeness> unlike_rules(const dataset::Dataset& dataset, std::uint32_t first, std::uint32_t second);

/// "A company against a country.", "Periods differ: 2022 and 2024."
std::string sentence_of(const dataset::Dataset& dataset, const Unlikeness& unlikeness, std::string_view lang);

/// True when both are undated and no sequence sets them apart.
bool are_both_undated(const dataset::Observation& a, const dataset::Observation& b);

// An observation's attributes, its own or its metric's.
const std::string& unit_of(const dataset::Dataset& dataset, const dataset::Observation& observation);
const std::string& currency_of(const dataset::Dataset& dataset, const dataset::Observation& observation);
int unit_mult_of(const dataset::Dataset& dataset, const dataset::Observation& observation);
std::optional<int> out_of(const dataset::Dataset& dataset, const dataset::Observation& observation);

}  // namespace briefpack::resolve
