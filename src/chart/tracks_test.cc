#include "chart/tracks.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <random>

using briefpack::chart::Tracks;

TEST_CASE("an item stands on the highest track where it touches no other one, in the first way that is free there") {
  Tracks tracks;
  const auto put = [&](std::vector<Tracks::Way> ways) {
    const auto found = tracks.put(ways);
    return std::pair(found.track, found.way);
  };
  CHECK(put({{0, 50, 1}}) == std::pair<std::size_t, std::size_t>(0, 0));
  CHECK(put({{50, 90, 2}}) == std::pair<std::size_t, std::size_t>(0, 0));
  CHECK(put({{40, 60, 1}, {90, 120, 1}}) == std::pair<std::size_t, std::size_t>(0, 1));
  CHECK(put({{40, 60, 1}}) == std::pair<std::size_t, std::size_t>(2, 0));
  CHECK(put({{20, 48, 2}}) == std::pair<std::size_t, std::size_t>(3, 0));
  CHECK(put({{20, 40, 1}}) == std::pair<std::size_t, std::size_t>(1, 0));
}

TEST_CASE("no two of many items of any size stand on one another, and none could stand higher") {
  struct Box {
    Tracks::Way way;
    std::size_t track;
    bool touches(const Tracks::Way& other, std::size_t at) const {
      return way.left < other.right && other.left < way.right && track < at + other.tracks && at < track + way.tracks;
    }
  };
  std::mt19937 next(7);
  std::vector<Box> placed;
  Tracks tracks;
  for (int i = 0; i < 400; ++i) {
    std::vector<Tracks::Way> ways;
    for (int way = 0; way < 3; ++way) {
      const double left = static_cast<double>(next() % 4000) / 10;
      ways.push_back({left, left + 1 + static_cast<double>(next() % 900) / 10, 1 + next() % 3});
    }
    const auto found = tracks.put(ways);
    const auto is_free = [&](const Tracks::Way& way, std::size_t at) {
      return std::none_of(placed.begin(), placed.end(), [&](const Box& other) { return other.touches(way, at); });
    };
    REQUIRE(is_free(ways[found.way], found.track));
    for (std::size_t at = 0; at <= found.track; ++at) {
      for (std::size_t way = 0; way < (at == found.track ? found.way : ways.size()); ++way) REQUIRE_FALSE(is_free(ways[way], at));
    }
    placed.push_back({ways[found.way], found.track});
  }
}

TEST_CASE("an item looks at each track once for each way, however many items stand on it") {
  Tracks tracks;
  std::size_t used = 0;
  constexpr std::size_t kItems = 3000;
  for (std::size_t i = 0; i < kItems; ++i) {
    const double at = 80 + static_cast<double>(i % 16) * 25;
    const auto found = tracks.put(std::vector<Tracks::Way>{{at - 6, at + 13, 1}, {at - 13, at + 8, 1}});
    used = std::max(used, found.track + 1);
  }
  CHECK(used < kItems / 8);
  CHECK(tracks.looks() <= kItems * used * 2);
}
