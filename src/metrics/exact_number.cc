#include "metrics/exact_number.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <limits>

namespace briefpack::metrics {

namespace {

constexpr int kDigits = std::numeric_limits<double>::digits10;
static_assert(kDigits == 15);
// Training runs are counted in 1e26 operations; a printed number of hundreds of digits serves nobody.
constexpr double kTooLarge = 1e30;

}  // namespace

ExactNumber read_exact_number(std::string_view token) {
  const std::size_t mark = token.find_first_of("eE");
  std::string_view digits = token.substr(0, mark);
  if (digits.front() == '-') digits.remove_prefix(1);
  const std::size_t point = std::min(digits.find('.'), digits.size());
  const auto after_point = static_cast<long long>(digits.size() - std::min(point + 1, digits.size()));

  ExactNumber out;
  const std::size_t first = digits.find_first_of("123456789");
  if (first == std::string_view::npos) {
    out.decimals = static_cast<int>(std::min<long long>(after_point, kDigits));
    return out;
  }
  const std::size_t last = digits.find_last_of("123456789");
  const bool point_is_inside = point > first && point < last;
  if (last - first + 1 - (point_is_inside ? 1 : 0) > static_cast<std::size_t>(kDigits)) {
    out.fault = "has more than 15 significant digits, which neither a double nor a spreadsheet keeps";
    return out;
  }

  const auto [end, trouble] = std::from_chars(token.data(), token.data() + token.size(), out.value);
  if (trouble == std::errc::result_out_of_range || std::fabs(out.value) < std::numeric_limits<double>::min()) {
    out.fault = "is too large or too close to zero to be held exactly";
    return out;
  }

  if (std::fabs(out.value) >= kTooLarge) {
    out.fault = "has more than 30 digits before the point; choose a larger unit_mult";
    return out;
  }

  long long exponent = 0;
  if (mark != std::string_view::npos) {
    const std::size_t sign = token[mark + 1] == '+' ? 2 : 1;  // from_chars takes no plus
    std::from_chars(token.data() + mark + sign, token.data() + token.size(), exponent);
  }
  const long long decimals = std::max<long long>(after_point - exponent, 0);
  // Trailing zeros may be cut, digits may not: a cell shows 15 places at most.
  const auto zeros = static_cast<long long>(digits.size() - 1 - last) - (point > last && point < digits.size() ? 1 : 0);
  if (decimals - std::min(decimals, zeros) > kDigits) {
    out.fault = "has more than 15 digits after the point; choose a smaller unit_mult";
    return out;
  }
  out.decimals = static_cast<int>(std::min<long long>(decimals, kDigits));
  return out;
}

}  // namespace briefpack::metrics
