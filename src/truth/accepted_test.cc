#include "truth/accepted.h"

#include <catch2/catch.hpp>

#include <string>

using namespace briefpack;
using namespace briefpack::truth;

namespace {

dataset::Dataset pack() {
  dataset::Dataset out;
  out.pack.issued = {2030, 1, 15};
  return out;
}

void accept(dataset::Dataset& data, std::string code, std::string about, std::string until = {}) {
  dataset::Accepted entry;
  entry.code = std::move(code);
  entry.about = std::move(about);
  entry.until = std::move(until);
  data.accepted.push_back(std::move(entry));
}

Diagnostic stale(std::string name) {
  return Diagnostic::warning("truth/stale", {}, "old").concerns(std::move(name)).concerns("lakes.KOR");
}

}  // namespace

TEST_CASE("an entry silences the findings of its code about its name, and counts them") {
  auto data = pack();
  accept(data, "truth/stale", "lakes.KOR");
  const auto left = apply_accepted(data, {stale("C01"), stale("C02"), Diagnostic::warning("truth/wandering", {}, "w").concerns("C01")}, {});
  REQUIRE(left.findings.size() == 1);
  CHECK(left.findings[0].code == "truth/wandering");
  CHECK(left.silenced == std::vector<std::uint32_t>{2});
}

TEST_CASE("names are compared as written") {
  auto data = pack();
  accept(data, "truth/stale", "c01");
  const auto left = apply_accepted(data, {stale("C01")}, {});
  REQUIRE(left.findings.size() == 2);
  CHECK(left.findings[1].code == "truth/accepted-unused");
  CHECK(left.findings[1].hints == std::vector<std::string>{"did you mean the one about \"C01\"?"});
}

TEST_CASE("an entry silences up to its last day and no longer") {
  auto data = pack();
  accept(data, "truth/stale", "C01", "2030-01-15");
  CHECK(apply_accepted(data, {stale("C01")}, {}).findings.empty());
  data.accepted[0].until = "2030-01-14";
  const auto left = apply_accepted(data, {stale("C01")}, {});
  REQUIRE(left.findings.size() == 2);
  CHECK(left.findings[0].code == "truth/stale");
  CHECK(left.findings[1].code == "truth/accepted-ended");
}

TEST_CASE("an entry that matches nothing is told, with the code that was meant") {
  auto data = pack();
  accept(data, "truth/stail", "C01");
  accept(data, "truth/as-stated", "C01");
  const auto left = apply_accepted(data, {}, {});
  REQUIRE(left.findings.size() == 2);
  CHECK(left.findings[0].hints ==
        std::vector<std::string>{"there is no such code that could be accepted; did you mean \"truth/stale\"?"});
  CHECK(left.findings[1].hints == std::vector<std::string>{"remove the entry: what it accepted is mended"});
}

TEST_CASE("an error that leaves no document is never silenced, an untruth is") {
  auto data = pack();
  accept(data, "metrics/rank", "C01");
  accept(data, "truth/as-stated", "C01");
  const auto left = apply_accepted(data, {Diagnostic::error("metrics/rank", {}, "r").concerns("C01"),
                                          Diagnostic::untruth("truth/as-stated", {}, "u").concerns("C01")}, {});
  REQUIRE(left.findings.size() == 2);
  CHECK(left.findings[0].code == "metrics/rank");
  CHECK(left.findings[1].code == "truth/accepted-unused");
}

TEST_CASE("an entry about what another document of the pack prints is not idle") {
  auto data = pack();
  accept(data, "truth/stale", "C01");
  const auto left = apply_accepted(data, {}, {{stale("C01")}, {}});
  CHECK(left.findings.empty());
  CHECK(left.silenced == std::vector<std::uint32_t>{0});
}

TEST_CASE("an entry of a code that this run does not look for is not idle") {
  auto data = pack();
  accept(data, "truth/unused-source", "S4");
  CHECK(apply_accepted(data, {}, {{}, {"truth/unused-source"}}).findings.empty());
  CHECK(apply_accepted(data, {}, {}).findings.size() == 1);
}

TEST_CASE("findings made afterwards are silenced without a word on the entries") {
  auto data = pack();
  accept(data, "truth/stale", "C01");
  accept(data, "truth/stale", "C09");
  const auto left = without_accepted(data, {stale("C01"), stale("C02")});
  REQUIRE(left.size() == 1);
  CHECK(left[0].about.front() == "C02");
}
