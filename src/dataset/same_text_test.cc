#include "dataset/same_text.h"

#include <catch2/catch.hpp>

using namespace briefpack::dataset;

TEST_CASE("same_as joins sources in both directions and over several steps") {
  std::vector<Source> sources(5);
  for (std::size_t i = 0; i < sources.size(); ++i)
    sources[i].id = "S" + std::to_string(i + 1);
  sources[2].same_as = {"S1"};
  sources[2].same_as.push_back("S4");
  sources[4].same_as = {"S5", "nobody"};
  const auto texts = texts_of(sources);
  CHECK(texts.at("S1") == 0);
  CHECK(texts.at("S2") == 1);
  CHECK(texts.at("S3") == 0);
  CHECK(texts.at("S4") == 0);
  CHECK(texts.at("S5") == 4);
}
