#pragma once

#include <optional>
#include <string_view>

#include "workbook/live.h"

namespace briefpack::workbook {

/// A count over the document as a formula, where a table of the workbook holds what is counted: "disputes", "sources", "notes",
/// "observations", "actions where status != recommended", "found(scorecard)", "cells(scorecard, KOR)", "found(scorecard, group
/// Rankings)". Nothing where none does (the template's own list of entities, a condition on a field without a column); the
/// workbook then has the count as a constant and says so. `words` are those of a calculation of kind stated, or the figure's key.
std::optional<Live> live_count(const Plan& plan, Workings& workings, std::string_view words);

}  // namespace briefpack::workbook
