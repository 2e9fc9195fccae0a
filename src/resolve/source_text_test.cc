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

TEST_CASE("a value is stale when its period ended longer than max_age before the issue month") {
  SmallPack pack;
  pack.data.pack.issued = {2026, 11, 20};
  pack.row("h100_gpus", "KOR", 1, "2025-10");
  pack.row("h100_gpus", "CHN", 1, "2025-11");
  pack.row("h100_gpus", "FRA", 1);
  pack.row("departments", "KOR", 1, "2024");
  pack.data.metrics[1].max_age = "P2Y6M";
  const auto& data = pack.done();
  CHECK(stale_before(data, data.metrics[0]) == CivilDate{2025, 11, 1});
  CHECK(is_stale(data, data.observations[0]));
  CHECK_FALSE(is_stale(data, data.observations[1]));
  CHECK_FALSE(is_stale(data, data.observations[2]));
  CHECK_FALSE(is_stale(data, data.observations[3]));
}

TEST_CASE("durations count years, months, weeks and days back from the issue month") {
  SmallPack pack;
  pack.data.pack.issued = {2026, 3, 31};
  dataset::Metric& metric = pack.data.metrics[0];
  const auto before = [&](const char* age) {
    metric.max_age = age;
    return stale_before(pack.data, metric);
  };
  CHECK(before("P1Y") == CivilDate{2025, 3, 1});
  CHECK(before("P15M") == CivilDate{2024, 12, 1});
  CHECK(before("P2W") == CivilDate{2026, 2, 15});
  CHECK(before("P1M1D") == CivilDate{2026, 1, 31});
  CHECK(before("P99999Y") == CivilDate{1, 1, 1});
}
