#include <algorithm>
#include <array>
#include <cmath>

#include "base/utf8.h"
#include "truth/naked_number_find.h"

namespace briefpack::truth {

namespace {

struct Numeral {
  std::string_view word;
  int value;
};

/// Forms before a counter. 한 (one) counts nothing by itself: 한 번, 한 해.
constexpr std::array kNumerals{Numeral{"두", 2},   Numeral{"세", 3},    Numeral{"네", 4},    Numeral{"다섯", 5},
                               Numeral{"여섯", 6}, Numeral{"일곱", 7},  Numeral{"여덟", 8},  Numeral{"아홉", 9},
                               Numeral{"열", 10},  Numeral{"스무", 20}, Numeral{"서른", 30}, Numeral{"마흔", 40},
                               Numeral{"쉰", 50}};
/// Powers of ten that stand before a counter: 수천 명, 백만 명.
constexpr std::array<std::string_view, 11> kPowers{"수십만", "수백만", "수천만", "수십", "수백", "수천",
                                                   "수만",   "수억",   "수조",   "백만", "천만"};
constexpr std::array<std::string_view, 14> kCounted{"명",   "개",   "대",   "장", "건",   "곳", "원",
                                                    "달러", "위안", "유로", "배", "가구", "톤", "조"};

bool starts_with_any(std::string_view text, const std::array<std::string_view, 14>& words) {
  return std::any_of(words.begin(), words.end(), [&](std::string_view w) { return text.starts_with(w); });
}

class Finder {
 public:
  Finder(const std::vector<Token>& tokens, const Lexicon& lexicon) : tokens_(tokens), lexicon_(lexicon) {}

  std::vector<NakedNumber> all() {
    for (std::size_t i = 0; i < tokens_.size(); ++i) {
      const Token& t = tokens_[i];
      if (t.kind != Token::Kind::script || t.is_skipped || t.is_joined) continue;
      if (half(t) || times(i) || power(i) || counted(i)) continue;
    }
    return std::move(out_);
  }

 private:
  std::string_view next(std::size_t i) const {
    return i + 1 < tokens_.size() && tokens_[i + 1].kind == Token::Kind::script ? tokens_[i + 1].text
                                                                                : std::string_view();
  }
  bool add(std::size_t begin, std::size_t end, std::optional<double> value = std::nullopt) {
    out_.push_back({begin, end, value, false, false, false});
    return true;
  }

  /// 절반이, 절반 이상, 갑절로.
  bool half(const Token& t) {
    for (const std::string_view word : {std::string_view("절반"), std::string_view("갑절")}) {
      if (t.text.starts_with(word)) return add(t.begin, t.begin + word.size());
    }
    return false;
  }

  /// 두 배, 열 배로, 세배.
  bool times(std::size_t i) {
    const Token& t = tokens_[i];
    for (const Numeral& each : kNumerals) {
      if (!t.text.starts_with(each.word)) continue;
      const std::string_view rest = t.text.substr(each.word.size());
      if (rest.empty() && next(i).starts_with("배"))
        return add(t.begin, tokens_[i + 1].begin + std::string_view("배").size(), each.value);
      // 세배 is also a bow at New Year, 두배 is not: only with what a multiple takes behind it.
      for (const std::string_view tail : {"배로", "배가", "배를", "배의", "배나", "배이다", "배다", "배 "}) {
        if (rest.starts_with(tail) && each.word != "세")
          return add(t.begin, t.begin + each.word.size() + std::string_view("배").size(), each.value);
      }
    }
    return false;
  }

  /// 수천 명, 수십 개, 백만 명, 수만명.
  bool power(std::size_t i) {
    const Token& t = tokens_[i];
    for (const std::string_view word : kPowers) {
      if (!t.text.starts_with(word)) continue;
      const std::string_view rest = t.text.substr(word.size());
      const bool is_counted = rest.empty() ? starts_with_any(next(i), kCounted) || lexicon_.counters.count(next(i)) != 0
                                           : starts_with_any(rest, kCounted);
      if (is_counted) return add(t.begin, t.begin + word.size());
    }
    return false;
  }

  /// 세 나라, 네 명, 다섯 개국, 두 곳: a numeral before a counter of things in the data.
  bool counted(std::size_t i) {
    const Token& t = tokens_[i];
    const auto numeral =
        std::find_if(kNumerals.begin(), kNumerals.end(), [&](const Numeral& n) { return n.word == t.text; });
    if (numeral == kNumerals.end() || next(i).empty()) return false;
    const std::string_view noun = next(i);
    // 두 나라 points back more often than it counts; 셋 and more count.
    if (numeral->value == 2 && (noun.starts_with("나라") || noun.starts_with("국가") || noun.starts_with("기업")))
      return false;
    const bool counts =
        std::any_of(lexicon_.counters.begin(), lexicon_.counters.end(), [&](const std::string& counter) {
          if (!noun.starts_with(counter)) return false;
          // 장 is a sheet, 장치 a device: a counter of one syllable is followed by a particle or nothing.
          const std::string_view tail = noun.substr(counter.size());
          if (tail.empty()) return true;
          for (const std::string_view particle : {"의", "이", "가", "은", "는", "을", "를", "에", "로", "으로", "과",
                                                  "와", "도", "만", "뿐", "씩", "이다", "이나"}) {
            if (tail == particle) return true;
          }
          return count_code_points(counter) > 1;
        });
    return counts && add(t.begin, t.end, numeral->value);
  }

  const std::vector<Token>& tokens_;
  const Lexicon& lexicon_;
  std::vector<NakedNumber> out_;
};

}  // namespace

std::vector<NakedNumber> find_korean_words(const std::vector<Token>& tokens, const Lexicon& lexicon) {
  return Finder(tokens, lexicon).all();
}

}  // namespace briefpack::truth
