#include "job/make_editions.h"

#include <catch2/catch.hpp>

#include "base/fake_file_system.h"
#include "base/test_file.h"
#include "job/run.h"

using namespace briefpack;

namespace {

/// The sample's profile for each of its countries, on a disk in memory.
struct Bench {
  FakeFileSystem files;
  BuildOptions options;

  Bench() {
    files.files["pack.json"] = contents("inputs/korea-ai.json");
    files.files["profile.md"] = contents("templates/country-profile.md");
    options.input.metrics = {"pack.json"};
    options.input.template_path = "profile.md";
    options.stem = "profile";
    options.for_each = true;
  }
  Outcome build() { return job::build(options, files); }
  void use(const std::string& text) { files.files["profile.md"] = text; }
};

const std::vector<std::string> kCountries{"KOR", "CHN", "USA", "FRA", "CAN", "SGP", "GBR"};

std::map<std::string, std::string> outputs_of(const FakeFileSystem& files) {
  auto out = files.files;
  out.erase("pack.json");
  out.erase("profile.md");
  return out;
}

}  // namespace

TEST_CASE("each entity of the default set gets the pack that a build with the focus on it makes, with any number of threads") {
  Bench bench;
  bench.options.threads = 1;
  const Outcome outcome = bench.build();
  CHECK(outcome.diagnostics.empty());
  CHECK(outcome.editions == 7);
  const auto one_thread = outputs_of(bench.files);
  REQUIRE(one_thread.size() == 28);
  REQUIRE(outcome.written.size() == 28);
  CHECK(outcome.written[0].path == "out/profile-KOR.pdf");
  CHECK(outcome.written[3].path == "out/profile-KOR.manifest.json");
  CHECK(outcome.written[27].path == "out/profile-GBR.manifest.json");

  Bench again;
  again.options.threads = 3;
  again.build();
  CHECK(outputs_of(again.files) == one_thread);

  Bench single;
  single.options.for_each = false;
  for (const std::string& country : kCountries) {
    single.options.stem = "profile-" + country;
    single.options.input.overrides = {{"focus", country}};
    single.build();
  }
  CHECK(outputs_of(single.files) == one_thread);
}

TEST_CASE("when the disk fails in one edition, none is left behind") {
  for (const int write : {1, 6, 28}) {
    INFO(write);
    Bench bench;
    bench.files.fail_write(write);
    const Outcome outcome = bench.build();
    CHECK(outcome.written.empty());
    CHECK(exit_code(outcome.diagnostics, false) == 3);
    CHECK(outputs_of(bench.files).empty());
  }
}

TEST_CASE("a fault in one edition keeps all from being written, and is told of that one alone") {
  Bench bench;
  bench.use("---\nentities: [KOR, CHN]\n---\n{claim}`ai_patents_rank.KOR = 3 => third`, {claim}`focus = KOR => Korea`.\n");
  const Outcome outcome = bench.build();
  REQUIRE(outcome.diagnostics.size() == 1);
  CHECK(outcome.diagnostics.front().code == "resolve/false-claim");
  CHECK(outcome.diagnostics.front().notes.back().message == "in the edition of CHN");
  CHECK(outputs_of(bench.files).empty());
}

TEST_CASE("progress is told once for each edition") {
  Bench bench;
  bench.use("---\nentities: [KOR, CHN, FRA]\n---\n{name}`focus`\n");
  std::vector<std::size_t> done;
  bench.options.progress = [&](std::size_t made, std::size_t all) {
    CHECK(all == 3);
    done.push_back(made);
  };
  bench.build();
  CHECK(done == std::vector<std::size_t>{1, 2, 3});
}

TEST_CASE("findings of several editions are told once, with the editions that have them") {
  const auto found = [](const std::string& code, const std::string& message) { return Diagnostic::warning(code, {}, message); };
  const auto told = [](const Diagnostics& list) {
    std::string out;
    for (const Diagnostic& each : list) out += each.message + (each.notes.empty() ? "" : " (" + each.notes.back().message + ")") + "; ";
    return out;
  };
  const std::vector<std::string> names{"KOR", "CHN", "FRA"};
  CHECK(told(job::merge_findings({{found("a/a", "all")}, {found("a/a", "all")}, {found("a/a", "all")}}, names)) == "all; ");
  CHECK(told(job::merge_findings({{}, {found("a/a", "one")}, {}}, names)) == "one (in the edition of CHN); ");
  CHECK(told(job::merge_findings({{found("a/a", "two")}, {}, {found("a/a", "two"), found("a/b", "two")}}, names)) ==
        "two (in the editions of KOR and FRA); two (in the edition of FRA); ");
  CHECK(told(job::merge_findings({{found("a/a", "twice"), found("a/a", "twice")}, {found("a/a", "twice")}, {found("a/a", "twice")}}, names)) ==
        "twice; twice (in the edition of KOR); ");
  CHECK(told(job::merge_findings({{found("truth/accepted-unused", "idle")}, {}, {found("truth/accepted-unused", "idle")}}, names)).empty());
}
