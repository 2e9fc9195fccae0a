#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace briefpack::expression {

enum class TokenKind : std::uint8_t {
  end,
  name,
  variable,
  number,
  text,
  period,
  dot,
  comma,
  open,
  close,
  open_list,
  close_list,
  plus,
  minus,
  star,
  slash,
  equal,
  unequal,
  less,
  less_equal,
  greater,
  greater_equal,
  arrow,
  separator,
  unclosed_text,
  unknown
};

/// A piece of an expression: bytes [begin, end) of the scanned text.
struct Token {
  TokenKind kind = TokenKind::end;
  std::size_t begin = 0;
  std::size_t end = 0;
  bool space_before = false;  ///< Also true at the start of the text.
  bool space_after = false;   ///< Also true at its end.
};

/// Cuts a text into tokens, one at a time. A name takes every '-' that follows it, as ids may hold one; `separator` is `;`
/// or `|`; `period` is `@` with everything up to the next space or bracket.
class Scanner {
 public:
  explicit Scanner(std::string_view text, std::size_t from = 0) : text_(text), at_(from) { advance(); }

  const Token& token() const { return token_; }
  std::string_view spelling() const { return text_.substr(token_.begin, token_.end - token_.begin); }
  void advance();
  /// Makes the token as long as raw word characters follow it, so that `2024-01` or `2010/2021` is one word.
  void widen_to_raw_word();
  std::string_view text() const { return text_; }

 private:
  void take(TokenKind kind, std::size_t length);

  std::string_view text_;
  std::size_t at_;
  Token token_;
};

bool is_letter(char c);
bool is_digit(char c);
bool is_name_character(char c);
/// What an unquoted value of a test or a period may hold: letters, digits and `_ - . / : #`.
bool is_raw_word_character(char c);
bool is_space(char c);

}  // namespace briefpack::expression
