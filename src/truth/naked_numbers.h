#pragma once

#include "truth/examine.h"

namespace briefpack::truth {

/// Warns of each number that is typed into the template where a figure, a claim or a {lit} would say where it comes from
/// (code truth/naked-number). Phases:
///   naked_number_text        what the template prints as typed, each role as one opaque character
///   naked_number_scan        tokens; links, addresses and telephone numbers skipped
///   naked_number_digits      numbers in digits, but what naked_number_exceptions finds to be dates, labels and names
///   naked_number_words       "nine centres", "a third of"; naked_number_korean: 두 배, 수천 명
///   naked_number_hints       rows of the data that would print the number
void find_naked_numbers(const Pack& pack, Diagnostics& findings);

}  // namespace briefpack::truth
