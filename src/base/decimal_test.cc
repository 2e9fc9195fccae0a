#include "base/decimal.h"

#include <catch2/catch.hpp>

using namespace briefpack;

TEST_CASE("rounding is half away from zero on fifteen digits, as Excel") {
  CHECK(round_decimal(2.675, 2) == 2.68);
  CHECK(round_decimal(-2.675, 2) == -2.68);
  CHECK(round_decimal(0.5, 0) == 1.0);
  CHECK(round_decimal(1.005, 2) == 1.01);
  CHECK(round_decimal(99.995, 2) == 100.0);
  CHECK(round_decimal(0.04, 1) == 0.0);
  CHECK(round_decimal(0.05, 1) == 0.1);
}

TEST_CASE("negative decimals round before the point") {
  CHECK(round_decimal(12345, -3) == 12000.0);
  CHECK(round_decimal(500, -3) == 1000.0);
  CHECK(round_decimal(499, -3) == 0.0);
}

TEST_CASE("fixed text keeps its decimals and has no negative zero") {
  CHECK(fixed_decimal(17.5, 1) == "17.5");
  CHECK(fixed_decimal(17.5, 3) == "17.500");
  CHECK(fixed_decimal(-0.001, 2) == "0.00");
  CHECK(fixed_decimal(0.0, 2) == "0.00");
  CHECK(fixed_decimal(0.07, 1) == "0.1");
  CHECK(fixed_decimal(150000000000.0, 0) == "150000000000");
  CHECK(fixed_decimal(1e20, 0) == "100000000000000000000");
}

TEST_CASE("whole numbers keep their digits up to the fifteenth") {
  CHECK(fixed_decimal(-2000, 1) == "-2000.0");
  CHECK(fixed_decimal(-0.0, 0) == "0");
  CHECK(fixed_decimal(999999999999999.0, 2) == "999999999999999.00");
  CHECK(fixed_decimal(1234567890123456.0, 0) == "1234567890123460");
  CHECK(round_decimal(1234567890123456.0, 0) == 1234567890123460.0);
  CHECK(round_decimal(-123456.0, 4) == -123456.0);
  CHECK(shortest_decimal(-123456.0) == "-123456");
  CHECK(shortest_decimal(1234567890123456.0) == "1234567890123456");
}

TEST_CASE("shortest text reads back") {
  CHECK(shortest_decimal(0.1) == "0.1");
  CHECK(shortest_decimal(150000000000.0) == "150000000000");
  CHECK(shortest_decimal(-17.5) == "-17.5");
  CHECK(decimals_of(17.25) == 2);
  CHECK(decimals_of(2000) == 0);
}
