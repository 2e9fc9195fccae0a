#pragma once

#include <string>

#include "document/block.h"
#include "document/chart_spec.h"

namespace briefpack::resolve {

/// The alternative text of a chart, written from its data in the chart's language: what is shown, by the exhibit's title and
/// the kind of chart; the largest and smallest value; what is missing and what is disputed.
std::string alt_of(const document::ChartSpec& chart, const document::Exhibit& exhibit);

}  // namespace briefpack::resolve
