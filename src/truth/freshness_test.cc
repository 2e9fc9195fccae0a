#include "truth/freshness.h"

#include <catch2/catch.hpp>

#include <string>

using namespace briefpack;
using namespace briefpack::truth;

namespace {

/// One metric, one country, rows with the given periods.
dataset::Dataset pack(CivilDate issued, const std::string& max_age, const std::vector<std::string>& periods) {
  dataset::Dataset out;
  out.pack.issued = issued;
  dataset::Metric metric;
  metric.id = "lakes";
  metric.max_age = max_age;
  out.metrics.push_back(metric);
  out.entities.emplace_back();
  out.entities.back().id = "KOR";
  for (const std::string& each : periods) {
    dataset::Observation row;
    row.key = "lakes.KOR@" + each;
    row.period = dataset::parse_time_period(each);
    row.value = 1;
    out.observations.push_back(std::move(row));
  }
  return out;
}

}  // namespace

TEST_CASE("a value is stale when its period ended longer than max_age before the issue month") {
  const auto data = pack({2026, 11, 20}, "P12M", {"2025-10", "2025-11", "none"});
  CHECK(stale_before(data, data.metrics[0]) == CivilDate{2025, 11, 1});
  CHECK(is_stale(data, data.observations[0]));
  CHECK_FALSE(is_stale(data, data.observations[1]));
  CHECK_FALSE(is_stale(data, data.observations[2]));
  const auto longer = pack({2026, 11, 20}, "P2Y6M", {"2024"});
  CHECK_FALSE(is_stale(longer, longer.observations[0]));
}

TEST_CASE("an older point of a series that goes on is history") {
  auto data = pack({2026, 11, 20}, "P12M", {"2019", "2020", "2021", "none"});
  data.observations[2].value.reset();  // missing: the series ends with 2020
  data.index();
  CHECK_FALSE(is_stale(data, data.observations[0]));
  CHECK(is_stale(data, data.observations[1]));
}

TEST_CASE("durations count years, months, weeks and days back from the issue month") {
  const auto before = [](const char* age) {
    const auto data = pack({2026, 3, 31}, age, {});
    return stale_before(data, data.metrics[0]);
  };
  CHECK(before("P1Y") == CivilDate{2025, 3, 1});
  CHECK(before("P15M") == CivilDate{2024, 12, 1});
  CHECK(before("P2W") == CivilDate{2026, 2, 15});
  CHECK(before("P1M1D") == CivilDate{2026, 1, 31});
  CHECK(before("P99999Y") == CivilDate{1, 1, 1});
}

TEST_CASE("an action is stale when it may have moved on since it was looked at") {
  const auto data = pack({2026, 11, 20}, "P12M", {});
  dataset::Action action;
  action.status = dataset::ActionStatus::announced;
  action.as_of = "2025-10";
  CHECK(is_stale(data, action));
  action.as_of = "2025";
  CHECK_FALSE(is_stale(data, action));
  action.as_of = "";
  CHECK_FALSE(is_stale(data, action));
  action.as_of = "2020";
  action.status = dataset::ActionStatus::completed;
  CHECK_FALSE(is_stale(data, action));
}

TEST_CASE("only values that the document uses are told") {
  auto data = pack({2026, 11, 20}, "P12M", {"2020", "2021"});
  data.accepted.emplace_back();
  document::Document document;
  document.used_observations = {1};
  Diagnostics found, unprinted;
  find_stale(data, document, found, unprinted);
  REQUIRE(found.size() == 1);
  REQUIRE(unprinted.size() == 1);
  CHECK(unprinted[0].about.front() == "lakes.KOR@2020");
  CHECK(found[0].code == "truth/stale");
  CHECK(found[0].severity == Severity::warning);
  CHECK(found[0].about == std::vector<std::string>{"lakes.KOR@2021", "lakes.KOR"});
}
