#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "dataset/dataset.h"
#include "resolve/evaluated.h"

namespace briefpack::resolve {

// The rules by which two values cannot be set against each other (DESIGN.md section 3, "Unlike pairs"), as one table; the same
// table stands in docs/truth.md. Values of one metric and entity at two periods are a change over time and like. Two undated
// values count as like, which the note says.

/// What two values are used for together.
enum class Use : std::uint8_t {
  arithmetic,  ///< Sums, differences, ratios, changes, means.
  ranking,     ///< rank, leader, min and max of a set.
  claim,       ///< A comparison to which words are bound.
  axis,        ///< Marks on one axis of a chart.
  table,       ///< One metric along a row or column of a table, scorecard or ledger.
};

/// What is done where a rule is broken: nothing; a sentence is printed; it is refused unless the template says `unlike`.
enum class Treatment : std::uint8_t { silent, noted, refused };

struct ComparabilityRule {
  Unlikeness::Rule rule;
  std::string_view name;      ///< As docs/truth.md calls it.
  std::string_view compares;  ///< What of the two values.
  bool (*is_broken)(const dataset::Dataset& dataset, const dataset::Observation& a, const dataset::Observation& b);
  Treatment arithmetic, ranking, claim, axis, table;

  Treatment in(Use use) const;
};
std::span<const ComparabilityRule> comparability_rules();

/// The rules that the pair breaks and that this use notes or refuses, each once.
std::vector<Unlikeness> unlike_rules(const dataset::Dataset& dataset, std::uint32_t first, std::uint32_t second, Use use);
bool is_refused(const Unlikeness& unlikeness, Use use);

/// "A company against a country.", "Periods differ: 2022 and 2024."
std::string sentence_of(const dataset::Dataset& dataset, const Unlikeness& unlikeness, std::string_view lang);
/// All that a calculation's note says about unlike operands; a set of more than two says its periods as a whole.
std::string sentences_of(const dataset::Dataset& dataset, const Evaluated& value, std::string_view lang);

/// Adds the names under which a finding about an observation can be accepted: its key, its ids and "metric.ENTITY".
void concern(Diagnostic& finding, const dataset::Dataset& dataset, std::uint32_t observation);

/// True when both are undated and no sequence sets them apart.
bool are_both_undated(const dataset::Observation& a, const dataset::Observation& b);

// An observation's attributes, its own or its metric's.
const std::string& unit_of(const dataset::Dataset& dataset, const dataset::Observation& observation);
const std::string& currency_of(const dataset::Dataset& dataset, const dataset::Observation& observation);
int unit_mult_of(const dataset::Dataset& dataset, const dataset::Observation& observation);
std::optional<int> out_of(const dataset::Dataset& dataset, const dataset::Observation& observation);

}  // namespace briefpack::resolve
