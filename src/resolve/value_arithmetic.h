#pragma once

#include <optional>

#include "document/figure.h"
#include "expression/expression.h"

namespace briefpack::resolve {

/// Arithmetic on values that may be bounds ("over 500"), approximate ("about 14,000") or intervals (50 to 54). A bound stays a
/// bound: over 500 ÷ 40 is over 12.5, 100 ÷ over 500 is under 0.2. Nothing when the result is neither a number, a bound nor
/// an interval: over 500 − over 200 may be anything. Divisors that are bounds are taken as positive, as counts and amounts
/// are. REQUIRES: kinds number or interval.
using document::FigureValue;

std::optional<FigureValue> add(const FigureValue& a, const FigureValue& b);
std::optional<FigureValue> subtract(const FigureValue& a, const FigureValue& b);
std::optional<FigureValue> multiply(const FigureValue& a, const FigureValue& b);
/// REQUIRES: b is not exactly 0; an interval around 0 gives nothing.
std::optional<FigureValue> divide(const FigureValue& a, const FigureValue& b);
FigureValue negate(const FigureValue& a);

/// The larger and the smaller of two: of over 500 and 600, at least 600.
std::optional<FigureValue> larger(const FigureValue& a, const FigureValue& b);
std::optional<FigureValue> smaller(const FigureValue& a, const FigureValue& b);

/// Whether the comparison holds for all that the values may be; nothing when it holds for some only. About is taken as exact.
/// Numbers are equal when they agree to 15 significant digits, as in a spreadsheet.
std::optional<bool> holds(const FigureValue& a, expression::Comparison comparison, const FigureValue& b);

bool is_exactly_zero(const FigureValue& value);

/// A plain number.
FigureValue exact(double number);

}  // namespace briefpack::resolve
