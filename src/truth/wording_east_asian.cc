// Korean and Chinese numerals: "1만 4천", "100조", "열두 개", "세 번째", "三分之一", "百分之十九".
#include <algorithm>
#include <array>
#include <cmath>

#include "truth/wording_text.h"

namespace briefpack::truth {

namespace {

using Kind = StatedNumber::Kind;

struct Sign {
  char32_t sign;
  double value;
};

constexpr std::array kDigits{
    Sign{U'영', 0}, Sign{U'공', 0}, Sign{U'일', 1}, Sign{U'이', 2},  Sign{U'삼', 3}, Sign{U'사', 4}, Sign{U'오', 5}, Sign{U'육', 6},
    Sign{U'륙', 6}, Sign{U'칠', 7}, Sign{U'팔', 8}, Sign{U'구', 9},  Sign{U'〇', 0}, Sign{U'零', 0}, Sign{U'一', 1}, Sign{U'二', 2},
    Sign{U'两', 2}, Sign{U'兩', 2}, Sign{U'三', 3}, Sign{U'四', 4},  Sign{U'五', 5}, Sign{U'六', 6}, Sign{U'七', 7}, Sign{U'八', 8},
    Sign{U'九', 9},
};
/// Below ten thousand, and from there on: 만 closes what stands before it.
constexpr std::array kSmall{Sign{U'십', 10}, Sign{U'백', 100}, Sign{U'천', 1000}, Sign{U'十', 10}, Sign{U'百', 100}, Sign{U'千', 1000}};
constexpr std::array kLarge{Sign{U'만', 1e4}, Sign{U'억', 1e8}, Sign{U'조', 1e12}, Sign{U'경', 1e16}, Sign{U'万', 1e4},
                            Sign{U'萬', 1e4}, Sign{U'亿', 1e8}, Sign{U'億', 1e8},  Sign{U'兆', 1e12}};

template <std::size_t N>
double find(const std::array<Sign, N>& signs, char32_t c) {
  const auto sign = std::find_if(signs.begin(), signs.end(), [&](const Sign& each) { return each.sign == c; });
  return sign == signs.end() ? -1 : sign->value;
}

/// What things are counted in; a numeral of one syllable is one only before these, as 이 also means "this".
bool is_counter(const WordingText& text, std::size_t i) {
  static constexpr std::array<std::u32string_view, 45> kCounters{
      U"가지", U"개",   U"명", U"곳",   U"대",   U"장",   U"위",   U"년",   U"번",   U"배",   U"건",   U"편",
      U"종",   U"단계", U"나라", U"회사", U"팀",   U"도시", U"사람", U"분",   U"달",   U"해",   U"주",   U"살",
      U"시간", U"째",   U"차",  U"군데", U"축",   U"갈래", U"쪽",   U"분야", U"과제", U"업체", U"기업", U"퍼센트",
      U"%",    U"원",   U"달러", U"위안", U"등",   U"점",   U"人",   U"个",   U"位"};
  return std::any_of(kCounters.begin(), kCounters.end(), [&](std::u32string_view each) { return text.has(i, each); });
}

/// Digits and numerals with their magnitudes.
struct Numeral {
  std::size_t to = 0;
  double value = 0;
  std::size_t signs = 0;      ///< Signs beside digits.
  bool has_multiplier = false;
  bool has_digits = false;
};

Numeral read_numeral(const WordingText& text, std::size_t i) {
  Numeral out;
  double total = 0, section = 0, number = -1;
  bool is_behind_large = false;
  for (;;) {
    const char32_t c = text.at(i);
    if (text.digit(i) >= 0 && number < 0) {
      const auto digits = read_digits(text, i, false);
      number = digits->value;
      i = digits->to;
      out.has_digits = true;
      is_behind_large = false;
    } else if (const double digit = find(kDigits, c); digit >= 0 && !(out.has_digits && number >= 0)) {
      number = number < 0 ? digit : number * 10 + digit;
      ++out.signs;
      ++i;
      is_behind_large = false;
    } else if (const double small = find(kSmall, c); small > 0) {
      section += (number < 0 ? 1 : number) * small;
      number = -1;
      out.has_multiplier = true;
      ++out.signs;
      ++i;
      is_behind_large = false;
    } else if (const double large = find(kLarge, c); large > 0) {
      section += std::max(number, 0.0);
      if (is_behind_large)
        total *= large;  // 万亿
      else
        total += (section == 0 ? 1 : section) * large;
      section = 0;
      number = -1;
      out.has_multiplier = is_behind_large = true;
      ++out.signs;
      ++i;
    } else if (text.is_space(i) && is_behind_large && text.digit(text.skip_spaces(i)) >= 0) {
      i = text.skip_spaces(i);
      is_behind_large = false;
      continue;
    } else {
      break;
    }
    out.to = i;
  }
  out.value = total + section + std::max(number, 0.0);
  return out;
}

/// Korean numerals of their own: 하나, 열두, 스물.
std::optional<Reading> read_native(const WordingText& text, std::size_t i) {
  struct Word {
    std::u32string_view word;
    double value;
  };
  static constexpr std::array kTens{Word{U"열", 10},   Word{U"스물", 20}, Word{U"스무", 20}, Word{U"서른", 30}, Word{U"마흔", 40},
                                    Word{U"쉰", 50},   Word{U"예순", 60}, Word{U"일흔", 70}, Word{U"여든", 80}, Word{U"아흔", 90}};
  static constexpr std::array kUnits{Word{U"하나", 1}, Word{U"다섯", 5}, Word{U"여섯", 6}, Word{U"일곱", 7}, Word{U"여덟", 8},
                                     Word{U"아홉", 9}, Word{U"한", 1},   Word{U"첫", 1},   Word{U"둘", 2},   Word{U"두", 2},
                                     Word{U"셋", 3},   Word{U"세", 3},   Word{U"석", 3},   Word{U"넷", 4},   Word{U"네", 4},
                                     Word{U"넉", 4}};
  const auto at = [&](const auto& words, std::size_t position) {
    const auto row = std::find_if(words.begin(), words.end(), [&](const Word& each) { return text.has(position, each.word); });
    return row == words.end() ? Word{{}, 0} : *row;
  };
  const Word ten = at(kTens, i);
  const Word unit = at(kUnits, i + ten.word.size());
  const std::size_t length = ten.word.size() + unit.word.size();
  if (length == 0) return std::nullopt;
  const std::size_t end = i + length;
  // One syllable begins many other words: 한국, 두뇌, 세계.
  if (length == 1 && text.is_hangul(end) && !is_counter(text, end)) return std::nullopt;
  return Reading{end, ten.value + unit.value};
}

void add(const WordingText& text, Kind kind, std::size_t from, std::size_t to, double value, bool has_magnitude,
         std::vector<StatedNumber>& out) {
  out.push_back({kind, text.byte(from), text.byte(to), value, 0, has_magnitude});
}

/// "50대 초반": as "early 50s".
std::size_t read_ten(const WordingText& text, std::size_t from, std::size_t to, double value, std::vector<StatedNumber>& out) {
  if (text.at(to) != U'대' || std::fmod(value, 10) != 0) return from;
  const std::size_t part = text.skip_spaces(to + 1);
  StatedNumber found{Kind::interval, text.byte(from), text.byte(to + 1), value, value + 9};
  if (text.has(part, U"초반"))
    found.high = value + 4;
  else if (text.has(part, U"중반"))
    found.value = value + 3, found.high = value + 7;
  else if (text.has(part, U"후반"))
    found.value = value + 5;
  else
    return from;
  found.to = text.byte(part + 2);
  out.push_back(found);
  return part + 2;
}

/// "三分之一", "3분의 1": the part stands behind the whole.
std::size_t read_parts(const WordingText& text, std::size_t from, std::size_t to, double whole, std::vector<StatedNumber>& out) {
  std::size_t at = to;
  if (text.has(to, U"分之"))
    at = to + 2;
  else if (text.has(to, U"분의"))
    at = text.skip_spaces(to + 2);
  if (at == to || whole == 0) return from;
  const Numeral part = read_numeral(text, at);
  if (part.to == 0) return from;
  add(text, Kind::fraction, from, part.to, part.value / whole, false, out);
  return part.to;
}

}  // namespace

std::size_t read_east_asian(const WordingText& text, std::size_t i, std::vector<StatedNumber>& out) {
  const bool is_digit = text.digit(i) >= 0;
  const bool starts_word = i == 0 || !text.is_hangul(i - 1);
  if (text.is_hangul(i) && !starts_word) return i;
  if (text.has(i, U"百分之")) {
    const Numeral number = read_numeral(text, i + 3);
    if (number.to == 0) return i;
    add(text, Kind::percent, i, number.to, number.value, false, out);
    return number.to;
  }
  if (starts_word && (text.has(i, U"절반") || text.has(i, U"一半"))) {
    add(text, Kind::fraction, i, i + 2, 0.5, false, out);
    return i + 2;
  }
  const Numeral number = read_numeral(text, i);
  if (number.to != 0) {
    if (const std::size_t end = read_parts(text, i, number.to, number.value, out); end != i) return end;
    if (const std::size_t end = read_ten(text, i, number.to, number.value, out); end != i) return end;
  }
  if (is_digit) {
    if (number.signs == 0) return i;  // digits alone are read with what else may follow them
    add(text, Kind::cardinal, i, number.to, number.value, number.has_multiplier, out);
    return number.to;
  }
  if (text.is_hangul(i)) {
    if (number.to != 0) {
      // 이 회사 is "this company", 이백 개 and 2개 are numbers.
      const std::size_t behind = number.signs > 1 || number.has_multiplier ? text.skip_spaces(number.to) : number.to;
      const bool is_number = is_counter(text, behind) || (number.has_multiplier && number.signs > 1 && !text.is_hangul(number.to));
      if (is_number) {
        add_with_tail(text, i, number.to, number.value, out);
        out.back().has_magnitude = number.has_multiplier && number.value >= 1000;
        return number.to;
      }
    }
    if (const auto native = read_native(text, i)) {
      add(text, Kind::cardinal, i, native->to, native->value, false, out);
      return native->to;
    }
    return i;
  }
  if (number.to == 0) return i;
  // 数百, 几千: no number, only its size.
  const char32_t before = i > 0 ? text.at(i - 1) : U'\0';
  const bool is_vague = before == U'数' || before == U'數' || before == U'几' || before == U'幾';
  if (!is_vague) {
    add_with_tail(text, i, number.to, number.value, out);
    out.back().has_magnitude = number.has_multiplier && number.value >= 1000;
  }
  return number.to;
}

}  // namespace briefpack::truth
