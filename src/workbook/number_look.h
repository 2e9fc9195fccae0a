#pragma once

#include "workbook/book.h"
#include "workbook/plan.h"

namespace briefpack::workbook {

/// Puts the bound's words beside the number: "over 500", Korean "500 초과".
void add_bound(NumberLook& look, dataset::Qualifier qualifier, const std::string& lang);

/// How an observation's number is shown outside Data: its bound before it, its status marks and disputes behind it.
NumberLook number_look(const Plan& plan, const dataset::Observation& observation, double value);

/// How a figure's unrounded number is shown: as many decimals as it has, at most six.
NumberLook plain_look(double value);
/// As above for a figure: a year has no thousands.
NumberLook figure_look(const Plan& plan, const document::Figure& figure, double value);

/// A year is no count: 2025, not 2,025 (as resolve/precision.cc prints it).
bool is_year(const dataset::Metric& metric, double value);

}  // namespace briefpack::workbook
