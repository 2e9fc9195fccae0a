#pragma once

#include <string_view>

namespace briefpack::workbook {

/// Width of the text's widest line in Excel's unit, the digit of the default font (Calibri 11). Advances of Latin letters are those
/// of real fonts, the widest of the likely ones; other scripts have one width a kind of letter, rather too wide than too narrow.
double text_width(std::string_view text);

/// How many lines the text takes when it is wrapped greedily in a column of `width`; at least 1. Lines end at spaces, between
/// ideographs, and in scripts without spaces at about each word.
int wrapped_lines(std::string_view text, double width);

/// Heights of one line of 11 points: Latin, Greek and Cyrillic; with Hangul, kana or ideographs; with Arabic, Hebrew, Indic scripts or Thai.
inline constexpr double kLatinLine = 15, kFullLine = 17, kTallLine = 19;
/// The height that the text's scripts need, in points.
double line_height(std::string_view text);

}  // namespace briefpack::workbook
