#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "truth/wording.h"

namespace briefpack::truth {

/// A wording as code points with their places, and the questions that its readers ask. Positions are numbers of code points;
/// `size()` is the end. Asking beyond it gives U+0000.
class WordingText {
 public:
  explicit WordingText(std::string_view text);

  std::size_t size() const { return points_.size(); }
  char32_t at(std::size_t i) const { return i < points_.size() ? points_[i] : U'\0'; }
  /// The byte at which a position starts.
  std::size_t byte(std::size_t i) const { return bytes_[i]; }
  std::string_view between(std::size_t from, std::size_t to) const {
    return text_.substr(bytes_[from], bytes_[to] - bytes_[from]);
  }

  /// 0 to 9 for ASCII and full-width digits; -1 for anything else.
  int digit(std::size_t i) const;
  /// Latin, Greek or Cyrillic.
  bool is_letter(std::size_t i) const;
  bool is_hangul(std::size_t i) const { return at(i) >= 0xAC00 && at(i) <= 0xD7A3; }
  bool is_han(std::size_t i) const { return (at(i) >= 0x4E00 && at(i) <= 0x9FFF) || at(i) == 0x3007; }
  /// A blank of any width.
  bool is_space(std::size_t i) const;
  /// `i` moved over blanks.
  std::size_t skip_spaces(std::size_t i) const;
  /// `i` moved over blanks or one hyphen: what may stand between the words of one number.
  std::size_t skip_joint(std::size_t i) const;
  /// True when `word` stands at `i`, code point by code point.
  bool has(std::size_t i, std::u32string_view word) const;
  /// The letters from `i` on, small (ASCII); empty where none stands.
  std::string word(std::size_t i) const;
  /// Where the letters from `i` on end.
  std::size_t end_of_letters(std::size_t i) const;

 private:
  std::string_view text_;
  std::vector<char32_t> points_;
  std::vector<std::size_t> bytes_;
};

/// A number read from position `from` to `to`.
struct Reading {
  std::size_t to = 0;
  double value = 0;
};

/// Digits with their groups and decimals at `i`: "2,000", "1 000", "1.000.000", "4,5".
/// `is_spaced`: blanks may group ("350 000").
std::optional<Reading> read_digits(const WordingText& text, std::size_t i, bool is_spaced);

/// What may follow a number: magnitudes, per cent and the like. Adds each reading of a number from `from` to `to`; gives where
/// the longest one ends.
std::size_t add_with_tail(const WordingText& text, std::size_t from, std::size_t to, double value, std::vector<StatedNumber>& out);

/// "50s" or "fifties" from `from` to `to`, with the "early", "mid" or "late" before it: the lower half of the ten, its middle
/// (3 to 7), its upper half.
StatedNumber interval_of_ten(const WordingText& text, std::size_t from, std::size_t to, double ten);

/// By what "million", "bn", "lakh" or "dozen" multiply (small letters); 0 for another word.
double wording_magnitude(std::string_view word);

/// Numbers in English words that start at `i`, where a word starts. Gives where to go on: behind the longest reading, or `i`.
std::size_t read_english(const WordingText& text, std::size_t i, std::vector<StatedNumber>& out);

/// Korean and Chinese numerals, or digits with 만, 억 and the like, that start at `i`; as above.
std::size_t read_east_asian(const WordingText& text, std::size_t i, std::vector<StatedNumber>& out);

}  // namespace briefpack::truth
