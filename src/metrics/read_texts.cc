// The readers of texts, words and codes of read_values.h; numbers and dates are in read_numbers.cc.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>
#include <string>
#include <utility>
#include <vector>

#include "base/nearest.h"
#include "base/utf8.h"
#include "dataset/codes.h"
#include "metrics/read_values.h"

namespace briefpack::metrics {

namespace {

using namespace std::string_view_literals;
using dataset::LocalText;

bool is_blank(char32_t c) {
  return c == ' ' || (c >= '\t' && c <= '\r') || c == 0xA0 || (c >= 0x2000 && c <= 0x200A) || c == 0x202F ||
         c == 0x3000;
}

/// No output can print these: XML 1.0, 2.2 leaves out most, and a page shows none of them.
bool is_unprintable(char32_t c) {
  if (c == '\t' || c == '\n') return false;
  const bool is_control = c < 0x20 || (c >= 0x7F && c < 0xA0);
  const bool is_noncharacter = (c & 0xFFFE) == 0xFFFE || (c >= 0xFDD0 && c <= 0xFDEF);
  return is_control || is_noncharacter;
}

struct TextFacts {
  std::size_t words = 0;
  std::size_t utf16_units = 0;
  std::optional<char32_t> unprintable;
};

TextFacts facts_of(std::string_view text) {
  TextFacts out;
  bool in_word = false;
  for (std::size_t at = 0; at < text.size();) {
    const auto byte = static_cast<unsigned char>(text[at]);
    // Most of any text: printable, one unit, a blank or none.
    if (byte >= 0x20 && byte < 0x7F) {
      const bool is_letter = byte != 0x20;
      ++at;
      ++out.utf16_units;
      out.words += is_letter && !in_word ? 1 : 0;
      in_word = is_letter;
      continue;
    }
    const char32_t c = byte < 0x80 ? static_cast<char32_t>(text[at++]) : next_code_point(text, at);
    out.utf16_units += c > 0xFFFF ? 2 : 1;
    if (!out.unprintable && is_unprintable(c)) out.unprintable = c;
    const bool was_in_word = std::exchange(in_word, !is_blank(c));
    if (in_word && !was_in_word) ++out.words;
  }
  return out;
}

/// Whether all of `text` is printable ASCII. Eight bytes at a time (as in "Bit Twiddling Hacks" of S. E. Anderson, "determine if a
/// word has a byte less than n"): texts are most of a metric file.
bool is_plain(std::string_view text) {
  constexpr std::uint64_t kOnes = 0x0101010101010101, kHighest = 0x80 * kOnes;
  const auto has_other = [](std::uint64_t eight) {
    const std::uint64_t below_blank = eight - 0x20 * kOnes;
    const std::uint64_t is_delete = (eight ^ 0x7F * kOnes) - kOnes;  // its highest bit, or a borrow from below where another one is set
    return ((eight | below_blank | is_delete) & kHighest) != 0;
  };
  std::size_t at = 0;
  for (std::uint64_t eight; at + sizeof eight <= text.size(); at += sizeof eight) {
    std::memcpy(&eight, text.data() + at, sizeof eight);
    if (has_other(eight)) return false;
  }
  return std::all_of(text.begin() + static_cast<std::ptrdiff_t>(at), text.end(), [](char c) { return c >= 0x20 && c < 0x7F; });
}

constexpr std::size_t kLongestText = 32'767;
constexpr std::size_t kLongestLimitation = 45;
constexpr std::size_t kMostWordsStated = 12;
constexpr std::size_t kLongestId = 200;

/// Whether a text can be printed and kept; reports it when not.
bool check_text(ReadContext& in, const Node& node) {
  const std::string_view text = node.text();
  if (!text.empty() && text.front() != ' ' && text.size() <= kLongestText && is_plain(text)) return true;
  const TextFacts facts = facts_of(node.text());
  if (facts.unprintable) {
    in.error("metrics/control-character", node,
             fmt::format("{} holds U+{:04X}, which cannot be printed", in.name_of(node),
                         static_cast<unsigned>(*facts.unprintable)));
    return false;
  }
  if (facts.words == 0) {
    in.error("metrics/empty-text", node, fmt::format("{} is an empty text", in.name_of(node)),
             "leave the field out when there is nothing to say");
    return false;
  }
  if (facts.utf16_units > kLongestText) {
    in.error("metrics/long-text", node,
             fmt::format("{} has {} characters; a cell of the workbook holds {}", in.name_of(node), facts.utf16_units,
                         kLongestText));
    return false;
  }
  return true;
}

/// A text that is a word of the file's own, such as an id or a code: its letters, or nothing when it is no text at all.
std::optional<std::string_view> token(ReadContext& in, const Node& node) {
  if (!expect(in, node, JsonKind::text)) return std::nullopt;
  return node.text();
}

bool has_form_of_id(std::string_view text) {
  const auto is_letter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); };
  const auto belongs = [&](char c) { return is_letter(c) || (c >= '0' && c <= '9') || c == '_' || c == '-'; };
  return !text.empty() && is_letter(text.front()) && std::all_of(text.begin(), text.end(), belongs);
}

std::string upper(std::string_view text) {
  std::string out(text);
  for (char& c : out) {
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
  }
  return out;
}

/// For a code that is not in its list: the same in capitals, else the nearest one.
std::string code_hint(std::string_view text, bool is_known_in_capitals, const std::vector<std::string>& all) {
  if (is_known_in_capitals) return fmt::format("did you mean \"{}\"?", upper(text));
  // "USD" is near to everything of three letters; only longer slips such as "EURO" deserve a guess.
  return text.size() == 4 ? nearest_hint(text, all) : std::string();
}

}  // namespace

void ReadContext::report(Diagnostic diagnostic) {
  diagnostic.hides_source = is_secret;
  problems.add(std::move(diagnostic));
}

void ReadContext::error(std::string code, const Node& at, std::string message, std::string hint) {
  Diagnostic made = Diagnostic::error(std::move(code), at.span(), std::move(message)).at(at.pointer());
  if (!hint.empty()) made.hints.push_back(std::move(hint));
  report(std::move(made));
}

std::string ReadContext::shown(const Node& node) const {
  if (is_secret) return "a withheld value";
  return node.is(JsonKind::number) ? shortened(node.text(), 40) : quoted(node.text());
}

std::string ReadContext::name_of(const Node& node) const {
  return node.key().empty() ? "this element" : quoted(node.key());
}

void ReadContext::refer(IdKind kind, const Node& node) {
  if (references.of(kind).find(node.text())) return;
  references.use({kind, std::string(node.text()), node.span(), node.pointer(), is_secret});
}

bool expect(ReadContext& in, const Node& node, JsonKind kind) {
  if (node.is(kind)) return true;
  in.error("metrics/wrong-type", node,
           fmt::format("{} is {}; expected {}", in.name_of(node), in_words(node.kind()), in_words(kind)),
           kind == JsonKind::text && node.is(JsonKind::number)  ? "write it in double quotes"
           : kind == JsonKind::list && !node.is(JsonKind::null) ? "write it in [ ], also when it is the only one"
                                                                : "");
  return false;
}

bool expect_members(ReadContext& in, const Node& node, JsonKind kind) {
  if (!expect(in, node, kind)) return false;
  if (node.has_members()) return true;
  in.error("metrics/empty-text", node, fmt::format("{} is {} without members", in.name_of(node), in_words(kind)));
  return false;
}

std::optional<std::string> read_text(ReadContext& in, const Node& node) {
  if (!expect(in, node, JsonKind::text) || !check_text(in, node)) return std::nullopt;
  return std::string(node.text());
}

std::optional<LocalText> read_local_text(ReadContext& in, const Node& node) {
  if (node.is(JsonKind::text)) {
    if (!check_text(in, node)) return std::nullopt;
    return LocalText(std::string(node.text()));
  }
  if (!node.is(JsonKind::object)) {
    in.error("metrics/wrong-type", node,
             fmt::format("{} is {}; expected a text, or an object of languages and texts", in.name_of(node),
                         in_words(node.kind())),
             node.is(JsonKind::number) ? "write it in double quotes" : "");
    return std::nullopt;
  }
  if (!expect_members(in, node, JsonKind::object)) return std::nullopt;
  LocalText out;
  bool is_good = true;
  std::vector<std::string> tags;
  for (const Node each : node) {
    const std::string tag = dataset::canonical_language_tag(each.key());
    if (std::find(tags.begin(), tags.end(), tag) != tags.end()) {
      in.report(Diagnostic::error("metrics/language", each.key_span(), fmt::format("the text in {} is given twice", quoted(tag)))
                    .at(each.pointer())
                    .hint("keep one of them; upper and lower case are the same in language tags"));
      is_good = false;
      continue;
    }
    tags.push_back(tag);
    if (!dataset::is_language_tag(each.key())) {
      in.report(Diagnostic::error("metrics/language", each.key_span(),
                                  fmt::format("{} is no language tag (BCP 47)", quoted(each.key())))
                    .at(each.pointer())
                    .hint("write a tag such as en or ko"));
      is_good = false;
    } else if (auto text = read_text(in, each)) {
      out.set(tag, *std::move(text));
    } else {
      is_good = false;
    }
  }
  return is_good ? std::optional(std::move(out)) : std::nullopt;
}

std::optional<LocalText> read_limitation(ReadContext& in, const Node& node) {
  auto out = read_local_text(in, node);
  if (!out) return out;
  const auto check = [&](const Node& text) {
    const std::size_t length = count_code_points(text.text());
    if (length <= kLongestLimitation) return;
    in.error("metrics/long-text", text,
             fmt::format("the limitation has {} characters; at most {} fit the page foot", length, kLongestLimitation),
             "put the rest into comment");
    out.reset();
  };
  if (node.is(JsonKind::text)) {
    check(node);
  } else {
    for (const Node each : node)
      check(each);
  }
  return out;
}

std::optional<std::string> read_wording(ReadContext& in, const Node& node) {
  auto out = read_text(in, node);
  if (!out) return out;
  const std::size_t words = facts_of(*out).words;
  if (words <= kMostWordsStated) return out;
  in.error("metrics/long-text", node,
           fmt::format("as_stated quotes {} words of the source; at most {} are allowed", words, kMostWordsStated),
           "keep the words around the value");
  return std::nullopt;
}

std::optional<std::string> read_id(ReadContext& in, const Node& node) {
  const auto text = token(in, node);
  if (!text) return std::nullopt;
  if (!has_form_of_id(*text)) {
    in.error("metrics/id", node,
             fmt::format("{} is no id: expected a letter, then letters, digits, _ or -", quoted(*text)));
    return std::nullopt;
  }
  if (text->size() > kLongestId) {
    in.error("metrics/id", node,
             fmt::format("the id has {} characters; at most {} are allowed", text->size(), kLongestId));
    return std::nullopt;
  }
  return std::string(*text);
}

std::optional<std::string> read_language(ReadContext& in, const Node& node) {
  const auto text = token(in, node);
  if (!text) return std::nullopt;
  if (dataset::is_language_tag(*text)) return dataset::canonical_language_tag(*text);
  in.error("metrics/language", node, fmt::format("{} is no language tag (BCP 47)", quoted(*text)),
           "write a tag such as en or ko");
  return std::nullopt;
}

std::optional<std::string> read_country(ReadContext& in, const Node& node) {
  const auto text = token(in, node);
  if (!text) return std::nullopt;
  if (dataset::is_country_code(*text)) return std::string(*text);
  in.error("metrics/country", node, fmt::format("{} is no country code of ISO 3166-1 alpha-3", quoted(*text)),
           code_hint(*text, dataset::is_country_code(upper(*text)), dataset::country_codes()));
  return std::nullopt;
}

std::optional<std::string> read_currency(ReadContext& in, const Node& node) {
  const auto text = token(in, node);
  if (!text) return std::nullopt;
  if (dataset::is_currency_code(*text)) return std::string(*text);
  in.error("metrics/currency", node, fmt::format("{} is no currency code of ISO 4217", in.shown(node)),
           in.is_secret ? "" : code_hint(*text, dataset::is_currency_code(upper(*text)), dataset::currency_codes()));
  return std::nullopt;
}

std::optional<std::string> read_url(ReadContext& in, const Node& node) {
  const auto text = token(in, node);
  if (!text || !check_text(in, node)) return std::nullopt;
  const std::size_t start = text->starts_with("https://") ? 8 : text->starts_with("http://") ? 7 : 0;
  const bool has_blank = text->find_first_of(" \t\n\"<>") != std::string_view::npos;
  if (start != 0 && text->size() > start && !has_blank) return std::string(*text);
  in.error("metrics/url", node,
           fmt::format("{} is no link: expected https:// or http:// and no blanks", quoted(*text)));
  return std::nullopt;
}

std::optional<std::size_t> read_word(ReadContext& in, const Node& node, const std::vector<std::string>& words) {
  const auto text = token(in, node);
  if (!text) return std::nullopt;
  const auto at = std::find(words.begin(), words.end(), *text);
  if (at != words.end()) return static_cast<std::size_t>(at - words.begin());
  in.error("metrics/unknown-word", node, fmt::format("{} is no value of {}", in.shown(node), in.name_of(node)),
           in.is_secret ? "" : nearest_hint(*text, words));
  return std::nullopt;
}

std::optional<dataset::Qualifier> read_qualifier(ReadContext& in, const Node& node) {
  static const std::vector<std::string> kWords{"about", "over", "under", "at_least", "at_most", "up_to"};
  const auto at = read_word(in, node, kWords);
  return at ? dataset::parse_qualifier(kWords[*at]) : std::nullopt;
}

std::optional<dataset::ObsStatusSet> read_obs_status(ReadContext& in, const Node& node) {
  dataset::ObsStatusSet out;
  const auto add = [&](const Node& code) {
    if (!expect(in, code, JsonKind::text)) return false;
    const auto status = dataset::parse_obs_status(code.text());
    if (status)
      out.add(*status);
    else {
      in.error("metrics/unknown-word", code,
               fmt::format("{} is no observation status that a pack may use", quoted(code.text())),
               "SDMX CL_OBS_STATUS: A, B, D, V, P, E, I, F, U, N, K, W, or O, L, M, Q when there is no value");
    }
    return status.has_value();
  };
  if (!node.is(JsonKind::list)) return add(node) ? std::optional(out) : std::nullopt;
  if (!expect_members(in, node, JsonKind::list)) return std::nullopt;
  bool is_good = true;
  for (const Node each : node)
    is_good = add(each) && is_good;
  return is_good ? std::optional(out) : std::nullopt;
}

}  // namespace briefpack::metrics
