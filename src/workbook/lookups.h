#pragma once

#include <string>
#include <string_view>

#include "workbook/plan.h"

/// Look-ups in the workbook's tables, and the marks that stand in their cells.
namespace briefpack::workbook {

/// INDEX(tbl_data[column],MATCH("key",tbl_data[obs_id],0)). REQUIRES: the key stands in Data.
std::string data_lookup(std::string_view column, std::string_view key);
/// The same in Policy_actions, by the action's id.
std::string action_lookup(std::string_view column, std::string_view id);

/// "[x]", "[z]", "[c]", "[ns]" for a status without a value; "[x]" when the set names none.
std::string missing_mark(const dataset::ObsStatusSet& status);
/// Marks beside a value: "[e]", "[b] [p]"; for a missing value its mark alone.
std::string status_marks(const dataset::ObsStatusSet& status);

/// Heading of a column of amounts in sheet Policy_actions: "Amount (USD million)".
std::string amount_heading(const AmountUnit& unit, const std::string& lang);

}  // namespace briefpack::workbook
