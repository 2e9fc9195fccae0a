#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <vector>

#include "base/nearest.h"
#include "base/utf8.h"
#include "metrics/passes.h"

namespace briefpack::metrics {

namespace {

using dataset::Dataset;

/// What one name of an `about` stands for.
struct Found {
  std::vector<std::uint32_t> observations;
  std::vector<std::uint32_t> actions;
  bool is_empty() const { return observations.empty() && actions.empty(); }
};

Found find(const Draft& draft, const std::string& name) {
  const Dataset& data = draft.data;
  Found out;
  if (const auto* observation = data.find_observation(name)) {
    out.observations.push_back(data.index_of(*observation));
    return out;
  }
  if (const auto action = draft.references.of(IdKind::action).find(name)) {
    out.actions.push_back(*action);
    return out;
  }
  const std::size_t point = name.find('.');
  if (point == std::string::npos) return out;
  const auto metric = draft.references.of(IdKind::metric).find(name.substr(0, point));
  const auto entity = draft.references.of(IdKind::entity).find(name.substr(point + 1));
  if (metric && entity) out.observations = data.series(*metric, *entity);
  return out;
}

void report(const Draft& draft, const AboutName& name, Problems& problems) {
  // A row that is there but faulty has no place in the dataset; its own fault was told.
  if (draft.references.of(IdKind::observation).find(name.name)) return;
  Diagnostic error =
      Diagnostic::error("metrics/unknown-about", name.span,
                        fmt::format("{} is no observation, no series metric.ENTITY with observations and no action",
                                    quoted(name.name)))
          .at(name.pointer);
  if (problems.keeps_errors()) {
    std::vector<std::string> ids = draft.references.of(IdKind::observation).candidates();
    const std::vector<std::string> actions = draft.references.of(IdKind::action).candidates();
    ids.insert(ids.end(), actions.begin(), actions.end());
    if (const auto near = nearest(name.name, ids)) error.hints.push_back(fmt::format("did you mean \"{}\"?", *near));
  }
  problems.add(std::move(error));
}

void append_new(std::vector<std::uint32_t>& to, const std::vector<std::uint32_t>& more) {
  for (const std::uint32_t each : more) {
    if (std::find(to.begin(), to.end(), each) == to.end()) to.push_back(each);
  }
}

void put(Dataset& data, const AboutName& name, const Found& found) {
  if (name.owner == AboutName::Owner::caveat) {
    append_new(data.caveats[name.index].observations, found.observations);
    append_new(data.caveats[name.index].actions, found.actions);
    return;
  }
  dataset::Dispute& dispute = data.disputes[name.index];
  if (name.owner == AboutName::Owner::position) {
    append_new(dispute.positions[name.position].observations, found.observations);
  } else {
    append_new(dispute.observations, found.observations);
    append_new(dispute.actions, found.actions);
  }
}

/// A position that holds its object equal to an entity names it by its id.
void find_equals(Draft& draft) {
  for (dataset::Dispute& dispute : draft.data.disputes) {
    for (dataset::Position& position : dispute.positions) {
      const std::string& words = position.equals.in("");
      if (draft.references.of(IdKind::entity).find(words)) position.equals_entity = words;
    }
  }
}

}  // namespace

void find_about(Draft& draft, Problems& problems) {
  for (const AboutName& name : draft.about_names) {
    const Found found = find(draft, name.name);
    if (found.is_empty())
      report(draft, name, problems);
    else
      put(draft.data, name, found);
  }
  find_equals(draft);
}

}  // namespace briefpack::metrics
