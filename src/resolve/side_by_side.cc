#include "resolve/side_by_side.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <utility>

#include "numfmt/names.h"
#include "numfmt/period_text.h"
#include "numfmt/strings.h"

namespace briefpack::resolve {

namespace {

using dataset::Dataset;
using dataset::Observation;
using numfmt::Word;

std::string joined(const std::vector<std::string>& names) {
  std::string out;
  for (const std::string& each : names) out += (out.empty() ? "" : ", ") + each;
  return out;
}

/// Holders that share an attribute, in order of appearance.
struct Group {
  std::string attribute;
  std::vector<std::string> holders;
};

/// Each holder once, by what its observations have of the attribute; one with several observations has all of theirs.
std::vector<Group> groups_of(const Dataset& dataset, const Line& line, std::string_view lang, const std::function<std::string(const Observation&)>& attribute) {
  std::vector<std::pair<std::uint32_t, std::vector<std::string>>> holders;
  for (const std::uint32_t index : line) {
    const Observation& row = dataset.observations[index];
    auto at = std::find_if(holders.begin(), holders.end(), [&](const auto& each) { return each.first == row.entity; });
    if (at == holders.end()) at = holders.insert(holders.end(), {row.entity, {}});
    const std::string text = attribute(row);
    if (std::find(at->second.begin(), at->second.end(), text) == at->second.end()) at->second.push_back(text);
  }
  std::vector<Group> out;
  for (const auto& [entity, attributes] : holders) {
    const std::string text = joined(attributes);
    auto at = std::find_if(out.begin(), out.end(), [&](const Group& each) { return each.attribute == text; });
    if (at == out.end()) at = out.insert(out.end(), {text, {}});
    at->holders.push_back(numfmt::entity_name(dataset.entities[entity], lang));
  }
  return out;
}

/// The group that more than half of the holders are in, when it is more than one.
const Group* majority(const std::vector<Group>& groups) {
  std::size_t all = 0;
  for (const Group& each : groups) all += each.holders.size();
  for (const Group& each : groups) {
    if (each.holders.size() > 1 && each.holders.size() * 2 > all) return &each;
  }
  return nullptr;
}

/// "France 2024; others 2025": the majority last, unnamed.
std::string listed(const std::vector<Group>& groups, std::string_view lang) {
  if (groups.size() < 2) return "";
  const Group* most = majority(groups);
  std::string out;
  for (const Group& each : groups) {
    if (&each != most) out += (out.empty() ? "" : std::string(numfmt::word(Word::semicolon, lang))) + joined(each.holders) + " " + each.attribute;
  }
  if (most != nullptr) out += std::string(numfmt::word(Word::semicolon, lang)) + numfmt::filled(Word::others, lang, {{"x", most->attribute}});
  return out;
}

/// Those whose attribute is not the majority's; all of them where there is none.
std::string exceptions(const std::vector<Group>& groups) {
  const Group* most = majority(groups);
  std::vector<std::string> out;
  for (const Group& each : groups) {
    if (&each != most) out.insert(out.end(), each.holders.begin(), each.holders.end());
  }
  return joined(out);
}

using Sentences = std::vector<std::string>;

/// What is unlike in one line of one metric.
Sentences sentences_of_line(const Dataset& dataset, const Line& line, Use use, std::string_view lang) {
  using Rule = Unlikeness::Rule;
  std::vector<Rule> broken;
  for (const std::uint32_t first : line) {
    for (const std::uint32_t second : line) {
      for (const Unlikeness& each : unlike_rules(dataset, first, second, use)) {
        if (!is_refused(each, use) && std::find(broken.begin(), broken.end(), each.rule) == broken.end()) broken.push_back(each.rule);
      }
    }
  }
  const auto has = [&](Rule rule) { return std::find(broken.begin(), broken.end(), rule) != broken.end(); };
  const auto groups = [&](const std::function<std::string(const Observation&)>& attribute) { return groups_of(dataset, line, lang, attribute); };
  Sentences out;
  const auto say = [&](std::string text) {
    if (!text.empty()) out.push_back(std::move(text));
  };
  const auto say_of = [&](Word word, const std::string& names) {
    if (!names.empty()) out.push_back(numfmt::filled(word, lang, {{"x", names}}));
  };
  if (has(Rule::period) || has(Rule::undated)) say(listed(groups([&](const Observation& each) { return period_words(each, lang); }), lang));
  if (has(Rule::currency)) say_of(Word::currencies_of, listed(groups([&](const Observation& each) { return currency_of(dataset, each); }), lang));
  if (has(Rule::unit)) say_of(Word::units_of, listed(groups([&](const Observation& each) { return unit_of(dataset, each); }), lang));
  if (has(Rule::definition)) {
    const auto definition = [&](const Observation& each) { return each.definition.empty() ? std::string() : each.definition.in(lang); };
    say_of(Word::definitions_of, exceptions(groups(definition)));
  }
  if (has(Rule::series_break)) {
    std::string text(numfmt::word(Word::unlike_break, lang));
    if (text.ends_with('.')) text.pop_back();
    say(std::move(text));
  }
  if (has(Rule::bound)) {
    const auto bounded = [&](Word word, bool (*is_bound)(dataset::Qualifier)) {
      std::vector<std::string> names;
      for (const std::uint32_t each : line) {
        if (is_bound(dataset.observations[each].qualifier)) names.push_back(numfmt::entity_name(dataset.entity_of(dataset.observations[each]), lang));
      }
      say_of(word, joined(names));
    };
    bounded(Word::lower_bounds_of, dataset::is_lower_bound);
    bounded(Word::upper_bounds_of, dataset::is_upper_bound);
  }
  return out;
}

/// The parts of a line that show one metric each.
std::vector<std::pair<std::uint32_t, Line>> by_metric(const Dataset& dataset, const Line& line) {
  std::vector<std::pair<std::uint32_t, Line>> out;
  for (const std::uint32_t each : line) {
    const std::uint32_t metric = dataset.observations[each].metric;
    auto at = std::find_if(out.begin(), out.end(), [&](const auto& part) { return part.first == metric; });
    if (at == out.end()) at = out.insert(out.end(), {metric, {}});
    at->second.push_back(each);
  }
  return out;
}

}  // namespace

bool do_not_sum(const std::vector<PrintedShare>& shares, double whole) {
  if (shares.size() < 2) return false;
  double sum = 0, printed = 0;
  for (const PrintedShare& each : shares) {
    sum += each.value;
    printed += each.printed;
  }
  const double tolerance = whole * 1e-9;
  return std::fabs(sum - whole) < tolerance && std::fabs(printed - whole) > tolerance;
}

std::string period_words(const Observation& observation, std::string_view lang) {
  if (observation.period) return numfmt::format_period(observation.period, numfmt::DateForm::table, lang);
  const std::string label = observation.period_label.in(lang);
  return label.empty() ? std::string(numfmt::word(Word::without_date, lang)) : label;
}

std::string sentence_of_periods(const Dataset& dataset, const Line& observations, std::string_view lang) {
  const std::string text = listed(groups_of(dataset, observations, lang, [&](const Observation& each) { return period_words(each, lang); }), lang);
  return text.empty() ? text : text + ".";
}

std::string side_by_side(const Dataset& dataset, const std::vector<Line>& lines, Use use, std::string_view lang) {
  std::vector<std::uint32_t> shown;  // metrics
  std::vector<std::pair<std::string, std::vector<std::uint32_t>>> said;  // a sentence and the metrics that it is about
  for (const Line& line : lines) {
    for (const auto& [metric, part] : by_metric(dataset, line)) {
      if (std::find(shown.begin(), shown.end(), metric) == shown.end()) shown.push_back(metric);
      for (std::string& text : sentences_of_line(dataset, part, use, lang)) {
        auto at = std::find_if(said.begin(), said.end(), [&](const auto& each) { return each.first == text; });
        if (at == said.end()) at = said.insert(said.end(), {std::move(text), {}});
        if (std::find(at->second.begin(), at->second.end(), metric) == at->second.end()) at->second.push_back(metric);
      }
    }
  }
  std::string out;
  for (const auto& [text, metrics] : said) {
    std::vector<std::string> names;
    for (const std::uint32_t each : metrics) names.push_back(numfmt::metric_name(dataset.metrics[each], lang));
    const bool names_metric = shown.size() > 1 && metrics.size() < shown.size();
    out += (out.empty() ? "" : " ") + (names_metric ? joined(names) + std::string(numfmt::word(Word::colon, lang)) : "") + text + ".";
  }
  return out;
}

}  // namespace briefpack::resolve
