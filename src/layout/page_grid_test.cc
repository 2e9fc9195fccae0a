#include "layout/page_grid.h"

#include <catch2/catch.hpp>

using namespace briefpack;
using namespace briefpack::layout;
using Variant = document::Section::Variant;

TEST_CASE("the measure of 504 stands in the middle of A4 and of letter paper") {
  CHECK(grid_of("A4").left == Approx(45.64));
  CHECK(grid_of("A4").notes_bottom == Approx(797));
  CHECK(grid_of("A4").footer_rule == Approx(803));
  CHECK(grid_of("letter").left == Approx(54));
  CHECK(grid_of("letter").size.height - grid_of("letter").footer_baseline == Approx(19.39));
  CHECK(grid_of("letter").body_top == Approx(52.5));
  CHECK(grid_of("letter").is_tight);
  CHECK_FALSE(grid_of("A4").is_tight);
}

TEST_CASE("halves, thirds and quarters stand on the grid of twelve") {
  const auto halves = column_places({6, 6}, 2, 504, Variant::plain);
  CHECK(halves[0].width == Approx(246));
  CHECK(halves[1].x == Approx(258));
  const auto thirds = column_places({4, 4, 4}, 3, 504, Variant::plain);
  CHECK(thirds[2].width == Approx(160));
  CHECK(thirds[2].x + thirds[2].width == Approx(504));
}

TEST_CASE("main and side have the measures of the specification") {
  const auto plain = column_places({8, 4}, 2, 504, Variant::plain);
  CHECK(plain[0].width == Approx(330));
  CHECK(plain[1].width == Approx(162));
  const auto cover = column_places({8, 4}, 2, 504, Variant::cover);
  CHECK(cover[0].width == Approx(326));
  CHECK(cover[1].x == Approx(350));
}

TEST_CASE("columns never leave the measure, whatever widths are asked for") {
  for (const auto& widths : {std::vector<int>{12, 12}, std::vector<int>{0, -3, 5}, std::vector<int>{}}) {
    const auto places = column_places(widths, 4, 150, Variant::plain);
    CHECK(places.back().x + places.back().width <= Approx(150));
    for (const auto& place : places)
      CHECK(place.width > 0);
  }
}
