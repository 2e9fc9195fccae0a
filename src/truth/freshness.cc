#include "truth/freshness.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "truth/names.h"

namespace briefpack::truth {

namespace {

/// What is known of an action ages in a year; its metric file has no field for another age.
constexpr std::string_view kAgeOfActions = "P12M";

/// `date` less an ISO 8601 duration of years, months, weeks and days (PnYnMnWnD; the reader has checked it). Months keep the
/// day where the month has it, else its last day.
CivilDate earlier_by(CivilDate date, std::string_view duration) {
  int months = 0, days = 0, number = 0;
  for (const char c : duration.substr(std::min<std::size_t>(1, duration.size()))) {
    if (c >= '0' && c <= '9')
      number = std::min(number * 10 + (c - '0'), 100000);
    else {
      if (c == 'Y') months += number * 12;
      if (c == 'M') months += number;
      if (c == 'W') days += number * 7;
      if (c == 'D') days += number;
      number = 0;
    }
  }
  const int total = date.year * 12 + date.month - 1 - months;
  if (total < 12) return {1, 1, 1};
  CivilDate out{total / 12, total % 12 + 1, date.day};
  out.day = std::min(out.day, days_in_month(out.year, out.month));
  return civil_from_days(days_from_civil(out) - days);
}

CivilDate earliest(const dataset::Dataset& dataset, std::string_view max_age) {
  return earlier_by({dataset.pack.issued.year, dataset.pack.issued.month, 1}, max_age);
}

/// True when the series goes on behind the observation: an older point of a line is history, and no stale value.
bool has_later_value(const dataset::Dataset& dataset, const dataset::Observation& o) {
  const std::vector<std::uint32_t>& series = dataset.series(o.metric, o.entity);
  const auto end_of_dated = std::partition_point(
      series.begin(), series.end(), [&](std::uint32_t each) { return dataset.observations[each].period.has_value(); });
  for (auto at = end_of_dated; at != series.begin();) {
    const dataset::Observation& later = dataset.observations[*--at];
    if (later.period->end <= o.period->end) return false;
    if (!later.is_withheld && later.has_any_value()) return true;
  }
  return false;
}

std::string day(CivilDate date) { return fmt::format("{:04}-{:02}-{:02}", date.year, date.month, date.day); }

Diagnostic stale_value(const dataset::Dataset& dataset, const dataset::Observation& o) {
  const dataset::Metric& metric = dataset.metric_of(o);
  return concerning(
      at_field(Diagnostic::warning("truth/stale", {},
                                   fmt::format("{} is for {}, and a value of {} is stale when its period ended before {} ({})", o.key,
                                               o.period->text, metric.id, day(stale_before(dataset, metric)), metric.max_age))
                   .hint("look for a newer value; raise max_age where the metric allows it, or say under \"accepted\" why this one stays"),
               o.places, "time_period"),
      dataset, o);
}

Diagnostic stale_action(const dataset::Dataset& dataset, const dataset::Action& action) {
  return at_field(Diagnostic::warning("truth/stale", {},
                                      fmt::format("{} is {} as of {}, and may have moved on: expected a look at it since {}", action.id,
                                                  name_of(action.status), action.as_of, day(earliest(dataset, kAgeOfActions))))
                      .hint("look the action up again and set as_of, or say under \"accepted\" why this stays")
                      .concerns(action.id),
                  action.places, "as_of");
}

}  // namespace

CivilDate stale_before(const dataset::Dataset& dataset, const dataset::Metric& metric) {
  return earliest(dataset, metric.max_age);
}

bool is_stale(const dataset::Dataset& dataset, const dataset::Observation& observation) {
  return observation.period && observation.period->end < stale_before(dataset, dataset.metric_of(observation)) &&
         !has_later_value(dataset, observation);
}

bool is_stale(const dataset::Dataset& dataset, const dataset::Action& action) {
  using dataset::ActionStatus;
  if (action.status != ActionStatus::proposed && action.status != ActionStatus::announced && action.status != ActionStatus::under_way)
    return false;
  const auto as_of = dataset::parse_time_period(action.as_of);
  return as_of && as_of->end < earliest(dataset, kAgeOfActions);
}

void find_stale(const dataset::Dataset& dataset, const document::Document& document, Diagnostics& findings,
                Diagnostics& unprinted) {
  const auto& used = document.used_observations;
  const bool wants_unprinted = !dataset.accepted.empty();  // nobody asks for them otherwise
  for (std::uint32_t i = 0; i < dataset.observations.size(); ++i) {
    const dataset::Observation& o = dataset.observations[i];
    const bool is_printed = std::binary_search(used.begin(), used.end(), i);
    if (!is_printed && !wants_unprinted) continue;
    if (!o.is_withheld && o.has_any_value() && is_stale(dataset, o)) (is_printed ? findings : unprinted).push_back(stale_value(dataset, o));
  }
  std::set<std::uint32_t> shown;
  for (const document::Note& note : document.notes)
    shown.insert(note.actions.begin(), note.actions.end());
  for (std::uint32_t i = 0; i < dataset.actions.size(); ++i) {
    if (is_stale(dataset, dataset.actions[i]))
      (shown.count(i) != 0 ? findings : unprinted).push_back(stale_action(dataset, dataset.actions[i]));
  }
}

}  // namespace briefpack::truth
