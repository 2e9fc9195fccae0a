#pragma once

#include <optional>

#include "workbook/live.h"

namespace briefpack::workbook {

/// A count over the document as a formula, where a table of the workbook holds what is counted: "disputes", "sources", "notes",
/// "observations", "actions where status != recommended", "changes where kind = new", "found(scorecard)", "cells(scorecard, KOR)",
/// "found(scorecard, group Rankings)", and entities that have rows in Data. Nothing where none does (a condition on a field without
/// a column); the workbook then has the count as a constant and says so. REQUIRES: of kind stated.
std::optional<Live> live_count(const Plan& plan, Workings& workings, const document::Calculation& stated);

}  // namespace briefpack::workbook
