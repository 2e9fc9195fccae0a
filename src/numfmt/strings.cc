#include "numfmt/strings.h"

#include <array>
#include <cassert>

#include "numfmt/number_text.h"

namespace briefpack::numfmt {

namespace {

constexpr std::size_t kWords = static_cast<std::size_t>(Word::kEnd);
using Table = std::array<std::string_view, kWords>;

Table by_word(std::span<const WordRow> rows) {
  Table out{};
  for (const WordRow& each : rows) out[static_cast<std::size_t>(each.word)] = each.text;
  return out;
}

}  // namespace

std::string_view word(Word wanted, std::string_view lang) {
  assert(wanted < Word::kEnd);
  static const Table english = by_word(english_words());
  static const Table korean = by_word(korean_words());
  return (is_korean(lang) ? korean : english)[static_cast<std::size_t>(wanted)];
}

std::string filled(Word wanted, std::string_view lang, std::initializer_list<std::pair<std::string_view, std::string_view>> values) {
  const std::string_view text = word(wanted, lang);
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t open = std::min(text.find('{', at), text.size());
    out += text.substr(at, open - at);
    at = open;
    if (open == text.size()) break;
    const std::size_t close = text.find('}', open);
    assert(close != std::string_view::npos);
    const std::string_view name = text.substr(open + 1, close - open - 1);
    std::string_view value = text.substr(open, close - open + 1);
    for (const auto& [each, given] : values) {
      if (each == name) value = given;
    }
    // Once through: a value that holds braces of its own is not filled again.
    out += value;
    at = close + 1;
  }
  return out;
}

}  // namespace briefpack::numfmt
