#include "text/lookup_tables.h"

#include <algorithm>
#include <initializer_list>
#include <string>

#include <catch2/catch.hpp>

using namespace briefpack::text;

namespace {

std::string words(std::initializer_list<int> numbers) {
  std::string bytes;
  for (const int each : numbers) {
    bytes += static_cast<char>(each >> 8 & 0xFF);
    bytes += static_cast<char>(each & 0xFF);
  }
  return bytes;
}

// Places are offsets in bytes, from the beginning of what they stand in.
const std::string kByName = words({1, 18, 4, 0, 1, 12, /* 12: */ 1, 7, -30, /* 18: */ 1, 1, 5});
const std::string kByClass = words({2, 20, 4, 0, 30, 34, 1, 2, 0, -11, /* 20: */ 2, 1, 5, 6, 0, /* 30: */ 2, 0, /* 34: */ 1, 7, 2, 1, 1});

/// GPOS with one lookup: glyph 5 before 7 by name, then 5 and 6 before 7 and 8 by class, both behind extensions.
std::string table_of_pairs() {
  return words({1, 0, 0, 0, 10}) + words({1, 4}) + words({9, 8, 2, 10, 18}) + words({1, 2, 0, 16}) + words({1, 2, 0, 32}) + kByName + kByClass;
}

int kerning_of(const std::vector<LookupSubtable>& lookup, std::uint16_t first, std::uint16_t second) {
  return kerning(lookup, pair_places(lookup, first), pair_places(lookup, second));
}

}  // namespace

TEST_CASE("kerning asks one subtable of a lookup after the other") {
  const std::string table = table_of_pairs();
  const auto lookup = subtables_of(table, "GPOS", 0);
  REQUIRE(lookup);
  REQUIRE(lookup->size() == 2);
  CHECK(std::ranges::all_of(*lookup, moves_pairs));
  CHECK(kerning_of(*lookup, 5, 7) == -30);
  CHECK(kerning_of(*lookup, 5, 8) == -11);
  CHECK(kerning_of(*lookup, 6, 7) == -11);
  CHECK(kerning_of(*lookup, 6, 9) == 0);
  CHECK(kerning_of(*lookup, 7, 7) == 0);
  CHECK_FALSE(subtables_of(table, "GPOS", 1));
}

TEST_CASE("a table of lookups that is cut short anywhere kerns by what is left, or not at all") {
  const std::string whole = table_of_pairs();
  for (std::size_t size = 0; size < whole.size(); ++size) {
    const std::string table = whole.substr(0, size);
    const auto lookup = subtables_of(table, "GPOS", 0);
    if (!lookup) continue;
    for (const std::uint16_t second : {7, 8}) {
      const int found = kerning_of(*lookup, 5, second);
      CHECK((found == 0 || found == -11 || found == -30));
    }
  }
  CHECK_FALSE(subtables_of(whole.substr(0, 40), "GPOS", 0));
}

TEST_CASE("only subtables that change the first advance of neighbours move pairs") {
  constexpr unsigned kIgnoresLigatures = 4;
  CHECK(moves_pairs({2, 0, kByName}));
  CHECK_FALSE(moves_pairs({2, kIgnoresLigatures, kByName}));
  CHECK_FALSE(moves_pairs({8, 0, kByName}));
  CHECK_FALSE(moves_pairs({2, 0, words({1, 18, 4, 4, 0})}));
  CHECK_FALSE(moves_pairs({2, 0, words({1, 18, 1, 0, 0})}));
}
