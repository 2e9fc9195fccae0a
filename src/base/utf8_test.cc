#include "base/utf8.h"

#include <string>

#include <catch2/catch.hpp>

using namespace briefpack;

TEST_CASE("code points are counted at any offset and length") {
  std::string text;
  for (int i = 0; i < 40; ++i) text += i % 3 == 0 ? "a" : i % 3 == 1 ? "\u00E9\uAC00" : "\U0001F600\xFF";
  for (std::size_t from = 0; from < text.size(); ++from) {
    for (std::size_t size = 0; from + size <= text.size(); ++size) {
      std::size_t expected = 0;
      for (const char c : text.substr(from, size)) expected += (static_cast<unsigned char>(c) & 0xC0) != 0x80;
      REQUIRE(count_code_points(std::string_view(text).substr(from, size)) == expected);
    }
  }
}
