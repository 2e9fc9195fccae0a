// Each byte of a small metric file is cut, changed or doubled: the reader must give data or errors in the file, and no more.
#include <algorithm>
#include <catch2/catch.hpp>
#include <memory>
#include <span>
#include <string>

#include "metrics/read_metrics.h"

using namespace briefpack;

namespace {

// Every kind of item, short.
const std::string kFile =
    R"({"schema_version":1,"pack":{"id":"p","title":{"en":"Made up","ko":"예"},"time_period":"2026-01","issued":"2026-01-15"},
"entities":[{"id":"KOR","kind":"country"},{"id":"G","kind":"group","name":"G","members":["KOR"]}],
"sources":[{"id":"s","title":"Made up","url":"https://example.org/","same_as":"t"},{"id":"t","title":"Made up"}],
"metrics":[{"id":"m","name":"M","topic":"compute","type":"rank","out_of":38},{"id":"c","name":"C","topic":"talent","type":"category","categories":["a",{"id":"b"}]}],
"observations":[{"metric":"m","entity":"KOR","time_period":"2024","obs_value":3,"qualifier":"about","sources":[{"source":"s","locator":"p. \u00e9"}]},
{"id":"W","metric":"c","entity":"G","time_period":null,"sequence":1,"obs_value":"a","withhold":"Made up","sources":[{"source":"s","locator":"p. 1","as_stated":"tier a"}]},
{"metric":"m","entity":"KOR","time_period":"2023","obs_value":null,"obs_range":[1,2.0e0],"obs_status":["E","B"],"sources":[{"source":"s","locator":"p. 1"}]}],
"caveats":[{"id":"X","weight":"low","about":["m.KOR","W"],"text":"T"}],
"disputes":[{"id":"D1","question":"Q","about":["W"],"positions":[{"by":"B","claim":"C","about":"W"}],"treatment":{"claim":"C","text":"T"}}],
"actions":[{"id":"A","entity":"KOR","title":"T","date":"2024","amount":{"value":1.5,"currency":"KRW"},"sources":[{"source":"s","locator":"p. 1"}]}],
"accepted":[{"code":"x/y","about":"z","reason":"R","by":"B"}],"x_note":{"a":[true,false,null]}})";

bool lies_in(const SourceMap& sources, const SourceSpan& span) {
  if (!span.is_known()) return true;
  const std::string& text = sources.text(0);
  const auto lines = static_cast<std::uint32_t>(std::count(text.begin(), text.end(), '\n')) + 1;
  const std::string_view line = sources.line(0, span.line);
  return span.line <= lines && span.column >= 1 && span.column + span.length <= line.size() + 2;
}

/// Reads `text`; gives whether it was taken. Fails the test when a span lies outside.
bool read(const std::string& text) {
  SourceMap sources;
  const std::uint32_t file = sources.add("made-up.json", std::make_shared<const std::string>(text));
  const auto result = metrics::read_metrics(sources, std::span(&file, 1));
  bool is_inside = true;
  for (const Diagnostic& each : result.diagnostics()) {
    is_inside = is_inside && lies_in(sources, each.span) && !each.message.empty() && each.code.starts_with("metrics/");
    for (const DiagnosticNote& note : each.notes)
      is_inside = is_inside && lies_in(sources, note.span);
  }
  if (!is_inside) FAIL("a place outside of the file: " << text);
  if (result.ok()) {
    for (const dataset::Observation& each : result.value().observations) {
      for (const auto& [field, span] : each.places.fields)
        is_inside = is_inside && lies_in(sources, span);
    }
    if (!is_inside) FAIL("a value's place outside of the file: " << text);
  }
  return result.ok();
}

}  // namespace

TEST_CASE("the file that is mutated is good itself") { CHECK(read(kFile)); }

TEST_CASE("a file cut at any byte is refused") {
  for (std::size_t size = 0; size < kFile.size(); ++size) {
    INFO(size);
    CHECK_FALSE(read(kFile.substr(0, size)));
  }
}

TEST_CASE("any byte may be another one") {
  // What the grammar knows, what it does not, digits, and bytes that are no UTF-8.
  const std::string others("\"\\{}[]:,-+.eE0x \n\t\0\x7F\x80\xC3\xFF", 23);
  constexpr std::size_t kEach = 2;  // all of them at each byte would take minutes in a sanitized build
  std::size_t refused = 0;
  for (std::size_t i = 0; i < kFile.size(); ++i) {
    for (std::size_t j = 0; j < kEach; ++j) {
      std::string text = kFile;
      text[i] = others[(i * kEach + j) % others.size()];
      refused += !read(text);
    }
  }
  CHECK(refused > kFile.size());
}

TEST_CASE("any byte may be missing or twice") {
  std::size_t refused = 0;
  for (std::size_t i = 0; i < kFile.size(); ++i) {
    std::string shorter = kFile, longer = kFile;
    shorter.erase(i, 1);
    longer.insert(i, 1, kFile[i]);
    refused += !read(shorter);
    refused += !read(longer);
  }
  CHECK(refused > kFile.size() / 2);
}
