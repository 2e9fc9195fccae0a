#include "resolve/side_by_side.h"

#include <catch2/catch.hpp>

#include "resolve/small_pack_test.h"

using namespace briefpack;
using namespace briefpack::resolve;

namespace {

/// Four countries at periods of their own.
SmallPack four(const std::vector<std::string>& periods) {
  SmallPack pack;
  const char* countries[] = {"KOR", "CHN", "FRA", "USA"};
  for (std::size_t i = 0; i < periods.size(); ++i) pack.row("score", countries[i], 10.0 + static_cast<double>(i), periods[i]);
  return pack;
}

std::string said(SmallPack& pack, const Line& line, Use use = Use::table, std::string_view lang = "en") {
  return side_by_side(pack.done(), {line}, use, lang);
}

}  // namespace

TEST_CASE("the period of the majority is that of the others") {
  SmallPack pack = four({"2025", "2025", "2024", "2025"});
  CHECK(said(pack, {0, 1, 2, 3}) == "France 2024; others 2025.");
  CHECK(said(pack, {0, 1, 3}).empty());
  CHECK(said(pack, {0, 2}) == "Korea 2025; France 2024.");
  CHECK(said(pack, {0, 1, 2, 3}, Use::axis, "ko") == "프랑스 2024; 그 외 2025.");
}

TEST_CASE("without a majority all are listed, and what is undated says so") {
  SmallPack pack = four({"2025", "2024", "", ""});
  CHECK(said(pack, {0, 1, 2, 3}) == "Korea 2025; China 2024; France, United States undated.");
}

TEST_CASE("one series over time is no mixture, and neither are series that share their periods") {
  SmallPack pack;
  for (const char* country : {"KOR", "CHN"}) {
    pack.row("score", country, 1, "2024");
    pack.row("score", country, 2, "2025");
  }
  CHECK(said(pack, {0, 1}).empty());
  CHECK(said(pack, {0, 1, 2, 3}).empty());
}

TEST_CASE("units, currencies and definitions name those that differ") {
  SmallPack pack = four({"2025", "2025", "2025"});
  pack.data.observations[1].definition.set("", "another");
  pack.data.observations[2].unit_measure = "place";
  CHECK(said(pack, {0, 1, 2}) == "Units differ: France place; others point. Definitions differ: China.");
  SmallPack money;
  money.row("outlay", "KOR", 35, "2025");
  money.row("outlay", "CHN", 40, "2025").currency = "CNY";
  CHECK(said(money, {0, 1}) == "Currencies differ: Korea USD; China CNY.");
  CHECK(said(money, {0, 1}, Use::axis).empty());
}

TEST_CASE("a bound among values is said of a chart alone") {
  SmallPack pack = four({"2025", "2025"});
  pack.data.observations[1].qualifier = dataset::Qualifier::over;
  CHECK(said(pack, {0, 1}, Use::axis) == "China: lower bound.");
  CHECK(said(pack, {0, 1}).empty());
}

TEST_CASE("a metric is named where an exhibit shows several, and equal sentences are one") {
  SmallPack pack = four({"2025", "2024"});
  pack.row("ai_rank", "KOR", 3, "2025");
  pack.row("ai_rank", "CHN", 4, "2024");
  pack.row("departments", "KOR", 3, "2025");
  pack.row("departments", "CHN", 4, "2025");
  const dataset::Dataset& data = pack.done();
  CHECK(side_by_side(data, {{0, 1}, {2, 3}}, Use::table, "en") == "Korea 2025; China 2024.");
  CHECK(side_by_side(data, {{0, 1}, {2, 3}, {4, 5}}, Use::table, "en") == "score, ai_rank: Korea 2025; China 2024.");
}

TEST_CASE("shares that make up their whole and are rounded apart are found") {
  CHECK(do_not_sum({{33.4, 33}, {33.3, 33}, {33.3, 33}}, 100));
  CHECK_FALSE(do_not_sum({{33.4, 33}, {33.3, 33}, {33.3, 34}}, 100));
  CHECK_FALSE(do_not_sum({{33.4, 33}, {33.3, 33}}, 100));
  CHECK(do_not_sum({{0.666, 0.67}, {0.334, 0.34}}, 1));
}

TEST_CASE("the table of rules names each rule once") {
  std::vector<Unlikeness::Rule> seen;
  for (const ComparabilityRule& each : comparability_rules()) {
    CHECK(std::find(seen.begin(), seen.end(), each.rule) == seen.end());
    seen.push_back(each.rule);
  }
  CHECK(seen.size() == 9);
}
