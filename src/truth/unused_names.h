#pragma once

#include <set>
#include <string>

#include "templates/tree.h"

namespace briefpack::truth {

/// The names behind `$` that a template's expressions, sets and conditions use, without the `$`.
std::set<std::string, std::less<>> names_used(const templates::Template& tree);

}  // namespace briefpack::truth
