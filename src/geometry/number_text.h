#pragma once

#include <string>

namespace briefpack::geometry {

/// Appends a length with at most `decimals` digits after the point and no trailing zeros: "12", "0.5", "-3.25", never "-0".
/// Independent of the locale; for dumps and for PDF operands, which know no exponent (ISO 32000-1, 7.3.3).
/// REQUIRES: value is finite, decimals is 0 to 9.
void append_number(std::string& to, double value, int decimals);

std::string number_text(double value, int decimals);

}  // namespace briefpack::geometry
