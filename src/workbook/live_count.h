#pragma once

#include <optional>

#include "document/figure.h"
#include "workbook/live.h"

namespace briefpack::workbook {

/// A count over the document as a formula, where a table of the workbook holds what is counted: "disputes", "sources", "notes",
/// "observations", "actions where status != recommended", "found(scorecard)". Nothing where none does (the template's own list of
/// entities, a condition on a field without a column); the workbook then has the count as a constant and says so.
/// REQUIRES: kind stated.
std::optional<Live> live_count(const Plan& plan, const document::Calculation& calculation);

}  // namespace briefpack::workbook
