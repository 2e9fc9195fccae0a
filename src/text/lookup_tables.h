#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
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

/// What a subtable of pairs knows of a glyph.
struct PairPlace {
  std::uint16_t glyph = 0;
  std::optional<std::size_t> covered;  ///< Its index in the Coverage table, when it may be the first of a pair.
  std::size_t row = 0, column = 0;     ///< Its classes as the first and as the second of a pair, where pairs are named by class.
};

/// The places of a glyph in the subtables of a lookup. REQUIRES: moves_pairs of each subtable.
std::vector<PairPlace> pair_places(const std::vector<LookupSubtable>& lookup, std::uint16_t glyph);

/// What a lookup adds to the advance of one glyph before another, in font units. REQUIRES: moves_pairs of each subtable, and these
/// are the places of the two glyphs in them.
int kerning(const std::vector<LookupSubtable>& lookup, std::span<const PairPlace> first, std::span<const PairPlace> second);

}  // namespace briefpack::text
