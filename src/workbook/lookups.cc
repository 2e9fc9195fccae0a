#include "workbook/lookups.h"

#include <fmt/format.h>

#include "workbook/data_row.h"
#include "workbook/guard.h"
#include "workbook/phrases.h"

namespace briefpack::workbook {

std::string data_lookup(std::string_view column, std::string_view key) {
  // Put together by hand, as a figure over a large set has hundreds.
  std::string out = "INDEX(";
  out.append(table::kData).append("[").append(column).append("],MATCH(").append(formula_string(key));
  return out.append(",").append(table::kData).append("[obs_id],0))");
}

std::string action_lookup(std::string_view column, std::string_view id) {
  return fmt::format("INDEX({0}[{1}],MATCH({2},{0}[action_id],0))", table::kPolicy, column, formula_string(id));
}

std::string missing_mark(const dataset::ObsStatusSet& status) {
  if (status.has(dataset::ObsStatus::N)) return std::string(dataset::shorthand_of(dataset::ObsStatus::N));
  return std::string(dataset::shorthand_of(status.missing().value_or(dataset::ObsStatus::O)));
}

std::string status_marks(const dataset::ObsStatusSet& status) {
  if (status.missing()) return missing_mark(status);
  std::string out;
  for (const auto each : status.list()) {
    const std::string mark(dataset::shorthand_of(each));
    if (!mark.empty() && out.find(mark) == std::string::npos) out += (out.empty() ? "" : " ") + mark;
  }
  return out;
}

std::string amount_heading(const AmountUnit& unit, const std::string& lang) {
  return filled(Phrase::amount_in, lang, {{"unit", scaled_unit(unit.currency, unit.unit_mult, lang)}});
}

}  // namespace briefpack::workbook
