#pragma once

#include <optional>

#include "workbook/live_figure.h"

namespace briefpack::workbook {

/// The first of the members that no other is better than, by name. Names stand in no table beside their values, so they are
/// compared with the best value one by one. Nothing where a member has no single value.
std::optional<LiveFigure> live_leader(const Plan& plan, Workings& workings, const document::Calculation& calculation);

}  // namespace briefpack::workbook
