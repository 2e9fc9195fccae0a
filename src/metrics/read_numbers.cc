// The readers of numbers, flags, dates and periods of read_values.h.
#include <fmt/format.h>

#include <cmath>
#include <limits>

#include "base/utf8.h"
#include "metrics/read_values.h"

namespace briefpack::metrics {

namespace {

using dataset::TimePeriod;

/// An interval of two good periods: what is wrong can only be their order.
bool has_two_periods(std::string_view text) {
  const std::size_t slash = text.find('/');
  return slash != std::string_view::npos && dataset::parse_time_period(text.substr(0, slash)) &&
         dataset::parse_time_period(text.substr(slash + 1));
}

/// A period as `is_fit` wants it; else an error of this code with what was expected.
template <typename IsFit>
std::optional<TimePeriod> read_period_that(ReadContext& in, const Node& node, const char* code, const char* expected,
                                           IsFit is_fit) {
  if (!expect(in, node, JsonKind::text)) return std::nullopt;
  const auto period = dataset::parse_time_period(node.text());
  if (period && is_fit(*period)) return period;
  if (!period && has_two_periods(node.text())) {
    in.error(code, node, fmt::format("the period {} ends before it starts", quoted(node.text())));
    return std::nullopt;
  }
  in.error(code, node, fmt::format("{} is no {}", quoted(node.text()), expected));
  return std::nullopt;
}

std::optional<std::string> text_of(const std::optional<TimePeriod>& period) {
  return period ? std::optional(period->text) : std::nullopt;
}

/// P, then numbers each followed by one of Y, M, W, D in this order (ISO 8601-1, 5.5.2, without times).
bool is_duration(std::string_view text) {
  constexpr std::string_view kUnits = "YMWD";
  if (text.size() < 3 || text.front() != 'P') return false;
  std::size_t next_unit = 0;
  std::size_t digits = 0;
  for (const char c : text.substr(1)) {
    if (c >= '0' && c <= '9') {
      // Ten thousand years are enough, and more digits would overflow whoever counts them.
      if (++digits > 5) return false;
      continue;
    }
    const std::size_t unit = kUnits.find(c, next_unit);
    if (digits == 0 || unit == std::string_view::npos) return false;
    digits = 0;
    next_unit = unit + 1;
  }
  return digits == 0;
}

}  // namespace

std::optional<bool> read_flag(ReadContext& in, const Node& node) {
  if (!expect(in, node, JsonKind::boolean)) return std::nullopt;
  return node.flag();
}

std::optional<ExactNumber> read_number(ReadContext& in, const Node& node) {
  if (!node.is(JsonKind::number)) {
    const bool is_number_in_quotes = node.is(JsonKind::text) && !node.text().empty() &&
                                     node.text().find_first_not_of("0123456789.,-+eE ") == std::string_view::npos;
    in.error("metrics/wrong-type", node,
             fmt::format("{} is {}; expected a number", in.name_of(node), in_words(node.kind())),
             is_number_in_quotes ? "write the number without quotes and without grouping signs" : "");
    return std::nullopt;
  }
  const ExactNumber out = read_exact_number(node.text());
  if (out.fault.empty()) return out;
  in.error("metrics/number", node, fmt::format("the number {}", out.fault));
  return std::nullopt;
}

std::optional<int> read_whole(ReadContext& in, const Node& node, int low, int high) {
  const auto number = read_number(in, node);
  if (!number) return std::nullopt;
  if (number->value == std::trunc(number->value) && number->value >= low && number->value <= high) {
    return static_cast<int>(number->value);
  }
  const std::string bounds = high == std::numeric_limits<int>::max() ? fmt::format("from {} on", low)
                                                                     : fmt::format("from {} to {}", low, high);
  in.error("metrics/not-whole", node,
           fmt::format("{} is {}; expected a whole number {}", in.name_of(node), in.shown(node), bounds));
  return std::nullopt;
}

std::optional<int> read_unit_mult(ReadContext& in, const Node& node) { return read_whole(in, node, -15, 15); }
std::optional<int> read_decimals(ReadContext& in, const Node& node) { return read_whole(in, node, 0, 15); }
std::optional<int> read_positive(ReadContext& in, const Node& node) {
  return read_whole(in, node, 1, std::numeric_limits<int>::max());
}

std::optional<TimePeriod> read_period(ReadContext& in, const Node& node) {
  return read_period_that(in, node, "metrics/period",
                          "period such as 2024, 2024-S1, 2024-Q2, 2024-05, 2024-W07, 2024-05-31 or 2010/2021",
                          [](const TimePeriod&) { return true; });
}

std::optional<TimePeriod> read_date_period(ReadContext& in, const Node& node) {
  return read_period_that(in, node, "metrics/date", "date such as 2024, 2024-05 or 2024-05-31",
                          [](const TimePeriod& each) { return each.precision() != 0; });
}

std::optional<std::string> read_period_text(ReadContext& in, const Node& node) {
  return text_of(read_period(in, node));
}
std::optional<std::string> read_date_text(ReadContext& in, const Node& node) {
  return text_of(read_date_period(in, node));
}

std::optional<CivilDate> read_day(ReadContext& in, const Node& node) {
  constexpr int kDay = 10;  // characters of YYYY-MM-DD
  const auto period = read_period_that(in, node, "metrics/date", "day of the calendar such as 2024-05-31",
                                       [](const TimePeriod& each) { return each.precision() == kDay; });
  return period ? std::optional(period->start) : std::nullopt;
}

std::optional<std::string> read_duration(ReadContext& in, const Node& node) {
  if (!expect(in, node, JsonKind::text)) return std::nullopt;
  if (is_duration(node.text())) return std::string(node.text());
  in.error("metrics/duration", node, fmt::format("{} is no duration such as P12M, P1Y6M or P30D", quoted(node.text())));
  return std::nullopt;
}

}  // namespace briefpack::metrics
