#pragma once

#include <string>

namespace briefpack {

/// Rounds half away from zero on the 15 significant digits that a spreadsheet keeps, so that 2.675 gives 2.68
/// as in Excel and not 2.67. `decimals` may be negative (-3 rounds to thousands). REQUIRES: value is finite.
double round_decimal(double value, int decimals);

/// The value with exactly `decimals` digits after the point (0 to 15), rounded as round_decimal; ASCII digits, "-" and
/// ".", no grouping, independent of the locale; negative zero prints as zero.
std::string fixed_decimal(double value, int decimals);

/// The shortest text that reads back as the same double ("0.1", "150000000000"); never an exponent below 1e21.
std::string shortest_decimal(double value);

/// How many digits after the point `shortest_decimal` has.
int decimals_of(double value);

}  // namespace briefpack
