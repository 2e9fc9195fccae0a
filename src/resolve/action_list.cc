#include "resolve/action_list.h"

#include <algorithm>
#include <optional>
#include <utility>

#include <fmt/format.h>

#include "base/utf8.h"
#include "dataset/time_period.h"
#include "numfmt/names.h"
#include "resolve/exhibit.h"
#include "resolve/where.h"

namespace briefpack::resolve {

namespace {

/// A `from` or `to` as a period. Error: resolve/period when it is none.
std::optional<dataset::TimePeriod> period_option(Lowering& lowering, const templates::Directive& directive,
                                                 std::string_view name) {
  const templates::Option* option = directive.find(name);
  if (option == nullptr || option->periods.empty()) return std::nullopt;
  auto period = dataset::parse_time_period(option->periods.front().text);
  if (!period) {
    lowering.error("resolve/period", option->span, fmt::format("{} is no date or year", quoted(option->text)),
                   std::string(name), "write 2024, 2024-06 or 2024-06-30");
  }
  return period;
}

/// An undated action is in no range of dates, so it is shown only when none is asked for.
bool is_between(const dataset::Action& action, const std::optional<dataset::TimePeriod>& from,
                const std::optional<dataset::TimePeriod>& to) {
  if (!from && !to) return true;
  if (!action.date) return false;
  const CivilDate end = action.end_date ? action.end_date->end : action.date->end;
  return (!from || end >= from->start) && (!to || action.date->start <= to->end);
}

bool is_earlier(const dataset::Action& a, const dataset::Action& b) {
  if (!a.date || !b.date) return a.date.has_value() && !b.date.has_value();
  return *a.date < *b.date;
}

void sort_actions(const dataset::Dataset& dataset, const std::string& sort, const std::string& lang,
                  std::vector<std::uint32_t>& actions) {
  const auto of = [&](std::uint32_t index) -> const dataset::Action& { return dataset.actions[index]; };
  if (sort == "none") return;
  if (sort == "name") {
    const numfmt::Collator before(lang);
    std::stable_sort(actions.begin(), actions.end(),
                     [&](auto a, auto b) { return before(of(a).title.in(lang), of(b).title.in(lang)); });
    return;
  }
  std::stable_sort(actions.begin(), actions.end(), [&](auto a, auto b) {
    // Newest first keeps the undated ones last, as any other order does.
    if (sort == "down" && of(a).date && of(b).date) return *of(b).date < *of(a).date;
    return is_earlier(of(a), of(b));
  });
}

}  // namespace

std::optional<std::vector<EntityActions>> actions_of(Lowering& lowering, const templates::Directive& directive,
                                                     const Scope& scope) {
  const templates::Option* where = directive.find("where");
  if (where != nullptr && !check_where(where->where, Thing::action, lowering.book.diagnostics())) return std::nullopt;
  const auto entities = entities_option(lowering, directive, "entities", scope);
  if (!entities) return std::nullopt;
  const auto from = period_option(lowering, directive, "from");
  const auto to = period_option(lowering, directive, "to");
  const dataset::Dataset& dataset = lowering.dataset;
  std::vector<EntityActions> out;
  for (const std::uint32_t entity : *entities) {
    EntityActions made{entity, {}};
    for (std::uint32_t a = 0; a < dataset.actions.size(); ++a) {
      const dataset::Action& action = dataset.actions[a];
      if (action.entity != entity || !is_between(action, from, to)) continue;
      if (where == nullptr || passes(dataset, action, where->where)) made.actions.push_back(a);
    }
    sort_actions(dataset, choice_option(directive, "sort", "date"), scope.lang(), made.actions);
    if (!made.actions.empty() || directive.has("entities")) out.push_back(std::move(made));
  }
  return out;
}

}  // namespace briefpack::resolve
