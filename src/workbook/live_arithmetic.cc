#include "workbook/live_arithmetic.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

#include <fmt/format.h>

#include "base/decimal.h"
#include "workbook/workings.h"

namespace briefpack::workbook {

namespace {

using Kind = document::Calculation::Kind;

Live number(MaybeEnd low, MaybeEnd high) {
  Live out;
  out.kind = Live::Kind::number;
  out.low = std::move(low);
  out.high = std::move(high);
  return out;
}

Live truth(std::string formula, bool is_true) {
  Live out;
  out.kind = Live::Kind::truth;
  out.formula = std::move(formula);
  out.is_true = is_true;
  return out;
}

std::string operand(const LiveEnd& end) { return end.is_atom ? end.formula : "(" + end.formula + ")"; }

double apply(char sign, double a, double b) {
  switch (sign) {
    case '+': return a + b;
    case '-': return a - b;
    case '*': return a * b;
    default: return a / b;
  }
}

LiveEnd combined(const LiveEnd& a, char sign, const LiveEnd& b) {
  return {operand(a) + sign + operand(b), apply(sign, a.value, b.value), a.is_open || b.is_open, false};
}

MaybeEnd combined(const MaybeEnd& a, char sign, const MaybeEnd& b) {
  if (!a || !b) return std::nullopt;
  return combined(*a, sign, *b);
}

bool is_finite(const Live& value) { return value.low && value.high; }
bool is_negative_point(const Live& value) { return value.is_point() && value.low->value < 0; }

/// The corners of a product or quotient of two closed values; the smallest and largest of today become the ends.
Live corners(const Live& a, char sign, const Live& b) {
  if (a.is_point() && b.is_point()) {
    const LiveEnd end = combined(*a.low, sign, *b.low);
    return number(end, end);
  }
  const std::array<LiveEnd, 4> all{combined(*a.low, sign, *b.low), combined(*a.low, sign, *b.high), combined(*a.high, sign, *b.low),
                                   combined(*a.high, sign, *b.high)};
  const auto by_value = [](const LiveEnd& x, const LiveEnd& y) { return x.value < y.value; };
  return number(*std::min_element(all.begin(), all.end(), by_value), *std::max_element(all.begin(), all.end(), by_value));
}

/// A spreadsheet compares 15 digits.
std::string digits(double value) { return fmt::format("{:.14e}", value == 0 ? 0.0 : value); }
int compared(double a, double b) {
  if (a == b) return 0;
  // Fifteen digits keep a number to 5e-15 of itself.
  const bool are_apart = std::abs(a - b) > 1e-13 * std::max(std::abs(a), std::abs(b));
  return !are_apart && digits(a) == digits(b) ? 0 : a < b ? -1 : 1;
}

/// All of `a` lies below all of `b`.
Live less(const Live& a, const Live& b) {
  if (a.high && b.low) {
    const bool may_touch = a.high->is_open || b.low->is_open;
    const int order = compared(a.high->value, b.low->value);
    return truth(operand(*a.high) + (may_touch ? "<=" : "<") + operand(*b.low), order < 0 || (order == 0 && may_touch));
  }
  if (a.low && b.high) {
    const bool is_below = compared(a.low->value, b.high->value) < 0;
    return truth(operand(*a.low) + "<" + operand(*b.high), is_below);
  }
  return truth("1=0", false);
}

Live inverse(const Live& value) { return truth("NOT(" + value.formula + ")", !value.is_true); }

double aggregated(Kind kind, std::vector<double> values) {
  double sum = 0;
  for (const double each : values) sum += each;
  switch (kind) {
    case Kind::sum: return sum;
    case Kind::mean: return sum / static_cast<double>(values.size());
    case Kind::min: return *std::min_element(values.begin(), values.end());
    case Kind::max: return *std::max_element(values.begin(), values.end());
    default: break;
  }
  std::sort(values.begin(), values.end());
  const std::size_t half = values.size() / 2;
  return values.size() % 2 == 1 ? values[half] : (values[half - 1] + values[half]) / 2;
}

std::string function_of(Workings& workings, Kind kind, const std::vector<Part>& parts, double value) {
  switch (kind) {
    case Kind::sum: return sum_of(workings, parts);
    case Kind::mean: return mean_of(workings, parts);
    case Kind::min: return least_of(workings, parts);
    case Kind::max: return most_of(workings, parts);
    default: return median_of(workings, parts, value);
  }
}

/// The aggregate of one side. An end that is missing on that side makes the result endless there, except where the other
/// values alone decide: the smallest of "over 500" and 600 is at most 600.
MaybeEnd aggregated_end(Workings& workings, Kind kind, const std::vector<Live>& values, bool is_low) {
  const bool may_lack = (kind == Kind::min && !is_low) || (kind == Kind::max && is_low);
  std::vector<const LiveEnd*> ends;
  for (const Live& each : values) {
    const MaybeEnd& end = is_low ? each.low : each.high;
    if (end) ends.push_back(&*end);
    else if (!may_lack) return std::nullopt;
  }
  if (ends.empty()) return std::nullopt;
  std::vector<double> numbers;
  std::vector<Part> parts;
  bool is_open = false;
  for (const LiveEnd* each : ends) {
    numbers.push_back(each->value);
    parts.push_back({each->formula, each->value});
    is_open = is_open || each->is_open;
  }
  const double value = aggregated(kind, numbers);
  if (kind == Kind::min || kind == Kind::max) {
    is_open = std::any_of(ends.begin(), ends.end(), [&](const LiveEnd* each) { return each->value == value && each->is_open; });
  }
  return LiveEnd{function_of(workings, kind, parts, value), value, is_open, true};
}

const LiveEnd& any_end(const Live& value) { return value.low ? *value.low : *value.high; }

}  // namespace

std::string number_literal(double number) {
  const std::string digits_of_it = shortest_decimal(number);
  return number < 0 ? "(" + digits_of_it + ")" : digits_of_it;
}

LiveEnd constant_end(double value) { return {number_literal(value), value, false, true}; }

Live add(const Live& a, const Live& b) {
  const MaybeEnd low = combined(a.low, '+', b.low);
  return number(low, a.is_point() && b.is_point() ? low : combined(a.high, '+', b.high));
}

Live subtract(const Live& a, const Live& b) {
  const MaybeEnd low = combined(a.low, '-', b.high);
  return number(low, a.is_point() && b.is_point() ? low : combined(a.high, '-', b.low));
}

Live multiply(const Live& a, const Live& b) {
  if (is_finite(a) && is_finite(b)) return corners(a, '*', b);
  if (is_negative_point(a)) return number(combined(a.low, '*', b.high), combined(a.high, '*', b.low));
  if (is_negative_point(b)) return number(combined(a.high, '*', b.low), combined(a.low, '*', b.high));
  return number(combined(a.low, '*', b.low), combined(a.high, '*', b.high));
}

Live divide(const Live& a, const Live& b) {
  if (is_finite(a) && is_finite(b)) return corners(a, '/', b);
  if (is_negative_point(b)) return number(combined(a.high, '/', b.low), combined(a.low, '/', b.high));
  if (is_negative_point(a)) return number(combined(a.low, '/', b.low), combined(a.high, '/', b.high));
  return number(combined(a.low, '/', b.high), combined(a.high, '/', b.low));
}

Live negate(const Live& a) {
  const auto negative = [](const MaybeEnd& end) -> MaybeEnd {
    if (!end) return std::nullopt;
    return LiveEnd{"-" + operand(*end), -end->value, end->is_open, false};
  };
  return number(negative(a.high), negative(a.low));
}

Live aggregate(Workings& workings, Kind kind, const std::vector<Live>& values) {
  const MaybeEnd low = aggregated_end(workings, kind, values, true);
  const bool are_points = std::all_of(values.begin(), values.end(), [](const Live& each) { return each.is_point(); });
  return number(low, are_points ? low : aggregated_end(workings, kind, values, false));
}

namespace {

/// Whether `a` may be better than `b`: for two points the same question as whether it is.
Live may_be_better(const Live& a, const Live& b, bool is_descending) {
  if (a.is_point() && b.is_point()) return compare(is_descending ? Kind::greater : Kind::less, a, b);
  const MaybeEnd& reach = is_descending ? a.high : a.low;
  const MaybeEnd& other = is_descending ? b.low : b.high;
  if (!reach || !other) return truth("1=1", true);
  const int order = compared(reach->value, other->value);
  return truth(operand(*reach) + (is_descending ? ">" : "<") + operand(*other), is_descending ? order > 0 : order < 0);
}

}  // namespace

namespace {

/// Whether `a` is better than `b` for all that both may be: a bound reaches without end.
Live is_surely_better(const Live& a, const Live& b, bool is_descending) {
  const Live& lower = is_descending ? b : a;
  const Live& upper = is_descending ? a : b;
  if (!lower.high || !upper.low) return truth("1=0", false);
  return compare(is_descending ? Kind::greater : Kind::less, a, b);
}

}  // namespace

Live rank(Workings& workings, const Live& ranked, const std::vector<Live>& others, bool is_descending) {
  std::vector<Part> surely, maybe;
  bool are_points = true;
  const auto part = [](Live test) { return Part{std::move(test.formula), test.is_true ? 1.0 : 0.0}; };
  for (const Live& each : others) {
    if (any_end(each).formula == any_end(ranked).formula) continue;
    // Of two points one is better or it is not; only what is not exact may be.
    const bool is_exact = each.is_point() && ranked.is_point();
    if (!is_exact && are_points) maybe = surely;
    are_points = are_points && is_exact;
    surely.push_back(part(is_surely_better(each, ranked, is_descending)));
    if (!are_points) maybe.push_back(part(may_be_better(each, ranked, is_descending)));
  }
  const auto place = [&](const std::vector<Part>& ahead) {
    double value = 1;
    for (const Part& each : ahead) value += each.value;
    return LiveEnd{count_of_true(workings, "1", ahead), value, false, false};
  };
  const auto is_same = [](const Part& a, const Part& b) { return a.formula == b.formula; };
  const LiveEnd best = place(surely);
  if (are_points || std::equal(surely.begin(), surely.end(), maybe.begin(), is_same)) return number(best, best);
  const LiveEnd worst = place(maybe);
  return best.value == worst.value ? number(best, best) : number(best, worst);
}

Live compare(Kind kind, const Live& a, const Live& b) {
  const bool is_equality = kind == Kind::equal || kind == Kind::not_equal;
  if (a.kind == Live::Kind::text && b.kind == Live::Kind::text && is_equality) {
    const Live same = truth("EXACT(" + a.formula + "," + b.formula + ")", a.text == b.text);
    return kind == Kind::equal ? same : inverse(same);
  }
  if (a.is_point() && b.is_point()) {
    const int order = compared(a.low->value, b.low->value);
    const auto points = [&](const char* sign, bool is_true) { return truth(operand(*a.low) + sign + operand(*b.low), is_true); };
    switch (kind) {
      case Kind::equal: return points("=", order == 0);
      case Kind::not_equal: return points("<>", order != 0);
      case Kind::less: return points("<", order < 0);
      case Kind::less_equal: return points("<=", order <= 0);
      case Kind::greater: return points(">", order > 0);
      default: return points(">=", order >= 0);
    }
  }
  const Live below = less(a, b), above = less(b, a);
  switch (kind) {
    case Kind::less: return below;
    case Kind::greater: return above;
    case Kind::less_equal: return inverse(above);
    case Kind::greater_equal: return inverse(below);
    default: break;
  }
  const Live apart = truth("OR(" + below.formula + "," + above.formula + ")", below.is_true || above.is_true);
  return kind == Kind::equal ? inverse(apart) : apart;
}

}  // namespace briefpack::workbook
