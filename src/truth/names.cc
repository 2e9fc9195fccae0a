#include "truth/names.h"

#include <fmt/format.h>

#include <utility>

#include "base/decimal.h"
#include "numfmt/number_text.h"

namespace briefpack::truth {

namespace {

std::string bound_words(dataset::Qualifier qualifier) {
  std::string out(dataset::name_of(qualifier));
  if (qualifier == dataset::Qualifier::none) return {};
  for (char& c : out) {
    if (c == '_') c = ' ';
  }
  return out + " ";
}

std::string power_words(int unit_mult) {
  switch (unit_mult) {
    case 0: return {};
    case 3: return " thousand";
    case 6: return " million";
    case 9: return " billion";
    case 12: return " trillion";
    default: return fmt::format(" × 10^{}", unit_mult);
  }
}

}  // namespace

Diagnostic concerning(Diagnostic finding, const dataset::Dataset& dataset, const dataset::Observation& observation) {
  const auto add = [&](std::string name) {
    if (!name.empty()) finding.about.push_back(std::move(name));
  };
  add(observation.key);
  if (observation.id != observation.key) add(observation.id);
  for (const std::string& each : observation.merged_ids)
    add(each);
  add(dataset.metric_of(observation).id + "." + dataset.entity_of(observation).id);
  return finding;
}

Diagnostic at_field(Diagnostic finding, const dataset::FieldPlaces& places, std::string_view field) {
  finding.span = places.of(field);
  finding.pointer = finding.span == places.object ? places.pointer : fmt::format("{}/{}", places.pointer, field);
  return finding;
}

std::string value_words(const dataset::Dataset& dataset, const dataset::Observation& observation) {
  const dataset::Metric& metric = dataset.metric_of(observation);
  std::string before = bound_words(observation.qualifier);
  if (metric.type == dataset::MetricType::money)
    before += (observation.currency.empty() ? metric.currency : observation.currency) + " ";
  std::string behind = power_words(observation.unit_mult.value_or(metric.unit_mult));
  if (metric.type == dataset::MetricType::share) behind += " per cent";
  if (observation.value) return before + numfmt::grouped(*observation.value) + behind;
  if (observation.range) {
    return fmt::format("{}{} to {}{}", before, numfmt::grouped(observation.range->first),
                       numfmt::grouped(observation.range->second), behind);
  }
  if (!observation.category.empty()) return fmt::format("\"{}\"", observation.category);
  return observation.text.empty() ? "missing" : fmt::format("\"{}\"", observation.text.all().front().second);
}

std::string amount_words(const dataset::Amount& amount) {
  return bound_words(amount.qualifier) + amount.currency + " " + numfmt::grouped(amount.value.value_or(0)) +
         power_words(amount.unit_mult);
}

}  // namespace briefpack::truth
