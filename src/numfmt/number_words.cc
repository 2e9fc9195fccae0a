#include "numfmt/number_words.h"

#include <array>

#include "numfmt/language.h"
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

constexpr std::array kFrenchCardinals{"z\u00E9ro"sv, "un"sv,    "deux"sv,  "trois"sv,    "quatre"sv,   "cinq"sv,  "six"sv,      "sept"sv,    "huit"sv,
                                      "neuf"sv,      "dix"sv,   "onze"sv,  "douze"sv,    "treize"sv,   "quatorze"sv, "quinze"sv, "seize"sv};
constexpr std::array kFrenchTens{""sv, "dix"sv, "vingt"sv, "trente"sv, "quarante"sv, "cinquante"sv, "soixante"sv};

/// Traditional spelling: "vingt et un", "soixante-dix-sept", "quatre-vingts", "quatre-vingt-onze".
std::string french_cardinal(int number) {
  if (number <= 16) return std::string(kFrenchCardinals[static_cast<std::size_t>(number)]);
  if (number < 20) return "dix-" + french_cardinal(number - 10);
  if (number == 100) return "cent";
  if (number == 80) return "quatre-vingts";
  if (number > 80) return "quatre-vingt-" + french_cardinal(number - 80);
  const int tens = number >= 60 ? 6 : number / 10, rest = number - tens * 10;
  const std::string out(kFrenchTens[static_cast<std::size_t>(tens)]);
  if (rest == 0) return out;
  return out + (rest == 1 || rest == 11 ? " et " : "-") + french_cardinal(rest);
}

std::string french_ordinal(int number) {
  if (number == 1) return "premier";
  std::string out = french_cardinal(number);
  if (out.ends_with("quatre-vingts")) out.pop_back();
  if (out.ends_with("cinq")) return out + "ui\u00E8me";
  if (out.ends_with("neuf")) out.back() = 'v';
  if (out.ends_with("e")) out.pop_back();
  return out + "i\u00E8me";
}

}  // namespace

std::optional<std::string> cardinal_words(int number, std::string_view lang, bool before_counter) {
  if (number < 0 || number > 100) return std::nullopt;
  switch (tongue_of(lang)) {
    case Tongue::korean: return korean_cardinal(number, before_counter);
    case Tongue::french: return french_cardinal(number);
    case Tongue::english: break;
  }
  return english_cardinal(number);
}

std::optional<std::string> ordinal_words(int number, std::string_view lang) {
  if (number < 1 || number > 100) return std::nullopt;
  switch (tongue_of(lang)) {
    case Tongue::korean: return (number == 1 ? "첫" : korean_cardinal(number, true)) + std::string(kNoBreakSpace) + "번째";
    case Tongue::french: return french_ordinal(number);
    case Tongue::english: break;
  }
  return english_ordinal(number);
}

std::string_view ordinal_ending(long long number, std::string_view lang) {
  const long long magnitude = number < 0 ? -number : number;
  if (tongue_of(lang) == Tongue::korean) return "위";
  if (tongue_of(lang) == Tongue::french) return magnitude == 1 ? "er" : "e";
  if (magnitude % 100 >= 11 && magnitude % 100 <= 13) return "th";
  switch (magnitude % 10) {
    case 1: return "st";
    case 2: return "nd";
    case 3: return "rd";
    default: return "th";
  }
}

}  // namespace briefpack::numfmt
