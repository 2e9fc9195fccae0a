#include "geometry/number_text.h"

#include <array>
#include <cassert>
#include <charconv>
#include <cmath>
#include <string_view>

namespace briefpack::geometry {

void append_number(std::string& to, double value, int decimals) {
  assert(std::isfinite(value));
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
