#include "workbook/figure_names.h"

#include <set>

#include <catch2/catch.hpp>

#include "workbook/guard.h"

using namespace briefpack;
using namespace briefpack::workbook;

namespace {

std::vector<std::string> names(const std::vector<std::string>& keys) {
  std::vector<document::Figure> figures;
  for (const auto& key : keys) figures.emplace_back().key = key;
  return figure_names(figures);
}

}  // namespace

TEST_CASE("plain references and named figures give readable names") {
  CHECK(names({"h100_gpus.KOR", "$xai_multiple", "ai_rank.FRA@ns1"}) ==
        std::vector<std::string>{"fig_h100_gpus_KOR", "fig_xai_multiple", "fig_ai_rank_FRA_ns1"});
}

TEST_CASE("a name does not depend on the other figures' order or number") {
  const auto before = names({"a.KOR", "ratio(a.KOR, b.KOR)"});
  const auto after = names({"new.KOR", "ratio(a.KOR, b.KOR)", "a.KOR"});
  CHECK(before[0] == after[2]);
  CHECK(before[1] == after[1]);
}

TEST_CASE("names are valid and unique without regard to case") {
  const std::string long_key(400, 'x');
  const auto all = names({"a + b", "a - b", "a_b", "a.b", "A.B", "", "+", "지표.KOR", long_key, long_key + "y", "count(actions where status != recommended)"});
  std::set<std::string> seen;
  for (std::string name : all) {
    CHECK(is_defined_name(name));
    for (char& c : name) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    CHECK(seen.insert(name).second);
  }
}
