#include "cli/progress_bar.h"

#include <catch2/catch.hpp>

using namespace briefpack::cli;

TEST_CASE("a progress line has one width from the first edition to the last") {
  CHECK(progress_line(0, 200) == "[------------------------]   0 of 200 editions");
  CHECK(progress_line(50, 200) == "[######------------------]  50 of 200 editions");
  CHECK(progress_line(200, 200) == "[########################] 200 of 200 editions");
  CHECK(progress_line(1, 1) == "[########################] 1 of 1 editions");
}
