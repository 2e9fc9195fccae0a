// Several countries, one measure a row: a row for each metric, a column for each entity.
#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "numfmt/names.h"
#include "resolve/chart_lowering.h"
#include "resolve/comparability.h"
#include "resolve/exhibit.h"

namespace briefpack::resolve {

namespace {

constexpr std::size_t kMostEntities = 6;  // shapes that can be told apart

template <typename Index>
std::size_t place_in(std::vector<Index>& list, Index index) {
  const auto at = std::find(list.begin(), list.end(), index);
  if (at != list.end()) return static_cast<std::size_t>(at - list.begin());
  list.push_back(index);
  return list.size() - 1;
}

/// One axis holds one unit; the values of a row must be alike, those of different rows are different measures by intent.
bool may_share_axis(Lowering& lowering, const ChartRequest& request, const std::vector<std::vector<std::uint32_t>>& rows) {
  for (const auto& row : rows) lowering.book.check_axis(row, request.scope.context, request.directive.label.text, request.directive.name_span);
  const dataset::Observation* first = nullptr;
  for (const auto& row : rows) {
    for (const std::uint32_t each : row) {
      const dataset::Observation& observation = lowering.dataset.observations[each];
      if (first == nullptr) first = &observation;
      const bool is_same = unit_of(lowering.dataset, observation) == unit_of(lowering.dataset, *first) &&
                           currency_of(lowering.dataset, observation) == currency_of(lowering.dataset, *first) &&
                           unit_mult_of(lowering.dataset, observation) == unit_mult_of(lowering.dataset, *first);
      if (is_same) continue;
      lowering.error("resolve/unlike", request.directive.name_span,
                     fmt::format("two measures of unlike units share one axis: {} and {}", first->key, observation.key), "{chart}",
                     "make a chart of each unit");
      return false;
    }
  }
  return true;
}

}  // namespace

bool print_dot(Lowering& lowering, const ChartRequest& request, document::ChartSpec& chart) {
  using Swatch = document::ChartSpec::KeyItem::Swatch;
  constexpr Swatch kSwatches[] = {Swatch::circle, Swatch::square, Swatch::diamond_filled, Swatch::circle_hollow, Swatch::square_hollow, Swatch::diamond};
  std::vector<std::uint32_t> metrics, entities;
  for (const ChartInput& input : request.inputs) {
    if (!input.metric || !input.entity) {
      lowering.error("resolve/not-a-reference", input.span, "a row of a dot chart is metric.ENTITY, without a calculation", "rows");
      return false;
    }
    place_in(metrics, *input.metric);
    place_in(entities, *input.entity);
  }
  if (entities.size() > kMostEntities) {
    lowering.error("resolve/too-many-shapes", request.directive.name_span,
                   fmt::format("a dot chart tells {} entities apart by their shapes, found {}", kMostEntities, entities.size()), "{chart}",
                   "leave some out, or print a table");
    return false;
  }
  std::vector<std::vector<std::uint32_t>> alike(metrics.size());
  for (const ChartInput& input : request.inputs) {
    if (const auto observation = input.observation(); observation && input.is_given()) alike[place_in(metrics, *input.metric)].push_back(*observation);
  }
  if (!may_share_axis(lowering, request, alike)) return false;

  chart.of_places = std::all_of(metrics.begin(), metrics.end(), [&](std::uint32_t each) { return lowering.dataset.metrics[each].type == dataset::MetricType::rank; });
  for (const std::uint32_t each : metrics) {
    document::ChartRow row;
    row.label = numfmt::metric_name(lowering.dataset.metrics[each], chart.lang);
    row.values.resize(entities.size());
    chart.rows.push_back(std::move(row));
  }
  for (std::size_t i = 0; i < entities.size(); ++i) {
    const dataset::Entity& entity = lowering.dataset.entities[entities[i]];
    chart.columns.push_back(numfmt::entity_name(entity, chart.lang));
    if (entity.id == request.scope.context.focus) chart.focus_column = i;
    chart.key.push_back({kSwatches[i], chart.columns.back(), chart.focus_column == i});
  }
  for (const ChartInput& input : request.inputs) {
    chart.rows[place_in(metrics, *input.metric)].values[place_in(entities, *input.entity)] = print_input(lowering, input, request.scope);
  }
  if (!chart.of_places) scale_axis(chart, request.inputs);
  add_key(chart, false);
  return true;
}

}  // namespace briefpack::resolve
