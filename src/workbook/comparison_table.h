#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "workbook/plan.h"

namespace briefpack::workbook {

/// The columns of sheet Comparison: code and name of the entity, then one column a measure, then one a measure with the
/// periods, so that the values stand side by side.
struct ComparisonTable {
  std::vector<std::string> values;   ///< Headings by metric: "AI companies (companies)". Unique.
  std::vector<std::string> periods;  ///< "AI companies: period".
};

/// REQUIRES: the document has a comparison.
ComparisonTable comparison_table(const Plan& plan);

/// The cells of the comparison, all or those of one entity.
struct ComparisonCount {
  std::string range;     ///< Of the value columns, as a structured reference.
  double cells = 0;      ///< Without those that do not apply.
  double found = 0;
};
/// Nothing when the entity is not compared.
std::optional<ComparisonCount> count_comparison(const Plan& plan, std::string_view entity);

}  // namespace briefpack::workbook
