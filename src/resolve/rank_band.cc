#include "resolve/rank_band.h"

#include <algorithm>

namespace briefpack::resolve {

namespace {

constexpr double kLastTopPlace = 5, kLastMiddlePlace = 20;

document::Shade shade_of_category(const dataset::Metric& metric, const std::string& category) {
  const auto at = std::find_if(metric.categories.begin(), metric.categories.end(),
                               [&](const auto& each) { return each.id == category; });
  if (at == metric.categories.end()) return document::Shade::none;
  const auto index = at - metric.categories.begin();
  return index == 0 ? document::Shade::band1 : index == 1 ? document::Shade::band2 : document::Shade::band3;
}

}  // namespace

document::Shade shade_of(const dataset::Dataset& dataset, const Printed& printed) {
  // Published places only: a place that was computed from several observations is not one.
  if (printed.value.observations.size() != 1 || printed.value.is_computed || !printed.value.disputes.empty())
    return document::Shade::none;
  const dataset::Observation& observation = dataset.observations[printed.value.observations.front()];
  const dataset::Metric& metric = dataset.metric_of(observation);
  if (!observation.category.empty()) return shade_of_category(metric, observation.category);
  if (metric.type != dataset::MetricType::rank || !observation.value) return document::Shade::none;
  const double place = *observation.value;
  return place <= kLastTopPlace      ? document::Shade::band1
         : place <= kLastMiddlePlace ? document::Shade::band2
                                     : document::Shade::band3;
}

}  // namespace briefpack::resolve
