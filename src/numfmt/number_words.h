#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace briefpack::numfmt {

/// "zero" to "one hundred", "zéro" to "cent"; Korean "하나" to "백", or the form before a counter ("두", "스무") with `before_counter`.
/// Nothing above 100.
std::optional<std::string> cardinal_words(int number, std::string_view lang, bool before_counter = false);

/// "first" to "hundredth", "premier" to "centième", Korean "첫 번째"; nothing below 1 or above 100.
std::optional<std::string> ordinal_words(int number, std::string_view lang);

/// "st", "nd", "rd", "th"; "위"; "er", "e".
std::string_view ordinal_ending(long long number, std::string_view lang = "en");

}  // namespace briefpack::numfmt
