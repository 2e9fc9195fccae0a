// Goldens of lowering: tests/golden/resolve/<case>/in.md with the pack of made-up facts beside the cases gives the warnings and
// the document dump, or the errors, of expected.txt. A case may have a pack.json of its own, and a previous.json, the edition
// before. BRIEFPACK_UPDATE=1 rewrites it; read what it wrote.
#include <fmt/format.h>

#include <algorithm>
#include <catch2/catch.hpp>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <memory>
#include <optional>

#include "changes/compare.h"
#include "base/test_file.h"
#include "document/document.h"
#include "metrics/read_metrics.h"
#include "resolve/resolve.h"
#include "templates/read_template.h"

using namespace briefpack;
namespace fs = std::filesystem;

namespace {

const fs::path kRoot = "tests/golden/resolve";

std::uint32_t add(SourceMap& sources, const fs::path& path) {
  return sources.add(path.filename().string(), std::make_shared<const std::string>(contents(path)));
}

std::string printed(const SourceMap& sources, const Diagnostics& diagnostics) {
  std::string out;
  for (const Diagnostic& each : diagnostics) {
    const std::string place =
        each.span.is_known() ? fmt::format("{}:{}:{}", sources.name(each.span.file), each.span.line, each.span.column)
                             : "-";
    out += fmt::format("{}: {}: {} [{}]", place, each.severity == Severity::error ? "error" : "warning", each.message,
                       each.code);
    out += each.pointer.empty() ? "\n" : fmt::format(" at {}\n", each.pointer);
    for (const std::string& hint : each.hints)
      out += fmt::format("  hint: {}\n", hint);
    for (const DiagnosticNote& note : each.notes)
      out += fmt::format("  note: {}:{}: {}\n", note.span.line, note.span.column, note.message);
  }
  return out;
}

Result<templates::LoadedFile> no_includes(const std::string&, SourceSpan asked_at) {
  return Diagnostic::error("test/include", asked_at, "these cases include nothing");
}

/// What the program would say and print about one case.
std::string outcome(const fs::path& folder) {
  SourceMap sources;
  const bool has_own_pack = fs::exists(folder / "pack.json");
  const std::uint32_t pack = add(sources, (has_own_pack ? folder : kRoot) / "pack.json");
  const auto dataset = metrics::read_metrics(sources, {{pack}});
  REQUIRE(printed(sources, dataset.diagnostics()).empty());
  const std::uint32_t file = add(sources, folder / "in.md");
  const auto tree = templates::read_template(sources.text(file), file, no_includes);
  if (!tree) return printed(sources, tree.diagnostics());
  resolve::ResolveOptions options;
  options.template_name = "in.md";
  std::optional<Result<dataset::Dataset>> earlier;
  std::optional<changes::Comparison> comparison;
  if (fs::exists(folder / "previous.json")) {
    earlier = metrics::read_metrics(sources, {{add(sources, folder / "previous.json")}});
    REQUIRE(earlier->ok());
    comparison = changes::compare(**earlier, *dataset);
    options.changes = &*comparison;
  }
  const auto document = resolve::resolve(*dataset, *tree, options);
  return printed(sources, document.diagnostics()) + (document ? dump(*document, *dataset) : "");
}

}  // namespace

TEST_CASE("templates become the documents of their goldens") {
  const bool updates = std::getenv("BRIEFPACK_UPDATE") != nullptr;
  std::vector<fs::path> folders;
  for (const auto& entry : fs::directory_iterator(kRoot)) {
    if (entry.is_directory()) folders.push_back(entry.path());
  }
  std::sort(folders.begin(), folders.end());
  CHECK(folders.size() >= 9);
  for (const fs::path& folder : folders) {
    INFO(folder);
    const std::string got = outcome(folder);
    if (updates) std::ofstream(folder / "expected.txt", std::ios::binary) << got;
    CHECK(got == contents(folder / "expected.txt"));
  }
}

TEST_CASE("a withheld value and what would tell it are in no document") {
  for (const auto& entry : fs::directory_iterator(kRoot)) {
    if (!entry.is_directory()) continue;
    INFO(entry.path());
    // W1 is the 39th place of Beta; no made-up text holds the number otherwise.
    CHECK(outcome(entry.path()).find("39th") == std::string::npos);
    CHECK(outcome(entry.path()).find("\"39\"") == std::string::npos);
  }
}

TEST_CASE("the same input gives the same document") {
  CHECK(outcome(kRoot / "document") == outcome(kRoot / "document"));
}
