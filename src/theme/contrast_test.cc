#include <catch2/catch.hpp>

#include "theme/contrast.h"
#include "theme/theme.h"

namespace briefpack::theme {

using geometry::Color;
using geometry::contrast;
using geometry::rgb;

TEST_CASE("black on white has a contrast of 21, a colour on itself of 1, in either order") {
  CHECK(contrast(rgb(0x000000), rgb(0xFFFFFF)) == Approx(21));
  CHECK(contrast(rgb(0xFFFFFF), rgb(0x000000)) == Approx(21));
  CHECK(contrast(rgb(0x5D6975), rgb(0x5D6975)) == Approx(1));
}

TEST_CASE("the contrasts are those that the visual specification names") {
  const geometry::Palette plain;
  CHECK(contrast(plain[Color::ink], plain[Color::white]) == Approx(16.3).margin(0.05));
  CHECK(contrast(plain[Color::ink_2], plain[Color::white]) == Approx(8.0).margin(0.05));
  CHECK(contrast(plain[Color::muted], plain[Color::panel]) == Approx(5.1).margin(0.05));
  CHECK(contrast(plain[Color::white], plain[Color::band_1]) == Approx(8.7).margin(0.06));
}

TEST_CASE("in the theme plain every text can be read") { CHECK(low_contrasts(Theme{}.palette).empty()); }

TEST_CASE("a text that is too light is found on each of its grounds") {
  geometry::Palette palette;
  palette[Color::muted] = rgb(0x767676);  // 4.54 on white, 4.15 on the panel
  const auto low = low_contrasts(palette);
  REQUIRE(low.size() == 1);
  CHECK(words_of(low[0]) == "muted on panel has a contrast of 4.1 to 1");
}

TEST_CASE("what is a hair too low is not rounded up to enough") {
  geometry::Palette palette;
  palette[Color::teal] = rgb(0x777777);  // 4.478 on white
  const auto low = low_contrasts(palette);
  REQUIRE(low.size() == 1);
  CHECK(words_of(low[0]) == "teal on white has a contrast of 4.4 to 1");
}

}  // namespace briefpack::theme
