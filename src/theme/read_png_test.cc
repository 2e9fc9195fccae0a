#include <catch2/catch.hpp>

#include <fstream>
#include <iterator>
#include <string>

#include "theme/read_png.h"

// The files are those of tests/golden/png/make_png.py.

namespace briefpack::theme {
namespace {

std::string file(const std::string& name) {
  std::ifstream stream("tests/golden/png/" + name, std::ios::binary);
  REQUIRE(stream);
  return {std::istreambuf_iterator<char>(stream), {}};
}

std::string colour(const geometry::Raster& image, std::size_t x, std::size_t y) {
  std::string out;
  for (std::size_t i = 0; i < 3; ++i) out += (i ? "," : "") + std::to_string(static_cast<unsigned char>(image.rgb[(y * image.width + x) * 3 + i]));
  return out;
}

std::string why_refused(const std::string& bytes) {
  const auto read = read_png(bytes);
  if (read) return "";
  CHECK(read.diagnostics().front().code == "theme/logo");
  return read.diagnostics().front().message;
}

}  // namespace

TEST_CASE("one picture comes out the same from every form of PNG") {
  for (const char* name : {"rgb.png", "rgba.png", "opaque-rgba.png", "interlaced.png", "sixteen-bit.png", "indexed.png"}) {
    INFO(name);
    const auto image = read_png(file(name));
    REQUIRE(image.ok());
    CHECK(image->width == 8);
    CHECK(image->rgb.size() == 8u * 8 * 3);
    CHECK(colour(*image, 0, 7) == "200,30,40");
    CHECK(colour(*image, 3, 2) == "20,60,160");
  }
}

TEST_CASE("a grey picture has the same grey in all three colours") {
  const auto image = read_png(file("grey.png"));
  REQUIRE(image.ok());
  CHECK(colour(*image, 0, 0) == "192,192,192");
  CHECK(colour(*image, 4, 4) == "64,64,64");
}

TEST_CASE("transparency is kept where there is some, and only there") {
  const auto half = read_png(file("rgba.png"));
  REQUIRE(half.ok());
  CHECK(half->alpha.substr(0, 8) == std::string("\xFF\xFF\xFF\xFF\0\0\0\0", 8));
  const auto indexed = read_png(file("indexed.png"));
  REQUIRE(indexed.ok());
  CHECK(indexed->alpha[2 * 8 + 2] == '\x80');
  CHECK(read_png(file("opaque-rgba.png"))->alpha.empty());
  CHECK(read_png(file("rgb.png"))->alpha.empty());
}

TEST_CASE("a picture of too many pixels is refused before its pixels are read") {
  CHECK(why_refused(file("wide.png")) == "has 4001 × 1 pixels; at most 4000 a side and 2000000 in all are read");
  CHECK(why_refused(file("many-pixels.png")) == "has 2000 × 1001 pixels; at most 4000 a side and 2000000 in all are read");
  CHECK_FALSE(why_refused(file("huge.png")).empty());
  CHECK(why_refused(std::string(kPngBytes + 1, 'x')) == "has 1048577 bytes; at most 1048576 are read");
}

TEST_CASE("what is no whole PNG is refused") {
  for (const char* name : {"no-palette.png", "no-pixels.png", "too-few-rows.png", "bad-index.png"}) {
    INFO(name);
    CHECK_FALSE(why_refused(file(name)).empty());
  }
  CHECK_FALSE(why_refused("").empty());
  CHECK_FALSE(why_refused("<svg/>").empty());
}

TEST_CASE("a picture that unpacks to far more than it shows is cut at its own size") {
  for (const char* name : {"bomb.png", "profile-bomb.png"}) {
    INFO(name);
    const auto image = read_png(file(name));
    if (image) CHECK(image->rgb.size() == 8u * 8 * 3);
  }
}

TEST_CASE("a PNG with bytes behind its end is refused") {
  CHECK(why_refused(file("rgb.png") + "x") == "is no whole PNG file (it does not end with its last chunk)");
  CHECK_FALSE(why_refused(file("rgb.png") + file("rgb.png")).empty());
  CHECK(why_refused(file("bad-index.png")) == "is no whole PNG file (a pixel names a colour that the palette does not have)");
}

TEST_CASE("a PNG cut short anywhere is refused") {
  const std::string whole = file("rgb.png");
  for (std::size_t size = 0; size < whole.size(); ++size) {
    INFO(size);
    CHECK_FALSE(why_refused(whole.substr(0, size)).empty());
  }
}

TEST_CASE("a PNG with any byte changed is read or refused, never worse") {
  for (const char* name : {"rgba.png", "interlaced.png", "indexed.png", "sixteen-bit.png"}) {
    const std::string whole = file(name);
    for (std::size_t at = 0; at < whole.size(); ++at) {
      for (const char change : {'\x01', '\x80', '\xFF'}) {
        std::string broken = whole;
        broken[at] = static_cast<char>(broken[at] ^ change);
        const auto image = read_png(broken);
        if (image) CHECK(image->rgb.size() == std::size_t{image->width} * image->height * 3);
      }
    }
  }
}

}  // namespace briefpack::theme
