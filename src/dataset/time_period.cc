#include "dataset/time_period.h"

#include <algorithm>

namespace briefpack::dataset {

namespace {

struct Days {
  CivilDate first;
  CivilDate last;
};

/// The whole of `text` as a number of exactly `digits` digits.
std::optional<int> number(std::string_view text, std::size_t digits) {
  if (text.size() != digits) return std::nullopt;
  int out = 0;
  for (const char c : text) {
    if (c < '0' || c > '9') return std::nullopt;
    out = out * 10 + (c - '0');
  }
  return out;
}

std::optional<Days> months(int year, int first, int count) {
  const int last = first + count - 1;
  return Days{{year, first, 1}, {year, last, days_in_month(year, last)}};
}

/// Part `index` (from 1) of a year cut into `parts` equal parts: 2 halves or 4 quarters.
std::optional<Days> part_of_year(int year, std::string_view index, int parts) {
  const auto which = number(index, 1);
  if (!which || *which < 1 || *which > parts) return std::nullopt;
  const int length = 12 / parts;
  return months(year, (*which - 1) * length + 1, length);
}

/// Week 1 is the one with the fourth of January, weeks begin on Monday (ISO 8601-1, 3.1.1.23).
std::int64_t first_monday(int year) {
  const std::int64_t fourth = days_from_civil({year, 1, 4});
  const std::int64_t weekday = ((fourth + 3) % 7 + 7) % 7;  // 1970-01-01 was a Thursday; Monday is 0
  return fourth - weekday;
}

std::optional<Days> week(int year, std::string_view index) {
  const auto which = number(index, 2);
  if (!which || *which < 1) return std::nullopt;
  const std::int64_t monday = first_monday(year) + 7 * (*which - 1);
  if (monday >= first_monday(year + 1)) return std::nullopt;
  return Days{civil_from_days(monday), civil_from_days(monday + 6)};
}

std::optional<Days> single_period(std::string_view text) {
  const auto year = number(text.substr(0, 4), 4);
  if (!year || *year < 1) return std::nullopt;
  if (text.size() == 4) return months(*year, 1, 12);
  if (text[4] != '-' || text.size() < 7) return std::nullopt;
  const std::string_view rest = text.substr(5);
  switch (rest.front()) {
    case 'S':
      return part_of_year(*year, rest.substr(1), 2);
    case 'Q':
      return part_of_year(*year, rest.substr(1), 4);
    case 'W':
      return week(*year, rest.substr(1));
    default:
      break;
  }
  const auto month = number(rest.substr(0, 2), 2);
  if (!month || *month < 1 || *month > 12) return std::nullopt;
  if (rest.size() == 2) return months(*year, *month, 1);
  if (rest[2] != '-') return std::nullopt;
  const auto day = number(rest.substr(3), 2);
  if (!day || *day < 1 || *day > days_in_month(*year, *month)) return std::nullopt;
  const CivilDate date{*year, *month, *day};
  return Days{date, date};
}

}  // namespace

int TimePeriod::precision() const {
  const bool has_other_letter = text.find_first_of("SQW/") != std::string::npos;
  return has_other_letter ? 0 : static_cast<int>(text.size());
}

std::strong_ordering operator<=>(const TimePeriod& a, const TimePeriod& b) {
  if (const auto by_end = a.end <=> b.end; by_end != 0) return by_end;
  return a.start <=> b.start;
}

std::optional<TimePeriod> parse_time_period(std::string_view text) {
  const std::size_t slash = text.find('/');
  const auto first = single_period(text.substr(0, slash));
  if (!first) return std::nullopt;
  if (slash == std::string_view::npos) return TimePeriod{std::string(text), first->first, first->last};
  const auto last = single_period(text.substr(slash + 1));
  if (!last || last->last < first->first) return std::nullopt;
  return TimePeriod{std::string(text), first->first, last->last};
}

}  // namespace briefpack::dataset
