#include "base/side_by_side.h"

#include <stdexcept>
#include <string>
#include <vector>

#include <catch2/catch.hpp>

using namespace briefpack;

TEST_CASE("each number is worked on once, whatever the number of threads") {
  for (const unsigned threads : {0u, 1u, 2u, 7u, 300u}) {
    std::vector<int> calls(200);
    side_by_side(threads, calls.size(), [&](std::size_t i) { ++calls[i]; });
    CHECK(calls == std::vector<int>(200, 1));
  }
  side_by_side(4, 0, [](std::size_t) { FAIL("there is no number below 0"); });
}

TEST_CASE("of several exceptions that of the lowest number is thrown, after all calls have ended") {
  std::vector<int> calls(50);
  std::string thrown;
  try {
    side_by_side(3, calls.size(), [&](std::size_t i) {
      ++calls[i];
      if (i == 7 || i == 40) throw std::runtime_error(std::to_string(i));
    });
  } catch (const std::runtime_error& error) {
    thrown = error.what();
  }
  CHECK(thrown == "7");
  CHECK(calls == std::vector<int>(50, 1));
}
