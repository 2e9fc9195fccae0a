#include "text/find_fonts.h"

#include <algorithm>
#include <catch2/catch.hpp>

#include "text/fonts.h"
#include "text/shape.h"

using namespace briefpack;
using namespace briefpack::text;

TEST_CASE("every font of the table is found, Korean at its place in the collection") {
  const auto places = find_fonts(font_table());
  REQUIRE(places);
  REQUIRE(places->size() == font_table().size());
  for (std::size_t i = 0; i < places->size(); ++i) {
    CHECK((*places)[i].path.ends_with("/" + std::string(font_table()[i].file)));
    CHECK((*places)[i].face == (font_table()[i].family == "Noto Sans CJK KR" ? 1 : 0));
  }
}

TEST_CASE("missing fonts are named by package, and nothing stands in for them") {
  const FontRow rows[] = {
      {"Inter", "Regular", "Inter-Regular.otf", "fonts-inter"},
      {"No Such Family", "Regular", "NoSuch-Regular.otf", "fonts-none"},
      {"Inter", "Regular", "Inter-Regular-2.otf", "fonts-inter"},  // the family, but another file
      {"No Such Family", "Bold", "NoSuch-Bold.otf", "fonts-none"},
  };
  const auto places = find_fonts(rows);
  REQUIRE_FALSE(places);
  REQUIRE(places.diagnostics().size() == 2);
  const Diagnostic& first = places.diagnostics()[0];
  CHECK(first.code == "text/missing-font");
  CHECK(first.fault == Fault::io);
  CHECK(first.message ==
        "fonts not found: No Such Family Regular (NoSuch-Regular.otf), No Such Family Bold (NoSuch-Bold.otf)");
  CHECK(first.hints == std::vector<std::string>{"install the Debian package fonts-none: apt-get install fonts-none"});
  CHECK(places.diagnostics()[1].message == "font not found: Inter Regular (Inter-Regular-2.otf)");
}

TEST_CASE("each face asks its own cut first and bold fallbacks for bold text") {
  using geometry::FontFace;
  const auto first = [](FontFace face) { return font_table()[font_book().stacks[static_cast<std::size_t>(face)].front()].file; };
  CHECK(first(FontFace::regular) == "Inter-Regular.otf");
  CHECK(first(FontFace::display_bold) == "InterDisplay-Bold.otf");
  const auto korean = [](FontFace face) { return font_table()[font_book().stacks[static_cast<std::size_t>(face)][1]].file; };
  CHECK(korean(FontFace::regular) == "NotoSansCJK-Regular.ttc");
  CHECK(korean(FontFace::semibold) == "NotoSansCJK-Bold.ttc");
  CHECK(font_table()[font_book().stacks[static_cast<std::size_t>(FontFace::bold)].back()].file == "NotoSansSymbols2-Regular.ttf");
}

TEST_CASE("a theme's face comes first, then its fallbacks, then what the program has of its own") {
  theme::Fonts wanted;
  wanted.faces[0] = theme::FontName{"Noto Serif", "Regular", "NotoSerif-Regular.ttf", {}};
  wanted.fallbacks = {{"Noto Sans Thai", "Regular", "NotoSansThai-Regular.ttf", {}}, {"Noto Sans Thai", "Bold", "NotoSansThai-Bold.ttf", {}}};
  const FontBook book = font_book(wanted);
  const auto files = [&](geometry::FontFace face) {
    std::vector<std::string> out;
    for (std::size_t i = 0; i < 4; ++i) out.push_back(book.rows[book.stacks[static_cast<std::size_t>(face)][i]].file);
    return out;
  };
  CHECK(files(geometry::FontFace::regular) == std::vector<std::string>{"NotoSerif-Regular.ttf", "NotoSansThai-Regular.ttf", "Inter-Regular.otf", "NotoSansCJK-Regular.ttc"});
  CHECK(files(geometry::FontFace::bold) == std::vector<std::string>{"Inter-Bold.otf", "NotoSansThai-Bold.ttf", "NotoSansCJK-Bold.ttc", "NotoSans-Bold.ttf"});
  CHECK(std::equal(font_table().begin(), font_table().end(), book.rows.begin(), [](const FontRow& a, const FontRow& b) { return a.file == b.file; }));
}

TEST_CASE("a font of a theme that is not installed is told at the theme's place") {
  theme::Fonts wanted;
  wanted.faces[2] = theme::FontName{"No Such Family", "Bold", "NoSuch-Bold.otf", SourceSpan{2, 7, 9, 1}};
  const auto fonts = load_fonts(wanted);
  REQUIRE_FALSE(fonts.ok());
  REQUIRE(fonts.diagnostics().size() == 1);
  CHECK(fonts.diagnostics()[0].span == SourceSpan{2, 7, 9, 1});
  CHECK(fonts.diagnostics()[0].message == "font not found: No Such Family Bold (NoSuch-Bold.otf)");
}

TEST_CASE("text of a face that a theme gives is set in it, and another script in the theme's own fallback") {
  theme::Fonts wanted;
  wanted.faces[0] = theme::FontName{"Noto Serif", "Regular", "NotoSerif-Regular.ttf", {}};
  wanted.fallbacks = {{"Noto Serif Thai", "Regular", "NotoSerifThai-Regular.ttf", {}}};
  const auto fonts = load_fonts(wanted);
  REQUIRE(fonts.ok());
  Shaper shaper(*fonts);
  const auto names = [&](std::string_view text) {
    std::vector<std::string> out;
    for (const GlyphRun& run : shaper.line(text, {}, "en").runs) out.push_back(fonts->postscript_name(run.font));
    return out;
  };
  CHECK(names("Lakes") == std::vector<std::string>{"NotoSerif-Regular"});
  CHECK(names("\u0E17\u0E30\u0E40\u0E25") == std::vector<std::string>{"NotoSerifThai-Regular"});
}

TEST_CASE("a package's font and fontconfig agree on its place") {
  const FontRow row{"Noto Sans CJK KR", "Bold", "NotoSansCJK-Bold.ttc", "fonts-noto-cjk"};
  const auto packaged = find_fonts({&row, 1});
  REQUIRE(packaged);
  const auto listed = find_listed_font(row);
  REQUIRE(listed);
  CHECK(packaged->front().path == listed->path);
  CHECK(packaged->front().face == listed->face);
}
