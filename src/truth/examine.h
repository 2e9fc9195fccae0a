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
///   accepted.h   findings that the pack accepts
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

/// What can be found only when it is known what is printed. None of it is fatal. `unprinted` gets what another document of the
/// same pack would be told: it is no finding, and no entry of accepted[] about it is idle.
Diagnostics examine_document(const dataset::Dataset& dataset, const document::Document& document, Diagnostics& unprinted);

}  // namespace briefpack::truth
