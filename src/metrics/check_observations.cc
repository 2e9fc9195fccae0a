#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "base/decimal.h"
#include "base/nearest.h"
#include "base/utf8.h"
#include "metrics/passes.h"

namespace briefpack::metrics {

namespace {

using dataset::Dataset;
using dataset::Metric;
using dataset::MetricType;
using dataset::Observation;

/// A hint, unless it would tell what is withheld.
Diagnostic with_hint(const Observation& observation, Diagnostic error, std::string hint) {
  if (!observation.is_withheld && !hint.empty()) error.hints.push_back(std::move(hint));
  return error;
}

void check_type(const Observation& o, const Metric& metric, Problems& problems) {
  const bool is_category = metric.type == MetricType::category;
  if (is_category && (o.value || o.range)) {
    problems.add(error_at(o, o.value ? "obs_value" : "obs_range", "metrics/value-type",
                          fmt::format("the value is a number; {} has categories", quoted(metric.id))));
  } else if (!is_category && !o.category.empty()) {
    problems.add(error_at(o, "obs_value", "metrics/value-type",
                          fmt::format("the value is a text; {} is a metric of type {} and has numbers",
                                      quoted(metric.id), name_of(metric.type)))
                     .hint("words of the source stand in obs_text, with obs_value null"));
  } else if (!o.category.empty()) {
    std::vector<std::string> ids;
    for (const dataset::Category& each : metric.categories)
      ids.push_back(each.id);
    if (std::find(ids.begin(), ids.end(), o.category) != ids.end()) return;
    const std::string shown = o.is_withheld ? "the value" : quoted(o.category);
    problems.add(with_hint(
        o,
        error_at(o, "obs_value", "metrics/category", fmt::format("{} is no category of {}", shown, quoted(metric.id))),
        nearest_hint(o.category, ids)));
  }
}

void check_rank(const Observation& o, const Metric& metric, std::string_view field, double rank, Problems& problems) {
  const std::string shown = o.is_withheld ? "the rank" : fmt::format("the rank {}", shortest_decimal(rank));
  if (rank != std::trunc(rank) || rank < 1) {
    problems.add(error_at(o, field, "metrics/rank", fmt::format("{} is not a whole number from 1 on", shown)));
    return;
  }
  const std::optional<int> out_of = o.out_of ? o.out_of : metric.out_of;
  if (out_of && rank > *out_of) {
    Diagnostic error =
        error_at(o, field, "metrics/rank", fmt::format("{} lies beyond the {} that are ranked", shown, *out_of));
    problems.add(o.out_of ? std::move(error) : std::move(error).note(metric.places.of("out_of"), "out_of stands here"));
  }
}

void check_ranks(const Observation& o, const Metric& metric, Problems& problems) {
  if (o.value) check_rank(o, metric, "obs_value", *o.value, problems);
  if (o.range) {
    check_rank(o, metric, "obs_range", o.range->first, problems);
    if (o.range->second != o.range->first) check_rank(o, metric, "obs_range", o.range->second, problems);
  }
}

void check_currency(const Observation& o, const Metric& metric, Problems& problems) {
  if (!(o.value || o.range) || !o.currency.empty() || !metric.currency.empty()) return;
  problems.add(error_at(o, "obs_value", "metrics/currency",
                        fmt::format("the value is money, and neither it nor {} has a currency", quoted(metric.id)))
                   .note(metric.places.object, "the metric stands here"));
}

void check_not_applicable(const Observation& o, const Metric& metric, const dataset::Entity& entity,
                          Problems& problems) {
  if (!o.has_any_value()) return;
  for (const dataset::NotApplicable& each : metric.not_applicable) {
    if (each.entity != entity.id) continue;
    problems.add(error_at(o, "entity", "metrics/not-applicable",
                          fmt::format("{} does not apply to {}, and this observation states something of the two",
                                      quoted(metric.id), quoted(entity.id)))
                     .note(each.span, "said to be not applicable here"));
  }
}

}  // namespace

Diagnostic error_at(const Observation& observation, std::string_view field, std::string code, std::string message) {
  const SourceSpan span = observation.places.of(field);
  const bool is_given = !(span == observation.places.object);
  Diagnostic out =
      Diagnostic::error(std::move(code), span, std::move(message))
          .at(is_given ? fmt::format("{}/{}", observation.places.pointer, field) : observation.places.pointer);
  out.hides_source = observation.is_withheld;
  return out;
}

void check_observations(const Draft& draft, Problems& problems) {
  const Dataset& data = draft.data;
  for (std::uint32_t i = 0; i < data.observations.size(); ++i) {
    if (!draft.is_sound(i)) continue;
    const Observation& each = data.observations[i];
    const Metric& metric = data.metric_of(each);
    check_type(each, metric, problems);
    if (metric.type == MetricType::rank) check_ranks(each, metric, problems);
    if (metric.type == MetricType::money) check_currency(each, metric, problems);
    check_not_applicable(each, metric, data.entity_of(each), problems);
  }
}

}  // namespace briefpack::metrics
