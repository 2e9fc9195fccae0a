#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace briefpack::text {

/// A subtable of a lookup, behind any extension (OpenType 1.9, "OpenType Layout Common Table Formats").
struct LookupSubtable {
  unsigned type = 0;   ///< Lookup type of GSUB or GPOS.
  unsigned flags = 0;  ///< LookupFlag.
  std::string_view bytes;
};

/// The subtables of a lookup in a table GSUB or GPOS, `tag`; nothing when the table is cut short.
std::optional<std::vector<LookupSubtable>> subtables_of(std::string_view table, std::string_view tag, unsigned lookup);

/// Whether a subtable of GPOS only changes the advance of the first glyph of a pair of neighbours, marks between them left out.
bool moves_pairs(const LookupSubtable& subtable);

/// Whether a subtable of GSUB replaces glyphs each by one other, whatever stands beside it.
bool replaces_one_by_one(const LookupSubtable& subtable);

/// What a lookup adds to the advance of `first` before `second`, in font units. REQUIRES: moves_pairs of each subtable.
int kerning(const std::vector<LookupSubtable>& lookup, std::uint16_t first, std::uint16_t second);

}  // namespace briefpack::text
