#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "base/clock.h"
#include "workbook/plan.h"

namespace briefpack::workbook {

/// A value of sheet Data and of the CSV: nothing, a text, a number with its own decimals, or a date.
struct DataNumber {
  double value = 0;
  int decimals = 0;
  bool is_year = false;
};
using DataCell = std::variant<std::monostate, std::string, DataNumber, CivilDate>;

/// The columns of Data in order. Their names are for programs and the same in every language.
struct DataColumn {
  const char* name;
  bool is_number;
  double widest;    ///< On the sheet, in digits.
  DataCell (*cell)(const Plan&, const dataset::Observation&);
};
const std::vector<DataColumn>& data_columns();

/// Place of the column with this name. REQUIRES: there is one.
std::size_t data_column(std::string_view name);

/// The value in words: obs_text, a category's name, or the printed form of a range; "" for a number.
std::string data_text(const Plan& plan, const dataset::Observation& observation);

/// "GPUs", "USD", "per cent", "rank of 38", in the workbook's language; the power of ten is not in it.
std::string data_unit(const Plan& plan, const dataset::Observation& observation);
/// As above for a metric as a whole.
std::string metric_unit(const dataset::Metric& metric, const std::string& lang);

/// A unit with its power of ten in words: "USD million", "thousand units"; "× 10^5 units" for other powers.
std::string scaled_unit(const std::string& unit, int unit_mult, const std::string& lang);

/// Each source once with its places: "Title, 2024: table 1 (“2,000”); table 3". The source's own words only `with_words`.
std::string cited_sources(const Plan& plan, const std::vector<dataset::Citation>& citations, bool with_words);

/// A period as cells have it: a number for a year, else text; nothing when it is not stated and has no label.
DataCell period_cell(const Plan& plan, const dataset::Observation& observation);

}  // namespace briefpack::workbook
