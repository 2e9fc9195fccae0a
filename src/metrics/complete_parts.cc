#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <unordered_map>
#include <vector>

#include "base/utf8.h"
#include "metrics/passes.h"

namespace briefpack::metrics {

namespace {

using dataset::Dataset;
using dataset::LocalText;

/// "/parent" of the object at `places`.
Diagnostic circular(const dataset::FieldPlaces& places, std::string_view field, std::string message) {
  return Diagnostic::error("metrics/circular", places.of(field), std::move(message))
      .at(fmt::format("{}/{}", places.pointer, field));
}

/// The members of a chain that lead back to themselves, one of each circle. `next` gives the index that follows, or nothing.
template <typename Next>
std::vector<std::uint32_t> circles(std::size_t count, Next next) {
  std::vector<std::uint32_t> out;
  std::vector<std::uint32_t> walk(count, 0);  // number of the walk that came by; 0 for none
  for (std::uint32_t start = 0; start < count; ++start) {
    std::optional<std::uint32_t> at = start;
    while (at && walk[*at] == 0) {
      walk[*at] = start + 1;
      at = next(*at);
    }
    if (at && walk[*at] == start + 1) out.push_back(*at);
  }
  return out;
}

void check_parents(const Draft& draft, Problems& problems) {
  const auto& entities = draft.data.entities;
  const auto parent_of = [&](std::uint32_t i) { return draft.references.of(IdKind::entity).find(entities[i].parent); };
  for (const std::uint32_t i : circles(entities.size(), parent_of)) {
    problems.add(circular(entities[i].places, "parent",
                          fmt::format("the entity {} is, through parent, part of itself", quoted(entities[i].id))));
  }
}

void check_within(const Draft& draft, Problems& problems) {
  const auto& actions = draft.data.actions;
  const auto around = [&](std::uint32_t i) {
    return actions[i].amount ? draft.references.of(IdKind::action).find(actions[i].amount->within) : std::nullopt;
  };
  for (const std::uint32_t i : circles(actions.size(), around)) {
    problems.add(circular(actions[i].places, "amount",
                          fmt::format("the amount of {} is, through within, part of itself", quoted(actions[i].id))));
  }
}

void give_source_codes(Dataset& data, Problems& problems) {
  std::unordered_map<std::string, SourceSpan> known;  // for look-up only
  for (std::size_t i = 0; i < data.sources.size(); ++i) {
    dataset::Source& source = data.sources[i];
    if (source.code.empty()) source.code = fmt::format("S{}", i + 1);
    const SourceSpan place = source.places.of("code");
    const auto [first, is_new] = known.emplace(source.code, place);
    if (is_new) continue;
    problems.add(Diagnostic::error("metrics/duplicate-id", place,
                                   fmt::format("the source code {} already names another source", quoted(source.code)))
                     .at(source.places.pointer)
                     .note(first->second, "first given here")
                     .hint("sources without a code are numbered S1, S2 and so on in file order"));
  }
}

}  // namespace

void link_late(Draft& draft) {
  for (const LateLink& each : draft.late_links) {
    const bool is_metric = each.target == LateLink::Target::observation_metric;
    const auto index = draft.references.of(is_metric ? IdKind::metric : IdKind::entity).find(each.id);
    if (!index) continue;
    switch (each.target) {
      case LateLink::Target::observation_metric:
        draft.data.observations[each.owner].metric = *index;
        break;
      case LateLink::Target::observation_entity:
        draft.data.observations[each.owner].entity = *index;
        break;
      case LateLink::Target::action_entity:
        draft.data.actions[each.owner].entity = *index;
        break;
    }
  }
}

void complete_parts(Draft& draft, Problems& problems) {
  give_source_codes(draft.data, problems);
  check_parents(draft, problems);
  check_within(draft, problems);
}

}  // namespace briefpack::metrics
