// Number words: "two and a half million", "twenty-first", "two thirds", "half a dozen".
#include <algorithm>
#include <array>

#include "truth/wording_text.h"

namespace briefpack::truth {

namespace {

using Kind = StatedNumber::Kind;

struct Row {
  std::string_view word;
  double value;
};

template <std::size_t N>
double find(const std::array<Row, N>& rows, std::string_view word) {
  const auto row = std::find_if(rows.begin(), rows.end(), [&](const Row& each) { return each.word == word; });
  return row == rows.end() ? -1 : row->value;
}

constexpr std::array kUnits{
    Row{"one", 1},       Row{"two", 2},       Row{"three", 3},     Row{"four", 4},     Row{"five", 5},
    Row{"six", 6},       Row{"seven", 7},     Row{"eight", 8},     Row{"nine", 9},     Row{"ten", 10},
    Row{"eleven", 11},   Row{"twelve", 12},   Row{"thirteen", 13}, Row{"fourteen", 14}, Row{"fifteen", 15},
    Row{"sixteen", 16},  Row{"seventeen", 17}, Row{"eighteen", 18}, Row{"nineteen", 19},
};
constexpr std::array kTens{
    Row{"twenty", 20}, Row{"thirty", 30}, Row{"forty", 40}, Row{"fifty", 50},
    Row{"sixty", 60},  Row{"seventy", 70}, Row{"eighty", 80}, Row{"ninety", 90},
};
constexpr std::array kDecades{
    Row{"twenties", 20}, Row{"thirties", 30}, Row{"forties", 40}, Row{"fifties", 50},
    Row{"sixties", 60},  Row{"seventies", 70}, Row{"eighties", 80}, Row{"nineties", 90},
};
constexpr std::array kOrdinals{
    Row{"first", 1},       Row{"second", 2},      Row{"third", 3},       Row{"fourth", 4},      Row{"fifth", 5},
    Row{"sixth", 6},       Row{"seventh", 7},     Row{"eighth", 8},      Row{"ninth", 9},       Row{"tenth", 10},
    Row{"eleventh", 11},   Row{"twelfth", 12},    Row{"thirteenth", 13}, Row{"fourteenth", 14}, Row{"fifteenth", 15},
    Row{"sixteenth", 16},  Row{"seventeenth", 17}, Row{"eighteenth", 18}, Row{"nineteenth", 19}, Row{"twentieth", 20},
    Row{"thirtieth", 30},  Row{"fortieth", 40},   Row{"fiftieth", 50},   Row{"sixtieth", 60},   Row{"seventieth", 70},
    Row{"eightieth", 80},  Row{"ninetieth", 90},  Row{"hundredth", 100},
};
/// Parts of a whole by their denominators; the ordinals from third on serve as well.
constexpr std::array kParts{
    Row{"half", 2},     Row{"halves", 2},   Row{"third", 3},     Row{"thirds", 3},   Row{"quarter", 4}, Row{"quarters", 4},
    Row{"fourth", 4},   Row{"fourths", 4},  Row{"fifth", 5},     Row{"fifths", 5},   Row{"sixth", 6},   Row{"sixths", 6},
    Row{"seventh", 7},  Row{"sevenths", 7}, Row{"eighth", 8},    Row{"eighths", 8},  Row{"ninth", 9},   Row{"ninths", 9},
    Row{"tenth", 10},   Row{"tenths", 10},  Row{"hundredth", 100}, Row{"hundredths", 100},
};
/// Words that say a number without counting.
constexpr std::array kOthers{
    Row{"zero", 0},    Row{"no", 0},      Row{"none", 0},   Row{"nil", 0},      Row{"single", 1},    Row{"sole", 1},
    Row{"both", 2},    Row{"couple", 2},  Row{"pair", 2},   Row{"twice", 2},    Row{"double", 2},    Row{"doubled", 2},
    Row{"doubles", 2}, Row{"triple", 3},  Row{"tripled", 3}, Row{"trio", 3},    Row{"quadruple", 4}, Row{"quadrupled", 4},
    Row{"dozen", 12},
};

/// Reads a number in words from one position on.
class WordReader {
 public:
  WordReader(const WordingText& text, std::size_t at) : text_(text), from_(at), end_(at), next_(at) {}

  /// "two hundred and five thousand", "a million", "half a dozen"; nothing when no number starts here.
  std::optional<Reading> cardinal() {
    if (!start()) return std::nullopt;
    while (go_on()) {
    }
    return Reading{end_, total_ + current_};
  }

  std::size_t end() const { return end_; }
  bool has_magnitude() const { return has_magnitude_; }

 private:
  std::string word(std::size_t at) const { return text_.word(at); }

  void take(std::size_t at) {
    end_ = text_.end_of_letters(at);
    next_ = text_.skip_joint(end_);
  }

  bool start() {
    const std::string first = word(next_);
    if (first == "a" || first == "an") {
      const std::size_t second = text_.skip_spaces(text_.end_of_letters(next_));
      const double times = spelled_magnitude(word(second));
      if (times == 0) return false;
      current_ = 1;
      take(next_);
      return true;
    }
    if (first == "half" || first == "quarter") {  // half a million, a quarter of a million
      std::size_t at = text_.skip_spaces(text_.end_of_letters(next_));
      if (word(at) == "of") at = text_.skip_spaces(text_.end_of_letters(at));
      if (word(at) != "a") return false;
      const std::size_t noun = text_.skip_spaces(text_.end_of_letters(at));
      const double times = spelled_magnitude(word(noun));
      if (times == 0) return false;
      current_ = times * (first == "half" ? 0.5 : 0.25);
      has_magnitude_ = times >= 1000;
      take(noun);
      is_complete_ = true;
      return true;
    }
    // "hundred" alone counts as one of them, "hundreds" says no number.
    if (spelled_magnitude(first) != 0 && !first.ends_with('s')) {
      current_ = 1;
      return true;
    }
    return small_number();
  }

  /// 1 to 99, as far as it fits behind what was read.
  bool small_number() {
    const std::string here = word(next_);
    if (const double units = find(kUnits, here); units >= 0) {
      current_ += units;
      take(next_);
      is_small_closed_ = true;
      return true;
    }
    const double tens = find(kTens, here);
    if (tens < 0) return false;
    current_ += tens;
    take(next_);
    if (const double units = find(kUnits, word(next_)); units >= 0 && units < 10) {
      current_ += units;
      take(next_);
    }
    is_small_closed_ = true;
    return true;
  }

  /// Magnitudes that are words; letters such as "m" stand behind digits only.
  static double spelled_magnitude(std::string_view word) { return word.size() < 4 ? 0 : wording_magnitude(word); }

  bool go_on() {
    if (is_complete_ || (next_ == end_ && end_ != from_)) return false;
    const std::string here = word(next_);
    if (const double times = spelled_magnitude(here); times != 0) {
      if (times == 100) {
        current_ *= 100;
      } else if (current_ == 0) {
        total_ *= times;  // "thousand million"
      } else {
        total_ += current_ * times;
        current_ = 0;
      }
      has_magnitude_ = has_magnitude_ || times >= 1000;
      take(next_);
      is_small_closed_ = false;
      return true;
    }
    if (here == "and") return take_behind_and();
    if (here == "point") return take_decimals();
    // "three thousand two hundred", but "two three" is two numbers.
    return !is_small_closed_ && small_number();
  }

  bool take_behind_and() {
    const std::size_t behind = text_.skip_spaces(text_.end_of_letters(next_));
    if (word(behind) == "a") {
      const std::size_t noun = text_.skip_spaces(text_.end_of_letters(behind));
      const std::string part = word(noun);
      if (part != "half" && part != "quarter") return false;
      current_ += part == "half" ? 0.5 : 0.25;
      take(noun);
      return true;
    }
    if (is_small_closed_ || (total_ == 0 && current_ < 100)) return false;
    if (find(kUnits, word(behind)) < 0 && find(kTens, word(behind)) < 0) return false;
    next_ = behind;
    return small_number();
  }

  /// "two point five".
  bool take_decimals() {
    double scale = 0.1;
    std::size_t at = text_.skip_spaces(text_.end_of_letters(next_));
    bool has_any = false;
    for (;;) {
      const double digit = word(at) == "zero" ? 0 : find(kUnits, word(at));
      if (digit < 0 || digit > 9) break;
      current_ += digit * scale;
      scale /= 10;
      has_any = true;
      take(at);
      at = next_;
    }
    return has_any;
  }

  const WordingText& text_;
  std::size_t from_, end_, next_;
  double total_ = 0, current_ = 0;
  bool has_magnitude_ = false;
  bool is_small_closed_ = false;  ///< 1 to 99 are said; only a magnitude may follow.
  bool is_complete_ = false;
};

bool is_generation(const WordingText& text, std::size_t end) {
  const std::string next = text.word(text.skip_joint(end));
  return next == "gen" || next == "generation";
}

void add(const WordingText& text, Kind kind, std::size_t from, std::size_t to, double value, std::vector<StatedNumber>& out) {
  out.push_back({kind, text.byte(from), text.byte(to), value});
}

/// "third", "twenty-first", "a third": places and parts of a whole.
std::size_t read_ordinal(const WordingText& text, std::size_t i, std::vector<StatedNumber>& out) {
  const std::string first = text.word(i);
  const std::size_t end = text.end_of_letters(i);
  if (const double ten = find(kTens, first); ten >= 0) {
    const std::size_t at = text.skip_joint(end);
    const double unit = find(kOrdinals, text.word(at));
    if (at == end || unit < 1 || unit > 9) return i;
    const std::size_t behind = text.end_of_letters(at);
    if (!is_generation(text, behind)) add(text, Kind::ordinal, i, behind, ten + unit, out);
    return behind;
  }
  const double place = find(kOrdinals, first);
  const double parts = find(kParts, first);
  if (place < 0 && parts < 0) return i;
  if (is_generation(text, end)) return end;
  if (place > 0) add(text, Kind::ordinal, i, end, place, out);
  if (parts > 0) add(text, Kind::fraction, i, end, 1 / parts, out);
  return end;
}

}  // namespace

std::size_t read_english(const WordingText& text, std::size_t i, std::vector<StatedNumber>& out) {
  if (i > 0 && (text.is_letter(i - 1) || text.digit(i - 1) >= 0)) return i;
  if (text.end_of_letters(i) == i) return i;
  const std::string first = text.word(i);
  if (text.digit(text.end_of_letters(i)) >= 0) return i;  // the letters of a name
  if (const double decade = find(kDecades, first); decade >= 0) {
    const std::size_t end = text.end_of_letters(i);
    out.push_back(interval_of_ten(text, i, end, decade));
    return end;
  }
  if (first == "half" || first == "quarter") {  // of a million, or by itself
    WordReader whole(text, i);
    if (const auto number = whole.cardinal()) {
      out.push_back({Kind::cardinal, text.byte(i), text.byte(number->to), number->value, 0, whole.has_magnitude()});
      return number->to;
    }
  }
  if (const std::size_t end = read_ordinal(text, i, out); end != i) return end;
  WordReader reader(text, i);
  if (const auto number = reader.cardinal()) {
    // "two thirds", "three quarters"; "one third".
    const std::size_t at = text.skip_joint(number->to);
    const double parts = at == number->to ? -1 : find(kParts, text.word(at));
    if (parts > 0 && number->value < parts) {
      const std::size_t end = text.end_of_letters(at);
      add(text, Kind::fraction, i, end, number->value / parts, out);
      return end;
    }
    if (text.word(number->to) == "fold") return number->to;
    if (reader.has_magnitude()) {
      out.push_back({Kind::cardinal, text.byte(i), text.byte(number->to), number->value, 0, true});
      return number->to;
    }
    return add_with_tail(text, i, number->to, number->value, out);
  }
  if (first.size() > 4 && first.ends_with("fold")) {
    const double times = find(kUnits, std::string_view(first).substr(0, first.size() - 4));
    if (times > 0) {
      add(text, Kind::cardinal, i, text.end_of_letters(i), times, out);
      return text.end_of_letters(i);
    }
  }
  const double other = find(kOthers, first);
  if (other < 0) return i;
  const std::size_t end = text.end_of_letters(i);
  if (first == "no" && text.at(end) == U'.') return end;  // "No. 5"
  add(text, Kind::cardinal, i, end, other, out);
  return end;
}

}  // namespace briefpack::truth
