#include "metrics/large_numbers.h"

#include <algorithm>
#include <charconv>
#include <system_error>

namespace briefpack::metrics {

namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

constexpr std::size_t kSafeLength = 300;  // fewer digits without an exponent always fit

constexpr std::size_t kBlock = 64;

/// Whether one of the first kBlock characters is a digit with an "e" right behind it. Written so that the compiler takes many bytes at
/// once. REQUIRES: one more character than kBlock.
bool has_exponent_sign(const char* text) {
  unsigned char found = 0;
  for (std::size_t i = 0; i < kBlock; ++i) {
    const auto digit = static_cast<unsigned char>(text[i] - '0');
    const auto letter = static_cast<unsigned char>((text[i + 1] | 0x20) ^ 'e');
    found |= static_cast<unsigned char>(static_cast<unsigned char>(digit < 10) & static_cast<unsigned char>(letter == 0));
  }
  return found != 0;
}

/// Whether text[at], an "e" behind a digit, belongs to what looks like a number, and not to a name such as "dc2301057e08".
bool is_in_number(std::string_view text, std::size_t at) {
  while (at > 0 && (is_digit(text[at - 1]) || text[at - 1] == '.')) --at;
  return at == 0 || std::string_view(" \t\r\n,:[-").find(text[at - 1]) != std::string_view::npos;
}

/// Whether anything looks like a number with an exponent or of very many digits, also within texts. Quick: most files have none.
bool may_have_large_number(std::string_view text) {
  for (std::size_t from = 0; from < text.size(); from += kBlock) {
    if (from + kBlock < text.size() && !has_exponent_sign(text.data() + from)) continue;
    const std::size_t to = std::min(from + kBlock + 1, text.size());
    for (std::size_t i = from + 1; i < to; ++i) {
      if ((text[i] == 'e' || text[i] == 'E') && is_digit(text[i - 1]) && is_in_number(text, i)) return true;
    }
  }
  // So many digits, perhaps with a point among them, reach from one of these places to the next.
  constexpr std::size_t kStep = kSafeLength / 3;
  const auto belongs = [](char c) { return is_digit(c) || c == '.'; };
  for (std::size_t i = kStep; i < text.size(); i += kStep) {
    const bool may_be = belongs(text[i]) && belongs(text[i - kStep]);
    if (may_be && std::all_of(text.begin() + static_cast<std::ptrdiff_t>(i - kStep), text.begin() + static_cast<std::ptrdiff_t>(i), belongs)) return true;
  }
  return false;
}

}  // namespace

std::size_t end_of_number(std::string_view text, std::size_t at) {
  const auto digits = [&] {
    while (at < text.size() && is_digit(text[at])) ++at;
  };
  const auto stands = [&](std::string_view any_of) {
    return at < text.size() && any_of.find(text[at]) != std::string_view::npos;
  };
  if (stands("-")) ++at;
  if (stands("0"))
    ++at;  // a digit after a leading zero is no part of the number
  else
    digits();
  if (stands(".")) {
    ++at;
    digits();
  }
  if (stands("eE")) {
    ++at;
    if (stands("+-")) ++at;
    digits();
  }
  return at;
}

std::optional<std::string> without_large_numbers(std::string_view text) {
  if (!may_have_large_number(text)) return std::nullopt;
  std::optional<std::string> out;
  for (std::size_t at = 0; at < text.size();) {
    const char c = text[at];
    if (c == '"') {
      for (++at; at < text.size() && text[at] != '"' && text[at] != '\n'; ++at) {
        if (text[at] == '\\') ++at;
      }
      ++at;
      continue;
    }
    if (c < '0' || c > '9') {
      ++at;
      continue;
    }
    const std::size_t end = end_of_number(text, at);
    const std::string_view token = text.substr(at, end - at);
    const bool has_exponent = token.find_first_of("eE") != std::string_view::npos;
    if (has_exponent || token.size() > kSafeLength) {
      double value = 0;
      const auto read = std::from_chars(token.data(), token.data() + token.size(), value);
      const bool is_whole = read.ptr == token.data() + token.size() && token.size() > 2;
      if (is_whole && read.ec == std::errc::result_out_of_range) {
        if (!out) out = std::string(text);
        // 1e0…0, of any length from three on.
        out->replace(at, token.size(), "1e" + std::string(token.size() - 2, '0'));
      }
    }
    at = std::max(end, at + 1);
  }
  return out;
}

}  // namespace briefpack::metrics
