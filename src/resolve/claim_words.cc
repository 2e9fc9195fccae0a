#include "resolve/claim_words.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>
#include <string_view>
#include <vector>

#include "base/decimal.h"
#include "numfmt/number_text.h"
#include "numfmt/number_words.h"

namespace briefpack::resolve {

namespace {

using expression::Comparison;
using Kind = document::FigureValue::Kind;
using namespace std::string_view_literals;

// ---- finding words ----

std::string lower(std::string text) {
  for (char& c : text) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return text;
}

bool is_word_byte(char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || static_cast<unsigned char>(c) >= 0x80; }

/// Where `phrase` stands in `text` as whole words; Korean stems may go on. npos: nowhere.
std::size_t find_phrase(const std::string& text, std::string_view phrase, std::size_t from = 0) {
  const bool is_latin = static_cast<unsigned char>(phrase.front()) < 0x80;
  for (std::size_t at = text.find(phrase, from); at != std::string::npos; at = text.find(phrase, at + 1)) {
    const std::size_t end = at + phrase.size();
    const bool starts = at == 0 || !is_word_byte(text[at - 1]);
    const bool ends = end >= text.size() || !is_word_byte(text[end]);
    if (!is_latin || (starts && ends)) return at;
  }
  return std::string::npos;
}

bool holds_phrase(const std::string& text, std::string_view phrase) { return find_phrase(text, phrase) != std::string::npos; }

std::string swapped(std::string_view wrong, const std::string& right) {
  return "\u201C" + right + "\u201D for \u201C" + std::string(wrong) + "\u201D";
}

// ---- directions ----

struct Direction {
  std::string_view up, down, level;
  bool is_motion;  ///< A change over time, not one thing against another.
};

constexpr std::array kDirections{
    Direction{"went up", "went down", "was unchanged", true},
    Direction{"rose", "fell", "was unchanged", true},
    Direction{"risen", "fallen", "stayed the same", true},
    Direction{"rises", "falls", "is unchanged", true},
    Direction{"increased", "decreased", "was unchanged", true},
    Direction{"increases", "decreases", "is unchanged", true},
    Direction{"grew", "shrank", "did not change", true},
    Direction{"grown", "shrunk", "stayed the same", true},
    Direction{"climbed", "dropped", "was unchanged", true},
    Direction{"gained", "lost", "kept", true},
    Direction{"expanded", "contracted", "was unchanged", true},
    Direction{"rose", "declined", "was unchanged", true},
    Direction{"up", "down", "unchanged", false},
    Direction{"overtook", "fell behind", "drew level with", false},
    Direction{"more", "fewer", "as many", false},
    Direction{"more", "less", "as much", false},
    Direction{"higher", "lower", "as high", false},
    Direction{"larger", "smaller", "as large", false},
    Direction{"bigger", "smaller", "as big", false},
    Direction{"greater", "smaller", "as great", false},
    Direction{"above", "below", "level with", false},
    Direction{"ahead of", "behind", "level with", false},
    Direction{"faster", "slower", "as fast", false},
    Direction{"better", "worse", "as good", false},
    Direction{"stronger", "weaker", "as strong", false},
    Direction{"증가", "감소", "변화 없음", true},
    Direction{"상승", "하락", "변화 없음", true},
    Direction{"늘었", "줄었", "그대로였", true},
    Direction{"올랐", "내렸", "그대로였", true},
    Direction{"높은", "낮은", "같은", false},
    Direction{"높다", "낮다", "같다", false},
    Direction{"많은", "적은", "같은", false},
    Direction{"많다", "적다", "같다", false},
};

bool is_negated(const std::string& text) {
  for (const std::string_view each : {"not"sv, "no"sv, "never"sv, "neither"sv, "without"sv, "hardly"sv, "n't"sv, "n\u2019t"sv, "stopped"sv, "않"sv, "아니"sv, "없"sv}) {
    if (each.starts_with("n") && each.size() > 2 && (each[1] == '\'' || static_cast<unsigned char>(each[1]) >= 0x80)) {
      if (text.find(each) != std::string::npos) return true;
    } else if (holds_phrase(text, each)) {
      return true;
    }
  }
  return false;
}

/// −1, 0 or 1: how the left number truly stands to the right one; nothing for bounds and intervals.
std::optional<int> order_of(const ComparedNumbers& compared) {
  const auto is_point = [](const Evaluated& each) { return each.value.kind == Kind::number; };
  if (!is_point(compared.left) || !is_point(compared.right)) return std::nullopt;
  const double difference = compared.left.value.number - compared.right.value.number;
  return difference > 0 ? 1 : difference < 0 ? -1 : 0;
}

std::string true_direction(const std::string& text, const ComparedNumbers& compared) {
  const auto order = order_of(compared);
  const bool is_order = compared.comparison != Comparison::equal && compared.comparison != Comparison::unequal;
  if (!order || !is_order || is_negated(text)) return "";
  for (const Direction& each : kDirections) {
    const bool says_up = holds_phrase(text, each.up), says_down = holds_phrase(text, each.down);
    if (says_up == says_down) continue;
    const std::string_view said = says_up ? each.up : each.down;
    return swapped(said, std::string(*order == 0 ? each.level : says_up ? each.down : each.up));
  }
  return "";
}

// ---- multiples and parts ----

struct Part {
  std::string_view phrase;
  double value;
};

/// Longer phrases before the ones in them.
constexpr std::array kParts{
    Part{"more than doubled", 2}, Part{"at least doubled", 2}, Part{"nearly doubled", 2}, Part{"doubled", 2}, Part{"more than twice", 2}, Part{"twice", 2},
    Part{"more than tripled", 3}, Part{"tripled", 3}, Part{"trebled", 3}, Part{"more than three times", 3}, Part{"three times", 3},
    Part{"quadrupled", 4}, Part{"four times", 4}, Part{"more than half", 0.5}, Part{"less than half", 0.5}, Part{"at least half", 0.5},
    Part{"halved", 0.5}, Part{"half", 0.5}, Part{"a majority", 0.5}, Part{"the majority", 0.5}, Part{"most", 0.5},
    Part{"more than two thirds", 2.0 / 3}, Part{"two thirds", 2.0 / 3}, Part{"more than a third", 1.0 / 3}, Part{"a third", 1.0 / 3},
    Part{"more than three quarters", 0.75}, Part{"three quarters", 0.75}, Part{"more than a quarter", 0.25}, Part{"a quarter", 0.25},
    Part{"세 배", 3}, Part{"두 배", 2}, Part{"절반", 0.5}, Part{"과반", 0.5}};

bool is_close(double a, double b) { return std::fabs(a - b) < 1e-9 * std::max(1.0, std::fabs(b)); }

/// With as many decimals as tell it from what was claimed.
std::string rounded_apart(double value, double claimed, int decimals) {
  while (decimals < 4 && is_close(round_decimal(value, decimals), claimed)) ++decimals;
  return numfmt::grouped(value, decimals);
}

std::string true_part(const std::string& text, const ComparedNumbers& compared) {
  const auto& left = compared.left;
  const bool is_scale = left.measure.kind == Measure::Kind::multiple || left.measure.kind == Measure::Kind::fraction || left.measure.kind == Measure::Kind::share;
  if (left.value.kind != Kind::number || compared.right.value.kind != Kind::number || !is_scale) return "";
  const double unit = left.measure.kind == Measure::Kind::share ? 100 : 1;
  const double claimed = compared.right.value.number / unit, value = left.value.number / unit;
  for (const Part& each : kParts) {
    if (!is_close(each.value, claimed) || !holds_phrase(text, each.phrase)) continue;
    const bool is_korean = static_cast<unsigned char>(each.phrase.front()) >= 0x80;
    if (each.value > 1) return swapped(each.phrase, rounded_apart(value, claimed, 1) + (is_korean ? "배" : " times"));
    return swapped(each.phrase, rounded_apart(value * 100, claimed * 100, 0) + (is_korean ? "%" : " per cent"));
  }
  return "";
}

// ---- places and numbers ----

struct Spelling {
  std::string wrong, right;
};

/// How `claimed` may be written, and the same form of what is true.
std::vector<Spelling> spellings(double claimed, double low, double high) {
  std::vector<Spelling> out;
  if (claimed != std::floor(claimed) || low != std::floor(low) || std::fabs(claimed) > 1e15) return out;
  const auto whole = [](double value) { return static_cast<long long>(value); };
  const auto ordinal = [&](double value) { return numfmt::grouped(value, 0) + std::string(numfmt::ordinal_ending(whole(value))); };
  const auto reach = [&](auto&& form, std::string_view joint) { return low == high ? form(low) : form(low) + std::string(joint) + form(high); };
  if (claimed >= 1) {
    out.push_back({ordinal(claimed), reach(ordinal, " to ")});
    out.push_back({numfmt::grouped(claimed, 0) + "위", reach([](double value) { return numfmt::grouped(value, 0); }, "~") + "위"});
  }
  const bool is_small = claimed >= 0 && claimed <= 100 && low >= 0 && high <= 100;
  if (is_small) {
    for (const char* lang : {"en", "ko"}) {
      const auto words = [&](double value) { return numfmt::ordinal_words(static_cast<int>(value), lang).value_or(""); };
      if (claimed >= 1 && low >= 1) out.push_back({words(claimed), reach(words, lang[0] == 'k' ? "~" : " to ")});
      const auto count = [&](double value) { return numfmt::cardinal_words(static_cast<int>(value), lang, lang[0] == 'k').value_or(""); };
      // A single Korean syllable is part of too many words.
      if (lang[0] != 'k' || count(claimed).size() > 3) out.push_back({count(claimed), reach(count, lang[0] == 'k' ? "~" : " to ")});
    }
  }
  const auto digits = [](double value) { return numfmt::grouped(value, 0); };
  out.push_back({digits(claimed), reach(digits, "\u2013")});
  return out;
}

std::string true_number(const std::string& text, const ComparedNumbers& compared) {
  const auto& left = compared.left.value;
  const auto& right = compared.right;
  if (right.value.kind != Kind::number || !is_constant(right)) return "";
  const double low = left.kind == Kind::interval ? left.low : left.number, high = left.kind == Kind::interval ? left.high : left.number;
  for (const Spelling& each : spellings(right.value.number, low, high)) {
    if (each.wrong.empty() || each.right.empty() || !holds_phrase(text, each.wrong)) continue;
    return swapped(each.wrong, each.right);
  }
  return "";
}

// ---- contradictions ----

/// +1 where the condition proves a rise over time, −1 a fall, 0 neither.
int proved_direction(const ComparedNumbers& compared) {
  switch (compared.comparison) {
    case Comparison::greater: return compared.over_time;
    case Comparison::less: return -compared.over_time;
    default: return 0;
  }
}

std::string contradicted_direction(const std::string& text, const ComparedNumbers& compared) {
  const int proved = proved_direction(compared);
  if (proved == 0 || is_negated(text)) return "";
  // Words with a subject of their own may say it of the contrary: “losses fell”. “Fell short” and “fell behind” are no falls.
  std::size_t start = 0;
  for (const std::string_view auxiliary : {"has "sv, "have "sv, "had "sv}) {
    if (text.starts_with(auxiliary)) start = auxiliary.size();
  }
  if (holds_phrase(text, "behind") || holds_phrase(text, "short")) return "";
  bool says_up = false, says_down = false, is_predicate = false;
  std::string_view said;
  for (const Direction& each : kDirections) {
    if (!each.is_motion) continue;
    for (const bool is_up : {true, false}) {
      const std::size_t at = find_phrase(text, is_up ? each.up : each.down);
      if (at == std::string::npos) continue;
      (is_up ? says_up : says_down) = true;
      is_predicate |= at == start;
      said = is_up ? each.up : each.down;
    }
  }
  if (!is_predicate) return "";
  if (says_up == says_down || says_up == (proved > 0)) return "";
  return "the words say \u201C" + std::string(said) + "\u201D, and the condition proves a " + (proved > 0 ? "rise" : "fall");
}

/// The number right behind a phrase such as "more than", where nothing scales it.
std::optional<double> number_behind(const std::string& text, std::string_view phrase, bool& is_percent) {
  const std::size_t at = find_phrase(text, phrase);
  if (at == std::string::npos) return std::nullopt;
  std::size_t from = at + phrase.size();
  while (from < text.size() && text[from] == ' ') ++from;
  std::string digits;
  std::size_t end = from;
  for (; end < text.size() && ((text[end] >= '0' && text[end] <= '9') || text[end] == ',' || text[end] == '.'); ++end) {
    if (text[end] != ',') digits.push_back(text[end]);
  }
  while (!digits.empty() && digits.back() == '.') digits.pop_back();
  if (digits.empty() || digits.size() > 15 || digits.front() == '.') return std::nullopt;
  const std::string rest = text.substr(end);
  is_percent = rest.starts_with("%") || rest.starts_with(" per cent") || rest.starts_with(" percent");
  for (const std::string_view scale : {"m"sv, "bn"sv, "tn"sv, "k"sv, "million"sv, "billion"sv, "trillion"sv, "thousand"sv, "times"sv}) {
    const std::size_t found = find_phrase(rest, scale);
    if (found <= 1) return std::nullopt;
  }
  return std::strtod(digits.c_str(), nullptr);
}

std::string contradicted_threshold(const std::string& text, const ComparedNumbers& compared) {
  if (!is_constant(compared.right) || compared.right.value.kind != Kind::number || is_negated(text)) return "";
  const bool is_above = compared.comparison == Comparison::greater || compared.comparison == Comparison::greater_equal;
  const bool is_below = compared.comparison == Comparison::less || compared.comparison == Comparison::less_equal;
  const Measure::Kind kind = compared.left.measure.kind;
  const bool is_countable = kind == Measure::Kind::quantity || kind == Measure::Kind::index || kind == Measure::Kind::share || kind == Measure::Kind::fraction || kind == Measure::Kind::number;
  if ((!is_above && !is_below) || !is_countable) return "";
  constexpr std::array kAbove{"more than"sv, "over"sv, "above"sv, "at least"sv, "exceeds"sv, "exceeded"sv, "surpassed"sv};
  constexpr std::array kBelow{"fewer than"sv, "less than"sv, "under"sv, "below"sv, "at most"sv};
  int thresholds = 0;
  for (const std::string_view each : {"more than"sv, "over"sv, "above"sv, "at least"sv, "exceeds"sv, "exceeded"sv, "surpassed"sv, "fewer than"sv, "less than"sv, "under"sv, "below"sv, "at most"sv}) {
    if (holds_phrase(text, each)) ++thresholds;
  }
  // Words with two of them say the other one of something else.
  if (thresholds != 1) return "";
  const auto contradicts = [&](std::string_view phrase) -> std::string {
    bool is_percent = false;
    const auto said = number_behind(text, phrase, is_percent);
    const bool is_share = kind == Measure::Kind::share || kind == Measure::Kind::fraction;
    if (!said || is_percent != is_share) return "";
    const double proved = compared.right.value.number * (kind == Measure::Kind::fraction ? 100 : 1);
    if (is_close(*said, proved) || (is_above ? *said < proved : *said > proved)) return "";
    return "the words say \u201C" + std::string(phrase) + " " + numfmt::grouped(*said) + "\u201D, and the condition proves " + (is_above ? "more" : "less") + " than " +
           numfmt::grouped(proved) + " only";
  };
  const auto first_of = [&](const auto& phrases) {
    for (const std::string_view each : phrases) {
      if (std::string out = contradicts(each); !out.empty()) return out;
    }
    return std::string();
  };
  return is_above ? first_of(kAbove) : first_of(kBelow);
}

/// "fourth of 38" for a place that is proved to be the third.
std::string contradicted_place(const std::string& text, const ComparedNumbers& compared) {
  const bool is_place = compared.left.measure.kind == Measure::Kind::rank && compared.comparison == Comparison::equal && is_constant(compared.right);
  if (!is_place || is_negated(text)) return "";
  const double proved = compared.right.value.number;
  std::string said;
  int places = 0;
  bool is_whole = false;
  for (int place = 1; place <= 100; ++place) {
    const std::string digits = std::to_string(place) + std::string(numfmt::ordinal_ending(place));
    for (const std::string& each : {numfmt::ordinal_words(place, "en").value_or(""), digits, std::to_string(place) + "위"}) {
      const std::size_t at = each.empty() ? std::string::npos : find_phrase(text, each);
      if (at == std::string::npos) continue;
      ++places;
      if (is_close(place, proved)) return "";
      const std::string rest = text.substr(at + each.size());
      is_whole = rest.empty() || rest.starts_with(" of ") || rest.starts_with(" among ") || rest.starts_with(" place");
      said = each;
    }
  }
  if (places != 1 || !is_whole) return "";
  return "the words say \u201C" + said + "\u201D, and the condition proves place " + numfmt::grouped(proved);
}

/// "twice" where one plain value is only proved to be more than another, and is not twice it.
std::string contradicted_multiple(const std::string& text, const ComparedNumbers& compared) {
  const auto is_plain = [](const Evaluated& each) { return each.value.kind == Kind::number && !each.is_computed && !each.is_document_count && !is_constant(each); };
  const bool is_more = compared.comparison == Comparison::greater || compared.comparison == Comparison::greater_equal;
  if (!is_more || !is_plain(compared.left) || !is_plain(compared.right) || compared.right.value.number <= 0 || is_negated(text)) return "";
  const double ratio = compared.left.value.number / compared.right.value.number;
  for (const Part& each : kParts) {
    if (each.value <= 1 || !holds_phrase(text, each.phrase)) continue;
    // Words round: "twice" is said from 1.9 to 2.1 times; "more than" and "at least" leave the upper end open.
    const bool is_open = each.phrase.starts_with("more than") || each.phrase.starts_with("at least");
    if (ratio >= each.value * (is_open ? 1 : 0.95) && (is_open || ratio <= each.value * 1.05)) return "";
    return "the words say \u201C" + std::string(each.phrase) + "\u201D, and the values are " + rounded_apart(ratio, each.value, 1) + " to 1";
  }
  return "";
}

}  // namespace

std::string nearest_true_words(const std::string& words, const ComparedNumbers& compared) {
  const std::string text = lower(words);
  for (const auto rule : {true_part, true_number, true_direction}) {
    if (std::string out = rule(text, compared); !out.empty()) return out;
  }
  return "";
}

std::string contradiction_in(const std::string& words, const ComparedNumbers& compared) {
  const std::string text = lower(words);
  for (const auto rule : {contradicted_direction, contradicted_threshold, contradicted_place, contradicted_multiple}) {
    if (std::string out = rule(text, compared); !out.empty()) return out;
  }
  return "";
}

}  // namespace briefpack::resolve
