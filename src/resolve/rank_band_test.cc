#include "resolve/rank_band.h"

#include <catch2/catch.hpp>

#include "resolve/small_pack_test.h"

using namespace briefpack;
using namespace briefpack::resolve;
using document::Shade;

namespace {

Shade shade(SmallPack& pack, const std::string& figure) {
  Desk desk(pack);
  const auto printed = desk.print(figure, FormPlace::table);
  REQUIRE(printed);
  return shade_of(pack.data, *printed);
}

}  // namespace

TEST_CASE("places are shaded by fives and twenties") {
  for (const auto& [place, expected] : {std::pair{1.0, Shade::band1},
                                        {5.0, Shade::band1},
                                        {6.0, Shade::band2},
                                        {20.0, Shade::band2},
                                        {21.0, Shade::band3}}) {
    SmallPack pack;
    pack.row("ai_rank", "KOR", place, "2024");
    CAPTURE(place);
    CHECK(shade(pack, "ai_rank.KOR") == expected);
  }
}

TEST_CASE("categories are shaded by their order, counts and scores never") {
  SmallPack pack;
  pack.row("tier", "KOR", std::nullopt, "2024").category = "second";
  pack.data.observations.back().status = {};
  pack.data.observations.back().status.add(dataset::ObsStatus::A);
  pack.row("score", "KOR", 3, "2024");
  pack.row("h100_gpus", "KOR", 3, "2024");
  CHECK(shade(pack, "tier.KOR") == Shade::band2);
  CHECK(shade(pack, "score.KOR") == Shade::none);
  CHECK(shade(pack, "h100_gpus.KOR") == Shade::none);
}

TEST_CASE("a disputed place and one that was computed have no shade") {
  SmallPack pack;
  pack.row("ai_rank", "KOR", 3, "2024");
  pack.row("ai_rank", "CHN", 2, "2024");
  pack.dispute("D1", {"ai_rank.CHN@2024"});
  CHECK(shade(pack, "ai_rank.CHN") == Shade::none);
  CHECK(shade(pack, "min(ai_rank, [KOR])") == Shade::none);
}
