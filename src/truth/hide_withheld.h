#pragma once

#include <briefpack/diagnostic.h>

#include "dataset/dataset.h"

namespace briefpack::truth {

/// Marks each finding that stands on a line of a withheld or confidential observation, so that the line is not shown: a metric
/// file may hold many rows on one line. The reader of metric files does the same for what it finds itself.
void hide_withheld(const dataset::Dataset& dataset, Diagnostics& findings);

}  // namespace briefpack::truth
