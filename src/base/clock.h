#pragma once

#include <cstdint>
#include <optional>

#include <briefpack/result.h>

namespace briefpack {

/// Seconds since 1970-01-01 UTC from the variable SOURCE_DATE_EPOCH (reproducible-builds.org), if it is set. The machine's
/// clock is never read: without the variable the pack's own date counts. Error: usage/source-date-epoch when it is no
/// whole number from 0 to 253402300799 (the end of year 9999).
Result<std::optional<std::int64_t>> source_date_epoch();

/// A date of the proleptic Gregorian calendar.
struct CivilDate {
  int year = 1970;
  int month = 1;
  int day = 1;
  friend auto operator<=>(const CivilDate&, const CivilDate&) = default;
};

std::int64_t days_from_civil(CivilDate date);
CivilDate civil_from_days(std::int64_t days);
int days_in_month(int year, int month);

}  // namespace briefpack
