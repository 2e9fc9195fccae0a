#include "base/clock.h"

#include <charconv>
#include <cstdlib>
#include <string_view>

namespace briefpack {

Result<std::optional<std::int64_t>> source_date_epoch() {
  const char* text = std::getenv("SOURCE_DATE_EPOCH");
  if (text == nullptr || *text == '\0') return std::optional<std::int64_t>{};
  const std::string_view given(text);
  std::int64_t seconds = 0;
  const auto [end, fault] = std::from_chars(given.data(), given.data() + given.size(), seconds);
  constexpr std::int64_t kEndOfYear9999 = 253402300799;
  if (fault != std::errc{} || end != given.data() + given.size() || seconds < 0 || seconds > kEndOfYear9999) {
    Diagnostic error = Diagnostic::error("usage/source-date-epoch", {},
                                         "SOURCE_DATE_EPOCH is not a whole number of seconds from 0 to 253402300799");
    error.fault = Fault::usage;
    return error;
  }
  return std::optional<std::int64_t>{seconds};
}

// Both conversions count from 0000-03-01 in eras of 400 years (Hinnant, "chrono-Compatible Low-Level Date Algorithms").
std::int64_t days_from_civil(CivilDate date) {
  const std::int64_t year = date.year - (date.month <= 2 ? 1 : 0);
  const std::int64_t era = (year >= 0 ? year : year - 399) / 400;
  const std::int64_t year_of_era = year - era * 400;
  const std::int64_t day_of_year = (153 * (date.month + (date.month > 2 ? -3 : 9)) + 2) / 5 + date.day - 1;
  const std::int64_t day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
  return era * 146097 + day_of_era - 719468;
}

CivilDate civil_from_days(std::int64_t days) {
  days += 719468;
  const std::int64_t era = (days >= 0 ? days : days - 146096) / 146097;
  const std::int64_t day_of_era = days - era * 146097;
  const std::int64_t year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
  const std::int64_t day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
  const std::int64_t shifted = (5 * day_of_year + 2) / 153;
  const int month = static_cast<int>(shifted < 10 ? shifted + 3 : shifted - 9);
  const int year = static_cast<int>(year_of_era + era * 400 + (month <= 2 ? 1 : 0));
  return {year, month, static_cast<int>(day_of_year - (153 * shifted + 2) / 5 + 1)};
}

int days_in_month(int year, int month) {
  static constexpr int kDays[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  const bool is_leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
  return month == 2 && is_leap ? 29 : kDays[month - 1];
}

}  // namespace briefpack
