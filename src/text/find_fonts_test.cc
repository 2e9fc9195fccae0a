#include "text/find_fonts.h"

#include <catch2/catch.hpp>

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
  const auto first = [](FontFace face) { return font_table()[font_stack(face).front()].file; };
  CHECK(first(FontFace::regular) == "Inter-Regular.otf");
  CHECK(first(FontFace::display_bold) == "InterDisplay-Bold.otf");
  const auto korean = [](FontFace face) { return font_table()[font_stack(face)[1]].file; };
  CHECK(korean(FontFace::regular) == "NotoSansCJK-Regular.ttc");
  CHECK(korean(FontFace::semibold) == "NotoSansCJK-Bold.ttc");
  CHECK(font_table()[font_stack(FontFace::bold).back()].file == "NotoSansSymbols2-Regular.ttf");
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
