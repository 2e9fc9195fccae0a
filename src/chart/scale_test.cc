#include "chart/scale.h"

#include <catch2/catch.hpp>

using namespace briefpack::chart;

TEST_CASE("ticks are round, start at zero and enclose the largest value") {
  CHECK(nice_ticks(350) == std::vector<double>{0, 100, 200, 300, 400});
  CHECK(nice_ticks(100000) == std::vector<double>{0, 25000, 50000, 75000, 100000});
  CHECK(nice_ticks(1) == std::vector<double>{0, 0.25, 0.5, 0.75, 1});
  for (double max = 0.013; max < 1e9; max *= 1.37) {
    const auto ticks = nice_ticks(max);
    CHECK(ticks.front() == 0);
    CHECK(ticks.back() >= max * (1 - 1e-9));
    CHECK(ticks.size() >= 3);
    CHECK(ticks.size() <= 5);
  }
}

TEST_CASE("a log axis has one gridline per power of ten") {
  CHECK(decade_ticks(2000, 350000) == std::vector<double>{1000, 10000, 100000, 1000000});
  CHECK(decade_ticks(1000, 1000).size() == 2);
}

TEST_CASE("list ticks begin with the first place") {
  CHECK(place_ticks(38) == std::vector<double>{1, 10, 20, 30, 40});
  CHECK(place_ticks(13) == std::vector<double>{1, 5, 10, 15});
}

TEST_CASE("a log scale maps powers to equal distances") {
  const Scale scale{1000, 1000000, 0, 90, true};
  CHECK(scale(1000) == Approx(0));
  CHECK(scale(10000) == Approx(30));
  CHECK(scale(1000000) == Approx(90));
}

TEST_CASE("small ticks are the decimals they are read as") {
  CHECK(nice_ticks(0.4) == std::vector<double>{0, 0.1, 0.2, 0.3, 0.4});
}

TEST_CASE("ticks around zero have one step on both sides and zero among them") {
  CHECK(ticks_around_zero(-30, 90) == std::vector<double>{-25 * 2, -25, 0, 25, 50, 75, 100});
  CHECK(ticks_around_zero(0, 90) == nice_ticks(90));
  CHECK(ticks_around_zero(-8, 0).back() == 0);
}
