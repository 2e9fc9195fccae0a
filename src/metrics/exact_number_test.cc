#include "metrics/exact_number.h"

#include <catch2/catch.hpp>
#include <cmath>

using briefpack::metrics::read_exact_number;

TEST_CASE("a number keeps its value and the decimals that were written") {
  CHECK(read_exact_number("2000").value == 2000.0);
  CHECK(read_exact_number("2000").decimals == 0);
  CHECK(read_exact_number("17.50").value == 17.5);
  CHECK(read_exact_number("17.50").decimals == 2);
  CHECK(read_exact_number("1.5e3").decimals == 0);
  CHECK(read_exact_number("1.55e+1").decimals == 1);
  CHECK(read_exact_number("15e-3").decimals == 3);
  CHECK(read_exact_number("-0.07").value == -0.07);
  CHECK(read_exact_number("1e21").value == 1e21);
}

TEST_CASE("minus zero is zero") {
  CHECK_FALSE(std::signbit(read_exact_number("-0").value));
  CHECK_FALSE(std::signbit(read_exact_number("-0.00e5").value));
  CHECK(read_exact_number("-0.00").decimals == 2);
  CHECK(read_exact_number("0e99999999999999999999").fault.empty());
}

TEST_CASE("fifteen significant digits are exact, sixteen are a fault") {
  CHECK(read_exact_number("123456789012345").fault.empty());
  CHECK(read_exact_number("0.00123456789012345e2").fault.empty());
  CHECK(read_exact_number("12345678901234500000").fault.empty());
  CHECK(read_exact_number("0.100000000000000000000").fault.empty());
  CHECK_FALSE(read_exact_number("1234567890123456").fault.empty());
  CHECK_FALSE(read_exact_number("123456789.0123456").fault.empty());
  CHECK_FALSE(read_exact_number("9007199254740993").fault.empty());
  CHECK_FALSE(read_exact_number("1000000000000001").fault.empty());
}

TEST_CASE("numbers beyond a double, or too fine for a cell, are faults") {
  CHECK_FALSE(read_exact_number("1e400").fault.empty());
  CHECK_FALSE(read_exact_number("-1e400").fault.empty());
  CHECK_FALSE(read_exact_number("1e30").fault.empty());
  CHECK(read_exact_number("-9e29").fault.empty());
  CHECK_FALSE(read_exact_number("1e-400").fault.empty());
  CHECK_FALSE(read_exact_number("1e-310").fault.empty());
  CHECK_FALSE(read_exact_number("1e99999999999999999999").fault.empty());
  CHECK(read_exact_number("0.000000000000001").decimals == 15);
  CHECK_FALSE(read_exact_number("0.0000000000000001").fault.empty());
  CHECK(read_exact_number("0.5000000000000000000").decimals == 15);
}
