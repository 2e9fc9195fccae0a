#include <algorithm>
#include <charconv>
#include <set>

#include "truth/naked_number_find.h"
#include "truth/naked_number_vocabulary.h"

namespace briefpack::truth {

namespace {

using Words = std::set<std::string_view>;

/// The whole number in `text`, or -1.
int whole(std::string_view text) {
  int out = -1;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), out);
  return error == std::errc() && end == text.data() + text.size() && is_digit(text.empty() ? 'x' : text.front()) ? out
                                                                                                                 : -1;
}

bool is_within(std::string_view text, int low, int high) {
  const int n = text.size() <= 4 ? whole(text) : -1;
  return n >= low && n <= high;
}

class Exceptions {
 public:
  Exceptions(const RunningText& text, const std::vector<Token>& tokens, const Lexicon& lexicon,
             const SectionNumbers& sections)
      : text_(text),
        tokens_(tokens),
        lexicon_(lexicon),
        sections_(sections),
        out_(tokens.size()),
        references_(tokens.size()),
        has_bracketed_list_(holds("(1)") && holds("(2)")),
        has_marked_list_(holds("1)") && holds("2)")) {}

  std::vector<bool> all() {
    for (std::size_t i = 0; i < tokens_.size(); ++i) {
      const Token& t = tokens_[i];
      const bool has_digit = std::any_of(t.text.begin(), t.text.end(), is_digit);
      if (!has_digit || t.is_skipped || t.kind == Token::Kind::script) continue;
      const bool is_number = t.kind == Token::Kind::number;
      references_[i] = !is_date(i) && is_reference(i);
      out_[i] = references_[i] || is_date(i) || is_list_number(i) || (is_number ? is_code(i) : is_name(i));
    }
    return std::move(out_);
  }

 private:
  bool holds(std::string_view words) const { return text_.text().find(words) != std::string::npos; }
  const Token& at(std::size_t i, int by) const {
    static const Token kNone;
    const auto n = static_cast<std::ptrdiff_t>(i) + by;
    return n < 0 || n >= static_cast<std::ptrdiff_t>(tokens_.size()) ? kNone : tokens_[static_cast<std::size_t>(n)];
  }
  /// The word before, over one full stop ("p. 3", "Nov. 2024").
  const Token& word_before(std::size_t i) const {
    return at(i, -1).text == "." && at(i, -1).is_joined ? at(i, -2) : at(i, -1);
  }
  bool is_followed_by_quantity(std::size_t i) const {
    const Token& next = at(i, 1);
    return next.text == "%" || magnitude_of(next.text) || is_measure(next.lower) ||
           lexicon_.nouns.count(next.lower) != 0;
  }

  // ---- dates and times ----

  bool is_date(std::size_t i) const {
    const Token& t = tokens_[i];
    if (t.kind == Token::Kind::word) return is_date_word(t);
    const auto parts = parts_of(t.text);
    return is_calendar(t.text, parts) || is_time(t, i) || is_beside_month(i, parts) || is_korean_date(i, parts) ||
           is_spaced_date(i) || is_year_in_place(i, parts);
  }

  /// "2020s", "2024-Q1", "1Q25", "FY24", "2024H1", "mid-2024", "2024-11-20T10:30", "9am".
  static bool is_date_word(const Token& t) {
    const std::string_view s = t.lower;
    const auto is_quarter = [](std::string_view p) {
      return p.size() == 2 && ((p[0] == 'q' && p[1] >= '1' && p[1] <= '4') ||
                               ((p[0] == 'h' || p[0] == 's') && (p[1] == '1' || p[1] == '2')));
    };
    if (s.size() == 5 && s[4] == 's' && s[3] == '0' && is_all_digits(s.substr(0, 4))) return true;
    if (s.size() >= 6 && is_year(s.substr(0, 4))) {
      const std::string_view rest = s.substr(s[4] == '-' || s[4] == ':' || s[4] == '/' ? 5 : 4);
      if (is_quarter(rest) || (rest.size() == 3 && rest[0] == 'w' && is_all_digits(rest.substr(1)))) return true;
    }
    if (s.size() >= 2 && s.size() <= 4 && is_digit(s[0]) && (s[1] == 'q' || s[1] == 'h') &&
        (s.size() == 2 || is_all_digits(s.substr(2))))
      return true;
    if (s.size() > 10 && s[4] == '-' && s[7] == '-' && s[10] == 't') return true;
    if ((s.ends_with("am") || s.ends_with("pm")) && is_within(s.substr(0, s.size() - 2), 1, 12)) return true;
    const std::size_t dash = s.rfind('-');
    return dash != std::string_view::npos && is_year(s.substr(dash + 1)) && !is_digit(s[0]);
  }

  /// "2024-11-20", "2010–2021", "2024/25", "20.11.2026", "11/20/2026".
  static bool is_calendar(std::string_view s, const std::vector<std::string_view>& parts) {
    const auto all_digits = std::all_of(parts.begin(), parts.end(), is_all_digits);
    if (all_digits && parts.size() == 2 && is_year(parts[0])) {
      if (is_year(parts[1])) return true;
      if (parts[1].size() == 2) return is_within(parts[1], 0, 99);
      // "2024/1689": acts and files are numbered by year.
      if (s[4] == '/' && parts[1].size() >= 3 && parts[1].size() <= 5) return true;
    }
    if (all_digits && parts.size() == 3) {
      if (is_year(parts[0]) && is_within(parts[1], 1, 12) && is_within(parts[2], 1, 31)) return true;
      if (is_year(parts[2]) && is_within(parts[0], 1, 31) && is_within(parts[1], 1, 31)) return true;
    }
    if (s == "24/7" || s == "9/11" || s == "80/20" || s == "50/50") return true;
    if (s.find("·") != std::string_view::npos) {  // "3·1", "6·25": days that have become names
      const std::size_t dot = s.find("·");
      return is_within(s.substr(0, dot), 1, 12) && is_within(s.substr(dot + std::string_view("·").size()), 1, 31);
    }
    std::vector<std::string_view> points;
    for (std::size_t from = 0; from <= s.size();) {
      const std::size_t end = std::min(s.find('.', from), s.size());
      points.push_back(s.substr(from, end - from));
      from = end + 1;
    }
    if (points.size() != 3 || !std::all_of(points.begin(), points.end(), is_all_digits)) return false;
    return (is_year(points[2]) && is_within(points[0], 1, 31) && is_within(points[1], 1, 12)) ||
           (is_year(points[0]) && is_within(points[1], 1, 12) && is_within(points[2], 1, 31));
  }

  bool is_time(const Token& t, std::size_t i) const {
    const std::size_t colon = t.text.find(':');
    if (colon != std::string_view::npos && is_within(t.text.substr(0, colon), 0, 24) && t.text.size() >= colon + 3 &&
        is_within(t.text.substr(colon + 1, 2), 0, 59))
      return true;
    const Token& next = at(i, 1);
    const bool is_half_day = next.lower == "am" || next.lower == "pm" || next.lower == "a.m" || next.lower == "p.m" ||
                             next.lower == "o'clock" || next.lower == "o’clock";
    if (is_half_day && t.text.size() <= 5) return true;
    return next.kind == Token::Kind::script && next.is_joined && is_within(t.text, 0, 24) &&
           next.text.starts_with("시") && !next.text.starts_with("시간");
  }

  bool is_day(std::string_view text) const {
    if (text.size() > 2 &&
        (text.ends_with("st") || text.ends_with("nd") || text.ends_with("rd") || text.ends_with("th")))
      text.remove_suffix(2);
    return is_within(text, 1, 31);
  }

  /// "20 November 2026", "November 20, 2026", "12–14 May", "Dec 2019", "20 and 21 May".
  bool is_beside_month(std::size_t i, const std::vector<std::string_view>& parts) const {
    const bool are_days = std::all_of(parts.begin(), parts.end(), [this](std::string_view p) { return is_day(p); });
    if (are_days) {
      int step = 1;
      if (at(i, step).lower == "of") ++step;
      if (is_month_name(at(i, step).text)) return true;
      const bool is_list =
          at(i, 1).lower == "and" || at(i, 1).lower == "to" || at(i, 1).text == "–" || at(i, 1).text == ",";
      if (is_list && at(i, 2).kind == Token::Kind::number && is_day(at(i, 2).text) && is_month_name(at(i, 3).text))
        return true;
    }
    const Token& before = word_before(i);
    if (!is_month_name(before.text)) {
      // The year behind "November 20,".
      return is_year(tokens_[i].text) && at(i, -1).text == "," &&
             (is_month_name(at(i, -2).text) || is_month_name(at(i, -3).text));
    }
    if (before.text == "May" && before.starts_sentence) return is_year(tokens_[i].text);
    return (are_days || (tokens_[i].text.size() == 4 && is_all_digits(tokens_[i].text))) && !is_followed_by_quantity(i);
  }

  /// 2026년, 11월, 11월 20일, 3분기, 2020년대, 21세기, 1~3월, 오전 10시 30분; 제3호, 4차, 1인당, 5세대.
  bool is_korean_date(std::size_t i, const std::vector<std::string_view>& parts) const {
    const Token& next = at(i, 1);
    if (next.kind != Token::Kind::script || !next.is_joined) return false;
    const std::string_view s = next.text;
    const std::string_view last = parts.back();
    const bool is_ordinal_label =
        at(i, -1).kind == Token::Kind::script && tokens_[i].is_joined && at(i, -1).text.ends_with("제");
    if (is_ordinal_label) return true;
    if (s.starts_with("년"))
      return last.size() == 4 || (last.size() == 2 && (s.starts_with("년대") || parts.size() == 2));
    if (s.starts_with("월")) return is_within(last, 1, 12);
    if (s.starts_with("일")) return is_within(last, 1, 31) && !s.starts_with("일간") && !s.starts_with("일 ");
    if (s.starts_with("분기")) return is_within(last, 1, 4);
    if (s.starts_with("분")) return at(i, -1).text == "시";
    for (const char* label : {"세기", "세대", "차 ", "차", "호", "쪽", "인당", "급", "단계"}) {
      if (s.starts_with(label)) return is_within(last, 1, 9999);
    }
    return false;
  }

  /// "2026. 11. 20." as Korean texts write it, and "’24".
  bool is_spaced_date(std::size_t i) const {
    const auto number = [&](int by) {
      return at(i, by).kind == Token::Kind::number ? at(i, by).text : std::string_view();
    };
    const auto dot = [&](int by) { return at(i, by).text == "."; };
    if (is_year(tokens_[i].text) && dot(1) && is_within(number(2), 1, 12) && dot(3)) return true;
    if (is_within(tokens_[i].text, 1, 12) && dot(-1) && is_year(number(-2)) && dot(1)) return true;
    if (is_within(tokens_[i].text, 1, 31) && dot(-1) && is_within(number(-2), 1, 12) && dot(-3) && is_year(number(-4)))
      return true;
    const Token& before = at(i, -1);
    return (before.text == "’" || before.text == "'") && tokens_[i].is_joined && tokens_[i].text.size() == 2;
  }

  /// "in 2024", "the 2024 plan", "2019, 2020 and 2021"; "2000 GPUs" and "USD 2000" are none.
  bool is_year_in_place(std::size_t i, const std::vector<std::string_view>& parts) const {
    const Token& t = tokens_[i];
    if (parts.size() != 1 || t.text.size() != 4 || !is_all_digits(t.text)) return false;
    const Token& before = word_before(i);
    if (is_time_word(before.lower))
      return is_within(t.text, 1000, 2199) && !magnitude_of(at(i, 1).text) && at(i, 1).text != "%";
    if (before.lower == "the" && is_within(t.text, 1000, 1899)) return !is_followed_by_quantity(i);
    if (!is_year(t.text)) return false;
    if (before.text == "$" || before.text == "€" || before.text == "£" || before.text == "₩" || before.text == "¥")
      return false;
    static const Words kAmounts{"usd",  "eur",    "krw",    "cny",           "jpy",     "gbp",  "than",    "least",
                                "most", "nearly", "almost", "approximately", "roughly", "only", "exactly", "some"};
    if (kAmounts.count(before.lower) != 0 || is_followed_by_quantity(i)) return false;
    const Token& next = at(i, 1);
    // "2000 H100 GPUs": one word may stand between number and noun.
    if (next.kind == Token::Kind::word && lexicon_.nouns.count(at(i, 2).lower) != 0) return false;
    return !(next.kind == Token::Kind::script && next.is_joined && lexicon_.counters.count(next.text) != 0);
  }

  // ---- labels ----

  bool is_reference(std::size_t i) const {
    const Token& t = tokens_[i];
    const Token& before = word_before(i);
    if (t.kind == Token::Kind::word && !is_digit(t.text.front())) return false;
    if (before.text == "§" || before.text == "№" || (before.text == "#" && t.is_joined)) return true;
    if (before.kind == Token::Kind::script && is_reference_word_ko(before.text))
      return !t.is_joined || before.text != "표";
    if (goes_on_in_list(i)) return true;
    // "Article 50(2)", "ASEAN+3", "2015 = 100"
    const Token& sign = at(i, -1);
    if (sign.text == "(" && sign.is_joined && i >= 2 && references_[i - 2]) return true;
    if (sign.text == "+" && sign.is_joined && t.is_joined && at(i, -2).kind == Token::Kind::word) return true;
    if (sign.text == "=" && is_year(at(i, -2).text)) return true;
    if (before.lower == "no" && (at(i, 1).lower == "in" || at(i, 1).lower == "worldwide" ||
                                 at(i, 1).lower == "globally" || at(i, -3).lower.starts_with("rank")))
      return false;
    if (before.lower == "no" && at(i, -1).text != "." && !starts_with_capital(before.text))
      return false;  // "no 35 petaFLOPS"
    const bool is_quantity = at(i, 1).text == "%" || magnitude_of(at(i, 1).text) || is_measure(at(i, 1).lower);
    if (is_quantity) return false;
    if (is_product_word(before.text) && lexicon_.nouns.count(at(i, 1).lower) == 0) return t.text.find(',') == std::string_view::npos;
    const std::string_view word =
        std::string_view(before.lower).substr(before.lower.rfind('/') + 1);  // "ISO/IEC 42001"
    if (is_reference_word(word))
      return t.text.find(',') == std::string_view::npos || before.lower.starts_with("note") ||
             before.lower.starts_with("pp");
    return is_ranked_word(before.lower) && is_within(t.text.substr(0, t.text.find_first_of(".–-")), 0, 30);
  }

  /// "pages 3, 4 and 7": what follows a reference over a comma, "and", "or", "to" or a dash.
  bool goes_on_in_list(std::size_t i) const {
    if (i < 2 || tokens_[i].text.find(',') != std::string_view::npos) return false;
    const Token& joint = at(i, -1);
    const bool is_joint = joint.text == "," || joint.text == "&" || joint.text == "–" || joint.lower == "and" ||
                          joint.lower == "or" || joint.lower == "to";
    if (!is_joint || !references_[i - 2] || is_followed_by_quantity(i)) return false;
    return tokens_[i - 2].kind == tokens_[i].kind && tokens_[i - 2].text.size() <= 4 && tokens_[i].text.size() <= 4;
  }

  /// "2. Rankings" at the start of a heading, "(1) compute, (2) talent", "[3]", a cell below the head "No.".
  bool is_list_number(std::size_t i) const {
    const Token& t = tokens_[i];
    const Token& next = at(i, 1);
    if (text_.place() == RunningText::Place::numbering_cell && tokens_.size() <= 2) return true;
    if (i == 0 && text_.place() == RunningText::Place::heading && t.text.size() <= 6) {
      const bool is_marked =
          (next.text == "." || next.text == ")" || next.text == ":") && next.is_joined && is_within(t.text, 1, 99);
      if (is_marked && tokens_.size() > 2) return true;
      const bool is_deep = std::count(t.text.begin(), t.text.end(), '.') >= 1 && starts_with_capital(next.text);
      if (is_deep && sections_.count(whole(t.text.substr(0, t.text.find('.')))) != 0) return true;
      const int n = whole(t.text);
      if (n >= 0 && starts_with_capital(next.text) && sections_.count(n) != 0 &&
          (sections_.count(n - 1) != 0 || sections_.count(n + 1) != 0))
        return true;
    }
    if (!is_within(t.text, 1, 30) || next.text != ")" || !next.is_joined)
      return at(i, -1).text == "[" && next.text == "]" && is_within(t.text, 1, 999);
    // A bracketed number is one of a list when its list starts at 1 and goes on.
    return at(i, -1).text == "(" ? has_bracketed_list_ : has_marked_list_;
  }

  /// "1.2.3" (a version), "007" (a code), "4.0" of "Industry 4.0".
  bool is_code(std::size_t i) const {
    const std::string_view s = tokens_[i].text;
    const auto dots = std::count(s.begin(), s.end(), '.');
    const bool is_plain = s.find_first_not_of("0123456789.") == std::string_view::npos;
    if (is_plain && dots >= 2) return s.size() - s.rfind('.') != 4;  // "1.000.000" is a grouped number
    if (s.size() >= 2 && s.front() == '0' && is_all_digits(s)) return true;
    static const Words kNames{"Industry", "Industrie", "Web", "Society", "Government", "Work", "Health", "Education"};
    if (s.size() == 3 && s.ends_with(".0") && kNames.count(at(i, -1).text) != 0) return true;
    // Licences and protocols go by version: "CC BY 4.0", "HTTP 1.1", "USB 3.2".
    static const Words kVersioned{"BY", "BY-SA", "BY-NC", "BY-ND", "CC0", "GPL", "LGPL", "AGPL", "MPL", "Apache", "HTTP", "TLS", "USB", "PCIe", "Bluetooth", "OpenAPI", "Unicode", "HDMI", "IPv"};
    if (is_plain && dots <= 1 && s.size() <= 4 && kVersioned.count(at(i, -1).text) != 0) return true;
    const bool is_offset = at(i, -1).text == "+" || at(i, -1).text == "−" || at(i, -1).text == "-";
    return is_offset && (at(i, -2).text == "UTC" || at(i, -2).text == "GMT" || at(i, -2).text == "KST");
  }

  /// Digits in a word with letters, unless the letters are a unit, a currency or an ordinal's ending.
  bool is_name(std::size_t i) const {
    const Token& t = tokens_[i];
    const std::string_view s = t.text;
    if (!is_digit(s.front())) {
      static const Words kCurrencies{"USD", "EUR", "KRW", "CNY", "JPY", "GBP", "RMB",
                                     "CHF", "CAD", "SGD", "INR", "TWD", "US"};
      const std::size_t digit = static_cast<std::size_t>(std::find_if(s.begin(), s.end(), is_digit) - s.begin());
      if (kCurrencies.count(s.substr(0, digit)) != 0) return false;
      static const Words kPrefixes{"top", "sub", "under", "over", "plus", "non", "some"};
      const std::size_t dash = t.lower.find('-');
      return dash == std::string::npos || kPrefixes.count(std::string_view(t.lower).substr(0, dash)) == 0;
    }
    const auto tail_at = std::find_if(s.begin(), s.end(), [](char c) { return !is_digit(c) && c != ',' && c != '.'; });
    const std::size_t digits = static_cast<std::size_t>(tail_at - s.begin());
    const std::string_view tail = s.substr(digits);
    if (tail == "st" || tail == "nd" || tail == "rd" || tail == "th") return is_named_ordinal(i);
    if (tail.starts_with("th-") || tail.starts_with("st-")) return tail.ends_with("century");
    // "35-petaFLOPS", "10-year"; "2024-based" is a year, "3-D" a name.
    if (tail == "-degree" && s.substr(0, digits) == "360") return true;
    if (tail.starts_with("-")) return is_year(s.substr(0, digits)) || tail.size() <= 2;
    static const Words kUnits{"k",   "m",   "mn",  "mln", "bn",   "tn",     "b",      "x",      "pp",     "bp",
                              "bps", "km",  "kg",  "cm",  "mm",   "nm",     "kW",     "MW",     "GW",     "TW",
                              "kWh", "MWh", "GWh", "TWh", "PF",   "PFLOPS", "EFLOPS", "TFLOPS", "GFLOPS", "GB",
                              "TB",  "PB",  "MB",  "EB",  "Gbps", "Mbps",   "GHz",    "MHz",    "t",      "Mt",
                              "Gt",  "h",   "s",   "min", "USD",  "EUR",    "KRW",    "CNY",    "fold"};
    if (kUnits.count(tail) != 0) return false;
    // "5G", "4K", "3M" are names; "70B", "35M", "100K" are numbers.
    if (tail == "M" || tail == "K" || tail == "B") return digits < 2;
    return true;
  }

  /// "21st century", "14th Five-Year Plan", "20th of May"; "33rd" alone is a place.
  bool is_named_ordinal(std::size_t i) const {
    const Token& next = at(i, 1);
    static const Words kSeries{"century", "edition",    "anniversary", "birthday", "floor",  "parallel", "session",  "meeting",
                               "plenary", "conference", "congress",    "assembly", "summit", "round",    "amendment", "legislature"};
    if (kSeries.count(next.lower) != 0 || is_month_name(next.text)) return true;
    if (next.lower == "of" && is_month_name(at(i, 2).text)) return true;
    if (is_month_name(at(i, -1).text)) return true;
    const bool is_name = next.kind == Token::Kind::word && starts_with_capital(next.text) && next.text != next.lower &&
                         lexicon_.entities.count(next.text) == 0;
    const bool is_mixed =
        is_name && std::any_of(next.text.begin() + 1, next.text.end(), [](char c) { return c >= 'a' && c <= 'z'; });
    return is_mixed && text_.place() != RunningText::Place::cell;
  }

  const RunningText& text_;
  const std::vector<Token>& tokens_;
  const Lexicon& lexicon_;
  const SectionNumbers& sections_;
  std::vector<bool> out_;
  std::vector<bool> references_;  ///< Those of out_ that are labels: a list of labels goes on over "and".
  bool has_bracketed_list_, has_marked_list_;
};

}  // namespace

bool is_year(std::string_view text) { return text.size() == 4 && is_within(text, 1900, 2100); }

std::vector<bool> excepted(const RunningText& text, const std::vector<Token>& tokens, const Lexicon& lexicon,
                           const SectionNumbers& sections) {
  return Exceptions(text, tokens, lexicon, sections).all();
}

}  // namespace briefpack::truth
