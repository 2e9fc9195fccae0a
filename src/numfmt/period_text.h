#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/clock.h"
#include "dataset/time_period.h"

namespace briefpack::numfmt {

/// sentence: "20 November 2026", "December 2019", "1er mai 2026". table: "20 Nov 2026", "Dec 2019", "20 nov. 2026". Korean is the
/// same in both.
enum class DateForm : std::uint8_t { sentence, table };

/// "20 November 2026", "2026년 11월 20일".
std::string format_date(CivilDate date, DateForm form, std::string_view lang);

/// "2024", "Dec 2019", "Q2 2024", "2010–2021"; Korean "2019년 12월", "2024년 2분기", "2010~2021" (a year stands without 년, so
/// that a sentence can go on). Nothing prints "not stated". `is_estimated` puts "c. " before, in Korean "경" behind.
std::string format_period(const std::optional<dataset::TimePeriod>& period, DateForm form, std::string_view lang,
                          bool is_estimated = false);

/// The month of an issue: "November 2026", "2026년 11월".
std::string format_month(CivilDate date, std::string_view lang);

/// A date of any precision as the metric file writes it ("2024-11-20", "2024-11", "2024"); as it is when it is none.
std::string format_iso_date(std::string_view iso, DateForm form, std::string_view lang);

}  // namespace briefpack::numfmt
