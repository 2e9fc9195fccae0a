#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "resolve/lowering.h"
#include "templates/tree.h"

namespace briefpack::resolve {

/// The actions of one entity, as indices into the dataset.
struct EntityActions {
  std::uint32_t entity = 0;
  std::vector<std::uint32_t> actions;
};

/// What an actions or timeline directive shows: its entities in order, each with the actions that pass `where` and fall
/// between `from` and `to`. Without `entities`: those of the default set that have any. Sorted by date within an entity
/// (undated last) unless `sort` says none (file order) or name. Nothing when an option is faulty (reported).
std::optional<std::vector<EntityActions>> actions_of(Lowering& lowering, const templates::Directive& directive,
                                                     const Scope& scope);

}  // namespace briefpack::resolve
