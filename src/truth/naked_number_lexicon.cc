#include "truth/naked_number_lexicon.h"

#include <algorithm>
#include <array>
#include <functional>
#include <map>
#include <unordered_map>

#include "numfmt/names.h"
#include "numfmt/number_words.h"
#include "truth/naked_number_scan.h"

namespace briefpack::truth {

namespace {

/// "companies", "GPUs"; not "class", and no words of time, which stand in every text ("two years later").
bool is_plural_noun(const Token& word) {
  static const std::set<std::string_view> kOthers{
      "years",  "months", "weeks",  "days",     "hours", "minutes", "seconds", "decades", "series", "basis",
      "status", "versus", "always", "news",     "its",   "this",    "has",     "is",      "was",    "as",
      "us",     "plus",   "less",   "analysis", "ways",  "sides",   "parts",   "terms",   "steps",  "things"};
  return word.kind == Token::Kind::word && word.lower.size() >= 4 && word.lower.ends_with('s') &&
         !word.lower.ends_with("ss") && kOthers.count(word.lower) == 0;
}

/// The plural nouns before the first comma, bracket or preposition: what the metric counts.
void add_nouns(std::string_view name, Lexicon& out) {
  static const std::set<std::string_view> kPrepositions{"of",    "in",   "on",   "at",   "by",      "from",
                                                        "to",    "with", "for",  "per",  "against", "behind",
                                                        "among", "than", "that", "under"};
  for (const Token& token : scan(name)) {
    if (token.kind == Token::Kind::sign && token.text != "’") return;
    if (kPrepositions.count(token.lower) != 0) return;
    if (is_plural_noun(token)) out.nouns.insert(token.lower);
  }
}

bool holds_number(const Token& token) {
  if (std::any_of(token.text.begin(), token.text.end(), is_digit)) return true;
  return token.kind == Token::Kind::word &&
         (cardinal_of(token.lower) >= 0 || ordinal_of(token.lower) >= 0 || magnitude_of(token.lower));
}

void add_name(const dataset::LocalText& name, std::vector<std::string>& out) {
  for (const auto& [lang, text] : name.all()) {
    // A name of nothing but a number would allow that number everywhere.
    const auto tokens = scan(text);
    const bool has_word =
        std::count_if(tokens.begin(), tokens.end(), [](const Token& t) { return t.kind != Token::Kind::sign; }) > 1;
    if (has_word && std::any_of(tokens.begin(), tokens.end(), holds_number)) out.push_back(text);
  }
}

/// Asked for several times with each word of a text, hence hashed; for look-up only.
struct WordHash {
  using is_transparent = void;
  std::size_t operator()(std::string_view word) const { return std::hash<std::string_view>()(word); }
};
using NumberWords = std::unordered_map<std::string, int, WordHash, std::equal_to<>>;

NumberWords words_up_to_99(bool as_ordinals) {
  NumberWords out;
  for (int n = as_ordinals ? 1 : 0; n < 100; ++n) {
    const auto word = as_ordinals ? numfmt::ordinal_words(n, "en") : numfmt::cardinal_words(n, "en");
    if (word) out.emplace(*word, n);
  }
  return out;
}

int looked_up(const NumberWords& table, std::string_view word) {
  const auto it = table.find(word);
  return it == table.end() ? -1 : it->second;
}

}  // namespace

bool is_measure(std::string_view lower) {
  constexpr std::array<std::string_view, 8> kMeasures{"per",   "percent", "percentage", "points",
                                                      "times", "places",  "positions",  "ranks"};
  return std::find(kMeasures.begin(), kMeasures.end(), lower) != kMeasures.end();
}

std::optional<int> magnitude_of(std::string_view word) {
  static const std::map<std::string_view, int> kPowers{
      {"hundred", 2}, {"thousand", 3}, {"million", 6}, {"billion", 9}, {"trillion", 12}, {"k", 3}, {"m", 6}, {"mn", 6},
      {"mln", 6},     {"bn", 9},       {"tn", 12},     {"K", 3},       {"M", 6},         {"B", 9}, {"b", 9}};
  const auto it = kPowers.find(word);
  return it == kPowers.end() ? std::nullopt : std::optional(it->second);
}

int cardinal_of(std::string_view lower) {
  static const auto kWords = words_up_to_99(false);
  return looked_up(kWords, lower);
}

int ordinal_of(std::string_view lower) {
  static const auto kWords = words_up_to_99(true);
  return looked_up(kWords, lower);
}

Lexicon lexicon_of(const dataset::Dataset& dataset) {
  Lexicon out;
  for (const char* noun :
       {"countries", "nations", "economies", "regions", "companies", "firms", "institutions", "universities", "sources",
        "disputes", "actions", "measures", "indicators", "centres", "centers"})
    out.nouns.insert(noun);
  for (const char* counter : {"개국", "나라", "국가", "개사", "곳", "명", "계단", "기업"})
    out.counters.insert(counter);
  for (const dataset::Metric& metric : dataset.metrics) {
    if (metric.type == dataset::MetricType::category) continue;
    for (const auto* texts : {&metric.name, &metric.short_name, &metric.unit_label, &metric.unit_counter}) {
      for (const auto& [lang, text] : texts->all())
        add_nouns(text, out);
    }
    add_nouns(metric.unit_measure, out);
    for (const auto* texts : {&metric.unit_label, &metric.unit_counter}) {
      for (const auto& [lang, text] : texts->all()) {
        const auto tokens = scan(text);
        // 개 counts anything, 년 is a date more often than not.
        if (tokens.size() == 1 && tokens[0].kind == Token::Kind::script && text != "개" && text != "년")
          out.counters.insert(text);
      }
    }
  }
  for (const dataset::Entity& entity : dataset.entities) {
    const std::string name = numfmt::entity_name(entity, "en");
    const auto tokens = scan(name);
    if (!tokens.empty()) out.entities.insert(std::string(tokens.front().text));
  }
  return out;
}

std::vector<std::string> names_with_numbers(const dataset::Dataset& dataset) {
  std::vector<std::string> out;
  for (const dataset::Metric& metric : dataset.metrics) {
    add_name(metric.name, out);
    add_name(metric.short_name, out);
  }
  for (const dataset::Entity& entity : dataset.entities) add_name(entity.name, out);
  for (const dataset::Source& source : dataset.sources) {
    add_name(source.title, out);
    add_name(source.publisher, out);
  }
  for (const dataset::Action& action : dataset.actions) add_name(action.title, out);
  return out;
}

}  // namespace briefpack::truth
