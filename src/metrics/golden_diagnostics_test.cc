// tests/golden/diagnostics/met-*: a broken metric file in.json (with second.json, where two are read as one) and what the
// reader says about it in expected.txt. BRIEFPACK_UPDATE=1 rewrites expected.txt; read what it wrote.
#include <fmt/format.h>

#include <algorithm>
#include <catch2/catch.hpp>
#include <cstdlib>
#include <filesystem>
#include <fstream>

#include "metrics/codes.h"
#include "base/test_file.h"
#include "metrics/read_metrics.h"

using namespace briefpack;
namespace fs = std::filesystem;

namespace {

std::string place(const SourceMap& sources, const SourceSpan& span) {
  const std::string file = span.file == 0 ? "" : sources.name(span.file) + ":";
  return span.is_known() ? fmt::format("{}{}:{}", file, span.line, span.column) : "-";
}

std::string printed(const SourceMap& sources, const Diagnostics& diagnostics) {
  std::string out;
  for (const Diagnostic& each : diagnostics) {
    const char* severity = each.severity == Severity::error ? "error" : "warning";
    out += fmt::format("{}: {}: {} [{}]", place(sources, each.span), severity, each.message, each.code);
    out += each.pointer.empty() ? "\n" : fmt::format(" at {}\n", each.pointer);
    for (const std::string& hint : each.hints)
      out += fmt::format("  hint: {}\n", hint);
    for (const DiagnosticNote& note : each.notes)
      out += fmt::format("  note: {}: {}\n", place(sources, note.span), note.message);
    if (each.hides_source) out += "  (source line hidden)\n";
  }
  return out;
}

struct Case {
  std::string name;
  SourceMap sources;
  std::vector<std::uint32_t> files;
  fs::path expected;
};

std::vector<Case> cases() {
  std::vector<Case> out;
  for (const auto& entry : fs::directory_iterator("tests/golden/diagnostics")) {
    Case each;
    each.name = entry.path().filename().string();
    if (!each.name.starts_with("met-")) continue;
    each.expected = entry.path() / "expected.txt";
    for (const char* file : {"in.json", "second.json"}) {
      if (!fs::exists(entry.path() / file)) continue;
      each.files.push_back(each.sources.add(file, std::make_shared<const std::string>(contents(entry.path() / file))));
    }
    out.push_back(std::move(each));
  }
  std::sort(out.begin(), out.end(), [](const Case& a, const Case& b) { return a.name < b.name; });
  return out;
}

std::size_t columns_of(std::string_view line) {
  return static_cast<std::size_t>(
      std::count_if(line.begin(), line.end(), [](char c) { return (c & '\xC0') != '\x80'; }));
}

}  // namespace

TEST_CASE("broken metric files give the diagnostics that are written down for them") {
  const bool updates = std::getenv("BRIEFPACK_UPDATE") != nullptr;
  const std::vector<Case> all = cases();
  CHECK(all.size() >= 45);
  for (const Case& each : all) {
    INFO(each.name);
    const auto result = metrics::read_metrics(each.sources, each.files);
    const std::string found = printed(each.sources, result.diagnostics());
    if (updates) std::ofstream(each.expected, std::ios::binary) << found;
    CHECK_FALSE(found.empty());
    CHECK(found == contents(each.expected));
    CHECK(printed(each.sources, metrics::read_metrics(each.sources, each.files, 2).diagnostics()) == found);
  }
}

TEST_CASE("every diagnostic has a documented code, and lies in its file") {
  for (const Case& each : cases()) {
    INFO(each.name);
    const auto result = metrics::read_metrics(each.sources, each.files);
    for (const Diagnostic& diagnostic : result.diagnostics()) {
      INFO(diagnostic.code << " " << diagnostic.message);
      CHECK(std::any_of(metrics::kCodes.begin(), metrics::kCodes.end(),
                        [&](const auto& code) { return code.code == diagnostic.code; }));
      if (!diagnostic.span.is_known()) {
        CHECK(diagnostic.code == "metrics/too-many-problems");
        continue;
      }
      CHECK(diagnostic.span.file < each.sources.size());
      const std::string_view line = each.sources.line(diagnostic.span.file, diagnostic.span.line);
      const bool is_shortened = line.size() >= 4000;
      CHECK((is_shortened || diagnostic.span.column + diagnostic.span.length <= columns_of(line) + 2));
    }
  }
}

TEST_CASE("every documented code is shown by a broken file") {
  std::vector<std::string> seen;
  for (const Case& each : cases()) {
    const auto result = metrics::read_metrics(each.sources, each.files);
    for (const Diagnostic& diagnostic : result.diagnostics())
      seen.push_back(diagnostic.code);
  }
  for (const metrics::Code& code : metrics::kCodes) {
    if (code.code == "metrics/too-large") continue;  // files of that size are made in read_metrics_test.cc
    INFO(code.code);
    CHECK(std::find(seen.begin(), seen.end(), code.code) != seen.end());
  }
}
