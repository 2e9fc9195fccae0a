#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace briefpack::truth {

/// One token of a running text.
struct Token {
  enum class Kind : std::uint8_t {
    word,    ///< Letters, perhaps with digits: "H100", "COVID-19", "R&D", "33rd".
    number,  ///< Digits and what joins them: "350,000", "2010–2021", "3.5", "10:30", "350 000".
    script,  ///< A run of Hangul, Han, Kana or another script that writes without our joints.
    opaque,  ///< What a role prints.
    sign,    ///< Any other character.
  };
  Kind kind = Kind::sign;
  std::size_t begin = 0, end = 0;
  bool is_joined = false;  ///< No space before it.
  bool starts_sentence = false;
  bool is_skipped = false;  ///< Part of a link, an address, a name or a number that is allowed.
  std::string_view text;    ///< Points into the running text.
  std::string lower;        ///< ASCII letters made small; only for words.
};

/// The tokens of `text`, which must outlive them. Links, e-mail addresses and telephone numbers are skipped already.
std::vector<Token> scan(std::string_view text);

/// Marks the tokens of each place where `phrase` stands as whole words. Numbers in it are names or allowed.
void skip_phrase(std::string_view text, std::string_view phrase, std::vector<Token>& tokens);

bool is_digit(char c);
bool is_all_digits(std::string_view text);
/// Parts of `text` between any of the joints - – ~ / and the word "to" is none of them.
std::vector<std::string_view> parts_of(std::string_view text);
bool starts_with_capital(std::string_view text);

}  // namespace briefpack::truth
