#include "geometry/geometry.h"

#include <array>
#include <cstdio>
#include <random>
#include <string>

#include <catch2/catch.hpp>

#include "geometry/number_text.h"
#include "geometry/picture.h"

using namespace briefpack::geometry;

TEST_CASE("a number is written without trailing zeros, exponent or negative zero") {
  CHECK(number_text(12, 3) == "12");
  CHECK(number_text(0.5, 3) == "0.5");
  CHECK(number_text(-3.25, 2) == "-3.25");
  CHECK(number_text(-0.0004, 3) == "0");
  CHECK(number_text(1e-9, 3) == "0");
  CHECK(number_text(100, 0) == "100");
  CHECK(number_text(1e20, 3) == "100000000000000000000");
}

TEST_CASE("the bounds of a path follow its curves, not their handles") {
  const Rect bounds = Path::circle({10, 20}, 5).bounds();
  CHECK(bounds.x == Approx(5));
  CHECK(bounds.y == Approx(15));
  CHECK(bounds.width == Approx(10));
  CHECK(bounds.height == Approx(10));

  Path arch;
  arch.move_to({0, 0}).curve_to({0, -8}, {10, -8}, {10, 0});
  CHECK(arch.bounds().y == Approx(-6));
  CHECK(arch.bounds().height == Approx(6));
}

TEST_CASE("an empty path has an empty box") { CHECK(Path{}.bounds() == Rect{}); }

TEST_CASE("a corner radius is never more than half a side") {
  const Rect box{0, 0, 10, 4};
  CHECK(Path::rounded(box, 50).bounds() == Path::rounded(box, 2).bounds());
  CHECK(Path::rounded(box, 0).steps.size() == Path::rect(box).steps.size());
}

TEST_CASE("a triangle's corners lie on its circle") {
  for (const PathStep& step : Path::triangle({3, 4}, 2).steps) {
    if (step.kind == PathStep::Kind::close) continue;
    const double dx = step.to.x - 3, dy = step.to.y - 4;
    CHECK(dx * dx + dy * dy == Approx(4));
  }
}

TEST_CASE("a picture dumps one line a shape") {
  Picture picture{{100, 50}, {}};
  picture.shapes.push_back(PathShape{Path::line({0, 0}, {10, 0}), {}, Stroke{palette::kInk2, 0.75, {2, 1}}, {}, 3});
  picture.shapes.push_back(PathShape{Path::rect({1, 2, 3, 4}), palette::kAccent, {}, palette::kHatch, kNone});
  TextShape label;
  label.at = {5, 6};
  label.anchor = Anchor::end;
  label.pieces.push_back({"2,000", {FontFace::semibold, 7.5}, 0, {}, kNone});
  label.pieces.push_back({"1", {FontFace::semibold, 4.9, palette::kNavy, 0, false, 3.15}, kNone, {0, 2}, kNone});
  picture.shapes.push_back(label);
  CHECK(dump(picture) ==
        "picture 100 x 50\n"
        "path m 0,0 l 10,0 stroke=#46525E:0.75[2,1] fig=3\n"
        "path m 1,2 l 4,2 l 4,6 l 1,6 z fill=#B83A0E hatch=#D9DFE4\n"
        "text 5,6 end semibold:7.5\"2,000\" fig=0 semibold:4.9#12395B^3.15\"1\" notes=0,2\n");
}

TEST_CASE("a number is rounded by its exact value, however it is written") {
  const auto as_printed = [](double value, int decimals) {
    std::array<char, 64> buffer{};
    std::string text(buffer.data(), static_cast<std::size_t>(std::snprintf(buffer.data(), buffer.size(), "%.*f", decimals, value)));
    if (decimals > 0) text.erase(text.find_last_not_of('0') + 1);
    if (text.ends_with('.')) text.pop_back();
    return text == "-0" ? std::string("0") : text;
  };
  std::mt19937 random(7);
  for (int i = 0; i < 100'000; ++i) {
    // Thousandths lie in the middle between hundredths at every tenth; other values anywhere.
    const double value = (static_cast<double>(random()) - 2e9) / (i % 2 == 0 ? 1000 : 1234567);
    const int decimals = static_cast<int>(random() % 5);
    REQUIRE(number_text(value, decimals) == as_printed(value, decimals));
  }
  for (const double value : {0.005, 0.015, 1.005, 2.675, 0.125, -0.125, 999'999.995, 9'999'999.995, 0.995, -0.005, 4'294'967.295}) {
    for (int decimals = 0; decimals <= 9; ++decimals) CHECK(number_text(value, decimals) == as_printed(value, decimals));
  }
}
