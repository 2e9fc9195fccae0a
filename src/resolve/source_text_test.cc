#include "resolve/source_text.h"

#include <catch2/catch.hpp>

#include "resolve/small_pack_test.h"

using namespace briefpack;
using namespace briefpack::resolve;

TEST_CASE("three and more notes in a row become a range, two do not") {
  CHECK(compact_ranges({}) == "");
  CHECK(compact_ranges({4}) == "4");
  CHECK(compact_ranges({1, 2, 4}) == "1, 2, 4");
  CHECK(compact_ranges({1, 2, 4, 14, 15, 16, 20}) == "1, 2, 4, 14–16, 20");
}

TEST_CASE("a copy is one in both directions, whichever source names the other") {
  SmallPack pack;
  const auto& data = pack.done();
  CHECK(is_same_text(data.sources[0], data.sources[1]));
  CHECK(is_same_text(data.sources[1], data.sources[0]));
  CHECK(copies_of(data, 0) == std::vector<std::uint32_t>{1});
  CHECK(copies_of(data, 1) == std::vector<std::uint32_t>{0});
  CHECK(copies_of(data, 2).empty());
}
