#include "workbook/wrap_lines.h"

#include <algorithm>

#include "base/utf8.h"

namespace briefpack::workbook {

namespace {

double width_of(char32_t c) {
  if (c >= 0x1100 && (c <= 0x11FF || (c >= 0x2E80 && c <= 0xD7FF) || (c >= 0xF900 && c <= 0xFAFF) || (c >= 0xFF00 && c <= 0xFFEF) || c >= 0x20000)) return 2.0;
  if (c == ' ' || c == 0xA0) return 0.5;
  if (c == 'i' || c == 'l' || c == 'j' || c == 'I' || c == '.' || c == ',' || c == ';' || c == ':' || c == '\'' || c == '|') return 0.55;
  if (c == 'm' || c == 'w' || c == 'M' || c == 'W' || c == '@' || c == '%' || c == 0x2014) return 1.6;
  if (c >= 'A' && c <= 'Z') return 1.2;
  return 1.0;
}

bool is_wide(char32_t c) { return width_of(c) == 2.0; }

}  // namespace

double text_width(std::string_view text) {
  double widest = 0, width = 0;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = next_code_point(text, at);
    width = c == '\n' ? 0 : width + width_of(c);
    widest = std::max(widest, width);
  }
  return widest;
}

int wrapped_lines(std::string_view text, double width) {
  int lines = 1;
  double line = 0, word = 0;
  const auto end_word = [&] {
    if (line > 0 && line + word > width) {
      ++lines;
      line = 0;
    }
    // A word that is wider than the column is broken where the column ends.
    while (word > width && width > 0) {
      ++lines;
      word -= width;
    }
    line += word;
    word = 0;
  };
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = next_code_point(text, at);
    if (c == '\n') {
      end_word();
      ++lines;
      line = 0;
    } else if (c == ' ') {
      end_word();
      line += width_of(c);
    } else {
      if (is_wide(c)) end_word();  // Ideographs and Hangul may break anywhere in a cell.
      word += width_of(c);
    }
  }
  end_word();
  return lines;
}

}  // namespace briefpack::workbook
