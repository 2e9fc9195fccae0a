#include "truth/wording.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

#include "base/utf8.h"
#include "truth/wording_text.h"

namespace briefpack::truth {

// ---- the text ----

WordingText::WordingText(std::string_view text) : text_(text) {
  for (std::size_t at = 0; at < text.size();) {
    bytes_.push_back(at);
    points_.push_back(next_code_point(text, at));
  }
  bytes_.push_back(text.size());
}

int WordingText::digit(std::size_t i) const {
  const char32_t c = at(i);
  if (c >= U'0' && c <= U'9') return static_cast<int>(c - U'0');
  if (c >= 0xFF10 && c <= 0xFF19) return static_cast<int>(c - 0xFF10);
  return -1;
}

bool WordingText::is_letter(std::size_t i) const {
  const char32_t c = at(i);
  if ((c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z')) return true;
  return (c >= 0xC0 && c <= 0x52F && c != 0xD7 && c != 0xF7) || (c >= 0x1E00 && c <= 0x1FFF);
}

bool WordingText::is_space(std::size_t i) const {
  const char32_t c = at(i);
  return c == U' ' || c == U'\t' || c == 0xA0 || c == 0x202F || (c >= 0x2000 && c <= 0x200A) || c == 0x3000;
}

std::size_t WordingText::skip_spaces(std::size_t i) const {
  while (is_space(i))
    ++i;
  return i;
}

std::size_t WordingText::skip_joint(std::size_t i) const {
  if (at(i) == U'-' || at(i) == 0x2010 || at(i) == 0x2011) return i + 1;
  return skip_spaces(i);
}

bool WordingText::has(std::size_t i, std::u32string_view word) const {
  for (std::size_t k = 0; k < word.size(); ++k) {
    if (at(i + k) != word[k]) return false;
  }
  return true;
}

std::size_t WordingText::end_of_letters(std::size_t i) const {
  while (is_letter(i))
    ++i;
  return i;
}

std::string WordingText::word(std::size_t i) const {
  std::string out(between(i, end_of_letters(i)));
  for (char& c : out) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return out;
}

// ---- digits ----

namespace {

using Kind = StatedNumber::Kind;

/// One run of digits, and what stands between it and the next one.
struct Run {
  std::size_t from, to;
  char32_t behind;  ///< A character that may group or point; 0 when no further run follows it.
  std::size_t length() const { return to - from; }
};

bool is_apostrophe(char32_t c) { return c == U'\'' || c == 0x2019; }
bool is_grouping_space(char32_t c) { return c == U' ' || c == 0xA0 || c == 0x202F || c == 0x2009; }

std::vector<Run> runs_from(const WordingText& text, std::size_t i) {
  constexpr std::size_t kMostRuns = 12;
  std::vector<Run> out;
  while (text.digit(i) >= 0 && out.size() < kMostRuns) {
    const std::size_t from = i;
    while (text.digit(i) >= 0)
      ++i;
    const char32_t c = text.at(i);
    const bool joins = c == U',' || c == U'.' || is_apostrophe(c) || is_grouping_space(c);
    const bool goes_on = joins && text.digit(i + 1) >= 0;
    out.push_back({from, i, goes_on ? c : U'\0'});
    if (!goes_on) break;
    ++i;
  }
  return out;
}

double digits_value(const WordingText& text, const Run& run) {
  double out = 0;
  for (std::size_t i = run.from; i < run.to; ++i)
    out = out * 10 + text.digit(i);
  return out;
}

/// How many runs are one number with thousands between equal signs: "1,234,567"; also lakhs, "12,34,567".
std::size_t grouped_runs(const std::vector<Run>& runs, const WordingText& text) {
  const char32_t sign = runs.front().behind;
  if (sign == 0 || runs.front().length() > 3 || text.digit(runs.front().from) == 0) return 1;
  std::size_t count = 1;
  bool is_lakh = false;
  while (count < runs.size() && runs[count - 1].behind == sign) {
    const std::size_t length = runs[count].length();
    if (length == 2 && sign == U',' && count + 1 < runs.size() && runs[count].behind == sign && runs.front().length() < 3)
      is_lakh = true;
    else if (length != 3)
      break;
    ++count;
    if (is_lakh && length == 3) break;
  }
  return count;
}

}  // namespace

std::optional<Reading> read_digits(const WordingText& text, std::size_t i, bool is_spaced) {
  const std::vector<Run> runs = runs_from(text, i);
  if (runs.empty()) return std::nullopt;
  const char32_t sign = runs.front().behind;
  std::size_t used = 1;
  // A plain blank also stands between two numbers; the others are set to group.
  if (sign != U' ' || is_spaced) used = grouped_runs(runs, text);
  const char32_t next = runs[used - 1].behind;
  const bool has_decimals = used < runs.size() && (next == U'.' || next == U',');
  // "1.000" is one in English; only a second group or decimals behind a comma show a continental thousand.
  if (used == 2 && sign == U'.' && !(has_decimals && next == U',')) used = 1;
  double value = 0;
  for (std::size_t k = 0; k < used; ++k)
    value = value * std::pow(10.0, static_cast<double>(runs[k].length())) + digits_value(text, runs[k]);
  std::size_t to = runs[used - 1].to;
  const char32_t point = runs[used - 1].behind;
  const bool is_point = used < runs.size() && (point == U'.' || point == U',') && (used == 1 || point != sign);
  if (is_point) {
    const Run& decimals = runs[used];
    // 3.2.1 is a section and 12.05.2024 a date.
    const bool is_last = decimals.behind != point;
    // "1,000" was grouped above unless it starts with 0: a comma before three digits is no decimal one otherwise.
    const bool is_decimal = point == U'.' || decimals.length() != 3 || text.digit(runs.front().from) == 0 || used > 1;
    if (is_last && is_decimal) {
      value += digits_value(text, decimals) / std::pow(10.0, static_cast<double>(decimals.length()));
      to = decimals.to;
    }
  }
  return Reading{to, value};
}

// ---- what follows a number ----

double wording_magnitude(std::string_view word) {
  struct Row {
    std::string_view word;
    double times;
  };
  static constexpr std::array kRows{
      Row{"hundred", 1e2},   Row{"thousand", 1e3},  Row{"million", 1e6},    Row{"billion", 1e9},   Row{"trillion", 1e12},
      Row{"thousands", 1e3}, Row{"millions", 1e6},  Row{"billions", 1e9},   Row{"trillions", 1e12}, Row{"quadrillion", 1e15},
      Row{"dozen", 12},      Row{"k", 1e3},         Row{"m", 1e6},          Row{"mn", 1e6},        Row{"mln", 1e6},
      Row{"mio", 1e6},       Row{"b", 1e9},         Row{"bn", 1e9},         Row{"bln", 1e9},       Row{"mrd", 1e9},
      Row{"t", 1e12},        Row{"tn", 1e12},       Row{"trn", 1e12},       Row{"lakh", 1e5},      Row{"crore", 1e7},
      Row{"millionen", 1e6}, Row{"milliarde", 1e9}, Row{"milliarden", 1e9}, Row{"milliard", 1e9},  Row{"milliards", 1e9},
      Row{"millones", 1e6},  Row{"milioni", 1e6},   Row{"miliardi", 1e9},   Row{"decade", 10},     Row{"decades", 10},
      Row{"century", 100},   Row{"centuries", 100},
  };
  const auto row = std::find_if(kRows.begin(), kRows.end(), [&](const Row& each) { return each.word == word; });
  return row == kRows.end() ? 0 : row->times;
}

namespace {

/// "k", "m", "b", "t" also stand for units (metres, tonnes).
bool is_one_letter(std::string_view word) { return word.size() == 1; }

/// Where "%", "per cent", "percentage points", "퍼센트" end when they stand at `i`; `i` when they do not.
std::size_t end_of_percent(const WordingText& text, std::size_t i) {
  const std::size_t sign = text.skip_spaces(i);
  if (text.at(sign) == U'%' || text.at(sign) == 0xFF05) return sign + 1;
  if (text.has(sign, U"퍼센트")) return sign + 3;
  if (text.has(sign, U"프로")) return sign + 2;
  const std::size_t at = text.skip_joint(i);
  const std::string word = text.word(at);
  const std::size_t end = text.end_of_letters(at);
  if (word == "per") {
    const std::size_t cent = text.skip_spaces(end);
    if (text.word(cent) == "cent") return text.end_of_letters(cent);
  }
  static constexpr std::array<std::string_view, 6> kWords{"percent", "percentage", "pct", "pc", "pp", "ppt"};
  return std::find(kWords.begin(), kWords.end(), word) != kWords.end() ? end : i;
}

/// "× 10^18", "x 10¹⁸": where it ends and what it multiplies by; nothing when it does not stand at `i`.
std::optional<Reading> read_power(const WordingText& text, std::size_t i) {
  i = text.skip_spaces(i);
  if (text.at(i) != 0xD7 && text.at(i) != U'x' && text.at(i) != U'*') return std::nullopt;
  i = text.skip_spaces(i + 1);
  if (!text.has(i, U"10")) return std::nullopt;
  i += 2;
  static constexpr std::u32string_view kRaised = U"⁰¹²³⁴⁵⁶⁷⁸⁹";
  int power = 0;
  std::size_t count = 0;
  if (text.at(i) == U'^') {
    for (++i; text.digit(i) >= 0 && count < 3; ++i, ++count)
      power = power * 10 + text.digit(i);
  } else {
    for (; kRaised.find(text.at(i)) != std::u32string_view::npos && count < 3; ++i, ++count)
      power = power * 10 + static_cast<int>(kRaised.find(text.at(i)));
  }
  if (count == 0) return std::nullopt;
  return Reading{i, std::pow(10.0, power)};
}

}  // namespace

StatedNumber interval_of_ten(const WordingText& text, std::size_t from, std::size_t to, double ten) {
  std::size_t start = from;
  while (start > 0 && (text.is_space(start - 1) || text.at(start - 1) == U'-'))
    --start;
  std::size_t first = start;
  while (first > 0 && text.is_letter(first - 1))
    --first;
  const std::string word = text.word(first);
  StatedNumber out{Kind::interval, text.byte(first), text.byte(to), ten, ten + 9};
  if (word == "early" || word == "low")
    out.high = ten + 4;
  else if (word == "mid" || word == "middle")
    out.value = ten + 3, out.high = ten + 7;
  else if (word == "late" || word == "high" || word == "upper")
    out.value = ten + 5;
  else
    out.from = text.byte(from);
  return out;
}

std::size_t add_with_tail(const WordingText& text, std::size_t from, std::size_t to, double value, std::vector<StatedNumber>& out) {
  StatedNumber plain{Kind::cardinal, text.byte(from), text.byte(to), value, value};
  if (const auto power = read_power(text, to)) {
    out.push_back({Kind::cardinal, plain.from, text.byte(power->to), value * power->value, 0, true});
    return power->to;
  }
  // "two and a half" was read with the words; behind digits it comes here.
  if (std::size_t half = text.skip_spaces(to); half != to && text.word(half) == "and") {
    half = text.skip_spaces(text.end_of_letters(half));
    const std::size_t noun = text.skip_spaces(text.end_of_letters(half));
    if (text.word(half) == "a" && text.word(noun) == "half") {
      value += 0.5;
      to = text.end_of_letters(noun);
      plain.value = plain.high = value;
      plain.to = text.byte(to);
    }
  }
  double times = 1;
  std::size_t end = to;
  bool may_be_unit = false;
  for (;;) {
    const std::size_t at = text.skip_joint(end);
    const std::string word = text.word(at);
    const double factor = wording_magnitude(word);
    if (factor == 0) break;
    may_be_unit = times == 1 && is_one_letter(word);
    times *= factor;
    end = text.end_of_letters(at);
  }
  if (times != 1) {
    out.push_back({Kind::cardinal, plain.from, text.byte(end), value * times, 0, true});
    if (may_be_unit) {
      const std::size_t letters = text.skip_joint(to);
      plain.letters_after = text.between(letters, text.end_of_letters(letters));
      out.push_back(plain);
    }
    return end;
  }
  if (const std::size_t percent = end_of_percent(text, to); percent != to) {
    plain.kind = Kind::percent;
    plain.to = text.byte(percent);
    out.push_back(plain);
    return percent;
  }
  if (text.is_letter(to)) plain.letters_after = text.between(to, text.end_of_letters(to));
  out.push_back(plain);
  return to;
}

// ---- all numbers of a wording ----

namespace {

bool is_followed_by_generation(const WordingText& text, std::size_t i) {
  const std::string word = text.word(text.skip_joint(i));
  return word == "gen" || word == "generation";
}

/// GPT-4, COVID-19, F-35: capitals and a hyphen before the digits.
bool is_hyphenated_name(const WordingText& text, std::size_t i) {
  if (i < 2 || (text.at(i - 1) != U'-' && text.at(i - 1) != 0x2010 && text.at(i - 1) != 0x2011)) return false;
  std::size_t first = i - 1;
  while (first > 0 && text.is_letter(first - 1))
    --first;
  if (first == i - 1) return false;
  for (std::size_t k = first; k < i - 1; ++k) {
    if (text.at(k) < U'A' || text.at(k) > U'Z') return false;
  }
  return true;
}

/// A minus, and no hyphen between two things: it stands behind a blank, an opening sign or nothing.
bool has_minus(const WordingText& text, std::size_t i) {
  if (i == 0 || (text.at(i - 1) != U'-' && text.at(i - 1) != 0x2212)) return false;
  if (i == 1) return true;
  const char32_t before = text.at(i - 2);
  return text.is_space(i - 2) || before == U'(' || before == U':' || before == U'$';
}

constexpr std::array<std::pair<char32_t, double>, 5> kVulgar{{{0xBD, 0.5}, {0xBC, 0.25}, {0xBE, 0.75}, {0x2153, 1.0 / 3}, {0x2154, 2.0 / 3}}};

double vulgar_fraction(char32_t c) {
  for (const auto& [sign, value] : kVulgar) {
    if (sign == c) return value;
  }
  return 0;
}

/// Reads the number in digits at `i`, adds its readings and gives where the first run of digits ends.
std::size_t read_number(const WordingText& text, std::size_t i, std::vector<StatedNumber>& out) {
  std::size_t from = i;
  const bool has_point = i > 0 && text.at(i - 1) == U'.' && (i == 1 || (text.digit(i - 2) < 0 && !text.is_letter(i - 2)));
  std::string_view before;
  if (i > 0 && text.is_letter(i - 1)) {
    std::size_t first = i;
    while (first > 0 && text.is_letter(first - 1))
      --first;
    before = text.between(first, i);
  }
  const bool is_name = is_hyphenated_name(text, i);
  const bool is_negative = has_minus(text, i);
  const std::size_t added_from = out.size();
  std::size_t first_end = i;  // what follows the shorter reading is read by itself, too
  std::size_t shortest = i;
  for (const bool is_spaced : {false, true}) {
    auto reading = read_digits(text, i, is_spaced);
    if (!reading || reading->to == shortest) continue;  // the same as before
    if (has_point) {
      reading->value /= std::pow(10.0, static_cast<double>(reading->to - i));
      from = i - 1;
    }
    std::size_t end = reading->to;
    if (!is_spaced) first_end = shortest = end;
    const char32_t next = text.at(end);
    if (const double part = vulgar_fraction(next); part != 0) {
      end = add_with_tail(text, from, end + 1, reading->value + part, out);
      if (!is_spaced) first_end = end;
      continue;
    }
    const std::string letters = text.word(end);
    if (letters == "st" || letters == "nd" || letters == "rd" || letters == "th") {
      end = text.end_of_letters(end);
      if (!is_followed_by_generation(text, end))
        out.push_back({Kind::ordinal, text.byte(from), text.byte(end), reading->value});
      continue;
    }
    const bool has_apostrophe = is_apostrophe(next) && text.word(end + 1) == "s";
    if (letters == "s" || has_apostrophe) {
      end += has_apostrophe ? 2 : 1;
      if (std::fmod(reading->value, 10) == 0) out.push_back(interval_of_ten(text, from, end, reading->value));
      continue;
    }
    if (letters == "fold" || letters == "x") {
      out.push_back({Kind::cardinal, text.byte(from), text.byte(text.end_of_letters(end)), reading->value});
      continue;
    }
    if (next == U'/' && text.digit(end + 1) >= 0) {
      const auto below = read_digits(text, end + 1, false);
      if (below->value != 0)
        out.push_back({Kind::fraction, text.byte(from), text.byte(below->to), reading->value / below->value});
      // Both are numbers by themselves, too: "2019/20".
    }
    const std::size_t behind = read_east_asian(text, i, out);
    if (behind != i) {
      first_end = behind;
      break;
    }
    end = add_with_tail(text, from, end, reading->value, out);
    if (!is_spaced) first_end = end;
  }
  if (is_name) out.resize(added_from);
  for (std::size_t k = added_from; k < out.size(); ++k) {
    out[k].letters_before = before;
    if (!is_negative) continue;
    out[k].value = -out[k].value;
    out[k].from = text.byte(i - 1);
  }
  return first_end;
}

/// "one in five", "3 out of 4": two numbers that are one fraction.
void add_shares(std::string_view wording, std::vector<StatedNumber>& out) {
  const std::size_t count = out.size();
  for (std::size_t i = 0; i + 1 < count; ++i) {
    const StatedNumber& above = out[i];
    const StatedNumber& below = out[i + 1];
    if (above.kind != Kind::cardinal || below.kind != Kind::cardinal || below.from < above.to || below.value == 0) continue;
    const std::string_view between = wording.substr(above.to, below.from - above.to);
    if (between == " in " || between == " out of " || between == " in every " || between == " of every ")
      out.push_back({Kind::fraction, above.from, below.to, above.value / below.value});
  }
}

}  // namespace

std::vector<StatedNumber> stated_numbers(std::string_view wording) {
  const WordingText text(wording);
  std::vector<StatedNumber> out;
  for (std::size_t i = 0; i < text.size();) {
    std::size_t end = i;
    if (text.digit(i) >= 0) {
      end = read_number(text, i, out);
    } else if (const double part = vulgar_fraction(text.at(i)); part != 0) {
      out.push_back({Kind::fraction, text.byte(i), text.byte(i + 1), part});
      end = i + 1;
    } else if (text.is_letter(i)) {
      end = read_english(text, i, out);
      if (end == i) end = text.end_of_letters(i);
      // Digits behind letters are a name, or a currency: "H100", "USD35".
    } else {
      end = read_east_asian(text, i, out);
    }
    i = std::max(end, i + 1);
  }
  add_shares(wording, out);
  std::stable_sort(out.begin(), out.end(), [](const StatedNumber& a, const StatedNumber& b) { return a.from < b.from; });
  return out;
}

}  // namespace briefpack::truth
