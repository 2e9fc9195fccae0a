#include "metrics/syntax_fault.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>

#include "base/utf8.h"

namespace briefpack::metrics {

namespace {

using namespace std::string_view_literals;

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_hex(char c) { return is_digit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F'); }

std::size_t skip_blanks(std::string_view text, std::size_t at) {
  return std::min(text.find_first_not_of(" \t\r\n", at), text.size());
}

std::string_view in_words(Awaited awaited) {
  switch (awaited) {
    case Awaited::value:
      return "a value";
    case Awaited::first_element:
      return "a value or ]";
    case Awaited::first_key:
      return "a key in double quotes or }";
    case Awaited::key:
      return "a key in double quotes";
    case Awaited::colon:
      return "a colon";
    case Awaited::list_separator:
      return "a comma or ]";
    case Awaited::object_separator:
      return "a comma or }";
    case Awaited::nothing:
      return "the end of the file";
  }
  return {};
}

/// A fault within one token, if it has one.
using TokenFault = std::optional<SyntaxFault>;

SyntaxFault fault(std::size_t from, std::size_t to, std::string message, std::string hint = {}) {
  return {"metrics/syntax", from, to, std::move(message), std::move(hint)};
}

SyntaxFault encoding_fault(std::string_view text, std::size_t at) {
  const auto byte = static_cast<unsigned>(static_cast<unsigned char>(text[at]));
  return {"metrics/encoding", at, at,
          fmt::format("the byte {:02X} stands here, where it is not well-formed UTF-8", byte),
          "save the file as UTF-8"};
}

/// The four hexadecimal digits of a \u escape whose `u` stands at `at`; nothing when they are not there.
std::optional<unsigned> code_unit(std::string_view text, std::size_t at) {
  unsigned out = 0;
  for (std::size_t i = at + 1; i < at + 5; ++i) {
    if (i >= text.size() || !is_hex(text[i])) return std::nullopt;
    const char c = text[i];
    out = out * 16 + static_cast<unsigned>(is_digit(c) ? c - '0' : (c | 0x20) - 'a' + 10);
  }
  return out;
}

/// The fault of an escape whose backslash stands at `at`; moves `at` behind the escape.
TokenFault escape_fault(std::string_view text, std::size_t& at) {
  const std::size_t start = at;
  const char letter = at + 1 < text.size() ? text[at + 1] : '\0';
  if ("\"\\/bfnrt"sv.find(letter) != std::string_view::npos) {
    at += 2;
    return std::nullopt;
  }
  if (letter != 'u') {
    return fault(start, start + 1, "a backslash starts no escape that JSON knows", "write \\\\ for a backslash itself");
  }
  const auto first = code_unit(text, at + 1);
  if (!first) return fault(start, start + 2, "\\u is not followed by four hexadecimal digits");
  at += 6;
  if (*first < 0xD800 || *first > 0xDFFF) return std::nullopt;
  const bool another_follows = text.substr(at, 2) == "\\u";
  const auto second = *first < 0xDC00 && another_follows ? code_unit(text, at + 1) : std::nullopt;
  if (!second || *second < 0xDC00 || *second > 0xDFFF) {
    return fault(start, start + 6, "the escape is half of a surrogate pair without its other half");
  }
  at += 6;
  return std::nullopt;
}

/// The fault of the string whose opening quote stands at `start`; moves `end` behind the string.
TokenFault string_fault(std::string_view text, std::size_t start, std::size_t& end) {
  std::size_t at = start + 1;
  while (at < text.size()) {
    const auto byte = static_cast<unsigned char>(text[at]);
    if (byte == '"') {
      end = at + 1;
      return std::nullopt;
    }
    if (byte == '\\') {
      if (auto found = escape_fault(text, at)) return found;
    } else if (byte == '\n' || byte == '\r') {
      return fault(start, at, "a text has no closing quote on its line", "write \\n for a line end within a text");
    } else if (byte < 0x20) {
      return fault(at, at, fmt::format("the control character {:02X} stands in a text", static_cast<unsigned>(byte)),
                   byte == '\t' ? "write \\t for a tab" : "");
    } else {
      const std::size_t here = at;
      if (next_code_point(text, at) == 0xFFFD && text.substr(here, 3) != "\xEF\xBF\xBD")
        return encoding_fault(text, here);
    }
  }
  return fault(start, start + 1, "a text starts here and has no closing quote");
}

/// What is wrong with the number-like run of characters `token`.
SyntaxFault number_fault(std::string_view token, std::size_t at) {
  const std::size_t end = at + token.size();
  std::string_view rest = token;
  if (rest.front() == '+') return fault(at, end, "a number starts with a plus sign", "leave the plus sign out");
  if (rest.front() == '-') rest.remove_prefix(1);
  if (rest.empty()) return fault(at, end, "a minus sign is followed by no digit");
  if (rest.front() == '.') return fault(at, end, "a number starts with a point", "write a zero before it: 0.5");
  if (rest == "Infinity" || rest == "inf") {
    return fault(at, end, "infinity is no number that JSON knows", "a missing value is null with an obs_status");
  }
  if (rest.size() > 1 && rest[0] == '0' && is_digit(rest[1])) {
    return fault(at, end, "a number starts with a zero", "leave the leading zeros out");
  }
  const std::size_t point = rest.find('.');
  if (point != std::string_view::npos && (point + 1 == rest.size() || !is_digit(rest[point + 1]))) {
    return fault(at, end, "a number has a point and no digit after it");
  }
  return fault(at, end, fmt::format("{} is no number", quoted(token)));
}

SyntaxFault word_fault(std::string_view word, std::size_t at, Awaited awaited) {
  struct Known {
    std::string_view word, hint;
  };
  static constexpr std::array kKnown{
      Known{"NaN", "a missing value is null with an obs_status"},
      Known{"Infinity", "a missing value is null with an obs_status"},
      Known{"undefined", "write null"},
      Known{"None", "write null"},
      Known{"NULL", "write null"},
      Known{"Null", "write null"},
      Known{"True", "write true"},
      Known{"TRUE", "write true"},
      Known{"False", "write false"},
      Known{"FALSE", "write false"},
  };
  const auto known = std::find_if(kKnown.begin(), kKnown.end(), [&](const Known& each) { return each.word == word; });
  std::string hint(known != kKnown.end() ? known->hint : "texts and keys stand in double quotes");
  return fault(at, at + word.size(), fmt::format("{} stands here; expected {}", quoted(word), in_words(awaited)),
               std::move(hint));
}

template <typename Belongs>
std::string_view run_at(std::string_view text, std::size_t at, Belongs belongs) {
  std::size_t end = at;
  // A longer run tells nobody more, and a hostile one would be the whole file.
  while (end < text.size() && end - at < 400 && belongs(text[end]))
    ++end;
  return text.substr(at, end - at);
}

/// The fault of whatever stands at `at`, when `awaited` does not start there or is faulty itself.
SyntaxFault fault_of_token(std::string_view text, std::size_t at, Awaited awaited) {
  const char c = text[at];
  if (c == '"') {
    std::size_t end = at + 1;
    if (auto found = string_fault(text, at, end)) return *found;
    return fault(at, end, fmt::format("a text stands here; expected {}", in_words(awaited)));
  }
  const bool wants_value = awaited == Awaited::value || awaited == Awaited::first_element;
  if (is_digit(c) || c == '-' || c == '+' || c == '.') {
    const std::string_view run =
        run_at(text, at, [](char d) { return is_digit(d) || is_letter(d) || d == '+' || d == '-' || d == '.'; });
    if (wants_value) return number_fault(run, at);
    return fault(at, at + run.size(), fmt::format("{} stands here; expected {}", quoted(run), in_words(awaited)));
  }
  if (is_letter(c)) {
    return word_fault(run_at(text, at, [](char d) { return is_letter(d) || is_digit(d) || d == '_'; }), at, awaited);
  }
  if (c == '\0') return fault(at, at + 1, "a zero byte stands here", "the file may be cut off, or not be text at all");
  std::string hint;
  if (c == '\'') hint = "texts and keys stand in double quotes";
  if (c == '/' || c == '#') hint = "JSON has no comments; a key that starts with x_ may hold remarks";
  std::size_t end = at;
  if (next_code_point(text, end) == 0xFFFD && text.substr(at, 3) != "\xEF\xBF\xBD") return encoding_fault(text, at);
  return fault(at, end,
               fmt::format("{} stands here; expected {}", quoted(text.substr(at, end - at)), in_words(awaited)),
               std::move(hint));
}

}  // namespace

SyntaxFault explain_syntax_fault(std::string_view text, std::size_t at, Awaited awaited) {
  const std::size_t token_end = at;
  at = skip_blanks(text, at);
  const char next = at < text.size() ? text[at] : '\0';
  // The library tells of keys and values only, so a colon or comma that it has already read is still to be passed here.
  if (awaited == Awaited::colon && next == ':') {
    at = skip_blanks(text, at + 1);
    awaited = Awaited::value;
  } else if ((awaited == Awaited::list_separator || awaited == Awaited::object_separator) && next == ',') {
    const std::size_t comma = at;
    at = skip_blanks(text, at + 1);
    if (at < text.size() && (text[at] == ']' || text[at] == '}')) {
      return fault(comma, comma + 1, fmt::format("a comma stands before {}", text[at]), "leave the last comma out");
    }
    awaited = awaited == Awaited::object_separator ? Awaited::key : Awaited::value;
  }
  if (at == text.size()) {
    return fault(at, at, fmt::format("the file ends here; expected {}", in_words(awaited)), "the file may be cut off");
  }
  const bool follows_zero = at == token_end && at > 0 && text[at - 1] == '0' && is_digit(next);
  if (follows_zero) return fault(at, at + 1, "a number starts with a zero", "leave the leading zeros out");
  return fault_of_token(text, at, awaited);
}

}  // namespace briefpack::metrics
