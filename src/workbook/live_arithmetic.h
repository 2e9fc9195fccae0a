#pragma once

#include <optional>
#include <vector>

#include "document/figure.h"
#include "workbook/live.h"

/// Arithmetic of formulas with their results. Bounds and intervals are carried as ends: a sum's low end is the sum of the low
/// ends, a quotient's the low end divided by the high one. Where the choice depends on signs, the signs of today's values decide
/// which formula is written.
namespace briefpack::workbook {

using MaybeEnd = std::optional<LiveEnd>;

LiveEnd constant_end(double number);
/// A number literal as formulas have it: "0.000001", "(-3)".
std::string number_literal(double number);

Live add(const Live& a, const Live& b);
Live subtract(const Live& a, const Live& b);
Live multiply(const Live& a, const Live& b);
Live divide(const Live& a, const Live& b);
Live negate(const Live& a);

/// SUM, AVERAGE, MEDIAN, MIN, MAX over values. REQUIRES: not empty, all of kind number.
Live aggregate(Workings& workings, document::Calculation::Kind kind, const std::vector<Live>& values);

/// 1 + how many of `others` are better. Ties share a place.
Live rank(Workings& workings, const Live& ranked, const std::vector<Live>& others, bool is_descending);

/// equal … greater_equal. Texts compare with EXACT.
Live compare(document::Calculation::Kind kind, const Live& a, const Live& b);

}  // namespace briefpack::workbook
