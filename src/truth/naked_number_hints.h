#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "dataset/dataset.h"
#include "truth/naked_number_find.h"
#include "truth/naked_number_scan.h"
#include "truth/naked_number_text.h"

namespace briefpack::truth {

/// Finds rows of the data whose value equals a typed number and whose unit, metric or entity stands in the same sentence.
class Suggestions {
 public:
  Suggestions(const dataset::Dataset& dataset, std::string focus);

  /// At most two expressions, the best fit first: "h100_gpus.KOR". They are offered, never put in the place of the number.
  std::vector<std::string> fitting(const RunningText& text, const std::vector<Token>& tokens,
                                   const NakedNumber& number) const;

 private:
  struct Sentence;
  int fit(const dataset::Observation& observation, const Sentence& sentence, const NakedNumber& number) const;
  Sentence sentence_around(const RunningText& text, const std::vector<Token>& tokens, const NakedNumber& number) const;
  std::string expression_for(const dataset::Observation& observation) const;

  const dataset::Dataset& dataset_;
  std::string focus_;
  std::vector<std::pair<std::string, std::uint32_t>> names_;  ///< Of entities, in each language.
  std::multimap<double, std::uint32_t> by_value_;             ///< Rows that may be printed, by value in plain units.
};

}  // namespace briefpack::truth
