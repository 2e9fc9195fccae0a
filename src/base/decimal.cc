#include "base/decimal.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <cstdint>
#include <string_view>

namespace briefpack {

namespace {

/// `value` as 15 significant digits: |value| = 0.d1d2...d15 * 10^exponent.
struct Digits {
  bool is_negative = false;
  std::array<int, 15> digit{};
  int exponent = 0;
};

Digits significant_digits(double value) {
  Digits out;
  if (value == 0.0) return out;
  std::array<char, 40> buffer{};
  const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value, std::chars_format::scientific, 14);
  std::string_view text(buffer.data(), static_cast<std::size_t>(end.ptr - buffer.data()));
  if (text.front() == '-') {
    out.is_negative = true;
    text.remove_prefix(1);
  }
  const std::size_t mark = text.find('e');
  std::size_t at = 0;
  for (const char c : text.substr(0, mark)) {
    if (c != '.') out.digit[at++] = c - '0';
  }
  int power = 0;
  std::string_view tail = text.substr(mark + 1);
  if (tail.front() == '+') tail.remove_prefix(1);
  std::from_chars(tail.data(), tail.data() + tail.size(), power);
  out.exponent = power + 1;
  return out;
}

/// The digits of |value| rounded half away from zero to `decimals` places, as text with that many decimals (none when
/// negative: the places before the point are then zeros).
std::string rounded_text(double value, int decimals) {
  const Digits source = significant_digits(value);
  // Positions count from the point: digit i stands for 10^(exponent - 1 - i).
  const int keep = source.exponent + decimals;  // how many significant digits stay
  std::string whole;                            // kept digits, most significant first
  bool round_up = false;
  if (keep >= 15) {
    for (const int d : source.digit) whole.push_back(static_cast<char>('0' + d));
    whole.append(static_cast<std::size_t>(keep - 15), '0');
  } else if (keep >= 0) {
    for (int i = 0; i < keep; ++i) whole.push_back(static_cast<char>('0' + source.digit[static_cast<std::size_t>(i)]));
    round_up = source.digit[static_cast<std::size_t>(keep)] >= 5;
  }
  if (round_up) {
    auto at = whole.rbegin();
    while (at != whole.rend() && *at == '9') *at++ = '0';
    if (at == whole.rend()) whole.insert(whole.begin(), '1');
    else ++*at;
  }
  if (decimals < 0) whole.append(static_cast<std::size_t>(-decimals), '0');
  const std::size_t after = static_cast<std::size_t>(std::max(decimals, 0));
  if (whole.size() <= after) whole.insert(0, after + 1 - whole.size(), '0');
  if (after > 0) whole.insert(whole.size() - after, 1, '.');
  const std::size_t first = std::min(whole.find_first_not_of('0'), whole.size() - 1);
  const std::size_t point = std::min(whole.find('.'), whole.size());
  whole.erase(0, std::min(first, point - 1));
  const bool is_zero = whole.find_first_of("123456789") == std::string::npos;
  return (source.is_negative && !is_zero ? "-" : "") + whole;
}

/// A whole number of at most 15 digits, which no rounding to decimals changes: most values are.
bool is_short_whole(double value) { return std::fabs(value) < 1e15 && value == std::floor(value); }

std::string whole_text(double value) { return std::to_string(static_cast<std::int64_t>(value)); }

}  // namespace

double round_decimal(double value, int decimals) {
  if (decimals > 15 || value == 0.0 || (decimals >= 0 && is_short_whole(value))) return value;
  const std::string text = rounded_text(value, decimals);
  double out = 0.0;
  std::from_chars(text.data(), text.data() + text.size(), out);
  return out;
}

std::string fixed_decimal(double value, int decimals) {
  const int shown = std::clamp(decimals, 0, 15);
  if (!is_short_whole(value)) return rounded_text(value, shown);
  return shown == 0 ? whole_text(value) : whole_text(value) + "." + std::string(static_cast<std::size_t>(shown), '0');
}

std::string shortest_decimal(double value) {
  if (is_short_whole(value)) return whole_text(value);
  std::array<char, 400> buffer{};
  const bool is_plain = std::fabs(value) < 1e21 && std::fabs(value) >= 1e-7;
  const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value,
                                 is_plain ? std::chars_format::fixed : std::chars_format::scientific);
  return std::string(buffer.data(), end.ptr);
}

int decimals_of(double value) {
  const std::string text = shortest_decimal(value);
  const std::size_t point = text.find('.');
  if (point == std::string::npos) return 0;
  const std::size_t end = std::min(text.find('e'), text.size());
  return static_cast<int>(end - point - 1);
}

}  // namespace briefpack
