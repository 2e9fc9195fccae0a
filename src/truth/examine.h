#pragma once

#include <cstdint>
#include <span>

#include <briefpack/diagnostic.h>

#include "dataset/dataset.h"
#include "document/document.h"
#include "templates/tree.h"

/// What a pack must not say, looked for in what was read. The rules of arithmetic, comparisons and claims act while the
/// document is made and stand in resolve/; here are those that look at the facts and the template as they are.
///   examine.cc   the table of rules
///   as_stated…   one rule, one file
/// docs/truth.md tells each rule to its readers.
namespace briefpack::truth {

/// What a rule looks at.
struct Pack {
  const dataset::Dataset& dataset;
  const templates::Template& tree;
};

struct Rule {
  const char* name;  ///< For tests and profiles.
  void (*find)(const Pack& pack, Diagnostics& findings);
};

/// All rules, in the order in which they are applied.
std::span<const Rule> rules();

/// What all rules find, by rule and place. None of it is fatal.
Diagnostics examine(const Pack& pack);

}  // namespace briefpack::truth
