#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "dataset/dataset.h"

/// Value + unit + language → text, in the forms of docs/template.md ("Numbers, dates, words"). Nothing here reads the
/// machine's locale: a language is always an argument, and the same argument gives the same bytes everywhere.
///   number_text.h   numbers, bounds, intervals, money, places, shares
///   number_words.h  one, first, 첫
///   period_text.h   dates and periods
///   marks.h         signs for missing values and for statuses
///   names.h         countries, currencies, order of names
///   strings.h       the fixed words of the program's pages, phrases.h those of the workbook
/// Korean and French pages (`ko`, `fr`, `fr-…`) have their own forms; every other language gets the English ones (language.h).
namespace briefpack::numfmt {

/// U+00A0, between a number and its unit.
inline constexpr std::string_view kNoBreakSpace = "\u00A0";

bool is_korean(std::string_view lang);

/// A printed number in three parts: "over USD ", "35", " m". `lead` and `tail` are set smaller in headline figures.
struct NumberText {
  std::string lead, number, tail;
  std::string text() const { return lead + number + tail; }
};

/// How a number is written. The value comes unrounded and in absolute units; what is rounded where is decided before
/// (resolve/precision.h), so that all languages print the same rounded number.
struct NumberStyle {
  enum class Kind : std::uint8_t {
    plain,     ///< 2,000
    percent,   ///< The value is a fraction: 0.77 prints "77 per cent" or "77%".
    per_cent,  ///< The value is in per cent: 77 prints "77 per cent" or "77%".
    points,    ///< Percentage points.
    times,     ///< 50 times, 50×
    ordinal,   ///< 13th, 13위, 13e
  };
  Kind kind = Kind::plain;
  int power = 0;                  ///< Printed number = value / 10^power: 6 for "m", 9 for "bn". Korean prints 만, 억, 조 instead.
  int decimals = 0;               ///< Of the printed number (after `power` and, for percent, after × 100).
  bool in_words = false;          ///< six, third, fifty times; digits above 100 and where there are decimals or magnitudes.
  bool is_sentence = true;        ///< Words for bounds and per cent ("over", "per cent"), else signs ("> ", "%").
  bool has_magnitude = true;      ///< Prints m, bn, tn and 만, 억, 조; false in a column whose head says it.
  bool is_signed = false;         ///< "+8", "−8".
  bool is_capitalised = false;    ///< First letter.
  dataset::Qualifier qualifier = dataset::Qualifier::none;
  bool is_estimated = false;      ///< "c. 77" where no qualifier says about already.
  std::string currency{};         ///< ISO 4217, before the number, in French behind it; Korean prints its name there.
  std::string unit{};             ///< Behind the number: "petaFLOPS", "장". "GPU|GPUs" is singular and plural.
  std::optional<int> out_of{};    ///< " of 38".
};

/// `value` in `lang`. REQUIRES: finite.
NumberText format_number(double value, const NumberStyle& style, std::string_view lang);

/// "50–54", "USD 30–35 m", Korean "50~54". REQUIRES: low <= high, both finite.
NumberText format_interval(double low, double high, const NumberStyle& style, std::string_view lang);

/// The number that format_number prints, as a number: round(value / 10^power [* 100], decimals).
double printed_number(double value, const NumberStyle& style);

/// What `printed_number` is multiplied by in the same sense: 1e-6 for m, 100 for percent.
double scale_of(const NumberStyle& style);

/// Digits with grouping and U+2212 for minus: "350,000", "−8", "17.5"; French "350 000", "17,5". For formulas in notes and for
/// axis ticks. Messages of the program leave `lang` out.
std::string grouped(double value, int decimals, std::string_view lang = "en");

/// The shortest exact digits with grouping: "14,000.5".
std::string grouped(double value, std::string_view lang = "en");

/// Between the ends of a range: "–", "~"; `in_words` " to ", where a dash could be misread.
std::string range_joint(std::string_view lang, bool in_words = false);

/// "m", "bn", "Md": the short word for 3, 6, 9, 12; "" for another power.
std::string magnitude_text(int power, std::string_view lang);

/// As formats of a template name them, in every language: "m", "bn", "tn"; "k" for 3; "" for 0. Nothing for another power.
std::optional<std::string_view> magnitude_word(int power);
/// 3, 6, 9, 12 for k, m, bn, tn.
std::optional<int> power_of_magnitude(std::string_view word);

/// An axis tick: "1,000", "1 m", "10만" (visual specification, section 6).
std::string tick_text(double value, std::string_view lang);

}  // namespace briefpack::numfmt
