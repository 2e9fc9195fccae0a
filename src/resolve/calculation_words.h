#pragma once

#include <string>
#include <string_view>

#include "dataset/dataset.h"
#include "document/figure.h"

namespace briefpack::resolve {

/// A calculation as a note says it: "100,000 ÷ 2,000", "(5 − 13) ÷ 13", "sum of 9 values". Operands stand as their sources give
/// them, bounds with their signs, amounts of money with their magnitude. "" for a single value.
std::string calculation_words(const document::Calculation& calculation, const dataset::Dataset& dataset, std::string_view lang);

/// The same for a single value too: "2,000", "early 50s".
std::string operand_words(const document::Calculation& calculation, const dataset::Dataset& dataset, std::string_view lang);

/// The same with names in the place of values: "H100 GPUs: China ÷ Korea".
std::string calculation_names(const document::Calculation& calculation, const dataset::Dataset& dataset, std::string_view lang);

}  // namespace briefpack::resolve
