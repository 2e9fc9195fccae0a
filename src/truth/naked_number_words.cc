#include <algorithm>
#include <array>
#include <cmath>
#include <set>

#include "truth/naked_number_find.h"

namespace briefpack::truth {

namespace {

using Words = std::set<std::string_view>;

/// Words between which and a noun no quantity is stated: "two of the centres".
bool is_function_word(std::string_view lower) {
  static const Words kWords{"of",   "and",  "or",   "in",   "on",    "to",    "the",    "a",      "an",    "at",
                            "by",   "for",  "from", "with", "as",    "is",    "are",    "was",    "were",  "which",
                            "that", "but",  "than", "per",  "its",   "their", "this",   "these",  "those", "not",
                            "only", "both", "if",   "when", "while", "into",  "across", "between"};
  return kWords.count(lower) != 0;
}

/// Words before a small number that point back to things named already: "the two countries".
bool points_back(std::string_view lower) {
  static const Words kWords{"the",     "these", "those", "all",  "any",  "no",     "every", "each", "other",
                            "between", "first", "last",  "next", "past", "either", "which", "our",  "both"};
  return kWords.count(lower) != 0;
}

bool is_superlative(std::string_view lower) {
  static const Words kWords{"largest", "biggest", "highest", "lowest",    "smallest", "best",     "worst",   "fastest",
                            "slowest", "most",    "least",   "strongest", "richest",  "greatest", "longest", "leading"};
  return kWords.count(lower) != 0;
}

bool is_rank_verb(std::string_view lower) {
  static const Words kWords{"rank",  "ranks", "ranked",   "ranking", "placed", "places",
                            "comes", "came",  "finished", "stands",  "stood"};
  return kWords.count(lower) != 0;
}

/// Plain multiples: "half", "a third", "three quarters".
bool is_fraction_noun(std::string_view lower) {
  static const Words kWords{"third",   "thirds", "quarter", "quarters", "fifth", "fifths", "sixth",     "sixths",
                            "seventh", "eighth", "eighths", "ninth",    "tenth", "tenths", "hundredth", "thousandth"};
  return kWords.count(lower) != 0;
}

bool is_plural_magnitude(std::string_view lower) {
  static const Words kWords{"hundreds", "thousands", "millions", "billions", "trillions", "dozens"};
  return kWords.count(lower) != 0;
}

class Finder {
 public:
  Finder(const std::vector<Token>& tokens, const Lexicon& lexicon)
      : tokens_(tokens), lexicon_(lexicon), is_title_case_(has_title_case()) {}

  std::vector<NakedNumber> all() {
    for (std::size_t i = 0; i < tokens_.size(); ++i) {
      const Token& t = tokens_[i];
      if (t.kind != Token::Kind::word || t.is_skipped || is_name(i)) continue;
      if (fraction(i) || magnitude(i) || multiple(i) || one_in(i) || cardinal(i) || ordinal(i)) i = last_;
    }
    return std::move(out_);
  }

 private:
  const Token& at(std::size_t i, int by) const {
    static const Token kNone;
    const auto n = static_cast<std::ptrdiff_t>(i) + by;
    return n < 0 || n >= static_cast<std::ptrdiff_t>(tokens_.size()) ? kNone : tokens_[static_cast<std::size_t>(n)];
  }

  /// Most longer words have a capital: capitals then say nothing about names.
  bool has_title_case() const {
    std::size_t longer = 0, capital = 0;
    for (const Token& t : tokens_) {
      if (t.kind != Token::Kind::word || t.text.size() < 4) continue;
      ++longer;
      if (starts_with_capital(t.text)) ++capital;
    }
    return longer >= 3 && capital * 3 >= longer * 2;
  }

  /// "Thousand Talents Plan", "Group of Seven", "Five Eyes": a number word with a capital that is part of a name.
  bool is_name(std::size_t i) const {
    const Token& t = tokens_[i];
    if (!starts_with_capital(t.text) || is_title_case_) return false;
    if (!t.starts_sentence) return true;
    const Token& next = at(i, 1);
    return next.kind == Token::Kind::word && starts_with_capital(next.text) && lexicon_.nouns.count(next.lower) == 0 &&
           lexicon_.entities.count(next.text) == 0 && !is_adjective_of_entity(next.text) &&
           std::any_of(next.text.begin(), next.text.end(), [](char c) { return c >= 'a' && c <= 'z'; });
  }
  /// "Korean", "Koreans" of "Korea".
  bool is_adjective_of_entity(std::string_view word) const {
    return std::any_of(lexicon_.entities.begin(), lexicon_.entities.end(),
                       [&](const std::string& name) { return name.size() >= 4 && word.starts_with(name); });
  }

  bool add(std::size_t first, std::size_t last, std::optional<double> value = std::nullopt, bool is_per_cent = false) {
    out_.push_back({tokens_[first].begin, tokens_[last].end, value, is_per_cent, false, false});
    last_ = last;
    return true;
  }
  bool add_place(std::size_t i, int place) {
    out_.push_back({tokens_[i].begin, tokens_[i].end, place, false, true, false});
    last_ = i;
    return true;
  }

  /// a third of, two thirds, three-quarters, one fifth, half of, more than half.
  bool fraction(std::size_t i) {
    const Token& t = tokens_[i];
    const std::size_t dash = t.lower.find('-');
    if (dash != std::string::npos) {
      const int parts = cardinal_of(std::string_view(t.lower).substr(0, dash));
      const std::string_view noun = std::string_view(t.lower).substr(dash + 1);
      // "thirty-third" is a place.
      const bool agrees = noun.ends_with('s') ? parts >= 2 : parts == 1 || (parts == 3 && noun == "quarter");
      if (parts >= 1 && parts <= 9 && is_fraction_noun(noun) && agrees && at(i, 1).lower != "majority")
        return add(i, i);
    }
    const int count = t.lower == "a" ? 1 : cardinal_of(t.lower);
    const Token& noun = at(i, 1);
    if (count >= 1 && count <= 9 && is_fraction_noun(noun.lower)) {
      const bool is_plural = noun.lower.ends_with('s');
      static const Words kBehind{"of", "more", "less", "fewer", "lower", "higher", "larger", "smaller", "as", "to"};
      const bool is_quantity =
          kBehind.count(at(i, 2).lower) != 0 || at(i, 2).kind == Token::Kind::sign || at(i, 2).text.empty();
      // "a third country", "a quarter of 2024", "two quarters later" are none.
      const bool is_period =
          noun.lower.starts_with("quarter") && (at(i, 3).kind == Token::Kind::number || !is_quantity);
      static const Words kBefore{"by", "to", "than", "nearly", "almost", "about", "over", "only", "just", "roughly"};
      const bool is_ordinal =
          t.lower == "a" && kBehind.count(at(i, 2).lower) == 0 && kBefore.count(at(i, -1).lower) == 0;
      if (!is_period && !is_ordinal && (is_plural ? count >= 2 : count == 1 && is_quantity)) return add(i, i + 1);
    }
    if (t.lower != "half" && t.lower != "halves") return false;
    const Token& before = at(i, -1);
    static const Words kNoShare{"first",  "second", "latter", "other", "former",
                                "better", "each",   "this",   "that",  "the"};
    if (kNoShare.count(before.lower) != 0) return false;
    const Token& next = at(i, 1);
    const bool is_dozen = (next.lower == "a" && (at(i, 2).lower == "dozen" || magnitude_of(at(i, 2).lower)));
    if (is_dozen) return add(i, i + 2);
    static const Words kBefore{"than",   "nearly", "almost", "about", "over", "by",      "one",  "roughly",
                               "around", "under",  "least",  "only",  "just", "exactly", "some", "barely"};
    static const Words kBehind{"of", "the", "its", "their", "that", "as", "those"};
    return (kBefore.count(before.lower) != 0 || kBehind.count(next.lower) != 0) && add(i, i);
  }

  /// hundreds of, tens of thousands, a million, five hundred, two dozen, several thousand.
  bool magnitude(std::size_t i) {
    const Token& t = tokens_[i];
    if (t.lower == "tens" && at(i, 1).lower == "of" && is_plural_magnitude(at(i, 2).lower)) return add(i, i + 2);
    if (is_plural_magnitude(t.lower)) {
      // "a comma for thousands" counts nothing.
      if (at(i, 1).lower != "of") return false;
      return add(i, is_plural_magnitude(at(i, 2).lower) ? i + 2 : i);
    }
    static const Words kBefore{"a", "an", "several", "few", "some", "many"};
    const int count = cardinal_of(t.lower);
    const Token& next = at(i, 1);
    const bool is_magnitude = next.lower.size() > 2 && (magnitude_of(next.lower) || next.lower == "dozen");
    if (!is_magnitude || (count < 1 && kBefore.count(t.lower) == 0)) return false;
    if (t.lower == "some" || t.lower == "many") return false;
    // "one in a million" is a way of speaking; "a thousand times" is not.
    if (t.lower == "a" && (at(i, -1).lower == "in" || at(i, -1).lower == "thanks")) return false;
    std::size_t last = i + 1;
    double value = count < 1 ? 1 : count;
    for (std::size_t n = i + 1; n < tokens_.size(); ++n) {
      const auto power = tokens_[n].lower.size() > 2 ? magnitude_of(tokens_[n].lower) : std::nullopt;
      if (!power) break;
      value *= std::pow(10.0, *power);
      last = n;
    }
    const bool is_vague = t.lower == "several" || t.lower == "few" || next.lower == "dozen" ||
                          at(last, 1).lower == "and" || cardinal_of(at(last, 1).lower) > 0;
    while (last + 1 < tokens_.size() && is_vague &&
           (cardinal_of(at(last, 1).lower) > 0 || (at(last, 1).lower == "and" && cardinal_of(at(last, 2).lower) > 0)))
      ++last;
    return add(i, last, is_vague ? std::nullopt : std::optional(value));
  }

  /// doubled, halving, twice as, twofold, double the.
  bool multiple(std::size_t i) {
    const std::string& w = tokens_[i].lower;
    const Token& next = at(i, 1);
    static const Words kAway{"back", "down", "up", "over", "as", "check", "count", "counting", "standard", "standards"};
    static const Words kVerbs{"doubled",    "doubling",    "tripled",    "tripling", "trebled", "trebling",
                              "quadrupled", "quadrupling", "quintupled", "halved",   "halving", "halve",
                              "halves",     "doubles",     "triples",    "trebles"};
    if (kVerbs.count(w) != 0) {
      const bool is_noun = w == "halves" && at(i, -1).kind == Token::Kind::word && points_back(at(i, -1).lower);
      if (kAway.count(next.lower) == 0 && !is_noun && !(w == "halves" && at(i, -1).lower == "two")) return add(i, i);
      return false;
    }
    if (w.ends_with("fold") && w.size() > 5) {
      std::string_view stem = std::string_view(w).substr(0, w.size() - 4);
      if (stem.ends_with('-')) stem.remove_suffix(1);
      return cardinal_of(stem) >= 2 && cardinal_of(stem) <= 99 && add(i, i);
    }
    if (w == "double" || w == "triple" || w == "treble" || w == "quadruple") {
      static const Words kBefore{"than",  "nearly", "almost", "to",    "will",
                                 "would", "could",  "should", "about", "roughly"};
      static const Words kBehind{"the", "its", "their", "that", "those", "what"};
      return kAway.count(next.lower) == 0 && (kBehind.count(next.lower) != 0 || kBefore.count(at(i, -1).lower) != 0) &&
             !(next.kind == Token::Kind::sign && next.text != "." && next.text != ",") && add(i, i);
    }
    if (w != "twice" && w != "thrice") return false;
    static const Words kBefore{"than", "nearly", "almost", "about", "roughly", "over"};
    static const Words kBehind{"as", "the", "that", "its", "their", "what", "those", "more"};
    return (kBefore.count(at(i, -1).lower) != 0 || kBehind.count(next.lower) != 0) && add(i, i);
  }

  /// one in five, nine out of ten.
  bool one_in(std::size_t i) {
    const int first = cardinal_of(tokens_[i].lower);
    if (first < 1 || first > 20) return false;
    const std::size_t last = at(i, 1).lower == "in" ? (at(i, 2).lower == "every" ? i + 3 : i + 2)
                             : at(i, 1).lower == "out" && at(i, 2).lower == "of" ? i + 3
                                                                                 : 0;
    if (last == 0 || last >= tokens_.size()) return false;
    const int second = cardinal_of(tokens_[last].lower);
    // "two in one"; "one in two places" counts nothing out.
    return second > first && lexicon_.nouns.count(at(last, 1).lower) == 0 && add(i, last);
  }

  /// eleven and more always; two to ten before a noun that is counted; one only before per cent and points.
  bool cardinal(std::size_t i) {
    const Token& t = tokens_[i];
    const int n = cardinal_of(t.lower);
    if (n < 0) return false;
    const Token& next = at(i, 1);
    const bool is_measured = is_measure(next.lower) && !(next.lower == "per" && at(i, 2).lower != "cent");
    if (is_measured || (n == 1 && next.lower == "point" && at(i, 2).lower != "of")) {
      const bool is_per_cent = next.lower == "percent" || next.lower == "per";
      const bool is_idle =
          (next.lower == "places" && points_back(at(i, -1).lower)) ||
          (next.lower == "points" &&
           (at(i, 2).lower == "in" || at(i, 2).lower == "of" || points_back(at(i, -1).lower))) ||
          (next.lower == "times" && (at(i, 2).lower == "a" || at(i, 2).lower == "in" || at(i, 2).lower == "per"));
      if (is_idle) return false;
      return add(i, is_per_cent ? (next.lower == "per" ? i + 2 : i + 1) : i, n, is_per_cent);
    }
    if (n > 10) {
      // "twenty-first" is an ordinal; "the nineties" no cardinal at all.
      return add(i, i, n);
    }
    if (n < 2 && n != 0) return false;
    if (n == 0 && at(i, -1).lower == "net") return false;
    if (points_back(at(i, -1).lower)) return false;
    const bool counts = lexicon_.nouns.count(next.lower) != 0;
    const Token& second = at(i, 2);
    const bool over_adjective = next.kind == Token::Kind::word && !is_function_word(next.lower) &&
                                cardinal_of(next.lower) < 0 && lexicon_.nouns.count(second.lower) != 0;
    return (counts || over_adjective) && add(i, i, n);
  }

  /// third of 38, second place, fourth in the world, second-largest, ranked third, thirty-third.
  bool ordinal(std::size_t i) {
    const Token& t = tokens_[i];
    const std::string_view word = t.lower;
    if (const std::size_t dash = word.find('-'); dash != std::string_view::npos &&
                                                 is_superlative(word.substr(dash + 1)) &&
                                                 ordinal_of(word.substr(0, dash)) >= 2) {
      if (at(i, -1).lower == "a") return false;  // "a second-best option"
      return add_place(i, ordinal_of(word.substr(0, dash)));
    }
    const int n = ordinal_of(word);
    if (n < 0) return false;
    const Token& next = at(i, 1);
    const Token& before = at(i, -1);
    const bool is_time =
        next.lower == "century" || next.lower == "centuries" || next.lower == "anniversary" || next.lower == "floor";
    if (is_time || t.text.find("-century") != std::string_view::npos) return false;
    if (n > 12) return add_place(i, n);
    const Token& second = at(i, 2);
    bool is_rank = (next.lower == "of" && (second.kind == Token::Kind::number || second.kind == Token::Kind::opaque ||
                                           cardinal_of(second.lower) > 1));
    is_rank = is_rank || (next.lower == "place" && before.lower != "the");
    is_rank = is_rank || (next.lower == "in" && second.lower == "the" && at(i, 3).lower == "world") ||
              next.lower == "worldwide" || next.lower == "globally";
    is_rank = is_rank || (n >= 2 && is_superlative(next.lower) && second.lower != "of" && before.lower != "a");
    static const Words kBehindPlace{"in",    "on",     "among", "by",  "and",     "but", "while", "before", "after",
                                    "again", "behind", "with",  "for", "overall", "out", "at",    "last",   "this"};
    const bool ends = next.text.empty() || next.kind == Token::Kind::sign || kBehindPlace.count(next.lower) != 0;
    is_rank = is_rank ||
              (is_rank_verb(before.lower) && ends && !(n == 1 && before.lower != "ranked" && before.lower != "ranks"));
    return is_rank && add_place(i, n);
  }

  const std::vector<Token>& tokens_;
  const Lexicon& lexicon_;
  bool is_title_case_ = false;
  std::size_t last_ = 0;
  std::vector<NakedNumber> out_;
};

}  // namespace

std::vector<NakedNumber> find_words(const std::vector<Token>& tokens, const Lexicon& lexicon) {
  return Finder(tokens, lexicon).all();
}

}  // namespace briefpack::truth
