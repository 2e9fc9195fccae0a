#pragma once

#include <cstdint>
#include <span>

#include <briefpack/result.h>
#include <briefpack/source_span.h>

#include "dataset/dataset.h"

namespace briefpack::metrics {

/// Reads metric files (DESIGN.md section 2; inputs/metrics.schema.json) into one dataset. The phases:
///
///   1. read_json_items    text to items, one at a time, each value with its place        json_stream
///   2. read_…             item to typed values through a table of fields                 read_items
///   3. references         ids that nothing defines; indices that waited                  references, passes
///   4. check_observations what a value must be for its metric                            passes
///   5. settle_observations keys; equal rows merged, unlike ones decided                  passes
///   6. empty_withheld     nothing of a withheld row stays                                passes
///   7. find_about         what caveats and disputes concern                              passes
///
/// Several files are read as one, in the order given: the pack stands in the first that has one (a later one must be equal),
/// the lists of all follow each other, and an id may be defined once in all of them. `files` are indices of `sources`.
/// All faults that can be found are reported together, in the order of their places (metrics/codes.h); after a fault of
/// syntax the phases from 3 on are left out, as half a file would make more noise than sense.
///
/// With more than one thread phases 1 and 2 go on side by side. What comes out is the same for any number of threads.
Result<dataset::Dataset> read_metrics(const SourceMap& sources, std::span<const std::uint32_t> files, unsigned threads = 1);

}  // namespace briefpack::metrics
