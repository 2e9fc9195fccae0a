#include "truth/naked_number_scan.h"

#include <algorithm>
#include <array>

#include "base/utf8.h"

namespace briefpack::truth {

namespace {

enum class Class : std::uint8_t { space, digit, letter, script, opaque, sign };

constexpr bool is_between(char32_t c, char32_t first, char32_t last) { return c >= first && c <= last; }

constexpr Class class_of(char32_t c) {
  if (c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == 0xA0 || c == 0x3000 || c == 0x202F ||
      is_between(c, 0x2000, 0x200B))
    return Class::space;
  if (is_between(c, '0', '9') || is_between(c, 0xFF10, 0xFF19)) return Class::digit;
  if (is_between(c, 'a', 'z') || is_between(c, 'A', 'Z')) return Class::letter;
  if (c < 0xC0) return Class::sign;
  if (c == 0xFFFC) return Class::opaque;
  if (is_between(c, 0xC0, 0x52F)) return c == 0xD7 || c == 0xF7 ? Class::sign : Class::letter;
  if (is_between(c, 0x1E00, 0x1FFF)) return Class::letter;
  // Punctuation, symbols, arrows, shapes; behind them the scripts of East Asia, with their own punctuation.
  if (is_between(c, 0x2000, 0x2E7F) || is_between(c, 0x3001, 0x303F) || is_between(c, 0xFE10, 0xFE6F) ||
      is_between(c, 0xFF01, 0xFF0F))
    return Class::sign;
  return Class::script;
}

constexpr std::size_t kAscii = 0x80;
constexpr std::array<Class, kAscii> kAsciiClasses = [] {
  std::array<Class, kAscii> out{};
  for (std::size_t c = 0; c < kAscii; ++c) out[c] = class_of(static_cast<char32_t>(c));
  return out;
}();

/// What may join two parts of a word or number; `in_number`: both neighbours are digits.
bool is_joint(char32_t c, bool in_number) {
  if (c == '-' || c == '.' || c == '/' || c == 0x2010 || c == 0x2011) return true;
  if (in_number)
    return c == ',' || c == '\'' || c == 0x2019 || c == ':' || c == 0x2013 || c == '~' || c == 0xB7 || c == 0x301C ||
           c == 0xFF5E;
  return c == '\'' || c == 0x2019 || c == '&' || c == '_' || c == '@';
}

std::string lowered(std::string_view text) {
  std::string out(text);
  for (char& c : out) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return out;
}

class Scanner {
 public:
  explicit Scanner(std::string_view text) : text_(text) {}

  std::vector<Token> all() {
    tokens_.reserve(text_.size() / 5 + 1);  // words of four letters and a space
    while (at_ < text_.size())
      one();
    return std::move(tokens_);
  }

 private:
  struct Next {
    char32_t c = 0;
    std::size_t end = 0;
    Class kind = Class::space;
  };
  Next peek(std::size_t at) const {
    Next out;
    if (at >= text_.size()) return out;
    if (const auto byte = static_cast<unsigned char>(text_[at]); byte < kAscii) return {byte, at + 1, kAsciiClasses[byte]};
    out.end = at;
    out.c = next_code_point(text_, out.end);
    out.kind = class_of(out.c);
    return out;
  }
  static bool is_alnum(Class kind) { return kind == Class::digit || kind == Class::letter; }

  void one() {
    const Next first = peek(at_);
    if (first.kind == Class::space) {
      at_ = first.end;
      has_gap_ = true;
      if (first.c == '\n') ends_sentence_ = true;
      return;
    }
    std::size_t end = first.end;
    Token::Kind kind = Token::Kind::sign;
    if (is_alnum(first.kind)) {
      end = word_end(first);
      kind = has_letter_ ? Token::Kind::word : Token::Kind::number;
    } else if (first.kind == Class::script) {
      for (Next next = peek(end); end < text_.size() && next.kind == Class::script; next = peek(end))
        end = next.end;
      kind = Token::Kind::script;
    } else if (first.kind == Class::opaque) {
      kind = Token::Kind::opaque;
    }
    Token token{
        kind, at_, end, !has_gap_, ends_sentence_ && (has_gap_ || tokens_.empty()), false, text_.substr(at_, end - at_),
        {}};
    if (kind == Token::Kind::word) token.lower = lowered(token.text);
    const bool closes = kind == Token::Kind::sign &&
                        (first.c == '.' || first.c == '!' || first.c == '?' || first.c == ':' || first.c == 0x3002);
    const bool is_quote = kind == Token::Kind::sign && !closes && first.c != ',' && first.c != ';' &&
                          first.c != 0x2013 && first.c != 0x2014;
    // Quotation marks and brackets neither start nor end a sentence.
    if (closes)
      ends_sentence_ = true;
    else if (!is_quote)
      ends_sentence_ = false;
    tokens_.push_back(std::move(token));
    at_ = end;
    has_gap_ = false;
  }

  /// The end of the word or number that starts at at_.
  std::size_t word_end(const Next& first) {
    has_letter_ = first.kind == Class::letter;
    bool last_is_digit = first.kind == Class::digit;
    std::size_t end = first.end;
    std::size_t run = last_is_digit ? 1 : 0;  // digits since the last joint
    while (end < text_.size()) {
      const Next next = peek(end);
      if (is_alnum(next.kind)) {
        has_letter_ = has_letter_ || next.kind == Class::letter;
        last_is_digit = next.kind == Class::digit;
        run = last_is_digit ? run + 1 : 0;
        end = next.end;
        continue;
      }
      const Next behind = peek(next.end);
      const bool is_number = last_is_digit && behind.kind == Class::digit;
      if (next.kind == Class::sign && next.end < text_.size() && is_alnum(behind.kind) && is_joint(next.c, is_number)) {
        end = next.end;
        run = 0;
        last_is_digit = false;
        continue;
      }
      if (next.kind == Class::space && !has_letter_ && last_is_digit && run <= 3 && is_group(next.end)) {
        end = next.end + 3;  // "350 000"
        run = 3;
        continue;
      }
      break;
    }
    return end;
  }

  /// Exactly three digits stand at `at`.
  bool is_group(std::size_t at) const {
    if (at + 3 > text_.size() || !is_all_digits(text_.substr(at, 3))) return false;
    const Next behind = peek(at + 3);
    return at + 3 == text_.size() || !is_alnum(behind.kind);
  }

  std::string_view text_;
  std::vector<Token> tokens_;
  std::size_t at_ = 0;
  bool has_gap_ = true, ends_sentence_ = true, has_letter_ = false;
};

void skip_range(std::size_t begin, std::size_t end, std::vector<Token>& tokens) {
  auto token =
      std::lower_bound(tokens.begin(), tokens.end(), begin, [](const Token& t, std::size_t at) { return t.end <= at; });
  for (; token != tokens.end() && token->begin < end; ++token)
    token->is_skipped = true;
}

bool is_name_character(char c) { return is_digit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

/// A stretch without spaces that is a link, an address or a path on the web.
bool is_address(std::string_view chunk) {
  if (chunk.find("://") != std::string_view::npos || chunk.starts_with("www.")) return true;
  const std::size_t at = chunk.find('@');
  if (at != std::string_view::npos && at > 0 && chunk.find('.', at) != std::string_view::npos) return true;
  // "oecd.org/ai/2024", "10.1787/eco-2024-en", "doi:10.1000/182"
  const std::size_t slash = chunk.find('/');
  if (slash == std::string_view::npos || slash == 0) return false;
  const std::string_view host = chunk.substr(0, slash);
  const std::size_t dot = host.rfind('.');
  if (dot == std::string_view::npos || dot == 0) return false;
  if (host.starts_with("10.") || host.starts_with("doi:")) return host.size() >= 7;
  const std::string_view ending = host.substr(dot + 1);
  return ending.size() >= 2 && std::all_of(ending.begin(), ending.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

void skip_addresses(std::string_view text, std::vector<Token>& tokens) {
  constexpr std::string_view kSpaces = " \t\n";
  for (std::size_t begin = text.find_first_not_of(kSpaces); begin != std::string_view::npos;) {
    const std::size_t end = std::min(text.find_first_of(kSpaces, begin), text.size());
    if (is_address(text.substr(begin, end - begin))) skip_range(begin, end, tokens);
    begin = text.find_first_not_of(kSpaces, end);
  }
}

/// Telephone numbers: "+82 2 123 4567", "(02) 1234-5678", "02-123-4567", "1588-1234"; ISBNs have the same form.
void skip_telephones(std::string_view text, std::vector<Token>& tokens) {
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    const Token& token = tokens[i];
    const bool has_plus = token.text == "+" && i + 1 < tokens.size() && tokens[i + 1].kind == Token::Kind::number &&
                          tokens[i + 1].is_joined;
    const bool has_bracket = token.text == "(" && i + 2 < tokens.size() && tokens[i + 1].text.starts_with('0') &&
                             is_all_digits(tokens[i + 1].text) && tokens[i + 2].text == ")";
    if (has_plus || has_bracket) {
      std::size_t end = token.end;
      const std::size_t stop = text.find_first_not_of("0123456789 -().\u00A0", end);
      end = std::min(stop, text.size());
      const auto digits = std::count_if(text.begin() + static_cast<std::ptrdiff_t>(token.begin),
                                        text.begin() + static_cast<std::ptrdiff_t>(end), is_digit);
      if (digits >= 7 && digits <= 15) skip_range(token.begin, end, tokens);
      continue;
    }
    if (token.kind != Token::Kind::number || token.text.find('-') == std::string_view::npos) continue;
    if (token.text.find_first_not_of("0123456789-") != std::string_view::npos) continue;
    const auto parts = parts_of(token.text);
    const auto digits = static_cast<std::size_t>(std::count_if(token.text.begin(), token.text.end(), is_digit));
    const bool has_area =
        parts.size() == 2 && parts[0].starts_with('0') && parts[0].size() >= 2 && parts[1].size() >= 5;
    const bool is_service = parts.size() == 2 && parts[0].size() == 4 && parts[1].size() == 4 &&
                            (parts[0].starts_with("15") || parts[0].starts_with("16") || parts[0].starts_with("18")) &&
                            !parts[1].starts_with("20");
    // Three groups that are no date.
    const bool is_long = parts.size() >= 3 && digits >= 9;
    if (has_area || is_service || is_long) tokens[i].is_skipped = true;
  }
}

}  // namespace

bool is_digit(char c) { return c >= '0' && c <= '9'; }

bool is_all_digits(std::string_view text) { return !text.empty() && std::all_of(text.begin(), text.end(), is_digit); }

std::vector<std::string_view> parts_of(std::string_view text) {
  constexpr std::array<std::string_view, 6> kJoints{"-", "\u2013", "~", "/", "\u301C", "\uFF5E"};
  std::vector<std::string_view> out;
  std::size_t from = 0;
  for (std::size_t at = 0; at < text.size();) {
    const auto joint = std::find_if(kJoints.begin(), kJoints.end(),
                                    [&](std::string_view j) { return text.substr(at).starts_with(j); });
    if (joint == kJoints.end()) {
      ++at;
      continue;
    }
    out.push_back(text.substr(from, at - from));
    at += joint->size();
    from = at;
  }
  out.push_back(text.substr(from));
  return out;
}

bool starts_with_capital(std::string_view text) { return !text.empty() && text.front() >= 'A' && text.front() <= 'Z'; }

std::vector<Token> scan(std::string_view text) {
  std::vector<Token> tokens = Scanner(text).all();
  skip_addresses(text, tokens);
  skip_telephones(text, tokens);
  return tokens;
}

void skip_phrase(std::string_view text, std::string_view phrase, std::vector<Token>& tokens) {
  if (phrase.empty()) return;
  for (std::size_t at = text.find(phrase); at != std::string_view::npos; at = text.find(phrase, at + 1)) {
    const std::size_t end = at + phrase.size();
    const bool goes_on_before = at > 0 && is_name_character(text[at - 1]) && is_name_character(phrase.front());
    bool goes_on_behind = end < text.size() && is_name_character(text[end]) && is_name_character(phrase.back());
    // "2,000" does not allow the "2,000,000" that starts with it.
    if (end + 1 < text.size() && is_digit(phrase.back()) && (text[end] == ',' || text[end] == '.') &&
        is_digit(text[end + 1]))
      goes_on_behind = true;
    const bool is_tail =
        at > 1 && is_digit(phrase.front()) && (text[at - 1] == ',' || text[at - 1] == '.') && is_digit(text[at - 2]);
    if (!goes_on_before && !goes_on_behind && !is_tail) skip_range(at, end, tokens);
  }
}

}  // namespace briefpack::truth
