#include "base/embedded_files.h"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <string>

#include <catch2/catch.hpp>

namespace briefpack {

TEST_CASE("embedded files hold the bytes of the files they are named after") {
  for (const EmbeddedFile& file : embedded_files()) {
    INFO(file.path);
    std::ifstream in{std::string(file.path), std::ios::binary};
    REQUIRE(in.good());
    const std::string bytes{std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
    // Not CHECK(a == b), which would print both files.
    const bool is_same = bytes == file.contents;
    CHECK(is_same);
  }
}

TEST_CASE("embedded files are sorted by path and hold the built-in monthly brief") {
  const auto files = embedded_files();
  CHECK(std::is_sorted(files.begin(), files.end(),
                       [](const EmbeddedFile& a, const EmbeddedFile& b) { return a.path < b.path; }));
  CHECK(std::any_of(files.begin(), files.end(),
                    [](const EmbeddedFile& file) { return file.path == "templates/monthly-brief.md"; }));
}

}  // namespace briefpack
