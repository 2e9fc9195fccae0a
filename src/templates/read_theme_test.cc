#include <catch2/catch.hpp>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <string>
#include <vector>

#include "templates/read_theme.h"
#include "base/test_file.h"
#include "theme/contrast.h"

// Goldens: tests/golden/diagnostics/thm-<case>/in.yaml is a theme in a folder of its own, expected.txt its faults. With
// BRIEFPACK_UPDATE_GOLDENS=1 in the environment the expected files are written anew, to be read before a commit.

namespace briefpack::templates {
namespace {

namespace fs = std::filesystem;
using geometry::Color;

/// Files by path; `names` gets each in the order in which it was asked for.
Loader loader_of(const std::map<std::string, std::string>& files, std::vector<std::string>& names) {
  return [&files, &names](const std::string& path, SourceSpan asked_at) -> Result<LoadedFile> {
    const auto found = files.find(path);
    if (found == files.end()) {
      Diagnostic fault = Diagnostic::io_error("io/unreadable", path + " cannot be read");
      fault.span = asked_at;
      return fault;
    }
    names.push_back(path);
    return LoadedFile{static_cast<std::uint32_t>(names.size() - 1), std::make_shared<const std::string>(found->second)};
  };
}

std::string printed(const Diagnostics& diagnostics, const std::vector<std::string>& names) {
  const auto place = [&](SourceSpan span) { return (span.is_known() ? names.at(span.file) + ":" : "") + std::to_string(span.line) + ":" + std::to_string(span.column) + ": "; };
  std::string out;
  for (const Diagnostic& each : diagnostics) {
    out += place(each.span) + (each.severity == Severity::error ? "error: " : "warning: ") + each.message + " [" + each.code + "]\n";
    for (const DiagnosticNote& note : each.notes) out += "  note: " + place(note.span) + note.message + "\n";
    for (const std::string& hint : each.hints) out += "  hint: " + hint + "\n";
  }
  return out;
}

LocatedText named(std::string name) { return {std::move(name), SourceSpan{0, 3, 8, 1}}; }

Result<theme::Theme> read(std::string text, std::map<std::string, std::string> others = {}) {
  others["t.yaml"] = std::move(text);
  std::vector<std::string> names{"in.md"};
  return read_theme(named("t.yaml"), loader_of(others, names));
}

}  // namespace

TEST_CASE("broken themes give the faults of their goldens, each with its place") {
  std::vector<fs::path> folders;
  for (const auto& entry : fs::directory_iterator("tests/golden/diagnostics")) {
    if (entry.path().filename().string().starts_with("thm-")) folders.push_back(entry.path());
  }
  std::sort(folders.begin(), folders.end());
  REQUIRE(folders.size() >= 8);
  for (const fs::path& folder : folders) {
    std::map<std::string, std::string> files;
    for (const auto& entry : fs::directory_iterator(folder)) files[entry.path().filename().string()] = contents(entry.path());
    for (const char* name : {"rgb.png", "too-few-rows.png", "wide.png"}) files[name] = contents(std::string("tests/golden/png/") + name);
    std::vector<std::string> names{"in.md"};
    const auto result = read_theme(named("in.yaml"), loader_of(files, names));
    const std::string got = printed(result.diagnostics(), names);
    const char* update = std::getenv("BRIEFPACK_UPDATE_GOLDENS");
    if (update && std::string(update) == "1") std::ofstream(folder / "expected.txt", std::ios::binary) << got;
    INFO(folder.string());
    CHECK_FALSE(result.diagnostics().empty());
    CHECK(got == contents(folder / "expected.txt"));
  }
}

TEST_CASE("the themes that come with the program are read without a finding, and every text in them can be read") {
  std::vector<std::string> found;
  for (const auto& entry : fs::directory_iterator("templates/themes")) {
    const std::string name = entry.path().stem().string();
    found.push_back(name);
    std::vector<std::string> names{"in.md"};
    const auto built_in = read_theme(named(name), loader_of({}, names));
    CHECK(printed(built_in.diagnostics(), names) == "");
    REQUIRE(built_in.ok());
    CHECK(built_in->name == name);
    CHECK(theme::low_contrasts(built_in->palette).empty());
    const auto as_file = read(contents(entry.path()));
    CHECK(printed(as_file.diagnostics(), {"in.md", "t.yaml"}) == "");
    REQUIRE(as_file.ok());
    CHECK(as_file->palette == built_in->palette);
  }
  CHECK(found.size() == 3);
}

TEST_CASE("plain.yaml says what there is without a theme, colour by colour") {
  const std::string text = contents("templates/themes/plain.yaml");
  const auto plain = read(text);
  REQUIRE(plain.ok());
  CHECK(plain->palette == theme::Theme{}.palette);
  CHECK(plain->cover == theme::Theme{}.cover);
  for (std::size_t i = 0; i < geometry::kColors; ++i) {
    const auto color = static_cast<Color>(i);
    const bool is_fixed = color == Color::white || color == Color::alarm;
    INFO(name(color));
    CHECK((text.find("  " + std::string(name(color)) + ": \"#") != std::string::npos) != is_fixed);
  }
  const auto nothing = read_theme({}, {});
  REQUIRE(nothing.ok());
  CHECK(nothing->name == "plain");
}

TEST_CASE("a theme gives what differs from the one that it extends") {
  const auto theme = read("extends: base.yaml\ncolours:\n  teal: \"#005F73\"\nunit: {en: Lake Office, ko: 호수 사무소}\n",
                          {{"base.yaml", "extends: office\ncolours: {navy: '#1B2A49', teal: '#004400'}\nfooter: 'Shore Road 1'\n"}});
  REQUIRE(theme.ok());
  CHECK(theme->palette[Color::teal] == geometry::rgb(0x005F73));
  CHECK(theme->palette[Color::navy] == geometry::rgb(0x1B2A49));
  CHECK(theme->palette[Color::ink] == theme::Theme{}.palette[Color::ink]);
  CHECK(theme->cover == theme::Cover::framed);
  CHECK(theme->unit.in("ko") == "호수 사무소");
  CHECK(theme->footer.in("fr") == "Shore Road 1");
}

TEST_CASE("one side of a logo follows from the other and the picture's shape") {
  const std::string picture = contents("tests/golden/png/rgb.png");
  const auto theme = read("logos:\n- {file: logo.png, alt: Emblem, place: running-head, width: 20}\n", {{"logo.png", picture}});
  REQUIRE(theme.ok());
  REQUIRE(theme->logos.size() == 1);
  CHECK(theme->logos[0].place == theme::Logo::Place::running_head);
  CHECK(theme->logos[0].height == 20);
  CHECK(theme->logos[0].alt.in("en") == "Emblem");
}

TEST_CASE("fonts have the names that the theme gives, and the style of their role when it gives none") {
  const auto theme = read("fonts:\n  bold: {family: Noto Serif, file: NotoSerif-Bold.ttf}\n  fallbacks: [{family: NanumGothic, file: NanumGothic.ttf}]\n");
  REQUIRE(theme.ok());
  const auto& bold = theme->fonts.faces[static_cast<std::size_t>(geometry::FontFace::bold)];
  REQUIRE(bold.has_value());
  CHECK(bold->style == "Bold");
  REQUIRE(theme->fonts.fallbacks.size() == 1);
  CHECK(theme->fonts.fallbacks[0].style == "Regular");
  CHECK_FALSE(theme->fonts.faces[0].has_value());
}

TEST_CASE("a theme with a byte changed or its end cut off is read or refused with places in it, never worse") {
  const std::string whole = contents("tests/themes/lake-office.yaml");
  REQUIRE(whole.size() > 500);
  const std::map<std::string, std::string> pictures{{"rgba.png", contents("tests/golden/png/rgba.png")}, {"indexed.png", contents("tests/golden/png/indexed.png")}};
  const auto lines = static_cast<std::uint32_t>(std::count(whole.begin(), whole.end(), '\n') + 2);
  const auto check = [&](const std::string& text) {
    const auto result = read(text, pictures);
    for (const Diagnostic& each : result.diagnostics()) {
      if (each.span.line == 0 || each.span.line > lines) FAIL(each.message);
    }
  };
  for (std::size_t at = 0; at < whole.size(); ++at) {
    for (const char byte : {':', '{', '"', '-', '\n', '\xFF', '0'}) {
      std::string broken = whole;
      broken[at] = byte;
      check(broken);
    }
    if (at % 7 == 0) check(whole.substr(0, at));
  }
}

TEST_CASE("a name that is no theme is refused at its place, and so is a path out of the folder") {
  std::vector<std::string> names{"in.md"};
  for (const auto& [name, code] : std::map<std::string, std::string>{{"dark", "theme/unknown"}, {"../t.yaml", "theme/path"}, {"/t.yaml", "theme/path"}, {"none.yaml", "io/unreadable"}}) {
    const auto result = read_theme(named(name), loader_of({}, names));
    REQUIRE_FALSE(result.ok());
    CHECK(result.diagnostics().front().code == code);
    CHECK(result.diagnostics().front().span == SourceSpan{0, 3, 8, 1});
  }
}

}  // namespace briefpack::templates
