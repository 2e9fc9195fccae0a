#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

/// The numbers that a few words of a source state: "2,000", "35 million", "13th", "two thirds", "around 19%", "35만".
///   wording.cc             digits with what belongs to them
///   wording_english.cc     number words
///   wording_east_asian.cc  Korean and Chinese numerals
/// One place may be read in more than one way ("12 350": one number or two); then each reading is given. What is no number
/// of the source is left out as far as letters can tell: digits inside names (H100, GPT-4, 2nd-gen).
namespace briefpack::truth {

struct StatedNumber {
  enum class Kind : std::uint8_t {
    cardinal,
    ordinal,   ///< 13th, third
    percent,   ///< 19 for "19%"
    fraction,  ///< a third, 3/4, one in five
    interval,  ///< "early 50s": from `value` to `high`
  };
  Kind kind = Kind::cardinal;
  std::size_t from = 0, to = 0;  ///< Bytes of the wording.
  double value = 0;              ///< With its magnitude: 35,000,000 for "35m".
  double high = 0;               ///< Of an interval.
  bool has_magnitude = false;    ///< A word or letter gives the power of ten, so that no unit_mult comes on top.
  /// Latin letters that touch the digits and say nothing here: "PFLOPS" of "35PFLOPS", "USD" of "USD35". Whoever knows unit
  /// and currency decides whether they belong to them or make a name of it.
  std::string_view letters_before{}, letters_after{};
};

/// All readings, by place.
std::vector<StatedNumber> stated_numbers(std::string_view wording);

}  // namespace briefpack::truth
