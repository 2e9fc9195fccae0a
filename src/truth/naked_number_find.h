#pragma once

#include <cstddef>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "truth/naked_number_lexicon.h"
#include "truth/naked_number_scan.h"
#include "truth/naked_number_text.h"

namespace briefpack::truth {

/// A number that was typed, as bytes of its running text.
struct NakedNumber {
  std::size_t begin = 0, end = 0;
  std::optional<double> value;  ///< In plain units ("35 million" is 35,000,000); nothing for "half" or a range.
  bool is_per_cent = false;
  bool is_place = false;       ///< "33rd", "third": suggests a rank; other numbers suggest none.
  bool could_be_year = false;  ///< "2000" with nothing that says which: naked only when a row of the data fits.
};

/// Whole numbers with which the headings of a template start: numbered sections are those that follow one another.
using SectionNumbers = std::set<int>;

/// Numbers in digits that are no date, name, reference, version, time or list number.
std::vector<NakedNumber> find_digits(const RunningText& text, const std::vector<Token>& tokens, const Lexicon& lexicon,
                                     const SectionNumbers& sections);

/// English number words that state a quantity or a place: "thirty-three", "nine centres", "a third of", "doubled", "tens of thousands".
std::vector<NakedNumber> find_words(const std::vector<Token>& tokens, const Lexicon& lexicon);

/// Korean ones: "두 배", "절반", "수천 명", "세 나라".
std::vector<NakedNumber> find_korean_words(const std::vector<Token>& tokens, const Lexicon& lexicon);

/// Which tokens are dates, times, references, versions and names, although they hold digits (naked_number_exceptions.cc).
std::vector<bool> excepted(const RunningText& text, const std::vector<Token>& tokens, const Lexicon& lexicon,
                           const SectionNumbers& sections);

/// "2024": four digits that read as a year of our time.
bool is_year(std::string_view text);

}  // namespace briefpack::truth
