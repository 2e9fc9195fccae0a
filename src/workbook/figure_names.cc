#include "workbook/figure_names.h"

#include <algorithm>
#include <cctype>
#include <cstdint>
#include <map>
#include <string_view>

#include <fmt/format.h>

namespace briefpack::workbook {

namespace {

constexpr std::size_t kLongest = 100;  // below the library's 128 with prefix and hash

/// FNV-1a, 32 bits: the same on every machine, and short.
std::uint32_t hash_of(std::string_view text) {
  std::uint32_t hash = 2166136261u;
  for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 16777619u;
  return hash;
}

bool is_word(char c) { return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_'; }

std::string lower(std::string text) {
  std::transform(text.begin(), text.end(), text.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return text;
}

struct Name {
  std::string text;
  bool is_whole = true;   ///< Nothing but the signs of a plain reference was replaced.
};

Name readable(std::string_view key) {
  Name out;
  if (key.starts_with('$')) key.remove_prefix(1);
  for (const char c : key) {
    if (is_word(c)) {
      out.text += c;
      continue;
    }
    if (c != '.' && c != '@') out.is_whole = false;
    if (!out.text.empty() && out.text.back() != '_') out.text += '_';
  }
  while (out.text.ends_with('_')) out.text.pop_back();
  if (out.text.size() > kLongest) {
    out.text.resize(kLongest);
    out.is_whole = false;
  }
  return out;
}

}  // namespace

std::vector<std::string> figure_names(const std::vector<document::Figure>& figures) {
  std::vector<Name> names;
  std::map<std::string, int> uses;
  for (const document::Figure& figure : figures) {
    names.push_back(readable(figure.key));
    ++uses[lower(names.back().text)];
  }
  std::vector<std::string> out;
  std::map<std::string, int> taken;
  for (std::size_t i = 0; i < names.size(); ++i) {
    std::string name = "fig_" + names[i].text;
    if (!names[i].is_whole || names[i].text.empty() || uses[lower(names[i].text)] > 1) name += fmt::format("_{:08x}", hash_of(figures[i].key));
    // Two keys with one readable part and one hash: one in four thousand million; the file must stay good even then.
    if (const int before = taken[lower(name)]++; before > 0) name += fmt::format("_{}", before + 1);
    out.push_back(std::move(name));
  }
  return out;
}

}  // namespace briefpack::workbook
