#pragma once

#include <compare>
#include <optional>
#include <string>
#include <string_view>

#include "base/clock.h"

namespace briefpack::dataset {

/// A reference period of ISO 8601 with reduced precision: a year, half, quarter, month, week or day, or an interval of two
/// ("2010/2021"). Kept with its own text, ordered by end, then start (DESIGN.md section 2).
struct TimePeriod {
  std::string text;   ///< As written: "2024", "2024-Q2", "2019-12", "2010/2021".
  CivilDate start;    ///< First day.
  CivilDate end;      ///< Last day, inclusive.

  bool is_interval() const { return text.find('/') != std::string::npos; }
  /// 4 for a year, 7 for a month, 10 for a day; other forms 0.
  int precision() const;

  friend bool operator==(const TimePeriod& a, const TimePeriod& b) { return a.start == b.start && a.end == b.end; }
  friend std::strong_ordering operator<=>(const TimePeriod& a, const TimePeriod& b);
};

/// Reads "2024", "2024-12", "2024-12-31", "2024-Q2", "2024-S1", "2024-W05", "A/B". Nothing when `text` is no period or its
/// end lies before its start.
std::optional<TimePeriod> parse_time_period(std::string_view text);

}  // namespace briefpack::dataset
