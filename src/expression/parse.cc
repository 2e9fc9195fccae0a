#include "expression/parse.h"

#include <algorithm>
#include <charconv>
#include <utility>

#include "base/nearest.h"
#include "base/utf8.h"
#include "expression/parser.h"

namespace briefpack::expression {

namespace {

/// Faults that end the reading of a text before its first token.
std::optional<Diagnostic> unreadable(std::string_view text, const Locate& locate, std::string_view what) {
  if (text.size() > kLengthLimit) {
    return Diagnostic::error(
        "expression/too-long", locate(0, 1),
        "an expression of " + std::to_string(text.size()) + " bytes; the limit is " + std::to_string(kLengthLimit));
  }
  if (std::all_of(text.begin(), text.end(), is_space)) {
    return Diagnostic::error("expression/empty", locate(0, text.size()),
                             "nothing stands here, expected " + std::string(what));
  }
  return std::nullopt;
}

constexpr std::string_view kAfterValue = "an operator or the end";

/// Runs one method of the parser over the whole text.
template <typename T>
Result<T> parse_whole(std::string_view text, const Locate& locate, std::string_view what,
                      std::optional<T> (Parser::*method)()) {
  if (auto fault = unreadable(text, locate, what)) return *std::move(fault);
  Parser parser(text, locate);
  auto out = (parser.*method)();
  if (out) parser.expect_end(kAfterValue);
  if (parser.had_errors()) return parser.take_diagnostics();
  return *std::move(out);
}

std::string_view trimmed(std::string_view text, std::size_t& begin) {
  while (!text.empty() && is_space(text.front()))
    text.remove_prefix(1), ++begin;
  while (!text.empty() && is_space(text.back()))
    text.remove_suffix(1);
  return text;
}

/// Formats that say the same thing in two ways; a figure has at most one of each group.
bool are_rivals(FormatKind a, FormatKind b) {
  const auto in = [](FormatKind kind, std::initializer_list<FormatKind> group) {
    return std::find(group.begin(), group.end(), kind) != group.end();
  };
  for (const auto& group :
       {std::initializer_list<FormatKind>{FormatKind::plain, FormatKind::percent, FormatKind::times},
        std::initializer_list<FormatKind>{FormatKind::unit, FormatKind::nounit}}) {
    if (in(a, group) && in(b, group)) return true;
  }
  return a == b;
}

/// One format, `name` or `name:value`, at bytes [begin, …) of the text that `locate` knows.
Result<Format> parse_format(std::string_view text, std::size_t begin, const Locate& locate) {
  Format out;
  out.span = locate(begin, begin + text.size());
  const std::size_t colon = text.find(':');
  std::size_t ignored = 0;
  const std::string_view name = trimmed(text.substr(0, colon), ignored);
  const std::string_view value = colon == std::string_view::npos ? "" : trimmed(text.substr(colon + 1), ignored);
  const auto kind = format_named(name);
  if (!kind) {
    const auto near = nearest(name, format_names());
    auto fault = Diagnostic::error("expression/unknown-format", out.span, "there is no format " + quoted(name));
    if (near) fault.hints.push_back("did you mean \"" + *near + "\"?");
    return fault;
  }
  out.kind = *kind;
  if (*kind == FormatKind::round) {
    const auto [end, status] = std::from_chars(value.data(), value.data() + value.size(), out.decimals);
    if (status == std::errc() && end == value.data() + value.size() && out.decimals >= -15 && out.decimals <= 15)
      return out;
    return Diagnostic::error("expression/format", out.span, "round needs a number of decimals from -15 to 15")
        .hint("write round:1");
  }
  if (*kind == FormatKind::unit && colon != std::string_view::npos) {
    out.kind = FormatKind::scale;
    out.scale = std::string(value);
    if (value == "k" || value == "m" || value == "bn" || value == "tn") return out;
    return Diagnostic::error("expression/format", out.span, quoted(value) + " is no scale")
        .hint("write unit:k, unit:m, unit:bn or unit:tn");
  }
  if (colon != std::string_view::npos) {
    return Diagnostic::error("expression/format", out.span, "the format " + std::string(name) + " takes no value")
        .hint("write " + std::string(name));
  }
  return out;
}

Result<Formats> parse_formats_at(std::string_view text, std::size_t from, const Locate& locate) {
  Formats out;
  Diagnostics faults;
  while (true) {
    const std::size_t comma = std::min(text.find(',', from), text.size());
    std::size_t begin = from;
    const std::string_view one = trimmed(text.substr(from, comma - from), begin);
    if (one.empty()) {
      faults.push_back(Diagnostic::error("expression/format", locate(from, comma), "a format is missing here"));
    } else {
      auto format = parse_format(one, begin, locate);
      if (!format)
        append(faults, format.take_diagnostics());
      else {
        const auto rival =
            std::find_if(out.begin(), out.end(), [&](const Format& f) { return are_rivals(f.kind, format->kind); });
        if (rival != out.end()) {
          faults.push_back(Diagnostic::error("expression/format", format->span,
                                             rival->kind == format->kind
                                                 ? "the format " + std::string(name_of(rival->kind)) + " stands twice"
                                                 : "the formats " + std::string(name_of(rival->kind)) + " and " +
                                                       std::string(name_of(format->kind)) + " exclude each other"));
        }
        out.push_back(*std::move(format));
      }
    }
    if (comma == text.size()) break;
    from = comma + 1;
  }
  if (!faults.empty()) return faults;
  return out;
}

}  // namespace

Locate locate_on_line(std::string_view text, SourceSpan start) {
  return [text = std::string(text), start](std::size_t begin, std::size_t end) {
    begin = std::min(begin, text.size());
    end = std::clamp(end, begin, text.size());
    SourceSpan out = start;
    out.column += static_cast<std::uint32_t>(count_code_points(std::string_view(text).substr(0, begin)));
    out.length = static_cast<std::uint32_t>(count_code_points(std::string_view(text).substr(begin, end - begin)));
    return out;
  };
}

Locate nowhere() {
  return [](std::size_t, std::size_t) { return SourceSpan{}; };
}

Result<Expression> parse_value(std::string_view text, const Locate& locate) {
  return parse_whole(text, locate, "an expression", &Parser::value);
}

Result<Expression> parse_condition(std::string_view text, const Locate& locate) {
  return parse_whole(text, locate, "a condition", &Parser::condition);
}

Result<Loop> parse_loop(std::string_view text, const Locate& locate) {
  return parse_whole(text, locate, "a loop such as $c in entities", &Parser::loop);
}

Result<Where> parse_where(std::string_view text, const Locate& locate) {
  return parse_whole(text, locate, "tests such as kind = country", &Parser::where);
}

Result<Set> parse_set(std::string_view text, const Locate& locate) {
  return parse_whole(text, locate, "a set such as entities or [KOR, CHN]", &Parser::set);
}

Result<Period> parse_period(std::string_view text, const Locate& locate) {
  return parse_whole(text, locate, "a period such as 2024", &Parser::period);
}

Result<Name> parse_name(std::string_view text, const Locate& locate) {
  if (auto fault = unreadable(text, locate, "an id")) return *std::move(fault);
  Parser parser(text, locate);
  auto out = parser.name("an id");
  if (out) parser.expect_end("nothing more after the id");
  if (parser.had_errors()) return parser.take_diagnostics();
  return *std::move(out);
}

Result<Formats> parse_formats(std::string_view text, const Locate& locate) { return parse_formats_at(text, 0, locate); }

Result<FigureText> parse_figure(std::string_view text, const Locate& locate) {
  if (auto fault = unreadable(text, locate, "an expression")) return *std::move(fault);
  Parser parser(text, locate);
  auto expression = parser.value();
  Formats formats;
  if (parser.token().kind == TokenKind::separator) {
    auto parsed = parse_formats_at(text, parser.token().end, locate);
    Diagnostics faults = parser.take_diagnostics();
    if (!parsed) append(faults, parsed.take_diagnostics());
    if (has_errors(faults)) return faults;
    formats = *std::move(parsed);
  } else if (expression) {
    parser.expect_end("an operator, or \";\" before formats");
  }
  if (parser.had_errors()) return parser.take_diagnostics();
  return FigureText{*std::move(expression), std::move(formats)};
}

Result<ClaimText> parse_claim(std::string_view text, const Locate& locate) {
  if (auto fault = unreadable(text, locate, "CONDITION => words")) return *std::move(fault);
  Parser parser(text, locate);
  auto condition = parser.condition();
  ClaimText out;
  std::optional<std::size_t> behind_arrow;
  if (parser.token().kind == TokenKind::arrow) behind_arrow = parser.token().end;
  if (condition && parser.token().kind == TokenKind::separator) {
    const std::size_t begin = parser.token().end;
    const std::size_t arrow = text.find("=>", begin);
    auto formats = parse_formats_at(text.substr(0, arrow), begin, locate);
    if (!formats) return formats.take_diagnostics();
    const auto other = std::find_if(formats->begin(), formats->end(), [](const Format& each) { return each.kind != FormatKind::unlike; });
    if (other != formats->end()) {
      return Diagnostic::error("expression/format", other->span, "a claim prints its words, so that the format " + std::string(name_of(other->kind)) + " changes nothing")
          .hint("`unlike` is the only format that may stand before \"=>\"");
    }
    out.allows_unlike = true;
    if (arrow == std::string_view::npos) {
      return Diagnostic::error("expression/claim", locate(0, text.size()), "a claim without its words").hint("write CONDITION => the words that are printed");
    }
    behind_arrow = arrow + 2;
  }
  if (behind_arrow) {
    out.words_begin = *behind_arrow;
    const std::string_view words = trimmed(text.substr(out.words_begin), out.words_begin);
    out.words_end = out.words_begin + words.size();
    if (words.empty()) {
      parser.report("expression/claim", locate(*behind_arrow - 2, *behind_arrow), "no words stand after \"=>\"",
                    "write CONDITION => the words that are printed");
    }
  } else if (condition && parser.token().kind == TokenKind::end) {
    parser.report("expression/claim", locate(0, text.size()), "a claim without its words",
                  "write CONDITION => the words that are printed");
  } else if (condition) {
    parser.expect_end("an operator, or \"=>\" before the words");
  }
  if (parser.had_errors()) return parser.take_diagnostics();
  out.condition = *std::move(condition);
  return out;
}

bool is_id(std::string_view text) {
  return !text.empty() && text.size() <= 200 && is_letter(text.front()) &&
         std::all_of(text.begin(), text.end(), is_name_character);
}

}  // namespace briefpack::expression
