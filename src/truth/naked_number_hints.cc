#include "truth/naked_number_hints.h"

#include <algorithm>
#include <cmath>
#include <set>
#include <utility>

#include "numfmt/names.h"

namespace briefpack::truth {

using dataset::Metric;
using dataset::Observation;

/// What stands between two full stops around a number.
struct Suggestions::Sentence {
  std::string text;
  std::set<std::string, std::less<>> words;    ///< In small letters.
  std::set<std::string, std::less<>> metrics;  ///< That roles name.
  std::set<std::uint32_t> entities;            ///< That roles or words name.

  bool has(std::string_view word) const { return words.count(word) != 0; }
};

namespace {

double plain_value(const dataset::Dataset& dataset, const Observation& row) {
  return *row.value * std::pow(10.0, row.unit_mult.value_or(dataset.metric_of(row).unit_mult));
}

/// True when a word of `name` that says something stands in the sentence; "state" of "State research compute" is enough.
template <typename Sentence>
bool shares_a_word(const dataset::LocalText& name, const Sentence& sentence) {
  static const std::set<std::string_view> kCommon{"with",    "from",  "that",  "named",  "stated", "world", "rank",
                                                  "ranking", "index", "share", "number", "total",  "per",   "all",
                                                  "and",     "for",   "the",   "not",    "units",  "unit"};
  for (const auto& [lang, text] : name.all()) {
    for (const Token& token : scan(text)) {
      if (token.kind == Token::Kind::word && token.lower.size() >= 3 && kCommon.count(token.lower) == 0 &&
          sentence.has(token.lower))
        return true;
      const bool is_korean_word = token.kind == Token::Kind::script && token.text.size() >= 6;
      if (is_korean_word && sentence.text.find(token.text) != std::string_view::npos) return true;
    }
  }
  return false;
}

}  // namespace

Suggestions::Suggestions(const dataset::Dataset& dataset, std::string focus)
    : dataset_(dataset), focus_(std::move(focus)) {
  for (std::uint32_t i = 0; i < dataset.entities.size(); ++i) {
    for (const char* lang : {"en", "ko"}) {
      std::string name = numfmt::entity_name(dataset.entities[i], lang);
      if (name.size() >= 2) names_.emplace_back(std::move(name), i);
    }
  }
  for (std::uint32_t i = 0; i < dataset.observations.size(); ++i) {
    const Observation& row = dataset.observations[i];
    if (row.value && !row.is_withheld && !row.is_confidential && !row.is_rejected())
      by_value_.emplace(plain_value(dataset, row), i);
  }
}

/// 0: does not fit. The metric counts more than the entity, both together most.
int Suggestions::fit(const Observation& row, const Sentence& sentence, const NakedNumber& number) const {
  const Metric& metric = dataset_.metric_of(row);
  if (number.is_per_cent != (metric.type == dataset::MetricType::share)) return 0;
  if (number.is_place != (metric.type == dataset::MetricType::rank)) return 0;
  const bool names_entity = sentence.entities.count(row.entity) != 0;
  if (!names_entity && !sentence.entities.empty()) return 0;  // it speaks of others
  const bool names_metric = sentence.metrics.count(metric.id) != 0 || shares_a_word(metric.name, sentence) ||
                            shares_a_word(metric.short_name, sentence) || shares_a_word(metric.unit_counter, sentence);
  // "three" beside "Korea" may be any three.
  if (!names_metric && std::abs(*number.value) <= 20) return 0;
  return (names_metric ? 2 : 0) + (names_entity ? 1 : 0);
}

std::string Suggestions::expression_for(const Observation& row) const {
  const auto& series = dataset_.series(row.metric, row.entity);
  const std::string name = dataset_.metric_of(row).id + "." + dataset_.entity_of(row).id;
  const auto is_dated = [&](std::uint32_t i) { return dataset_.observations[i].period.has_value(); };
  const bool is_mixed =
      std::any_of(series.begin(), series.end(), is_dated) && !std::all_of(series.begin(), series.end(), is_dated);
  if (!series.empty() && !is_mixed && series.back() == dataset_.index_of(row)) return name;
  if (!row.id.empty()) return "obs." + row.id;
  if (row.period) return name + "@" + row.period->text;
  return name + "@ns" + (row.sequence ? std::to_string(*row.sequence) : "");
}

/// From the full stop before the number to the one behind it, and what a cell's head and row say.
Suggestions::Sentence Suggestions::sentence_around(const RunningText& text, const std::vector<Token>& tokens,
                                                   const NakedNumber& number) const {
  // Of a text without full stops, what stands near.
  constexpr std::size_t kReach = 600;
  auto first =
      std::partition_point(tokens.begin(), tokens.end(), [&](const Token& t) { return t.end <= number.begin; });
  auto last = first;
  while (first != tokens.begin() && first != tokens.end() && !first->starts_sentence &&
         number.begin - std::min(number.begin, first->begin) < kReach)
    --first;
  while (last != tokens.end() && (last->begin <= number.begin || !last->starts_sentence) &&
         last->begin < number.end + kReach)
    ++last;
  const std::size_t begin = first == tokens.end() ? 0 : first->begin;
  const std::size_t end = last == tokens.end() ? text.text().size() : last->begin;
  Sentence out{text.text().substr(begin, end - begin) + text.context(), {}, {}, {}};
  for (const Token& token : scan(out.text)) {
    if (!token.lower.empty()) out.words.insert(token.lower);
  }
  for (const auto& mention : text.mentions()) {
    if (mention.at != RunningText::kInContext && (mention.at < begin || mention.at > end)) continue;
    if (!mention.metric.empty()) out.metrics.insert(mention.metric);
    const auto* entity = dataset_.find_entity(mention.entity == "focus" ? focus_ : mention.entity);
    if (entity) out.entities.insert(static_cast<std::uint32_t>(entity - dataset_.entities.data()));
  }
  for (const auto& [name, entity] : names_) {
    if (out.text.find(name) != std::string::npos) out.entities.insert(entity);
  }
  return out;
}

std::vector<std::string> Suggestions::fitting(const RunningText& text, const std::vector<Token>& tokens,
                                              const NakedNumber& number) const {
  if (!number.value) return {};
  const auto [first, last] = by_value_.equal_range(*number.value);
  if (first == last) return {};
  const Sentence sentence = sentence_around(text, tokens, number);
  std::vector<std::pair<int, std::uint32_t>> found;
  for (auto it = first; it != last; ++it) {
    if (const int score = fit(dataset_.observations[it->second], sentence, number); score > 0)
      found.emplace_back(-score, it->second);
  }
  std::sort(found.begin(), found.end());
  // A row that fits in one way only is no help beside one that fits in both.
  std::vector<std::string> out;
  for (const auto& [score, row] : found) {
    if (out.size() == 2 || (score != found.front().first && found.front().first == -3)) break;
    out.push_back(expression_for(dataset_.observations[row]));
  }
  return out;
}

}  // namespace briefpack::truth
