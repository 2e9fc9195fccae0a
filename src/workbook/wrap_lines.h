#pragma once

#include <string_view>

namespace briefpack::workbook {

/// Width of a text in Excel's unit, the digit of the default font (Calibri 11): a rough estimate by kinds of characters, a CJK
/// character counts two. Nobody measures text here; too wide costs white space, too narrow a cut word.
double text_width(std::string_view text);

/// How many lines the text takes when it is wrapped greedily at spaces in a column of `width`; at least 1.
int wrapped_lines(std::string_view text, double width);

}  // namespace briefpack::workbook
