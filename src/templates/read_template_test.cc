#include <catch2/catch.hpp>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "base/test_file.h"

#include "templates/read_template.h"

// Goldens: tests/golden/templates/<case>/in.md gives the tree in expected.txt; tests/golden/diagnostics/tpl-<case>/in.md the
// faults. With BRIEFPACK_UPDATE_GOLDENS=1 in the environment the expected files are written anew, to be read before a commit.

namespace briefpack::templates {
namespace {

namespace fs = std::filesystem;

/// The files of a case's folder; `names` gets each in the order in which it was asked for.
Loader folder_loader(const fs::path& folder, std::vector<std::string>& names) {
  return [folder, &names](const std::string& path, SourceSpan asked_at) -> Result<LoadedFile> {
    if (!fs::is_regular_file(folder / path)) {
      Diagnostic fault = Diagnostic::io_error("io/unreadable", path + " cannot be read");
      fault.span = asked_at;
      return fault;
    }
    names.push_back(path);
    return LoadedFile{static_cast<std::uint32_t>(names.size() - 1),
                      std::make_shared<const std::string>(contents(folder / path))};
  };
}

/// Faults as the program prints them, without the excerpts; the template's own name is left out.
std::string printed(const Diagnostics& diagnostics, const std::vector<std::string>& names) {
  const auto place = [&](SourceSpan span) {
    const std::string name = span.file == 0 ? "" : names.at(span.file) + ":";
    return name + std::to_string(span.line) + ":" + std::to_string(span.column) + ": ";
  };
  std::string out;
  for (const Diagnostic& each : diagnostics) {
    out += place(each.span) + (each.severity == Severity::error ? "error: " : "warning: ") + each.message + " [" +
           each.code + "]\n";
    for (const DiagnosticNote& note : each.notes)
      out += "  note: " + place(note.span) + note.message + "\n";
    for (const std::string& hint : each.hints)
      out += "  hint: " + hint + "\n";
  }
  return out;
}

std::vector<fs::path> cases(const fs::path& area, const std::string& prefix) {
  std::vector<fs::path> out;
  for (const auto& entry : fs::directory_iterator(area)) {
    if (entry.path().filename().string().starts_with(prefix) && fs::exists(entry.path() / "in.md"))
      out.push_back(entry.path());
  }
  std::sort(out.begin(), out.end());
  return out;
}

void check_golden(const fs::path& folder, const std::string& got) {
  const char* update = std::getenv("BRIEFPACK_UPDATE_GOLDENS");
  if (update && std::string(update) == "1") std::ofstream(folder / "expected.txt", std::ios::binary) << got;
  INFO(folder.string());
  CHECK(got == contents(folder / "expected.txt"));
}

Result<Template> read(std::string_view text) {
  const Loader nothing;
  return read_template(text, 0, nothing);
}

std::string tree(std::string_view text) {
  const auto result = read(text);
  return result ? dump(*result) : printed(result.diagnostics(), {});
}

}  // namespace

TEST_CASE("templates give the trees of their goldens") {
  const auto folders = cases("tests/golden/templates", "");
  REQUIRE(folders.size() >= 8);
  for (const fs::path& folder : folders) {
    std::vector<std::string> names{"in.md"};
    const std::string text = contents(folder / "in.md");
    const auto result = read_template(text, 0, folder_loader(folder, names));
    check_golden(folder, printed(result.diagnostics(), names) + (result ? dump(*result) : ""));
    CHECK(result.ok());
  }
}

TEST_CASE("broken templates give the faults of their goldens, each with its place") {
  const auto folders = cases("tests/golden/diagnostics", "tpl-");
  REQUIRE(folders.size() >= 35);
  for (const fs::path& folder : folders) {
    std::vector<std::string> names{"in.md"};
    const std::string text = contents(folder / "in.md");
    const auto result = read_template(text, 0, folder_loader(folder, names));
    INFO(folder.string());
    CHECK_FALSE(result.ok());
    for (const Diagnostic& each : result.diagnostics())
      CHECK(each.span.is_known());
    check_golden(folder, printed(result.diagnostics(), names));
  }
}

TEST_CASE("the built-in templates are read without a finding") {
  for (const char* path : {"templates/monthly-brief.md", "templates/country-profile.md"}) {
    const auto result = read(contents(path));
    CHECK(printed(result.diagnostics(), {"in.md"}) == "");
    CHECK(result.ok());
  }
}

TEST_CASE("a part of a text has its own place, also behind escapes and entities") {
  const auto result = read("한국 &amp; 1\\,200 and &#51;4\n");
  REQUIRE(result);
  const auto* paragraph = as<Paragraph>(result->blocks.front());
  REQUIRE(paragraph);
  const Inline& text = paragraph->content.front();
  REQUIRE(as<Text>(text)->text == "한국 & 1,200 and 34");
  const std::string& typed = as<Text>(text)->text;
  const std::size_t number = typed.find("1,200");
  CHECK(span_within(text, number, number + 5) == SourceSpan{0, 1, 10, 6});
  const std::size_t last = typed.find("34");
  CHECK(span_within(text, last, last + 2) == SourceSpan{0, 1, 21, 6});
  CHECK(span_within(text, 0, 6) == SourceSpan{0, 1, 1, 2});
}

TEST_CASE("data-like characters stay text") {
  CHECK(tree("a \\*b\\* =1+1 {x} \\{fig}") ==
        "paragraph 1:1+23\n  text 1:1+23 \"a *b* =1+1 {x} {fig}\" 3>5 5>8 16>20\n");
}

TEST_CASE("an overridden field takes the place of the template's") {
  auto result = read("---\ntitle: Lakes\nfocus: KOR\nfigures: {gap: a.KOR}\n---\n");
  REQUIRE(result);
  FrontMatter& fields = result->front_matter;
  CHECK(override_front_matter(fields, "title", "Ponds & {fig}`a.FRA`").ok());
  CHECK(override_front_matter(fields, "focus", "FRA").ok());
  CHECK(override_front_matter(fields, "entities", "FRA, KOR").ok());
  CHECK(override_front_matter(fields, "outputs", "pdf,csv").ok());
  CHECK(override_front_matter(fields, "allow_numbers", "350,000; 2,000").ok());
  CHECK(override_front_matter(fields, "figures.sum", "a.KOR + a.FRA").ok());
  CHECK(override_front_matter(fields, "gap", "a.KOR - a.FRA").ok());
  CHECK(dump(*result) ==
        "field title\n"
        "  text - \"Ponds & \"\n"
        "  fig - a.FRA at -\n"
        "field focus - \"FRA\"\n"
        "field entities - [FRA, KOR]\n"
        "field outputs - \"pdf\"\n"
        "field outputs - \"csv\"\n"
        "field allow_numbers - \"350,000\"\n"
        "field allow_numbers - \"2,000\"\n"
        "field figures.gap - a.KOR - a.FRA at -\n"
        "field figures.sum - a.KOR + a.FRA at -\n");
}

TEST_CASE("an override that is no UTF-8 is refused before it reaches a page") {
  FrontMatter fields;
  const auto refused = override_front_matter(fields, "title", "\xFF\xFE");
  REQUIRE_FALSE(refused.ok());
  CHECK(refused.diagnostics().front().code == "template/not-utf8");
  CHECK(refused.diagnostics().front().fault == Fault::usage);
}

TEST_CASE("a bad override names its key and is a fault of usage") {
  FrontMatter fields;
  const auto unknown = override_front_matter(fields, "titel", "x");
  REQUIRE_FALSE(unknown.ok());
  CHECK(unknown.diagnostics().front().code == "template/override");
  CHECK(unknown.diagnostics().front().fault == Fault::usage);
  CHECK(unknown.diagnostics().front().hints == std::vector<std::string>{"did you mean \"title\"?"});
  const auto broken = override_front_matter(fields, "figures.gap", "a.KOR -1");
  REQUIRE_FALSE(broken.ok());
  CHECK(broken.diagnostics().front().message == "--set figures.gap: a minus has a space on both sides");
  CHECK_FALSE(override_front_matter(fields, "paper", "A5").ok());
  CHECK_FALSE(override_front_matter(fields, "title", "").ok());
}

TEST_CASE("the name of a paper is known in capitals and without") {
  FrontMatter fields;
  for (const auto& [written, known] : {std::pair{"Letter", "letter"}, {"LETTER", "letter"}, {"a4", "A4"}}) {
    REQUIRE(override_front_matter(fields, "paper", written).ok());
    CHECK(fields.paper.text == known);
  }
}

TEST_CASE("an empty template, one of front matter alone and one with a byte order mark are read") {
  CHECK(tree("") == "");
  CHECK(tree("---\n---\n") == "");
  CHECK(tree("---\ntitle: x\n---") == "field title\n  text 2:8+1 \"x\"\n");
  CHECK(tree("\xEF\xBB\xBF# x") == "heading 1:1+3 1\n  text 1:3+1 \"x\"\n");
}

TEST_CASE("a template over the limit is refused before it is parsed") {
  CHECK(read(std::string(kTemplateLimit + 1, 'a')).diagnostics().front().code == "template/too-large");
  CHECK(read(std::string(600'000, '[')).diagnostics().front().code == "template/too-large");
  std::string paragraphs;
  for (int i = 0; i < 150'000; ++i)
    paragraphs += "a\n\n";
  CHECK(read(paragraphs).diagnostics().front().code == "template/too-large");
}

TEST_CASE("a text that no cell of the workbook holds is refused with its place") {
  const std::string long_text(33'000, 'a'), fits(31'000, 'a');
  std::string emoji;
  for (int i = 0; i < 16'001; ++i) emoji += "\U0001F600";
  const auto place = [](const std::string& text) {
    const auto result = read(text);
    REQUIRE_FALSE(result.ok());
    const Diagnostic& fault = result.diagnostics().front();
    CHECK(fault.code == "template/long-text");
    return std::pair(fault.span.line, fault.span.column);
  };
  CHECK(place("---\ntitle: " + long_text + "\n---\n\na\n") == std::pair(2u, 8u));
  CHECK(place("a\n\n```{chart} m1\n:mark: bar\n:title: T\n:subtitle: " + emoji + "\n```\n") == std::pair(6u, 12u));
  CHECK(place("| a | b |\n|---|---|\n| c | " + long_text + " |\n") == std::pair(3u, 7u));
  CHECK(read("---\ntitle: " + fits + "\n---\n\n" + long_text + "\n").ok());
}

TEST_CASE("faults behind the first two hundred are counted") {
  std::string text;
  for (int i = 0; i < 300; ++i)
    text += "{fig}\n\n";
  const auto result = read(text);
  REQUIRE(result.diagnostics().size() == kFaultLimit + 1);
  CHECK(std::any_of(result.diagnostics().begin(), result.diagnostics().end(), [](const Diagnostic& each) {
    return each.code == "template/more-faults" && each.message == "100 further faults are not shown";
  }));
  CHECK(count_of(result.diagnostics(), Severity::error) == 300);
}

TEST_CASE("every fault of a cut template stands inside it") {
  // Each prefix of a real template is a broken one; no place may point outside.
  const std::string whole = contents("templates/monthly-brief.md");
  REQUIRE(whole.size() > 10'000);
  for (std::size_t size = 0; size < whole.size(); size += 97) {
    const std::string text = whole.substr(0, size);
    const auto lines = static_cast<std::uint32_t>(std::count(text.begin(), text.end(), '\n') + 1);
    const auto result = read(text);
    for (const Diagnostic& each : result.diagnostics()) {
      CHECK(each.span.line >= 1);
      CHECK(each.span.line <= lines);
      CHECK(each.span.column >= 1);
    }
  }
}

}  // namespace briefpack::templates
