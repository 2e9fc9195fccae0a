#include "dataset/obs_status.h"

#include <catch2/catch.hpp>

using namespace briefpack::dataset;

namespace {

ObsStatusSet set_of(std::initializer_list<ObsStatus> list) {
  ObsStatusSet out;
  for (const ObsStatus each : list)
    out.add(each);
  return out;
}

}  // namespace

TEST_CASE("each code is read back as the status that prints it") {
  for (const char code : std::string_view("ABDVPEIFUNOLMQKW")) {
    const auto status = parse_obs_status(std::string_view(&code, 1));
    REQUIRE(status.has_value());
    CHECK(code_of(*status) == code);
  }
  CHECK_FALSE(parse_obs_status("X").has_value());
  CHECK_FALSE(parse_obs_status("a").has_value());
  CHECK_FALSE(parse_obs_status("AB").has_value());
  CHECK_FALSE(parse_obs_status("").has_value());
}

TEST_CASE("a set lists each status once, in the order of the enumeration") {
  CHECK(set_of({ObsStatus::U, ObsStatus::B, ObsStatus::U}).text() == "B;U");
  CHECK(ObsStatusSet().text().empty());
}

TEST_CASE("the weakest status wins: A < B = D < V < P < E = I < F < U") {
  CHECK(set_of({ObsStatus::A, ObsStatus::B}).weakest() == ObsStatus::B);
  CHECK(set_of({ObsStatus::V, ObsStatus::D}).weakest() == ObsStatus::V);
  CHECK(set_of({ObsStatus::P, ObsStatus::E}).weakest() == ObsStatus::E);
  CHECK(set_of({ObsStatus::F, ObsStatus::I}).weakest() == ObsStatus::F);
  CHECK(set_of({ObsStatus::U, ObsStatus::F}).weakest() == ObsStatus::U);
  CHECK(ObsStatusSet().weakest() == ObsStatus::A);
}

TEST_CASE("O, L, M and Q say that there is no value, and their marks say why") {
  for (const ObsStatus each :
       set_of({ObsStatus::O, ObsStatus::L, ObsStatus::M, ObsStatus::Q, ObsStatus::N, ObsStatus::A}).list()) {
    CHECK(is_missing(each) == (std::string_view("OLMQ").find(code_of(each)) != std::string_view::npos));
  }
  CHECK(set_of({ObsStatus::U, ObsStatus::M}).missing() == ObsStatus::M);
  CHECK_FALSE(set_of({ObsStatus::U, ObsStatus::N}).missing().has_value());
  CHECK(shorthand_of(ObsStatus::O) == "[x]");
  CHECK(shorthand_of(ObsStatus::M) == "[z]");
  CHECK(shorthand_of(ObsStatus::Q) == "[c]");
  CHECK(shorthand_of(ObsStatus::A).empty());
}
