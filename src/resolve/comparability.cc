#include "resolve/comparability.h"

#include <utility>

#include "numfmt/names.h"
#include "numfmt/period_text.h"
#include "numfmt/strings.h"

namespace briefpack::resolve {

namespace {

using dataset::Dataset;
using dataset::EntityKind;
using dataset::Observation;
using numfmt::Word;

/// Holders that may stand side by side: a country beside an economy, a company beside an institution; a group is several.
/// What a thing of kind other is nobody knows, so nothing is said against it.
enum class HolderClass { country, organisation, region, group, unknown };

HolderClass class_of(EntityKind kind) {
  switch (kind) {
    case EntityKind::country:
    case EntityKind::economy: return HolderClass::country;
    case EntityKind::company:
    case EntityKind::institution: return HolderClass::organisation;
    case EntityKind::region: return HolderClass::region;
    case EntityKind::group: return HolderClass::group;
    case EntityKind::other: break;
  }
  return HolderClass::unknown;
}

bool has_unlike_kinds(const Dataset& dataset, const Observation& a, const Observation& b) {
  const HolderClass x = class_of(dataset.entity_of(a).kind), y = class_of(dataset.entity_of(b).kind);
  return x != y && x != HolderClass::unknown && y != HolderClass::unknown;
}

bool has_unlike_periods(const Observation& a, const Observation& b) {
  if (a.metric == b.metric && a.entity == b.entity) return false;
  if (a.period && b.period) return *a.period != *b.period;
  if (a.period || b.period) return true;
  return a.sequence && b.sequence && *a.sequence != *b.sequence;
}

bool has_unlike_definitions(const Observation& a, const Observation& b) {
  return a.metric != b.metric || a.definition.all() != b.definition.all();
}

/// A new method from `method_break` on, or a status B on the later of two values of one series.
bool has_break_between(const Dataset& dataset, const Observation& a, const Observation& b) {
  if (a.metric != b.metric || !a.period || !b.period) return false;
  const bool a_is_first = *a.period < *b.period;
  const Observation& earlier = a_is_first ? a : b;
  const Observation& later = a_is_first ? b : a;
  if (const auto method = dataset::parse_time_period(dataset.metric_of(a).method_break)) {
    if (earlier.period->end < method->start && later.period->end >= method->start) return true;
  }
  return a.entity == b.entity && *a.period != *b.period && later.status.has(dataset::ObsStatus::B);
}

}  // namespace

const std::string& unit_of(const Dataset& dataset, const Observation& observation) {
  return observation.unit_measure.empty() ? dataset.metric_of(observation).unit_measure : observation.unit_measure;
}
const std::string& currency_of(const Dataset& dataset, const Observation& observation) {
  return observation.currency.empty() ? dataset.metric_of(observation).currency : observation.currency;
}
int unit_mult_of(const Dataset& dataset, const Observation& observation) {
  return observation.unit_mult.value_or(dataset.metric_of(observation).unit_mult);
}
std::optional<int> out_of(const Dataset& dataset, const Observation& observation) {
  return observation.out_of ? observation.out_of : dataset.metric_of(observation).out_of;
}

bool are_both_undated(const Observation& a, const Observation& b) { return !a.period && !b.period && !has_unlike_periods(a, b); }

std::vector<Unlikeness> unlike_rules(const Dataset& dataset, std::uint32_t first, std::uint32_t second) {
  std::vector<Unlikeness> out;
  if (first == second) return out;
  const Observation& a = dataset.observations[first];
  const Observation& b = dataset.observations[second];
  const auto add = [&](bool is_broken, Unlikeness::Rule rule) {
    if (is_broken) out.push_back({rule, first, second});
  };
  add(has_unlike_kinds(dataset, a, b), Unlikeness::Rule::kind_of_entity);
  add(has_unlike_periods(a, b), Unlikeness::Rule::period);
  add(currency_of(dataset, a) != currency_of(dataset, b), Unlikeness::Rule::currency);
  // A money value's unit is its currency, which was looked at.
  const bool is_money = dataset.metric_of(a).type == dataset::MetricType::money && dataset.metric_of(b).type == dataset::MetricType::money;
  add(!is_money && unit_of(dataset, a) != unit_of(dataset, b), Unlikeness::Rule::unit);
  add(has_unlike_definitions(a, b), Unlikeness::Rule::definition);
  add(has_break_between(dataset, a, b), Unlikeness::Rule::series_break);
  return out;
}

std::string sentence_of(const Dataset& dataset, const Unlikeness& unlikeness, std::string_view lang) {
  const Observation& a = dataset.observations[unlikeness.first];
  const Observation& b = dataset.observations[unlikeness.second];
  const auto pair = [&](Word word, const std::string& x, const std::string& y) { return numfmt::filled(word, lang, {{"a", x}, {"b", y}}); };
  switch (unlikeness.rule) {
    case Unlikeness::Rule::kind_of_entity: {
      const dataset::Entity& x = dataset.entity_of(a);
      const dataset::Entity& y = dataset.entity_of(b);
      const auto are = [&](EntityKind one, HolderClass other) {
        return (x.kind == one && class_of(y.kind) == other) || (y.kind == one && class_of(x.kind) == other);
      };
      if (are(EntityKind::company, HolderClass::country)) return std::string(word(Word::unlike_company_country, lang));
      return pair(Word::unlike_kinds, numfmt::entity_name(x, lang), numfmt::entity_name(y, lang));
    }
    case Unlikeness::Rule::period: {
      if (a.period.has_value() != b.period.has_value()) return std::string(word(Word::unlike_one_undated, lang));
      const auto text = [&](const Observation& each) {
        const std::string label = each.period_label.in(lang);
        return each.period || label.empty() ? numfmt::format_period(each.period, numfmt::DateForm::table, lang) : label;
      };
      return pair(Word::unlike_period, text(a), text(b));
    }
    case Unlikeness::Rule::unit: return pair(Word::unlike_unit, unit_of(dataset, a), unit_of(dataset, b));
    case Unlikeness::Rule::currency: return pair(Word::unlike_currency, currency_of(dataset, a), currency_of(dataset, b));
    case Unlikeness::Rule::definition: return std::string(word(Word::unlike_definition, lang));
    case Unlikeness::Rule::series_break: return std::string(word(Word::unlike_break, lang));
  }
  return {};
}

}  // namespace briefpack::resolve
