#include "expression/scan.h"

#include "base/utf8.h"

namespace briefpack::expression {

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_name_character(char c) { return is_letter(c) || is_digit(c) || c == '_' || c == '-'; }
bool is_raw_word_character(char c) { return is_name_character(c) || c == '.' || c == '/' || c == ':' || c == '#'; }
// Line ends count: an option's value may run on over lines.
bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n'; }

namespace {

std::size_t length_while(std::string_view text, std::size_t from, bool (*belongs)(char)) {
  std::size_t at = from;
  while (at < text.size() && belongs(text[at]))
    ++at;
  return at - from;
}

std::size_t number_length(std::string_view text, std::size_t from) {
  std::size_t length = length_while(text, from, is_digit);
  const std::size_t point = from + length;
  if (point + 1 < text.size() && text[point] == '.' && is_digit(text[point + 1])) {
    length += 1 + length_while(text, point + 1, is_digit);
  }
  return length;
}

}  // namespace

void Scanner::take(TokenKind kind, std::size_t length) {
  token_.kind = kind;
  token_.begin = at_;
  token_.end = at_ + length;
  at_ = token_.end;
  token_.space_after = at_ >= text_.size() || is_space(text_[at_]);
}

void Scanner::advance() {
  const std::size_t spaces = length_while(text_, at_, is_space);
  token_.space_before = spaces > 0 || at_ == 0;
  at_ += spaces;
  if (at_ >= text_.size()) return take(TokenKind::end, 0);
  const char c = text_[at_];
  const char next = at_ + 1 < text_.size() ? text_[at_ + 1] : '\0';
  if (is_letter(c)) return take(TokenKind::name, length_while(text_, at_, is_name_character));
  if (is_digit(c)) return take(TokenKind::number, number_length(text_, at_));
  switch (c) {
    case '$':
      if (is_letter(next)) return take(TokenKind::variable, 1 + length_while(text_, at_ + 1, is_name_character));
      return take(TokenKind::unknown, 1);
    case '@':
      return take(TokenKind::period, 1 + length_while(text_, at_ + 1, is_raw_word_character));
    case '"':
    case '\'': {
      const std::size_t close = text_.find(c, at_ + 1);
      if (close == std::string_view::npos) return take(TokenKind::unclosed_text, text_.size() - at_);
      return take(TokenKind::text, close + 1 - at_);
    }
    case '.':
      return take(TokenKind::dot, 1);
    case ',':
      return take(TokenKind::comma, 1);
    case '(':
      return take(TokenKind::open, 1);
    case ')':
      return take(TokenKind::close, 1);
    case '[':
      return take(TokenKind::open_list, 1);
    case ']':
      return take(TokenKind::close_list, 1);
    case '+':
      return take(TokenKind::plus, 1);
    case '-':
      return take(TokenKind::minus, 1);
    case '*':
      return take(TokenKind::star, 1);
    case '/':
      return take(TokenKind::slash, 1);
    case ';':
    case '|':
      return take(TokenKind::separator, 1);
    case '=':
      if (next == '>') return take(TokenKind::arrow, 2);
      return take(TokenKind::equal, next == '=' ? 2 : 1);
    case '!':
      if (next == '=') return take(TokenKind::unequal, 2);
      break;
    case '<':
      return next == '=' ? take(TokenKind::less_equal, 2) : take(TokenKind::less, 1);
    case '>':
      return next == '=' ? take(TokenKind::greater_equal, 2) : take(TokenKind::greater, 1);
    default:
      break;
  }
  std::size_t behind = at_;
  next_code_point(text_, behind);
  take(TokenKind::unknown, behind - at_);
}

void Scanner::widen_to_raw_word() {
  const std::size_t begin = token_.begin;
  const bool space_before = token_.space_before;
  at_ = begin;
  take(TokenKind::name, length_while(text_, begin, is_raw_word_character));
  token_.space_before = space_before;
}

}  // namespace briefpack::expression
