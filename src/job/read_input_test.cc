#include "job/read_input.h"

#include <catch2/catch.hpp>

#include "base/fake_file_system.h"
#include "base/test_file.h"
#include "job/run.h"

using namespace briefpack;

namespace {

std::vector<std::string> codes_of(const Outcome& outcome) {
  std::vector<std::string> out;
  for (const Diagnostic& each : outcome.diagnostics) out.push_back(outcome.sources.name(each.span.file) + ": " + each.code);
  return out;
}

}  // namespace

TEST_CASE("faults of the metric files are told before those of the template and of the edition before, however they are read") {
  FakeFileSystem files;
  files.files["pack.json"] = R"({"schema_version": 2, "colour": 1})";
  files.files["brief.md"] = "{fig}`1 +`\n\n```{include} more.md\n```\n";
  files.files["more.md"] = "{fig}`2 +`\n";
  files.files["before.json"] = "{";
  CheckOptions options;
  options.input.metrics = {"pack.json"};
  options.input.template_path = "brief.md";
  options.input.previous = "before.json";
  const Outcome outcome = job::check(options, files);
  REQUIRE(outcome.sources.size() == 4);
  CHECK(outcome.sources.name(2) == "more.md");
  CHECK(outcome.sources.name(3) == "before.json");
  CHECK(codes_of(outcome) == std::vector<std::string>{"pack.json: metrics/missing-field", "pack.json: metrics/schema-version", "pack.json: metrics/unknown-field",
                                                       "brief.md: expression/unexpected", "more.md: expression/unexpected", "before.json: metrics/syntax"});
}

TEST_CASE("findings of the input are told before those of the document") {
  FakeFileSystem files;
  files.files["pack.json"] = contents("inputs/korea-ai.json");
  files.files["brief.md"] = "Korea has 2,000 of them, or {fig}`h100_gpu.KOR`.\n";
  CheckOptions options;
  options.input.metrics = {"pack.json"};
  options.input.template_path = "brief.md";
  CHECK(codes_of(job::check(options, files)) == std::vector<std::string>{"brief.md: truth/naked-number", "brief.md: resolve/unknown-metric"});
}

TEST_CASE("what a document takes later is made beside it once, and not for one of many editions") {
  FakeFileSystem files;
  files.files["pack.json"] = contents("inputs/korea-ai.json");
  files.files["brief.md"] = "Korea has {fig}`h100_gpus.KOR`.\n";
  InputOptions options;
  options.metrics = {"pack.json"};
  options.template_path = "brief.md";
  Outcome outcome;
  const auto input = job::read_input(options, files, outcome);
  REQUIRE(input);
  int calls = 0;
  const auto count = [&] { ++calls; };
  CHECK(job::resolve_input(input, options, {}, outcome, count));
  CHECK(calls == 1);
  CHECK(job::resolve_input(input, options, {.is_examined = true}, outcome, count));
  CHECK(calls == 1);
}
