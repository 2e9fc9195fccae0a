#include "resolve/source_text.h"

#include <algorithm>
#include <array>

#include "base/clock.h"
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

/// `date` less an ISO 8601 duration of years, months, weeks and days (PnYnMnWnD; the reader has checked it). Months keep the
/// day where the month has it, else its last day.
CivilDate earlier_by(CivilDate date, std::string_view duration) {
  int months = 0, days = 0, number = 0;
  for (const char c : duration.substr(std::min<std::size_t>(1, duration.size()))) {
    if (c >= '0' && c <= '9')
      number = std::min(number * 10 + (c - '0'), 100000);
    else {
      if (c == 'Y') months += number * 12;
      if (c == 'M') months += number;
      if (c == 'W') days += number * 7;
      if (c == 'D') days += number;
      number = 0;
    }
  }
  const int total = date.year * 12 + date.month - 1 - months;
  if (total < 12) return {1, 1, 1};
  CivilDate out{total / 12, total % 12 + 1, date.day};
  out.day = std::min(out.day, days_in_month(out.year, out.month));
  return civil_from_days(days_from_civil(out) - days);
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

CivilDate stale_before(const dataset::Dataset& dataset, const dataset::Metric& metric) {
  return earlier_by({dataset.pack.issued.year, dataset.pack.issued.month, 1}, metric.max_age);
}

bool is_stale(const dataset::Dataset& dataset, const dataset::Observation& observation) {
  return observation.period && observation.period->end < stale_before(dataset, dataset.metric_of(observation));
}

}  // namespace briefpack::resolve
