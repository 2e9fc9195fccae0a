#include "numfmt/number_words.h"

#include <array>

#include "numfmt/number_text.h"

namespace briefpack::numfmt {

namespace {

using namespace std::string_view_literals;

constexpr std::array kEnglishCardinals{"zero"sv,    "one"sv,     "two"sv,       "three"sv,    "four"sv,     "five"sv,    "six"sv,
                                       "seven"sv,   "eight"sv,   "nine"sv,      "ten"sv,      "eleven"sv,   "twelve"sv,  "thirteen"sv,
                                       "fourteen"sv, "fifteen"sv, "sixteen"sv,  "seventeen"sv, "eighteen"sv, "nineteen"sv};
constexpr std::array kEnglishOrdinals{"zeroth"sv,     "first"sv,     "second"sv,    "third"sv,       "fourth"sv,     "fifth"sv,      "sixth"sv,
                                      "seventh"sv,    "eighth"sv,    "ninth"sv,     "tenth"sv,       "eleventh"sv,   "twelfth"sv,    "thirteenth"sv,
                                      "fourteenth"sv, "fifteenth"sv, "sixteenth"sv, "seventeenth"sv, "eighteenth"sv, "nineteenth"sv};
constexpr std::array kEnglishTens{""sv, "ten"sv, "twenty"sv, "thirty"sv, "forty"sv, "fifty"sv, "sixty"sv, "seventy"sv, "eighty"sv, "ninety"sv};

// Native Korean numerals; the second column is the form before a counted word.
struct KoreanNumeral {
  std::string_view alone, before_counter;
};
constexpr std::array kKoreanOnes{
    KoreanNumeral{"", ""},         KoreanNumeral{"하나", "한"},   KoreanNumeral{"둘", "두"},     KoreanNumeral{"셋", "세"},
    KoreanNumeral{"넷", "네"},     KoreanNumeral{"다섯", "다섯"}, KoreanNumeral{"여섯", "여섯"}, KoreanNumeral{"일곱", "일곱"},
    KoreanNumeral{"여덟", "여덟"}, KoreanNumeral{"아홉", "아홉"}};
constexpr std::array kKoreanTens{""sv, "열"sv, "스물"sv, "서른"sv, "마흔"sv, "쉰"sv, "예순"sv, "일흔"sv, "여든"sv, "아흔"sv};

std::string korean_cardinal(int number, bool before_counter) {
  if (number == 0) return "영";
  if (number == 100) return "백";
  const auto& ones = kKoreanOnes[static_cast<std::size_t>(number % 10)];
  if (number == 20 && before_counter) return "스무";
  return std::string(kKoreanTens[static_cast<std::size_t>(number / 10)]) + std::string(before_counter ? ones.before_counter : ones.alone);
}

std::string english_cardinal(int number) {
  if (number == 100) return "one hundred";
  if (number < 20) return std::string(kEnglishCardinals[static_cast<std::size_t>(number)]);
  const std::string tens(kEnglishTens[static_cast<std::size_t>(number / 10)]);
  return number % 10 == 0 ? tens : tens + "-" + english_cardinal(number % 10);
}

std::string english_ordinal(int number) {
  if (number == 100) return "hundredth";
  if (number < 20) return std::string(kEnglishOrdinals[static_cast<std::size_t>(number)]);
  std::string tens(kEnglishTens[static_cast<std::size_t>(number / 10)]);
  if (number % 10 != 0) return tens + "-" + english_ordinal(number % 10);
  tens.back() = 'i';  // twenty, twentieth
  return tens + "eth";
}

}  // namespace

std::optional<std::string> cardinal_words(int number, std::string_view lang, bool before_counter) {
  if (number < 0 || number > 100) return std::nullopt;
  return is_korean(lang) ? korean_cardinal(number, before_counter) : english_cardinal(number);
}

std::optional<std::string> ordinal_words(int number, std::string_view lang) {
  if (number < 1 || number > 100) return std::nullopt;
  if (!is_korean(lang)) return english_ordinal(number);
  return (number == 1 ? "첫" : korean_cardinal(number, true)) + std::string(kNoBreakSpace) + "번째";
}

std::string_view ordinal_ending(long long number) {
  const long long magnitude = number < 0 ? -number : number;
  if (magnitude % 100 >= 11 && magnitude % 100 <= 13) return "th";
  switch (magnitude % 10) {
    case 1: return "st";
    case 2: return "nd";
    case 3: return "rd";
    default: return "th";
  }
}

}  // namespace briefpack::numfmt
