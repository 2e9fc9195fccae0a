#include "layout/table_columns.h"

#include <catch2/catch.hpp>

using namespace briefpack;
using namespace briefpack::layout;
using document::Align;

namespace {

double right_edge(const std::vector<TableColumnPlace>& places) {
  return places.back().x + places.back().width + places.back().gutter;
}

ColumnNeeds left(double least, double natural) { return {Align::left, least, 0, natural, 0, 0}; }
ColumnNeeds right(double natural, double hang) { return {Align::right, natural, 0, natural, hang, 0}; }

}  // namespace

TEST_CASE("columns fill the measure exactly, wide or narrow") {
  for (const double measure : {120.0, 246.0, 504.0}) {
    const std::vector<ColumnNeeds> needs{left(40, 90), right(30, 5), right(45, 20), left(60, 300)};
    CHECK(right_edge(place_columns(needs, measure)) == Approx(measure));
  }
}

TEST_CASE("the gutter of a number grows with the marks that hang in it") {
  const auto gutter = [](double hang) {
    return place_columns(std::vector{right(30, hang), right(30, 0)}, 300).front().gutter;
  };
  CHECK(gutter(0) == 14);
  CHECK(gutter(8) == 14);
  CHECK(gutter(20) == 27);
  CHECK(gutter(36) == 38);
  CHECK(gutter(50) > 50);
}

TEST_CASE("a text begins clear of the marks of the number before it") {
  const auto places = place_columns(std::vector{right(30, 8), left(30, 30)}, 300);
  CHECK(places[0].gutter == 20);
}

TEST_CASE("marks behind a text keep clear of the text in the next column") {
  const auto places = place_columns(std::vector{left(30, 30), right(30, 8), left(30, 30)}, 300);
  CHECK(places[0].hang_room() == Approx(places[0].gutter / 2));
  CHECK(places[1].hang_room() == places[1].gutter);
}

TEST_CASE("short texts stay on one line where there is room") {
  auto needs = std::vector{left(20, 60), left(30, 900)};
  needs[0].short_text = 60;
  CHECK(place_columns(needs, 300)[0].width >= 60);
  CHECK(place_columns(needs, 90)[0].width < 60);
}

TEST_CASE("marks of the last column stand inside the measure") {
  const auto places = place_columns(std::vector{left(40, 40), right(30, 9)}, 200);
  CHECK(places.back().x + places.back().width == Approx(200 - 9));
}

TEST_CASE("no column is narrower than its longest word while another has room") {
  auto needs = std::vector{left(80, 90), left(20, 400)};
  needs[0].share = 1;
  needs[1].share = 9;
  const auto places = place_columns(needs, 300);
  CHECK(places[0].width >= 80);
  CHECK(right_edge(places) == Approx(300));
}

TEST_CASE("shares divide the measure") {
  auto needs = std::vector{left(20, 90), left(20, 90)};
  needs[0].share = 1;
  needs[1].share = 3;
  const auto places = place_columns(needs, 400);
  CHECK(places[1].x == Approx(100));
}

TEST_CASE("pairs give the rest to the text or, before a number, to the label") {
  const auto text = place_pairs(std::vector{left(30, 50), left(30, 900)}, 300);
  CHECK(text[0].width == Approx(50));
  CHECK(text[1].x + text[1].width == Approx(300));
  const auto number = place_pairs(std::vector{left(30, 50), right(40, 6)}, 300);
  CHECK(number[1].width == Approx(40));
  CHECK(number[1].x + number[1].width + number[1].gutter == Approx(300));
}
