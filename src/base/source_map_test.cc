#include <catch2/catch.hpp>
#include <memory>
#include <string>

#include <briefpack/source_span.h>

namespace briefpack {

namespace {
SourceMap with(const std::string& text) {
  SourceMap sources;
  sources.add("a.json", std::make_shared<const std::string>(text));
  return sources;
}
}  // namespace

TEST_CASE("a line is found by its number, without its end") {
  const SourceMap sources = with("one\ntwo\r\n\nfour");
  CHECK(sources.line(0, 1) == "one");
  CHECK(sources.line(0, 2) == "two");
  CHECK(sources.line(0, 3).empty());
  CHECK(sources.line(0, 4) == "four");
  CHECK(sources.line(0, 5).empty());
  CHECK(sources.line(0, 0).empty());
  CHECK(sources.line(1, 1).empty());
}

TEST_CASE("a file of one long line is shown as far as faults are told") {
  const SourceMap sources = with(std::string(100'000, 'x') + "end" + std::string(10'000'000, 'y'));
  CHECK(sources.line(0, 1).substr(100'000, 3) == "end");
  CHECK(sources.line(0, 1).size() < 1'000'000);
}

TEST_CASE("asking for each of many lines takes no longer than reading them") {
  std::string text;
  for (int i = 0; i < 200000; ++i) text += std::to_string(i) + "\n";
  const SourceMap sources = with(text);
  for (std::uint32_t line = 1; line <= 200000; ++line) {
    if (sources.line(0, line) != std::to_string(line - 1)) FAIL(line);
  }
  CHECK(sources.line(0, 200001).empty());
}

}  // namespace briefpack
