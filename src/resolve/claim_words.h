#pragma once

#include <optional>
#include <string>

#include "expression/expression.h"
#include "resolve/evaluated.h"

/// Words of claims that have a known meaning: directions, places, numbers, multiples and parts, in English and Korean. What is
/// not known is left alone; a wrong suggestion would be worse than none.
namespace briefpack::resolve {

/// One comparison of two numbers to which words are bound.
struct ComparedNumbers {
  Evaluated left, right;
  expression::Comparison comparison = expression::Comparison::equal;
  /// The left side is the later value of one series and the right side the earlier one, or a change against 0: +1; the other
  /// way round: −1; else 0. Only for values whose rise is a larger number.
  int over_time = 0;
};

/// “fell” for “rose”, “fourth” for “third”, “1.9 times” for “more than doubled”: what a false claim would truly say, or "".
/// REQUIRES: the comparison does not hold.
std::string nearest_true_words(const std::string& words, const ComparedNumbers& compared);

/// What the words say although the condition proves something else ("the words say a fall, the condition proves a rise"), or
/// "" where they agree or are not known. REQUIRES: the comparison holds.
std::string contradiction_in(const std::string& words, const ComparedNumbers& compared);

}  // namespace briefpack::resolve
