#include "geometry/number_text.h"

#include <array>
#include <cassert>
#include <charconv>
#include <cmath>
#include <cstdint>
#include <string_view>

namespace briefpack::geometry {

namespace {

/// Appends by whole numbers, in a quarter of the time of std::to_chars. Gives false, having done nothing, for a large value and
/// where `value` lies so near to the middle between two results that multiplying could have moved it to the other side.
bool append_quickly(std::string& to, double value, int decimals) {
  constexpr double kPowers[] = {1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9};
  constexpr double kLargest = 1e9, kNearMiddle = 1e-6;  // a product below 1e9 is off by at most 6e-8
  const double scaled = std::fabs(value) * kPowers[decimals];
  if (scaled >= kLargest) return false;
  auto digits = static_cast<std::uint64_t>(scaled);
  const double rest = scaled - static_cast<double>(digits);
  if (std::fabs(rest - 0.5) < kNearMiddle) return false;
  if (rest > 0.5) ++digits;
  if (digits == 0) {
    to += '0';
    return true;
  }
  while (decimals > 0 && digits % 10 == 0) {
    digits /= 10;
    --decimals;
  }
  std::array<char, 24> buffer;  // 10 digits, or a zero, the point and nine digits, and the sign
  char* first = buffer.data() + buffer.size();
  for (int written = 0; digits > 0 || written <= decimals; ++written) {
    if (written == decimals && decimals > 0) *--first = '.';
    *--first = static_cast<char>('0' + digits % 10);
    digits /= 10;
  }
  if (value < 0) *--first = '-';
  to.append(first, buffer.data() + buffer.size());
  return true;
}

}  // namespace

void append_number(std::string& to, double value, int decimals) {
  assert(std::isfinite(value) && decimals >= 0 && decimals <= 9);
  if (append_quickly(to, value, decimals)) return;
  // Long enough for every double below 1e300 with nine digits after the point.
  std::array<char, 320> buffer;
  const auto [end, error] =
      std::to_chars(buffer.data(), buffer.data() + buffer.size(), value, std::chars_format::fixed, decimals);
  assert(error == std::errc());
  std::string_view digits(buffer.data(), static_cast<std::size_t>(end - buffer.data()));
  if (digits.find('.') != std::string_view::npos) {
    digits.remove_suffix(digits.size() - 1 - digits.find_last_not_of('0'));
    if (digits.back() == '.') digits.remove_suffix(1);
  }
  to += digits == "-0" ? "0" : digits;
}

std::string number_text(double value, int decimals) {
  std::string text;
  append_number(text, value, decimals);
  return text;
}

}  // namespace briefpack::geometry
