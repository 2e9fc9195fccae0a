#include "text/lookup_tables.h"

#include <cstddef>

namespace briefpack::text {

namespace {

/// Big-endian number of two bytes at `at`; 0 behind the end.
std::size_t number(std::string_view bytes, std::size_t at) {
  if (at >= bytes.size() || bytes.size() - at < 2) return 0;
  return static_cast<std::size_t>(static_cast<unsigned char>(bytes[at]) << 8 | static_cast<unsigned char>(bytes[at + 1]));
}

/// What an offset leads to; empty when it leads nowhere.
std::string_view at_offset(std::string_view bytes, std::size_t offset) {
  return offset == 0 || offset >= bytes.size() ? std::string_view() : bytes.substr(offset);
}

/// The last of `count` records, `size` bytes each from `begin` on, that begins with a glyph up to `glyph`: where it stands.
std::optional<std::size_t> last_record(std::string_view bytes, std::size_t begin, std::size_t count, std::size_t size, std::uint16_t glyph) {
  std::size_t least = 0, most = count;
  while (least < most) {
    const std::size_t middle = (least + most) / 2;
    if (number(bytes, begin + middle * size) <= glyph) least = middle + 1;
    else most = middle;
  }
  if (least == 0) return std::nullopt;
  return begin + (least - 1) * size;
}

/// Index of the glyph in a Coverage table.
std::optional<std::size_t> coverage_index(std::string_view bytes, std::uint16_t glyph) {
  const bool has_ranges = number(bytes, 0) == 2;
  const auto record = last_record(bytes, 4, number(bytes, 2), has_ranges ? 6 : 2, glyph);
  if (!record || number(bytes, 0) > 2) return std::nullopt;
  const std::size_t first = number(bytes, *record);
  if (has_ranges) return glyph <= number(bytes, *record + 2) ? std::optional(number(bytes, *record + 4) + glyph - first) : std::nullopt;
  return first == glyph ? std::optional((*record - 4) / 2) : std::nullopt;
}

/// Class of the glyph in a ClassDef table; 0 when it is in none.
std::size_t class_of(std::string_view bytes, std::uint16_t glyph) {
  if (number(bytes, 0) == 1) {
    const std::size_t first = number(bytes, 2);
    return glyph >= first && glyph - first < number(bytes, 4) ? number(bytes, 6 + 2 * (glyph - first)) : 0;
  }
  const auto record = last_record(bytes, 4, number(bytes, 2), 6, glyph);
  return record && number(bytes, 0) == 2 && glyph <= number(bytes, *record + 2) ? number(bytes, *record + 4) : 0;
}

// Places in a subtable of pairs (OpenType 1.9, "GPOS", lookup type 2).
constexpr std::size_t kFirstValueAt = 4, kSecondValueAt = 6, kAdvance = 0x4;

PairPlace place_in(std::string_view bytes, std::uint16_t glyph) {
  PairPlace place{glyph, coverage_index(at_offset(bytes, number(bytes, 2)), glyph), 0, 0};
  if (number(bytes, 0) == 1) return place;
  place.row = class_of(at_offset(bytes, number(bytes, 8)), glyph);
  place.column = class_of(at_offset(bytes, number(bytes, 10)), glyph);
  return place;
}

/// What one subtable says of a pair; nothing when it says nothing, so that the next is asked.
std::optional<int> value_of(std::string_view bytes, const PairPlace& first, const PairPlace& second) {
  if (!first.covered) return std::nullopt;
  const std::size_t value_size = number(bytes, kFirstValueAt) == 0 ? 0 : 2;
  const auto value_at = [&](std::string_view from, std::size_t at) { return value_size == 0 ? 0 : static_cast<std::int16_t>(number(from, at)); };
  if (number(bytes, 0) == 1) {
    const std::string_view pairs = at_offset(bytes, number(bytes, 10 + 2 * *first.covered));
    const auto record = last_record(pairs, 2, number(pairs, 0), 2 + value_size, second.glyph);
    if (!record || number(pairs, *record) != second.glyph) return std::nullopt;
    return value_at(pairs, *record + 2);
  }
  const std::size_t rows = number(bytes, 12), columns = number(bytes, 14);
  // As HarfBuzz does, which takes a second glyph without a class for one that the subtable does not know.
  if (second.column == 0 || first.row >= rows || second.column >= columns) return std::nullopt;
  return value_at(bytes, 16 + (first.row * columns + second.column) * value_size);
}

}  // namespace

std::optional<std::vector<LookupSubtable>> subtables_of(std::string_view table, std::string_view tag, unsigned lookup) {
  constexpr std::size_t kLookupListAt = 8;
  const unsigned extension = tag == "GPOS" ? 9 : 7;
  const std::string_view list = at_offset(table, number(table, kLookupListAt));
  if (lookup >= number(list, 0)) return std::nullopt;
  const std::string_view bytes = at_offset(list, number(list, 2 + 2 * std::size_t{lookup}));
  if (bytes.empty()) return std::nullopt;
  std::vector<LookupSubtable> found;
  for (std::size_t i = 0, count = number(bytes, 4); i < count; ++i) {
    LookupSubtable subtable{static_cast<unsigned>(number(bytes, 0)), static_cast<unsigned>(number(bytes, 2)), at_offset(bytes, number(bytes, 6 + 2 * i))};
    if (subtable.type == extension) {
      subtable.type = static_cast<unsigned>(number(subtable.bytes, 2));
      subtable.bytes = at_offset(subtable.bytes, number(subtable.bytes, 4) << 16 | number(subtable.bytes, 6));
    }
    if (subtable.bytes.empty()) return std::nullopt;
    found.push_back(subtable);
  }
  return found;
}

bool moves_pairs(const LookupSubtable& subtable) {
  constexpr unsigned kPairs = 2, kIgnoresBasesOrLigatures = 0x6;
  const std::size_t format = number(subtable.bytes, 0);
  return subtable.type == kPairs && (subtable.flags & kIgnoresBasesOrLigatures) == 0 && (format == 1 || format == 2) &&
         (number(subtable.bytes, kFirstValueAt) & ~kAdvance) == 0 && number(subtable.bytes, kSecondValueAt) == 0;
}

bool replaces_one_by_one(const LookupSubtable& subtable) { return subtable.type == 1; }

std::vector<PairPlace> pair_places(const std::vector<LookupSubtable>& lookup, std::uint16_t glyph) {
  std::vector<PairPlace> places;
  places.reserve(lookup.size());
  for (const LookupSubtable& subtable : lookup) places.push_back(place_in(subtable.bytes, glyph));
  return places;
}

int kerning(const std::vector<LookupSubtable>& lookup, std::span<const PairPlace> first, std::span<const PairPlace> second) {
  for (std::size_t i = 0; i < lookup.size(); ++i) {
    if (const auto value = value_of(lookup[i].bytes, first[i], second[i])) return *value;
  }
  return 0;
}

}  // namespace briefpack::text
