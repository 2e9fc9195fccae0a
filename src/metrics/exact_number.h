#pragma once

#include <string_view>

namespace briefpack::metrics {

/// A number as it was written, or why it cannot be kept exactly.
struct ExactNumber {
  double value = 0.0;
  int decimals = 0;        ///< Digits after the point as written, at most 15: 2 for 17.50, 0 for 1.5e3.
  std::string_view fault;  ///< What is wrong, to follow the words "the number"; empty when all is well.
};

/// Reads one JSON number token (RFC 8259, section 6). A double holds every decimal of up to 15 significant digits so that
/// it reads back the same (IEEE 754; std::numeric_limits<double>::digits10), and a spreadsheet keeps no more; what
/// goes beyond that is a fault, never a rounding. Minus zero is zero. REQUIRES: `token` is a valid number token.
ExactNumber read_exact_number(std::string_view token);

}  // namespace briefpack::metrics
