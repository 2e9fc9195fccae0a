#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace briefpack::numfmt {

/// "zero" to "one hundred"; Korean "하나" to "백", or the form before a counter ("두", "스무") with `before_counter`.
/// Nothing above 100.
std::optional<std::string> cardinal_words(int number, std::string_view lang, bool before_counter = false);

/// "first" to "hundredth", Korean "첫 번째"; nothing below 1 or above 100.
std::optional<std::string> ordinal_words(int number, std::string_view lang);

/// "st", "nd", "rd", "th".
std::string_view ordinal_ending(long long number);

}  // namespace briefpack::numfmt
