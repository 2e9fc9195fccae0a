#pragma once

#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "dataset/dataset.h"

namespace briefpack::truth {

/// Words of a dataset and of every briefing that decide whether a small number word counts something ("nine centres") or is
/// an ordinary word ("two columns").
struct Lexicon {
  std::set<std::string, std::less<>> nouns;     ///< Plural nouns in small letters: "companies", "gpus", "countries".
  std::set<std::string, std::less<>> counters;  ///< Korean counters: "명", "장", "개국".
  std::set<std::string, std::less<>> entities;  ///< First words of entity names: "Korea" is no part of "33rd Korea".
};

Lexicon lexicon_of(const dataset::Dataset& dataset);

/// Names and titles of the dataset that hold a number: "Made in China 2025". Goes through all of them.
std::vector<std::string> names_with_numbers(const dataset::Dataset& dataset);

/// "per cent", "points", "times", "places": words behind which a number is always a quantity.
bool is_measure(std::string_view lower);

/// hundred, thousand, m, bn, tn, k …: the power of ten. Nothing for other words; capitals matter for M, K and B.
std::optional<int> magnitude_of(std::string_view word);

/// The value of an English number word from zero to ninety ("thirty-three" included); -1 for other words.
int cardinal_of(std::string_view lower);
/// The same for ordinals: "third" 3, "thirty-third" 33; -1 for other words.
int ordinal_of(std::string_view lower);

}  // namespace briefpack::truth
