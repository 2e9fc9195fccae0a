#include <algorithm>
#include <charconv>
#include <cmath>

#include "truth/naked_number_find.h"

namespace briefpack::truth {

namespace {

/// The value of "350,000", "350 000" or "17.5"; nothing for ranges, fractions and other forms.
std::optional<double> value_of(std::string_view text) {
  std::string plain;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (is_digit(c) || c == '.')
      plain += c;
    else if (c == ',' || c == ' ')
      continue;
    else if (text.substr(i).starts_with("\u00A0"))
      ++i;
    else
      return std::nullopt;
  }
  double out = 0;
  const auto [end, error] = std::from_chars(plain.data(), plain.data() + plain.size(), out);
  if (error != std::errc() || end != plain.data() + plain.size()) return std::nullopt;
  return out;
}

/// 만, 억, 조, 천, 백 behind digits.
struct KoreanMagnitude {
  const char* sign;
  int power;
};
constexpr KoreanMagnitude kKoreanMagnitudes[] = {{"천만", 7}, {"백만", 6}, {"십만", 5}, {"만", 4},
                                                 {"억", 8},   {"조", 12},  {"천", 3},   {"백", 2}};

/// Puts what belongs to the number behind it to it: magnitude and per cent.
void take_what_follows(const std::vector<Token>& tokens, std::size_t i, NakedNumber& out) {
  if (i + 1 >= tokens.size()) return;
  const Token& next = tokens[i + 1];
  if (next.text == "%" || next.lower == "percent" || next.text == "\uFF05") {
    out.end = next.end;
    out.is_per_cent = true;
    return;
  }
  if (next.lower == "per" && i + 2 < tokens.size() && tokens[i + 2].lower == "cent") {
    out.end = tokens[i + 2].end;
    out.is_per_cent = true;
    return;
  }
  if (const auto power = magnitude_of(next.lower)) {
    out.end = next.end;
    if (out.value) *out.value *= std::pow(10.0, *power);
    return;
  }
  if (next.kind != Token::Kind::script || !next.is_joined) return;
  for (const KoreanMagnitude& each : kKoreanMagnitudes) {
    if (!next.text.starts_with(each.sign)) continue;
    out.end = next.begin + std::string_view(each.sign).size();
    if (out.value) *out.value *= std::pow(10.0, each.power);
    return;
  }
}

/// A typed "2000" without anything around it that says whether it is a year.
bool could_be_a_value(const RunningText& text, const std::vector<Token>& tokens, std::size_t i) {
  if (!is_year(tokens[i].text)) return false;
  if (text.place() == RunningText::Place::cell && tokens.size() == 1) return true;
  static const std::set<std::string_view> kOf{"has", "have", "had", "with", "about", "over", "to",
                                              "of",  "at",   "is",  "are",  "was",   "just", "around"};
  return i > 0 && kOf.count(tokens[i - 1].lower) != 0;
}

}  // namespace

std::vector<NakedNumber> find_digits(const RunningText& text, const std::vector<Token>& tokens, const Lexicon& lexicon,
                                     const SectionNumbers& sections) {
  std::vector<NakedNumber> out;
  const std::vector<bool> is_excepted = excepted(text, tokens, lexicon, sections);
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    const Token& token = tokens[i];
    if (token.is_skipped || token.kind == Token::Kind::script) continue;
    const bool is_wide = token.kind == Token::Kind::number && !is_digit(token.text.front());
    if (!is_wide && std::none_of(token.text.begin(), token.text.end(), is_digit)) continue;
    if (is_excepted[i] && !could_be_a_value(text, tokens, i)) continue;
    NakedNumber number{token.begin, token.end, std::nullopt, false, false, is_excepted[i]};
    // Of a word the digits alone are valued: "33rd", "35-petaFLOPS", "35m".
    const std::size_t digits = std::min(token.text.find_first_not_of("0123456789,."), token.text.size());
    number.value = value_of(token.kind == Token::Kind::number ? token.text : token.text.substr(0, digits));
    if (token.kind == Token::Kind::word && is_digit(token.text.front()) && token.text[digits] == '-')
      number.end = token.begin + digits;
    if (token.kind == Token::Kind::word && number.value) {
      if (const auto power = magnitude_of(token.text.substr(digits))) *number.value *= std::pow(10.0, *power);
    }
    const std::string_view ending = token.text.substr(digits);
    number.is_place = ending == "st" || ending == "nd" || ending == "rd" || ending == "th";
    if (i + 1 < tokens.size() && tokens[i + 1].kind == Token::Kind::script && tokens[i + 1].is_joined)
      number.is_place = tokens[i + 1].text.starts_with("위");
    if (number.end == token.end) take_what_follows(tokens, i, number);
    out.push_back(number);
  }
  return out;
}

}  // namespace briefpack::truth
