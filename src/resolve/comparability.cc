#include "resolve/comparability.h"

#include <algorithm>
#include <array>
#include <utility>

#include "numfmt/names.h"
#include "numfmt/period_text.h"
#include "numfmt/strings.h"
#include "resolve/side_by_side.h"

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

bool is_one_series(const Observation& a, const Observation& b) { return a.metric == b.metric && a.entity == b.entity; }

bool has_unlike_periods(const Dataset&, const Observation& a, const Observation& b) {
  if (is_one_series(a, b) || a.period.has_value() != b.period.has_value()) return false;
  if (a.period) return *a.period != *b.period;
  return a.sequence && b.sequence && *a.sequence != *b.sequence;
}

bool is_one_undated(const Dataset&, const Observation& a, const Observation& b) {
  return !is_one_series(a, b) && a.period.has_value() != b.period.has_value();
}

bool has_unlike_currencies(const Dataset& dataset, const Observation& a, const Observation& b) {
  return currency_of(dataset, a) != currency_of(dataset, b);
}

/// A money value's unit is its currency, which has a rule of its own.
bool has_unlike_units(const Dataset& dataset, const Observation& a, const Observation& b) {
  const bool is_money = dataset.metric_of(a).type == dataset::MetricType::money && dataset.metric_of(b).type == dataset::MetricType::money;
  return !is_money && unit_of(dataset, a) != unit_of(dataset, b);
}

bool has_unlike_metrics(const Dataset&, const Observation& a, const Observation& b) { return a.metric != b.metric; }

bool has_unlike_definitions(const Dataset&, const Observation& a, const Observation& b) {
  return a.metric == b.metric && a.definition.all() != b.definition.all();
}

/// An upper bound beside a lower one, or either beside a value.
bool has_unlike_bounds(const Dataset&, const Observation& a, const Observation& b) {
  const auto side = [](const Observation& each) {
    return dataset::is_lower_bound(each.qualifier) ? 1 : dataset::is_upper_bound(each.qualifier) ? -1 : 0;
  };
  return side(a) != side(b);
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

bool are_both_undated(const Observation& a, const Observation& b) {
  return !a.period && !b.period && !(a.sequence && b.sequence && *a.sequence != *b.sequence);
}

Treatment ComparabilityRule::in(Use use) const {
  switch (use) {
    case Use::arithmetic: return arithmetic;
    case Use::ranking: return ranking;
    case Use::claim: return claim;
    case Use::axis: return axis;
    case Use::table: return table;
  }
  return Treatment::refused;
}

std::span<const ComparabilityRule> comparability_rules() {
  using enum Treatment;
  using Rule = Unlikeness::Rule;
  // arithmetic, ranking, claim, axis, table. Bounds are carried by the arithmetic itself, and two metrics in one claim
  // ("3rd or 33rd, depending on the measure") are named by whoever writes it.
  static constexpr std::array kRules{
      ComparabilityRule{Rule::kind_of_entity, "kind of entity", "countries, organisations, regions, groups", has_unlike_kinds, refused, refused, refused, refused, silent},
      ComparabilityRule{Rule::period, "period", "stated periods, or the order of unstated ones", has_unlike_periods, refused, noted, refused, noted, noted},
      ComparabilityRule{Rule::undated, "stated against unstated period", "whether a period is stated", is_one_undated, refused, refused, refused, noted, noted},
      ComparabilityRule{Rule::currency, "currency", "ISO 4217 codes", has_unlike_currencies, refused, refused, refused, refused, noted},
      ComparabilityRule{Rule::unit, "unit", "unit_measure", has_unlike_units, refused, refused, refused, refused, noted},
      ComparabilityRule{Rule::metric, "metric", "which metric", has_unlike_metrics, refused, refused, silent, refused, silent},
      ComparabilityRule{Rule::definition, "definition", "definitions of their own", has_unlike_definitions, refused, refused, refused, noted, noted},
      ComparabilityRule{Rule::series_break, "series break", "method_break, status B", has_break_between, refused, refused, refused, noted, noted},
      ComparabilityRule{Rule::bound, "bound against value", "qualifier", has_unlike_bounds, silent, silent, silent, noted, silent},
  };
  return kRules;
}

std::vector<Unlikeness> unlike_rules(const Dataset& dataset, std::uint32_t first, std::uint32_t second, Use use) {
  std::vector<Unlikeness> out;
  if (first == second) return out;
  const Observation& a = dataset.observations[first];
  const Observation& b = dataset.observations[second];
  // Whoever claims something of two metrics names them; their units are looked at all the same.
  if (use == Use::claim && a.metric != b.metric) return out;
  for (const ComparabilityRule& each : comparability_rules()) {
    if (each.in(use) != Treatment::silent && each.is_broken(dataset, a, b)) out.push_back({each.rule, first, second});
  }
  return out;
}

bool is_refused(const Unlikeness& unlikeness, Use use) {
  for (const ComparabilityRule& each : comparability_rules()) {
    if (each.rule == unlikeness.rule) return each.in(use) == Treatment::refused;
  }
  return false;
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
    case Unlikeness::Rule::undated: return std::string(word(Word::unlike_one_undated, lang));
    case Unlikeness::Rule::period: {
      return pair(Word::unlike_period, period_words(a, lang), period_words(b, lang));
    }
    case Unlikeness::Rule::unit: return pair(Word::unlike_unit, unit_of(dataset, a), unit_of(dataset, b));
    case Unlikeness::Rule::currency: return pair(Word::unlike_currency, currency_of(dataset, a), currency_of(dataset, b));
    case Unlikeness::Rule::metric:
      return pair(Word::unlike_metric, numfmt::metric_name(dataset.metric_of(a), lang), numfmt::metric_name(dataset.metric_of(b), lang));
    case Unlikeness::Rule::bound: return std::string(word(Word::unlike_bound, lang));
    case Unlikeness::Rule::definition: return std::string(word(Word::unlike_definition, lang));
    case Unlikeness::Rule::series_break: return std::string(word(Word::unlike_break, lang));
  }
  return {};
}

std::string sentences_of(const Dataset& dataset, const Evaluated& value, std::string_view lang) {
  std::string out;
  for (const Unlikeness& each : value.unlike) {
    const bool is_of_a_set = each.rule == Unlikeness::Rule::period && value.observations.size() > 2;
    const std::string text = is_of_a_set ? sentence_of_periods(dataset, value.observations, lang) : sentence_of(dataset, each, lang);
    if (out.find(text) == std::string::npos) out += (out.empty() ? "" : " ") + text;
  }
  return out;
}

void concern(Diagnostic& finding, const Dataset& dataset, std::uint32_t observation) {
  const Observation& row = dataset.observations[observation];
  const auto add = [&](const std::string& name) {
    if (std::find(finding.about.begin(), finding.about.end(), name) == finding.about.end()) finding.about.push_back(name);
  };
  add(row.key);
  for (const std::string& each : row.merged_ids) add(each);
  add(dataset.metric_of(row).id + "." + dataset.entity_of(row).id);
}

}  // namespace briefpack::resolve
