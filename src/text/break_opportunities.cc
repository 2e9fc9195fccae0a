#include "text/break_opportunities.h"

#include <algorithm>
#include <memory>
#include <optional>

#include <unicode/ubrk.h>
#include <unicode/uchar.h>
#include <unicode/uscript.h>
#include <unicode/utext.h>

#include "base/utf8.h"

namespace briefpack::text {

namespace {

struct CloseIterator {
  void operator()(UBreakIterator* iterator) const { ubrk_close(iterator); }
};
using Iterator = std::unique_ptr<UBreakIterator, CloseIterator>;

/// ICU's root rules: the differences between languages that concern us are made here. Null only when ICU's data is broken.
Iterator open_iterator(UBreakIteratorType type) {
  UErrorCode status = U_ZERO_ERROR;
  Iterator iterator(ubrk_open(type, "", nullptr, 0, &status));
  return U_SUCCESS(status) ? std::move(iterator) : nullptr;
}

/// Calls `visit(offset)` for each boundary but 0. An iterator is costly to open, so each thread keeps its own.
template <typename Visit>
void for_each_boundary(UBreakIterator* iterator, std::string_view text, Visit visit) {
  if (!iterator || text.empty()) return;
  UErrorCode status = U_ZERO_ERROR;
  UText source = UTEXT_INITIALIZER;
  utext_openUTF8(&source, text.data(), static_cast<std::int64_t>(text.size()), &status);
  ubrk_setUText(iterator, &source, &status);
  if (U_SUCCESS(status)) {
    ubrk_first(iterator);
    for (std::int32_t at = ubrk_next(iterator); at != UBRK_DONE; at = ubrk_next(iterator))
      visit(static_cast<std::size_t>(at));
  }
  utext_close(&source);
}

char32_t code_before(std::string_view text, std::size_t at) {
  if (at == 0) return 0;
  do
    --at;
  while (at > 0 && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80);
  return next_code_point(text, at);
}

char32_t code_at(std::string_view text, std::size_t at) { return at < text.size() ? next_code_point(text, at) : 0; }

bool is_hangul(char32_t code) {
  if (code < 0x1100) return false;
  UErrorCode status = U_ZERO_ERROR;
  return uscript_getScript(static_cast<UChar32>(code), &status) == USCRIPT_HANGUL;
}

bool is_dash(char32_t code) {
  return code == U'-' || (code >= 0x2010 && code <= 0x2015) || code == U'~' || code == 0x301C;
}

bool is_digit(char32_t code) { return u_isdigit(static_cast<UChar32>(code)); }

/// "example.org/…", as addresses stand without their scheme: labels of ASCII letters, digits and hyphens with dots between them,
/// the last one of letters alone. Not "and/or", "1.5/2", "e.g./i.e.".
bool begins_with_host(std::string_view word) {
  const std::size_t slash = word.find('/');
  if (slash == word.npos) return false;
  const std::string_view host = word.substr(0, slash);
  const std::size_t dot = host.rfind('.');
  if (dot == host.npos || dot == 0 || host.size() - dot < 3) return false;
  const auto is_letter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); };
  const auto is_of_label = [&](char c) { return is_letter(c) || (c >= '0' && c <= '9') || c == '-' || c == '.'; };
  return std::all_of(host.begin(), host.begin() + static_cast<std::ptrdiff_t>(dot), is_of_label) &&
         std::all_of(host.begin() + static_cast<std::ptrdiff_t>(dot) + 1, host.end(), is_letter);
}

/// Knows which words are web addresses. REQUIRES: asked for places in ascending order, so that each word is read once.
class Addresses {
 public:
  explicit Addresses(std::string_view text) : text_(text) {}

  /// Whether the word that holds the character before `at` is an address.
  bool hold(std::size_t at) {
    if (at <= end_ && end_ != 0) return is_address_;
    const std::size_t space_before = text_.find_last_of(kSpaces, at - 1),
                      space_after = text_.find_first_of(kSpaces, at);
    const std::size_t begin = space_before == text_.npos ? 0 : space_before + 1;
    end_ = space_after == text_.npos ? text_.size() : space_after;
    const std::string_view word = text_.substr(begin, end_ - begin);
    is_address_ = word.find("://") != word.npos || word.starts_with("www.") || begins_with_host(word);
    return is_address_;
  }

 private:
  static constexpr std::string_view kSpaces = " \t\n";
  std::string_view text_;
  std::size_t end_ = 0;  ///< Of the word asked for last.
  bool is_address_ = false;
};

/// Whether our typography allows a line end that ICU offers at `at`, inside the text.
bool is_allowed(std::string_view text, std::size_t at, bool is_korean, Addresses& addresses) {
  constexpr char32_t kZeroWidthSpace = 0x200B, kEmDash = 0x2014;
  const char32_t before = code_before(text, at), after = code_at(text, at);
  if (u_isWhitespace(static_cast<UChar32>(before)) || before == kZeroWidthSpace) return true;
  if (before == U'/') return after != U'/' && addresses.hold(at);
  if (addresses.hold(at)) return false;
  if (is_korean || is_hangul(before) || is_hangul(after)) return false;
  if (is_dash(before) && is_digit(after)) return false;
  return after != kEmDash;
}

bool is_ascii_letter_or_digit(char c) {
  const char small = static_cast<char>(c | 0x20);
  return (small >= 'a' && small <= 'z') || (c >= '0' && c <= '9');
}

/// The opportunities of a text of ASCII words and numbers, among which lines break at spaces alone: before a letter or digit that
/// follows spaces (rules LB18, LB13, LB23, LB25 and LB29 of UAX #14). Nothing for any other text. Most cells and labels are such.
std::optional<std::vector<BreakOpportunity>> breaks_of_words(std::string_view text) {
  std::vector<BreakOpportunity> found;
  constexpr std::size_t kShortWord = 5;
  found.reserve(text.size() / kShortWord + 1);
  char before = ' ';
  for (std::size_t at = 0; at < text.size(); ++at) {
    const char c = text[at];
    const bool is_letter_or_digit = is_ascii_letter_or_digit(c);
    const bool follows_space = before == ' ';
    if (is_letter_or_digit) {
      if (follows_space && at > 0) found.push_back({at, false});
    } else if (c == ' ') {
      if (at == 0) return std::nullopt;
    } else if (follows_space || (c != '.' && c != ',' && c != ';' && c != ':')) {
      return std::nullopt;
    }
    before = c;
  }
  if (!text.empty()) found.push_back({text.size(), false});
  return found;
}

}  // namespace

std::vector<BreakOpportunity> break_opportunities(std::string_view text, std::string_view lang) {
  if (auto words = breaks_of_words(text)) return *std::move(words);
  thread_local const Iterator iterator = open_iterator(UBRK_LINE);
  const bool is_korean = lang == "ko" || lang.starts_with("ko-");
  Addresses addresses(text);
  std::vector<BreakOpportunity> found;
  for_each_boundary(iterator.get(), text, [&](std::size_t at) {
    const bool mandatory = ubrk_getRuleStatus(iterator.get()) >= UBRK_LINE_HARD;
    if (mandatory || at == text.size() || is_allowed(text, at, is_korean, addresses)) found.push_back({at, mandatory});
  });
  if (!text.empty() && (found.empty() || found.back().offset != text.size())) found.push_back({text.size(), false});
  return found;
}

std::vector<std::size_t> grapheme_ends(std::string_view text) {
  thread_local const Iterator iterator = open_iterator(UBRK_CHARACTER);
  std::vector<std::size_t> found;
  for_each_boundary(iterator.get(), text, [&](std::size_t at) { found.push_back(at); });
  if (!text.empty() && (found.empty() || found.back() != text.size())) found.push_back(text.size());
  return found;
}

}  // namespace briefpack::text
