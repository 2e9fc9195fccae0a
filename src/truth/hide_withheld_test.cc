#include "truth/hide_withheld.h"

#include <catch2/catch.hpp>

using namespace briefpack;

TEST_CASE("findings on the lines of a withheld row hide them, also where rows share a line") {
  dataset::Dataset data;
  data.observations.resize(3);
  data.observations[0].places.object = {0, 10, 5, 1};
  data.observations[1].is_withheld = true;
  data.observations[1].places.object = {0, 12, 5, 1};
  data.observations[1].places.fields = {{0, {0, 13, 5, 1}}};
  data.observations[1].citations.emplace_back();
  data.observations[1].citations.back().span = {0, 15, 5, 1};
  data.observations[2].places.object = {0, 15, 40, 1};
  const auto hidden = [&](SourceSpan span) {
    Diagnostics one{Diagnostic::warning("a/b", span, "m")};
    truth::hide_withheld(data, one);
    return one[0].hides_source;
  };
  CHECK_FALSE(hidden({0, 10, 5, 1}));
  CHECK_FALSE(hidden({0, 11, 1, 1}));
  CHECK(hidden({0, 12, 5, 1}));
  CHECK(hidden({0, 14, 1, 1}));
  CHECK(hidden({0, 15, 40, 1}));
  CHECK_FALSE(hidden({0, 16, 1, 1}));
  CHECK_FALSE(hidden({1, 12, 5, 1}));
  CHECK_FALSE(hidden({}));
}
