#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "dataset/dataset.h"
#include "resolve/comparability.h"

/// What an exhibit says by itself where it shows values of one metric side by side that are not alike, and showing them is fair:
/// "France 2024; others 2025." The exhibit's remark prints it, in the PDF and in the workbook.
namespace briefpack::resolve {

/// Observations that a reader's eye sets side by side: the marks on an axis, one row or one column of a table.
using Line = std::vector<std::uint32_t>;

/// The sentences for all lines of an exhibit, each once; a metric is named where the exhibit shows several.
std::string side_by_side(const dataset::Dataset& dataset, const std::vector<Line>& lines, Use use, std::string_view lang);

/// "France 2024; others 2025.", or all of them where no period has the majority. "" when all are of one period.
std::string sentence_of_periods(const dataset::Dataset& dataset, const Line& observations, std::string_view lang);

/// Parts of a whole as a column or chart prints them.
struct PrintedShare {
  double value, printed;  ///< Both in the same unit, `value` unrounded.
};
/// True when parts that make up the whole no longer do once they are printed.
bool do_not_sum(const std::vector<PrintedShare>& shares, double whole);

/// The period of an observation as such sentences say it: "2024", its label, or "undated".
std::string period_words(const dataset::Observation& observation, std::string_view lang);

}  // namespace briefpack::resolve
