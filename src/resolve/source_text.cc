#include "resolve/source_text.h"

#include <algorithm>
#include <array>

#include "numfmt/strings.h"

namespace briefpack::resolve {

namespace {

using numfmt::Word;

// In the order of SourceKind.
constexpr std::array kKindWords{Word::source_dataset, Word::source_report,   Word::source_news, Word::source_interview,
                                Word::source_opinion, Word::source_official, Word::source_other};

bool names(const dataset::Source& a, const dataset::Source& b) {
  return std::find(a.same_as.begin(), a.same_as.end(), b.id) != a.same_as.end();
}

}  // namespace

bool is_same_text(const dataset::Source& a, const dataset::Source& b) { return names(a, b) || names(b, a); }

std::vector<std::uint32_t> copies_of(const dataset::Dataset& dataset, std::uint32_t source) {
  std::vector<std::uint32_t> out;
  for (std::uint32_t other = 0; other < dataset.sources.size(); ++other) {
    if (other != source && is_same_text(dataset.sources[source], dataset.sources[other])) out.push_back(other);
  }
  return out;
}

std::string source_kind_of(dataset::SourceKind kind, std::string_view lang) {
  return std::string(numfmt::word(kKindWords[static_cast<std::size_t>(kind)], lang));
}

std::string compact_ranges(const std::vector<std::uint32_t>& numbers) {
  std::string out;
  for (std::size_t first = 0; first < numbers.size();) {
    std::size_t last = first;
    while (last + 1 < numbers.size() && numbers[last + 1] == numbers[last] + 1)
      ++last;
    if (last - first < 2) last = first;
    if (!out.empty()) out += ", ";
    out += std::to_string(numbers[first]);
    if (last > first) out += "\u2013" + std::to_string(numbers[last]);
    first = last + 1;
  }
  return out;
}

}  // namespace briefpack::resolve
