#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "changes/compare.h"

namespace briefpack::changes {

/// One field of an action whose change is told.
struct ActionField {
  std::string_view name;   ///< As in the metric file.
  bool (*is_same)(const dataset::Dataset& earlier, const dataset::Action& a, const dataset::Dataset& later, const dataset::Action& b);
  /// Its value in words; ".." when there is none.
  std::string (*text)(const dataset::Dataset& dataset, const dataset::Action& action, std::string_view lang);
};
std::span<const ActionField> action_fields();

/// Appends new, changed and removed actions in file order. Summaries, comments and sources are no changes.
void compare_actions(const dataset::Dataset& earlier, const dataset::Dataset& later, std::vector<Change>& to);

}  // namespace briefpack::changes
