#pragma once

#include "dataset/dataset.h"
#include "resolve/kept_sets.h"
#include "resolve/stated_wordings.h"

namespace briefpack::resolve {

/// What all documents that are made of one dataset have in common, made once for their lowerings, editions and threads.
struct Commons {
  /// The dataset outlives this.
  explicit Commons(const dataset::Dataset& dataset) : wordings(dataset) {}

  StatedWordings wordings;
  KeptSets sets;
};

}  // namespace briefpack::resolve
