#include "resolve/lookup.h"

#include <algorithm>
#include <utility>

#include "base/nearest.h"
#include "base/utf8.h"
#include "expression/substitute.h"
#include "resolve/where.h"

namespace briefpack::resolve {

namespace {

using dataset::Dataset;
using dataset::Observation;
using expression::Name;
using expression::Period;

template <typename Item>
std::vector<std::string> ids_of(const std::vector<Item>& items) {
  std::vector<std::string> out;
  for (const Item& each : items) out.push_back(each.id);
  return out;
}

template <typename Item>
std::uint32_t index_in(const std::vector<Item>& items, const Item& item) {
  return static_cast<std::uint32_t>(&item - items.data());
}

Diagnostic unknown(std::string_view what, const Name& name, const std::string& id, const std::vector<std::string>& known) {
  Diagnostic out = Diagnostic::error("resolve/unknown-" + std::string(what), name.span,
                                     "there is no " + std::string(what) + " " + quoted(id) + " in the metric file");
  if (std::string hint = nearest_hint(id, known); !hint.empty()) out.hints.push_back(std::move(hint));
  return out;
}

/// The thing that `name` means, or the report that there is none.
template <typename Item, typename Find>
const Item* look_up(const Lookup& lookup, Diagnostics& diagnostics, std::string_view what, const std::vector<Item>& items,
                    const Name& name, const Context& context, Find find) {
  const auto id = lookup.id_of(name, context);
  if (!id) return nullptr;
  if (const Item* item = find(*id)) return item;
  diagnostics.push_back(unknown(what, name, *id, ids_of(items)));
  return nullptr;
}

}  // namespace

std::optional<std::string> Lookup::id_of(const Name& name, const Context& context) const {
  switch (name.kind) {
    case Name::Kind::id: return name.text;
    case Name::Kind::focus:
      if (!context.focus.empty()) return context.focus;
      diagnostics_.push_back(Diagnostic::error("resolve/no-focus", name.span, "the template has no focus")
                                 .hint("write `focus: KOR` in the front matter, or name the entity here"));
      return std::nullopt;
    case Name::Kind::variable: break;
  }
  const auto bound = std::find_if(context.variables.rbegin(), context.variables.rend(),
                                  [&](const auto& variable) { return variable.first == name.text; });
  if (bound != context.variables.rend()) return bound->second;
  std::vector<std::string> known;
  for (const auto& variable : context.variables) known.push_back(variable.first);
  Diagnostic report = Diagnostic::error("resolve/unknown-name", name.span, "no loop around this place sets $" + name.text);
  if (std::string hint = nearest_hint(name.text, known); !hint.empty()) report.hints.push_back(std::move(hint));
  diagnostics_.push_back(std::move(report));
  return std::nullopt;
}

std::optional<expression::Where> Lookup::bound(const expression::Where& where, const Context& context) const {
  bool is_bound = true;
  expression::Where out = expression::substitute(where, [&](const Name& name) {
    auto id = id_of(name, context);
    is_bound &= id.has_value();
    return id;
  });
  return is_bound ? std::optional(std::move(out)) : std::nullopt;
}

const dataset::Metric* Lookup::metric(const Name& name, const Context& context) const {
  return look_up(*this, diagnostics_, "metric", dataset_.metrics, name, context,
                 [&](const std::string& id) { return dataset_.find_metric(id); });
}
const dataset::Entity* Lookup::entity(const Name& name, const Context& context) const {
  return look_up(*this, diagnostics_, "entity", dataset_.entities, name, context,
                 [&](const std::string& id) { return dataset_.find_entity(id); });
}
const dataset::Source* Lookup::source(const Name& name, const Context& context) const {
  return look_up(*this, diagnostics_, "source", dataset_.sources, name, context,
                 [&](const std::string& id) { return dataset_.find_source(id); });
}
const dataset::Dispute* Lookup::dispute(const Name& name, const Context& context) const {
  return look_up(*this, diagnostics_, "dispute", dataset_.disputes, name, context,
                 [&](const std::string& id) { return dataset_.find_dispute(id); });
}
const dataset::Action* Lookup::action(const Name& name, const Context& context) const {
  return look_up(*this, diagnostics_, "action", dataset_.actions, name, context,
                 [&](const std::string& id) { return dataset_.find_action(id); });
}
const Observation* Lookup::observation(const Name& name, const Context& context) const {
  return look_up(*this, diagnostics_, "observation", dataset_.observations, name, context,
                 [&](const std::string& id) { return dataset_.find_observation(id); });
}

std::optional<std::vector<std::uint32_t>> Lookup::entities(const expression::Set& set, const Context& context) const {
  std::vector<std::uint32_t> out;
  std::vector<bool> is_member(dataset_.entities.size());
  bool is_whole = check_where(set.where, Thing::entity, diagnostics_);
  const auto add = [&](const std::string& id) {
    const dataset::Entity* entity = dataset_.find_entity(id);
    if (entity == nullptr) return false;
    const std::uint32_t index = index_in(dataset_.entities, *entity);
    if (!is_member[index]) out.push_back(index);
    is_member[index] = true;
    return true;
  };
  for (const Name& member : set.members) {
    if (!set.is_list && member.kind == Name::Kind::id && member.text == "entities") {
      for (const std::string& id : context.entities) add(id);
      continue;
    }
    const dataset::Entity* found = entity(member, context);
    if (found == nullptr) {
      is_whole = false;
      continue;
    }
    // A group named alone stands for its members, in a list for itself.
    if (set.is_list || found->members.empty()) add(found->id);
    else std::for_each(found->members.begin(), found->members.end(), add);
  }
  const auto where = bound(set.where, context);
  if (!is_whole || !where) return std::nullopt;
  std::erase_if(out, [&](std::uint32_t entity) { return !passes(dataset_, dataset_.entities[entity], *where); });
  return out;
}

expression::Expression bound(const expression::Expression& expression, const Context& context) {
  return expression::substitute(expression, [&](const Name& name) -> std::optional<std::string> {
    if (name.kind == Name::Kind::focus) return context.focus.empty() ? std::nullopt : std::optional(context.focus);
    const auto at = std::find_if(context.variables.rbegin(), context.variables.rend(),
                                 [&](const auto& variable) { return variable.first == name.text; });
    return at == context.variables.rend() ? std::nullopt : std::optional(at->second);
  });
}

// ---- observations of a series ----

namespace {

/// Rows that `@latest`, `@previous` and `@first` choose among; `previous` is how many back from the end, or from the start.
std::optional<std::uint32_t> nth(const std::vector<std::uint32_t>& series, Period::Kind kind) {
  if (series.empty()) return std::nullopt;
  switch (kind) {
    case Period::Kind::first: return series.front();
    case Period::Kind::previous: return series.size() < 2 ? std::nullopt : std::optional(series[series.size() - 2]);
    default: return series.back();
  }
}

/// The occurrence-th of the rows that fit.
template <typename Fits>
std::optional<std::uint32_t> occurrence(const Dataset& dataset, const std::vector<std::uint32_t>& series, std::uint32_t wanted, Fits fits) {
  std::uint32_t seen = 0;
  for (const std::uint32_t each : series) {
    if (fits(dataset.observations[each]) && ++seen == std::max<std::uint32_t>(wanted, 1)) return each;
  }
  return std::nullopt;
}

/// Undated rows without a sequence of their own cannot be put in an order.
bool is_mixed(const Dataset& dataset, const std::vector<std::uint32_t>& series) {
  const auto is_dated = [&](std::uint32_t each) { return dataset.observations[each].period.has_value(); };
  const auto dated = std::count_if(series.begin(), series.end(), is_dated);
  if (dated != 0 && dated != static_cast<std::ptrdiff_t>(series.size())) return true;
  if (dated != 0) return false;
  for (std::size_t i = 1; i < series.size(); ++i) {
    if (dataset.observations[series[i]].sequence == dataset.observations[series[i - 1]].sequence) return true;
  }
  return false;
}

bool is_not_applicable(const Dataset& dataset, std::uint32_t metric, std::uint32_t entity) {
  const auto& list = dataset.metrics[metric].not_applicable;
  return std::any_of(list.begin(), list.end(), [&](const auto& each) { return each.entity == dataset.entities[entity].id; });
}

}  // namespace

Found find(const Dataset& dataset, std::uint32_t metric, std::uint32_t entity, const Period& period) {
  const std::vector<std::uint32_t>& series = dataset.series(metric, entity);
  std::optional<std::uint32_t> row;
  switch (period.kind) {
    case Period::Kind::stated: {
      const auto wanted = dataset::parse_time_period(period.text);
      if (wanted) {
        row = occurrence(dataset, series, period.occurrence, [&](const Observation& each) { return each.period == wanted; });
      }
      break;
    }
    case Period::Kind::unstated:
      row = occurrence(dataset, series, period.occurrence, [&](const Observation& each) {
        return !each.period && static_cast<std::uint32_t>(each.sequence.value_or(0)) == period.sequence;
      });
      break;
    default:
      if (is_mixed(dataset, series)) return {Found::State::mixed, std::nullopt};
      row = nth(series, period.kind);
  }
  if (!row) return {is_not_applicable(dataset, metric, entity) ? Found::State::not_applicable : Found::State::none, std::nullopt};
  return {dataset.observations[*row].is_withheld ? Found::State::withheld : Found::State::observation, row};
}

Found last_in_file(const Dataset& dataset, std::uint32_t metric, std::uint32_t entity) {
  const std::vector<std::uint32_t>& series = dataset.series(metric, entity);
  if (series.empty()) return {};
  const std::uint32_t row = *std::max_element(series.begin(), series.end());
  return {dataset.observations[row].is_withheld ? Found::State::withheld : Found::State::observation, row};
}

std::vector<std::uint32_t> disputes_about(const Dataset& dataset, std::uint32_t observation) {
  std::vector<std::uint32_t> out;
  for (std::uint32_t i = 0; i < dataset.disputes.size(); ++i) {
    const auto& about = dataset.disputes[i].observations;
    if (dataset.disputes[i].is_open() && std::find(about.begin(), about.end(), observation) != about.end()) out.push_back(i);
  }
  return out;
}

bool has_printable_value(const Observation& observation) {
  return !observation.is_withheld && !observation.is_confidential && !observation.status.missing() &&
         !observation.status.has(dataset::ObsStatus::N) && observation.has_any_value();
}

}  // namespace briefpack::resolve
