#include "metrics/item_relay.h"

#include <fmt/format.h>

#include <catch2/catch.hpp>
#include <memory>
#include <stdexcept>
#include <string>
#include <thread>
#include <vector>

#include "base/test_file.h"
#include "metrics/json_stream.h"
#include "metrics/read_metrics.h"

using namespace briefpack;
using namespace briefpack::metrics;

namespace {

/// An item with this many values, as large as its number says.
Item item_of(std::size_t number, std::size_t values) {
  Item item;
  item.pointer = std::to_string(number);
  item.values.resize(values);
  return item;
}

SourceMap of(const std::string& text) {
  SourceMap sources;
  sources.add("made-up.json", std::make_shared<const std::string>(text));
  return sources;
}

Result<dataset::Dataset> read(const SourceMap& sources, unsigned threads) {
  const std::uint32_t file = 0;
  return read_metrics(sources, std::span(&file, 1), threads);
}

/// A made-up metric file with so many observations that it is read as a large one. Each `faulty`th has no source.
std::string large_file(std::size_t count, std::size_t faulty) {
  std::string out =
      "{\"schema_version\": 1, \"pack\": {\"id\": \"m\", \"title\": \"Made-up data\", \"time_period\": \"2026-01\", \"issued\": \"2026-01-15\"},\n"
      "\"entities\": [{\"id\": \"KOR\", \"kind\": \"country\"}], \"sources\": [{\"id\": \"a\", \"title\": \"Made-up yearbook\"}],\n"
      "\"metrics\": [{\"id\": \"chips\", \"name\": \"Chips\", \"topic\": \"compute\", \"type\": \"quantity\"}],\n\"observations\": [";
  for (std::size_t i = 0; i < count; ++i) {
    out += fmt::format("{}\n{{\"id\": \"o{}\", \"metric\": \"chips\", \"entity\": \"KOR\", \"time_period\": \"{:04}-{:02}\", \"obs_value\": {}", i == 0 ? "" : ",", i,
                       1000 + i / 12, i % 12 + 1, i * 17);
    if (faulty == 0 || i % faulty != 0) out += fmt::format(", \"sources\": [{{\"source\": \"a\", \"locator\": \"made-up table {}, row {}\"}}]", i % 40, i);
    out += "}";
  }
  return out + "]}";
}

std::string told(const Diagnostics& diagnostics) {
  std::string out;
  for (const Diagnostic& each : diagnostics) out += fmt::format("{}:{} {} {}\n", each.span.line, each.span.column, each.code, each.message);
  return out;
}

}  // namespace

TEST_CASE("items are taken in their order, whatever their size and the number of threads") {
  for (const unsigned threads : {0u, 1u, 2u}) {
    std::vector<std::string> taken;
    std::size_t values = 0, expected = 0;
    ItemRelay relay(threads, [&](Item& item) {
      taken.push_back(item.pointer);
      values += item.values.size();
    });
    constexpr std::size_t kItems = 5000;
    for (std::size_t i = 0; i < kItems; ++i) {
      Item item = item_of(i, i % 97 == 0 ? 2000 : i % 7);
      expected += item.values.size();
      relay.pass(item);
    }
    relay.finish();
    REQUIRE(taken.size() == kItems);
    CHECK(values == expected);
    for (std::size_t i = 0; i < kItems; ++i) REQUIRE(taken[i] == std::to_string(i));
  }
}

TEST_CASE("with two threads items are taken on another one") {
  std::thread::id taker;
  ItemRelay relay(2, [&](Item&) { taker = std::this_thread::get_id(); });
  Item item = item_of(0, 1);
  relay.pass(item);
  relay.finish();
  CHECK(taker != std::thread::id());
  CHECK(taker != std::this_thread::get_id());
}

TEST_CASE("what a taker throws comes out where items are passed, or at the end") {
  for (const unsigned threads : {1u, 2u}) {
    for (const std::size_t bad : {std::size_t{0}, std::size_t{700}, std::size_t{1999}}) {
      ItemRelay relay(threads, [&](Item& item) {
        if (item.pointer == std::to_string(bad)) throw std::runtime_error("made up");
      });
      const auto pass_all = [&] {
        for (std::size_t i = 0; i < 2000; ++i) {
          Item item = item_of(i, 50);
          relay.pass(item);
        }
        relay.finish();
      };
      CHECK_THROWS_WITH(pass_all(), "made up");
    }
  }
}

TEST_CASE("a relay that is left early waits for no item") {
  std::size_t taken = 0;
  {
    ItemRelay relay(2, [&](Item&) { ++taken; });
    for (std::size_t i = 0; i < 30; ++i) {
      Item item = item_of(i, 100);
      relay.pass(item);
    }
  }
  CHECK(taken <= 30);
}

TEST_CASE("two threads read from a metric file what one reads") {
  for (const std::string& file : {contents("inputs/korea-ai.json"), large_file(9000, 0)}) {
    const SourceMap sources = of(file);
    const auto one = read(sources, 1), two = read(sources, 2);
    REQUIRE(one.ok());
    REQUIRE(two.ok());
    CHECK(told(one.diagnostics()) == told(two.diagnostics()));
    REQUIRE(one->observations.size() == two->observations.size());
    for (std::size_t i = 0; i < one->observations.size(); ++i) {
      const dataset::Observation& a = one->observations[i];
      const dataset::Observation& b = two->observations[i];
      REQUIRE(a.key == b.key);
      REQUIRE(a.value == b.value);
      REQUIRE(a.places.pointer == b.places.pointer);
      REQUIRE(a.places.fields == b.places.fields);
      REQUIRE(a.citations.size() == b.citations.size());
    }
  }
}

TEST_CASE("the fault that ends the reading is told, however many observations are faulty") {
  const std::string file = large_file(2000, 3);
  const SourceMap sources = of(file.substr(0, file.size() - 40) + "\x01");
  const auto one = read(sources, 1), two = read(sources, 2);
  const std::string found = told(one.diagnostics());
  CHECK(found == told(two.diagnostics()));
  CHECK(found.find("metrics/syntax") != std::string::npos);
  CHECK(found.find("metrics/too-many-problems") != std::string::npos);
}
