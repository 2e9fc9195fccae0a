#pragma once

#include <string_view>

/// Words beside which a number is a date or a label. All but the names of months are given in small letters.
namespace briefpack::truth {

/// "January", "Jan", "JAN".
bool is_month_name(std::string_view word);

/// Words behind which a number is a label: "Figure 1", "page 3", "ISO 9001", "KOSPI 200".
bool is_reference_word(std::string_view lower);

/// A maker's or a law's name that a number follows: "RTX 4090", "Executive Order 14110".
bool is_product_word(std::string_view word);

/// The same for small whole numbers only: "phase 2", but "target 350,000" is no label.
bool is_ranked_word(std::string_view lower);

/// 그림, 표, 쪽 …
bool is_reference_word_ko(std::string_view script);

/// Words behind which four digits are a year: "in 1848", "since 2024".
bool is_time_word(std::string_view lower);

}  // namespace briefpack::truth
