#include "dataset/time_period.h"

#include <catch2/catch.hpp>

using namespace briefpack;
using namespace briefpack::dataset;

namespace {

TimePeriod period(std::string_view text) {
  const auto out = parse_time_period(text);
  REQUIRE(out.has_value());
  return *out;
}

}  // namespace

TEST_CASE("a period lasts from its first to its last day") {
  CHECK(period("2024").start == CivilDate{2024, 1, 1});
  CHECK(period("2024").end == CivilDate{2024, 12, 31});
  CHECK(period("2024-02").end == CivilDate{2024, 2, 29});
  CHECK(period("2024-S2").start == CivilDate{2024, 7, 1});
  CHECK(period("2024-Q3").end == CivilDate{2024, 9, 30});
  CHECK(period("2024-05-31").start == CivilDate{2024, 5, 31});
  CHECK(period("2010/2021").start == CivilDate{2010, 1, 1});
  CHECK(period("2010/2021-06").end == CivilDate{2021, 6, 30});
}

TEST_CASE("weeks follow ISO 8601: the first has the fourth of January") {
  CHECK(period("2026-W01").start == CivilDate{2025, 12, 29});
  CHECK(period("2024-W01").start == CivilDate{2024, 1, 1});
  CHECK(period("2020-W53").end == CivilDate{2021, 1, 3});
  CHECK_FALSE(parse_time_period("2024-W53").has_value());
  CHECK_FALSE(parse_time_period("2024-W00").has_value());
}

TEST_CASE("what is no period is refused") {
  for (const char* text :
       {"", "24", "2024-", "2024-13", "2024-00", "2024-2", "2023-02-29", "2024-Q5", "2024-S3", "2024-q1", "2024-W1",
        "2024/", "/2024", "2021/2010", "2010/2015/2021", "2024-05-31T00", "0000", "20240", "２０２４"}) {
    INFO(text);
    CHECK_FALSE(parse_time_period(text).has_value());
  }
}

TEST_CASE("periods are ordered by their end, then by their start") {
  CHECK(period("2023") < period("2024-01"));
  CHECK(period("2010/2024") < period("2024"));
  CHECK(period("2024-Q4") > period("2024"));
  CHECK(period("2024") == period("2024-01/2024-12"));
}

TEST_CASE("precision tells years, months and days from other periods") {
  CHECK(period("2024").precision() == 4);
  CHECK(period("2024-05").precision() == 7);
  CHECK(period("2024-05-31").precision() == 10);
  CHECK(period("2024-Q2").precision() == 0);
  CHECK(period("2024-W07").precision() == 0);
  CHECK(period("2023/2024").precision() == 0);
}
