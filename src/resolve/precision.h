#pragma once

#include <optional>
#include <string>
#include <string_view>

#include <briefpack/diagnostic.h>

#include "dataset/dataset.h"
#include "expression/format.h"
#include "numfmt/number_text.h"
#include "resolve/context.h"
#include "resolve/evaluated.h"

namespace briefpack::resolve {

/// How one value is printed in one place: the style, and whether its sign is left out.
struct PrintPlan {
  numfmt::NumberStyle style;
  bool is_absolute = false;

  /// What is printed, unrounded.
  double printed_value(double value) const { return is_absolute && value < 0 ? -value : value; }
};

/// Chooses form, magnitude and decimals from what the value is, then from the formats. Never more decimals than the source;
/// a quotient has at most one below 100 and none above (below 1 two significant digits). Untruth: resolve/false-precision for
/// `round:N` beyond that, which is then not heeded. Errors: resolve/format for a format that does not fit the value, resolve/no-length for `of` without a
/// list's length. REQUIRES: kind number or interval.
std::optional<PrintPlan> plan_print(const dataset::Dataset& dataset, const Evaluated& value, const expression::Formats& formats,
                                    FormPlace place, std::string_view lang, SourceSpan span, Diagnostics& diagnostics);

/// The plan of the same value without any format, in prose: what a stable key without a suffix stands for.
PrintPlan default_plan(const dataset::Dataset& dataset, const Evaluated& value);

/// The text of a value of any kind: number, interval, words, missing mark, or the word for withdrawn.
numfmt::NumberText print(const Evaluated& value, const PrintPlan& plan, std::string_view lang);

/// The unit of the unrounded value for the sheet Figures: "GPU", "USD", "per cent", "place", "".
std::string unit_name(const Evaluated& value);

/// 12, 9, 6 or 0: the magnitude word that an amount of money is printed with.
int power_for(double amount);

}  // namespace briefpack::resolve
