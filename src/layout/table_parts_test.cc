#include "layout/table_parts.h"

#include <catch2/catch.hpp>
#include <numeric>

using namespace briefpack;
using namespace briefpack::layout;

namespace {

std::vector<std::string> groups_of(std::initializer_list<std::pair<const char*, std::size_t>> runs) {
  std::vector<std::string> groups;
  for (const auto& [name, count] : runs) groups.insert(groups.end(), count, name);
  return groups;
}

using Sizes = std::vector<std::size_t>;

}  // namespace

TEST_CASE("eight countries stay together, nine are two even parts") {
  CHECK(part_sizes(groups_of({{"", 8}}), 8) == Sizes{8});
  CHECK(part_sizes(groups_of({{"", 9}}), 8) == Sizes{4, 5});
  CHECK(part_sizes(groups_of({{"", 60}}), 8) == Sizes{7, 8, 7, 8, 7, 8, 7, 8});
}

TEST_CASE("country groups stay whole where they fit, and small neighbours share a part") {
  CHECK(part_sizes(groups_of({{"Asia", 5}, {"Europe", 7}, {"America", 3}, {"Africa", 4}}), 8) == Sizes{5, 7, 7});
  CHECK(part_sizes(groups_of({{"Asia", 10}, {"Europe", 2}, {"America", 1}}), 8) == Sizes{5, 5, 3});
}

TEST_CASE("no part is empty or too wide, whatever is asked for") {
  for (std::size_t most = 0; most < 12; ++most) {
    for (std::size_t count = 1; count < 40; ++count) {
      const auto sizes = part_sizes(groups_of({{"a", count / 2}, {"b", count - count / 2}}), most);
      CHECK(std::accumulate(sizes.begin(), sizes.end(), std::size_t{0}) == count);
      for (const std::size_t size : sizes) {
        CHECK(size >= 1);
        CHECK(size <= std::max<std::size_t>(most, 1));
      }
    }
  }
}

TEST_CASE("a part of a table has the first column, its own columns and all rows") {
  document::Table table;
  table.columns.resize(5);
  table.columns[3].group = "third";
  document::Row group, body;
  group.kind = document::Row::Kind::group;
  group.cells.resize(1);
  body.cells.resize(5);
  body.cells[3].is_strong = true;
  table.rows = {group, body};
  const document::Table part = with_columns(table, 3, 5);
  REQUIRE(part.columns.size() == 3);
  CHECK(part.columns[1].group == "third");
  REQUIRE(part.rows.size() == 2);
  CHECK(part.rows[0].cells.size() == 1);
  REQUIRE(part.rows[1].cells.size() == 3);
  CHECK(part.rows[1].cells[1].is_strong);
}
