#pragma once

#include <cstdint>
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
  std::vector<std::string> periods;  ///< "AI companies: period"; "" where no value of the measure has one.
};

/// REQUIRES: the document has a comparison.
ComparisonTable comparison_table(const Plan& plan);

/// Cells of the comparison: all of them, one entity's row, one measure's column, or the columns of a group of measures.
struct ComparisonCount {
  std::string range;     ///< The cells on the sheet, as structured references.
  double cells = 0;      ///< Without those that do not apply.
  double found = 0;
  double disputed = 0;   ///< Among the found ones.
  std::vector<std::uint32_t> observations;  ///< The found ones.
};

/// `headings` is comparison_table(plan); `part` is "" for all, an entity's or metric's id, or "group Rankings". Nothing when the
/// comparison has no such part. REQUIRES: the document has a comparison.
std::optional<ComparisonCount> count_comparison(const Plan& plan, const ComparisonTable& headings, std::string_view part);

}  // namespace briefpack::workbook
