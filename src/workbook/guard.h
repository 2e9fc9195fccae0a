#pragma once

#include <string>
#include <string_view>

#include "base/clock.h"

/// What libxlsxwriter 1.1.4 accepts although the file is then damaged or misleading, and what Excel's limits are. Every text,
/// name, link, date, number and formula of the workbook passes here first.
namespace briefpack::workbook {

/// A text ready for the library, or why it cannot be written; `fault` follows the words "the text".
struct Guarded {
  std::string text;
  std::string fault;
  bool is_too_long = false;
};

/// For a cell: control characters but line feed and tab become spaces, CR LF a line feed; a literal `_x0041_` is written
/// `_x005F_x0041_`, since Excel would show "A" (ECMA-376 part 1, 22.4.2.4, ST_Xstring). Faults: not UTF-8, U+FFFE or U+FFFF, over
/// 32,767 UTF-16 units.
Guarded guard_cell_text(std::string_view text);

/// Whether guard_cell_text would give `text` as it is, decided at a glance: no control characters, no underscore in front of an x,
/// of no great length. Most cells are such.
bool is_plain_cell_text(std::string_view text);

/// For document properties, chart titles and alt text: as above, but on one line, and cut at `limit` code points with "…". The
/// library takes no more than 255 in a property.
Guarded guard_plain_text(std::string_view text, std::size_t limit);

/// A link to the web: http, https or mailto, at most 2,079 bytes; the colon of `internal:` and `external:`, which the library
/// takes for its own prefixes wherever they stand, is percent-encoded. Empty when it cannot be a link.
std::string guard_url(std::string_view url);

/// A letter, then letters, digits and underscores, at most 31, none of Excel's own names: such a name needs no quotes in formulas.
bool is_sheet_name(std::string_view name);

/// For defined names and tables: a letter or underscore, then letters, digits, `_` and `.`, at most 128 bytes (the library's
/// limit), and nothing that reads as a cell (A1, R1C1).
bool is_defined_name(std::string_view name);

/// Dates that a spreadsheet's serial numbers say right: from March 1900, as Excel believes in a 29 February 1900, to 9999.
bool is_sheet_date(CivilDate date);

/// The serial number of a date: days since 30 December 1899. REQUIRES: is_sheet_date(date).
double sheet_serial(CivilDate date);

/// Excel's limits on a formula without its "=": 8,192 characters, 255 in a string, 255 arguments, 64 levels. Empty when kept.
std::string formula_fault(std::string_view formula);

/// `text` as a string in a formula: "a" becomes "\"a\"", its quotes doubled.
std::string formula_string(std::string_view text);

/// `heading` as it stands between the brackets of a structured reference: `[ ] # '` have a `'` before them.
std::string escaped_heading(std::string_view heading);

}  // namespace briefpack::workbook
