// Nothing overlaps, nothing is cut off, nothing leaves the measure, and the structure tree keeps its rules: on the sample packs
// and on a pack that strains every page (bench/make_stress_pack.py, written by the build).

#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "base/file_system.h"
#include "job/read_input.h"
#include "layout/lay_out.h"
#include "layout/page_checks.h"

namespace briefpack {

namespace {

std::string joined(const std::vector<std::string>& lines) {
  std::string out;
  for (std::size_t i = 0; i < lines.size() && i < 20; ++i) out += lines[i] + "\n";
  if (lines.size() > 20) out += "and " + std::to_string(lines.size() - 20) + " more\n";
  return out;
}

layout::LaidOut laid_out(const std::string& metrics, const std::string& brief, const char* lang = nullptr) {
  static const text::Fonts fonts = text::load_fonts().value();
  const auto files = make_disk_file_system();
  Outcome outcome;
  InputOptions options;
  options.metrics = {metrics};
  options.template_path = brief;
  if (lang != nullptr) options.lang = lang;
  auto input = job::read_and_resolve(options, false, *files, outcome);
  for (const Diagnostic& each : outcome.diagnostics) UNSCOPED_INFO(each.code + ": " + each.message);
  REQUIRE(input.has_value());
  auto pages = layout::lay_out(input->document, fonts);
  REQUIRE(pages.ok());
  CHECK(joined(layout::sample::geometry_faults(pages->pages, fonts)) == "");
  CHECK(joined(layout::sample::structure_faults(pages->pages)) == "");
  return std::move(*pages);
}

}  // namespace

TEST_CASE("the pages of the sample packs keep apart what stands on them") {
  CHECK(laid_out("inputs/korea-ai.json", "templates/monthly-brief.md").pages.pages.size() >= 9);
  CHECK(laid_out("inputs/korea-ai.json", "templates/country-profile.md").pages.pages.size() >= 2);
}

TEST_CASE("so do those of the Korean edition, of a French document and of names from right to left") {
  CHECK(laid_out("inputs/korea-ai.json", "templates/monthly-brief.md", "ko").pages.pages.size() >= 9);
  CHECK(laid_out("tests/languages/files/lacs.json", "tests/languages/files/lacs.md").pages.pages.size() >= 5);
  CHECK(laid_out("tests/languages/files/right-to-left.json", "tests/languages/files/right-to-left.md").pages.pages.size() == 1);
}

TEST_CASE("so do a hundred pages of long names, many rows and many notes") {
  CHECK(laid_out(BRIEFPACK_STRESS "/stress.json", BRIEFPACK_STRESS "/stress.md").pages.pages.size() >= 100);
}

}  // namespace briefpack
