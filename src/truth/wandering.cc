#include "truth/wandering.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include "base/decimal.h"
#include "dataset/same_text.h"
#include "numfmt/number_text.h"
#include "truth/names.h"

namespace briefpack::truth {

namespace {

using dataset::Dataset;
using dataset::Observation;

/// A page that names so many values is read by eye.
constexpr std::size_t kFew = 8;

/// What a text says in one unit for one period.
using Pool = std::tuple<std::uint32_t, std::string, std::string>;

double plain_value(const Dataset& dataset, const Observation& o) {
  return *o.value * std::pow(10.0, o.unit_mult.value_or(dataset.metric_of(o).unit_mult));
}

/// Significant digits without the zeros at the end: 2 for 350,000.
int digits_of(double value) {
  std::string digits = shortest_decimal(std::abs(value));
  std::erase(digits, '.');
  digits.erase(0, digits.find_first_not_of('0'));
  const std::size_t last = digits.find_last_not_of('0');
  return last == std::string::npos ? 0 : static_cast<int>(last + 1);
}

bool is_telling(double value) {
  if (std::abs(value) < 100) return false;
  return digits_of(value) > 1 || std::abs(value) >= 100'000;
}

/// Whether two equal numbers of so many digits are no chance among so many values of a text. In a table of hundreds equal
/// numbers are common, and only long ones tell.
bool is_unlikely(int digits, std::size_t values) {
  if (values <= kFew) return true;
  const double pairs = 0.5 * static_cast<double>(values) * static_cast<double>(values - 1);
  return std::pow(10.0, digits) >= 1000 * pairs;
}

std::string unit_of(const Dataset& dataset, const Observation& o) {
  const dataset::Metric& metric = dataset.metric_of(o);
  const std::string& currency = o.currency.empty() ? metric.currency : o.currency;
  const std::string& unit = o.unit_measure.empty() ? metric.unit_measure : o.unit_measure;
  // Without a unit only the metric tells what is counted.
  return currency.empty() && unit.empty() ? "metric " + metric.id : unit + " " + currency;
}

bool is_candidate(const Dataset& dataset, const Observation& o) {
  return o.value && !o.is_withheld && !o.is_rejected() && dataset.metric_of(o).type != dataset::MetricType::rank;
}

bool is_part_of(const dataset::Entity& part, const dataset::Entity& whole) {
  return part.parent == whole.id || std::find(whole.members.begin(), whole.members.end(), part.id) != whole.members.end();
}

bool share_a_dispute(const Dataset& dataset, const std::vector<std::uint32_t>& rows) {
  return std::any_of(dataset.disputes.begin(), dataset.disputes.end(), [&](const dataset::Dispute& dispute) {
    return std::all_of(rows.begin(), rows.end(), [&](std::uint32_t row) {
      return std::find(dispute.observations.begin(), dispute.observations.end(), row) != dispute.observations.end();
    });
  });
}

/// The first row of each entity, without those that are parts of one another.
std::vector<std::uint32_t> first_of_each_entity(const Dataset& dataset, const std::vector<std::uint32_t>& rows) {
  std::vector<std::uint32_t> out;
  for (const std::uint32_t row : rows) {
    const dataset::Entity& entity = dataset.entity_of(dataset.observations[row]);
    const bool is_known = std::any_of(out.begin(), out.end(), [&](std::uint32_t other) {
      const dataset::Entity& known = dataset.entity_of(dataset.observations[other]);
      return &known == &entity || is_part_of(known, entity) || is_part_of(entity, known);
    });
    if (!is_known) out.push_back(row);
  }
  return out;
}

Diagnostic wandering(const Dataset& dataset, const std::vector<std::uint32_t>& rows, const std::string& source) {
  constexpr std::size_t kMostNamed = 4;
  const Observation& first = dataset.observations[rows.front()];
  const Observation& second = dataset.observations[rows[1]];
  Diagnostic out = at_field(
      Diagnostic::warning("truth/wandering", {},
                          fmt::format("{} gives {} to {} here and to {} elsewhere; a number that is met twice may stand in the wrong place",
                                      source, value_words(dataset, second), dataset.entity_of(second).id,
                                      dataset.entity_of(first).id)),
      second.places, "obs_value");
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const Observation& row = dataset.observations[rows[i]];
    if (i != 1 && i <= kMostNamed)
      out.notes.push_back({row.places.of("obs_value"), fmt::format("{} for {} ({})", value_words(dataset, row),
                                                                   dataset.entity_of(row).id, row.key)});
    out = concerning(std::move(out), dataset, row);
  }
  return std::move(out).hint("look at the source again; where it really says both, open a dispute about them or accept the finding");
}

}  // namespace

void find_wandering(const Pack& pack, Diagnostics& findings) {
  const Dataset& dataset = pack.dataset;
  const auto texts = dataset::texts_of(dataset.sources);
  std::map<Pool, std::size_t> sizes;
  std::map<std::pair<Pool, double>, std::vector<std::uint32_t>> rows;
  for (std::uint32_t i = 0; i < dataset.observations.size(); ++i) {
    const Observation& o = dataset.observations[i];
    if (!is_candidate(dataset, o)) continue;
    std::vector<std::uint32_t> seen;  // two copies of one text are one
    for (const dataset::Citation& citation : o.citations) {
      const auto text = texts.find(citation.source);
      if (text == texts.end() || std::find(seen.begin(), seen.end(), text->second) != seen.end()) continue;
      seen.push_back(text->second);
      const Pool pool{text->second, unit_of(dataset, o), o.period ? o.period->text : ""};
      ++sizes[pool];
      const double value = plain_value(dataset, o);
      if (is_telling(value)) rows[{pool, value}].push_back(i);
    }
  }
  std::map<std::vector<std::uint32_t>, std::string> found;  // several texts may give the same rows
  for (const auto& [key, all] : rows) {
    if (all.size() < 2 || all.size() > kFew) continue;  // what is said of many is no slip
    const auto& [pool, value] = key;
    const std::vector<std::uint32_t> apart = first_of_each_entity(dataset, all);
    if (apart.size() < 2 || !is_unlikely(digits_of(value), sizes[pool]) || share_a_dispute(dataset, all)) continue;
    found.emplace(apart, dataset.sources[std::get<0>(pool)].code);
  }
  for (const auto& [apart, source] : found)
    findings.push_back(wandering(dataset, apart, source));
}

}  // namespace briefpack::truth
