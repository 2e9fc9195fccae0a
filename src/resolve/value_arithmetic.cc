#include "resolve/value_arithmetic.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <limits>
#include <string>

namespace briefpack::resolve {

namespace {

using dataset::Qualifier;
using expression::Comparison;
using Kind = FigureValue::Kind;

constexpr double kInfinity = std::numeric_limits<double>::infinity();

/// All numbers that a value may stand for.
struct Extent {
  double low = 0, high = 0;
  bool is_low_open = false, is_high_open = false;
};

Extent extent_of(const FigureValue& value) {
  if (value.kind == Kind::interval) return {value.low, value.high, false, false};
  switch (value.qualifier) {
    case Qualifier::over: return {value.number, kInfinity, true, true};
    case Qualifier::at_least: return {value.number, kInfinity, false, true};
    case Qualifier::under: return {-kInfinity, value.number, true, true};
    case Qualifier::at_most:
    case Qualifier::up_to: return {-kInfinity, value.number, true, false};
    case Qualifier::none:
    case Qualifier::about: break;
  }
  return {value.number, value.number, false, false};
}

FigureValue number(double value, Qualifier qualifier) {
  FigureValue out;
  out.kind = Kind::number;
  out.number = value;
  out.qualifier = qualifier;
  return out;
}

FigureValue interval(double low, double high) {
  FigureValue out;
  out.kind = Kind::interval;
  out.low = low;
  out.high = high;
  return out;
}

std::optional<FigureValue> value_of(const Extent& extent) {
  const bool has_low = extent.low > -kInfinity, has_high = extent.high < kInfinity;
  if (has_low && has_high) return extent.low == extent.high ? number(extent.low, Qualifier::none) : interval(extent.low, extent.high);
  if (has_low) return number(extent.low, extent.is_low_open ? Qualifier::over : Qualifier::at_least);
  if (has_high) return number(extent.high, extent.is_high_open ? Qualifier::under : Qualifier::at_most);
  return std::nullopt;
}

bool is_bound(const FigureValue& value) {
  return dataset::is_lower_bound(value.qualifier) || dataset::is_upper_bound(value.qualifier);
}

/// The bound of the same strictness in the other direction.
Qualifier flipped(Qualifier qualifier) {
  switch (qualifier) {
    case Qualifier::over: return Qualifier::under;
    case Qualifier::under: return Qualifier::over;
    case Qualifier::at_least: return Qualifier::at_most;
    case Qualifier::at_most:
    case Qualifier::up_to: return Qualifier::at_least;
    default: return qualifier;
  }
}

/// What the result is where both operands push it in the same direction; nothing where they do not.
std::optional<Qualifier> joined(Qualifier a, Qualifier b) {
  if (a == b) return a;
  if (a == Qualifier::none) return b;
  if (b == Qualifier::none) return a;
  // An approximate number beside a bound may cross it.
  if (a == Qualifier::about || b == Qualifier::about) return std::nullopt;
  if (dataset::is_lower_bound(a) != dataset::is_lower_bound(b)) return std::nullopt;
  if (dataset::is_lower_bound(a)) return Qualifier::over;  // over with at least: one is strict
  return a == Qualifier::under || b == Qualifier::under ? Qualifier::under : Qualifier::at_most;
}

bool is_plain(const FigureValue& value) { return value.kind == Kind::number && value.qualifier == Qualifier::none; }
bool is_about(const FigureValue& value) { return value.kind == Kind::number && value.qualifier == Qualifier::about; }

/// The hull of four corners: how far a product or quotient of two intervals reaches.
FigureValue hull(std::array<double, 4> corners) {
  const auto [low, high] = std::minmax_element(corners.begin(), corners.end());
  return interval(*low, *high);
}

struct Ends {
  double low, high;
};
Ends ends_of(const FigureValue& value) {
  return value.kind == Kind::interval ? Ends{value.low, value.high} : Ends{value.number, value.number};
}

bool same_number(double a, double b) {
  if (a == b) return true;
  // Numbers that share 15 digits lie no further apart than one in the last of them; most lie far apart.
  if (!(std::abs(a - b) <= 2e-14 * std::max(std::abs(a), std::abs(b)))) return false;
  const auto digits = [](double value) {
    std::array<char, 40> buffer{};
    const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value, std::chars_format::scientific, 14);
    return std::string(buffer.data(), end.ptr);
  };
  return digits(a) == digits(b);
}

std::optional<bool> is_less(const Extent& a, const Extent& b) {
  const bool touches_above = same_number(a.high, b.low);
  if ((a.high < b.low && !touches_above) || (touches_above && (a.is_high_open || b.is_low_open))) return true;
  const bool touches_below = same_number(a.low, b.high);
  if (a.low > b.high || touches_below) return false;
  return std::nullopt;
}

std::optional<bool> is_equal(const Extent& a, const Extent& b) {
  const auto below = [](const Extent& x, const Extent& y) {
    const bool touches = same_number(x.high, y.low);
    return (x.high < y.low && !touches) || (touches && (x.is_high_open || y.is_low_open));
  };
  if (below(a, b) || below(b, a)) return false;
  if (same_number(a.low, a.high) && same_number(b.low, b.high) && same_number(a.low, b.low)) return true;
  return std::nullopt;
}

std::optional<bool> inverse(std::optional<bool> truth) {
  if (!truth) return std::nullopt;
  return !*truth;
}

}  // namespace

FigureValue exact(double value) { return number(value, Qualifier::none); }

bool is_exactly_zero(const FigureValue& value) { return is_plain(value) && value.number == 0; }

std::optional<FigureValue> add(const FigureValue& a, const FigureValue& b) {
  if (a.kind == Kind::number && b.kind == Kind::number) {
    const auto qualifier = joined(a.qualifier, b.qualifier);
    if (!qualifier) return std::nullopt;
    return number(a.number + b.number, *qualifier);
  }
  if (is_about(a) || is_about(b)) return std::nullopt;
  const Extent x = extent_of(a), y = extent_of(b);
  return value_of({x.low + y.low, x.high + y.high, x.is_low_open || y.is_low_open, x.is_high_open || y.is_high_open});
}

FigureValue negate(const FigureValue& a) {
  if (a.kind == Kind::interval) return interval(-a.high, -a.low);
  return number(-a.number, flipped(a.qualifier));
}

std::optional<FigureValue> subtract(const FigureValue& a, const FigureValue& b) { return add(a, negate(b)); }

std::optional<FigureValue> multiply(const FigureValue& a, const FigureValue& b) {
  if (is_exactly_zero(a) || is_exactly_zero(b)) return exact(0);
  if (a.kind == Kind::interval || b.kind == Kind::interval) {
    const bool is_sharp = (a.kind == Kind::interval || is_plain(a)) && (b.kind == Kind::interval || is_plain(b));
    if (!is_sharp) return std::nullopt;
    const Ends x = ends_of(a), y = ends_of(b);
    return hull({x.low * y.low, x.low * y.high, x.high * y.low, x.high * y.high});
  }
  const double product = a.number * b.number;
  if (!is_bound(a) && !is_bound(b)) return number(product, *joined(a.qualifier, b.qualifier));
  if (is_bound(a) && is_bound(b)) {
    if (a.number < 0 || b.number < 0) return std::nullopt;
    const auto qualifier = joined(a.qualifier, b.qualifier);
    if (!qualifier) return std::nullopt;
    return number(product, *qualifier);
  }
  const FigureValue& bound = is_bound(a) ? a : b;
  const FigureValue& factor = is_bound(a) ? b : a;
  if (is_about(factor)) return std::nullopt;
  return number(product, factor.number < 0 ? flipped(bound.qualifier) : bound.qualifier);
}

std::optional<FigureValue> divide(const FigureValue& a, const FigureValue& b) {
  if (b.kind == Kind::interval) {
    if (b.low <= 0 && b.high >= 0) return std::nullopt;
    if (a.kind != Kind::interval && !is_plain(a)) return std::nullopt;
    const Ends x = ends_of(a);
    return hull({x.low / b.low, x.low / b.high, x.high / b.low, x.high / b.high});
  }
  if (!is_bound(b)) {
    if (is_plain(b) && a.kind == Kind::number) {
      return number(a.number / b.number, b.number < 0 ? flipped(a.qualifier) : a.qualifier);
    }
    if (b.number == 0) return std::nullopt;
    if (a.kind == Kind::number && !is_bound(a)) return number(a.number / b.number, *joined(a.qualifier, b.qualifier));
    if (!is_plain(b)) return std::nullopt;
    const Ends x = ends_of(a);
    return hull({x.low / b.number, x.high / b.number, x.low / b.number, x.high / b.number});
  }
  // A bound below zero or at zero says nothing about the quotient.
  if (a.kind != Kind::number || is_about(a) || b.number <= 0) return std::nullopt;
  if (!is_bound(a)) return number(a.number / b.number, a.number < 0 ? b.qualifier : flipped(b.qualifier));
  if (a.number < 0) return std::nullopt;
  const auto qualifier = joined(a.qualifier, flipped(b.qualifier));
  if (!qualifier) return std::nullopt;
  return number(a.number / b.number, *qualifier);
}

std::optional<FigureValue> larger(const FigureValue& a, const FigureValue& b) {
  const Extent x = extent_of(a), y = extent_of(b);
  if (is_about(a) || is_about(b)) {
    const auto first_is_less = is_less(x, y);
    if (!first_is_less) return std::nullopt;
    return *first_is_less ? b : a;
  }
  const Extent& top = x.high > y.high ? x : y;
  const Extent& floor = x.low > y.low ? x : y;
  return value_of({floor.low, top.high, floor.is_low_open, top.is_high_open});
}

std::optional<FigureValue> smaller(const FigureValue& a, const FigureValue& b) {
  const auto out = larger(negate(a), negate(b));
  if (!out) return std::nullopt;
  return negate(*out);
}

std::optional<bool> holds(const FigureValue& a, Comparison comparison, const FigureValue& b) {
  const Extent x = extent_of(a), y = extent_of(b);
  switch (comparison) {
    case Comparison::equal: return is_equal(x, y);
    case Comparison::unequal: return inverse(is_equal(x, y));
    case Comparison::less: return is_less(x, y);
    case Comparison::greater: return is_less(y, x);
    case Comparison::less_equal: return inverse(is_less(y, x));
    case Comparison::greater_equal: return inverse(is_less(x, y));
  }
  return std::nullopt;
}

}  // namespace briefpack::resolve
