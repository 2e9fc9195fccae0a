#include "numfmt/strings.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <vector>

#include "numfmt/language.h"

namespace briefpack::numfmt {

namespace {

using Values = std::initializer_list<std::pair<std::string_view, std::string_view>>;

/// The texts of one language by number.
struct Table {
  std::array<std::string_view, static_cast<std::size_t>(Word::kEnd)> words{};
  std::array<std::string_view, static_cast<std::size_t>(Phrase::kEnd)> phrases{};
};

const Table& table_of(std::string_view lang) {
  static const std::vector<Table> tables = [] {
    std::vector<Table> out(languages().size());
    for (std::size_t i = 0; i < out.size(); ++i) {
      for (const WordRow& each : languages()[i]->words) out[i].words[static_cast<std::size_t>(each.word)] = each.text;
      for (const PhraseRow& each : languages()[i]->phrases) out[i].phrases[static_cast<std::size_t>(each.phrase)] = each.text;
    }
    return out;
  }();
  return tables[static_cast<std::size_t>(tongue_of(lang))];
}

/// Once through: a value that holds braces of its own is not filled again.
std::string filled_text(std::string_view text, const Values& values) {
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
    out += value;
    at = close + 1;
  }
  return out;
}

}  // namespace

Tongue tongue_of(std::string_view lang) {
  const std::string_view primary = lang.substr(0, lang.find('-'));
  for (std::size_t i = 0; i < languages().size(); ++i) {
    if (languages()[i]->code == primary) return static_cast<Tongue>(i);
  }
  return Tongue::english;
}

std::span<const Language* const> languages() {
  static const std::array all{&english(), &korean(), &french()};
  return all;
}

std::string_view word(Word wanted, std::string_view lang) {
  assert(wanted < Word::kEnd);
  return table_of(lang).words[static_cast<std::size_t>(wanted)];
}

std::string_view phrase(Phrase wanted, std::string_view lang) {
  assert(wanted < Phrase::kEnd);
  return table_of(lang).phrases[static_cast<std::size_t>(wanted)];
}

std::string filled(Word wanted, std::string_view lang, Values values) { return filled_text(word(wanted, lang), values); }
std::string filled(Phrase wanted, std::string_view lang, Values values) { return filled_text(phrase(wanted, lang), values); }

}  // namespace briefpack::numfmt
