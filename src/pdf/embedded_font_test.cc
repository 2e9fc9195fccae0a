#include "pdf/embedded_font.h"

#include <catch2/catch.hpp>

using namespace briefpack;
using namespace briefpack::pdf;

namespace {

const text::Fonts& fonts() {
  static const text::Fonts loaded = text::load_fonts().value();
  return loaded;
}

const text::FontId kFont = fonts().first_font(geometry::FontFace::regular);

FontProgram program_of(text::FontSubset::Kind kind) {
  text::FontSubset subset;
  subset.kind = kind;
  subset.program = "program";
  subset.glyph_count = 3;
  subset.numbers = {{0, 0}, {40, 1}, {50, 2}};
  return {std::move(subset), "ABCDEF+Regular"};
}

bool has_stream(const HaruDoc& doc, const std::string& bytes) {
  for (std::uint32_t number = 1; number < doc.object_end(); ++number) {
    const HaruDoc::Stream* stream = doc.stream_of({number});
    if (stream && (stream->is_deflated ? stream->bytes == doc.deflated(bytes) : stream->bytes == bytes)) return true;
  }
  return false;
}

}  // namespace

TEST_CASE("a glyph with one text has the code of its number") {
  HaruDoc doc(6);
  EmbeddedFont font(fonts(), kFont, program_of(text::FontSubset::Kind::truetype), doc.reserve(), doc);
  const auto code = font.code_for(50, "x");
  CHECK(code.cid == 2);
  CHECK(code.has_text);
  CHECK(code.width == Approx(1000 * fonts().advance(kFont, 50)).margin(0.005));
  CHECK(font.code_for(50, "x").cid == 2);
}

TEST_CASE("a second text of a TrueType glyph has a code behind the last glyph") {
  HaruDoc doc(6);
  EmbeddedFont font(fonts(), kFont, program_of(text::FontSubset::Kind::truetype), doc.reserve(), doc);
  font.code_for(40, "-");
  const auto second = font.code_for(40, "\u2010");
  CHECK(second.cid == 3);
  CHECK(second.has_text);
  CHECK(font.code_for(40, "\u2011").cid == 4);
  CHECK(font.code_for(40, "\u2010").cid == 3);
  font.write(doc);
  // Codes 0 to 2 are the glyphs themselves, 3 and 4 both draw glyph 1.
  CHECK(has_stream(doc, std::string("\0\0\0\1\0\2\0\1\0\1", 10)));
}

TEST_CASE("a second text of a CFF glyph cannot have a code") {
  HaruDoc doc(6);
  EmbeddedFont font(fonts(), kFont, program_of(text::FontSubset::Kind::cff), doc.reserve(), doc);
  CHECK(font.code_for(40, "\u03A9").has_text);
  const auto second = font.code_for(40, "\u2126");
  CHECK(second.cid == 1);
  CHECK_FALSE(second.has_text);
}

TEST_CASE("widths name stretches of codes that follow each other") {
  HaruDoc doc(6);
  EmbeddedFont font(fonts(), kFont, program_of(text::FontSubset::Kind::truetype), doc.reserve(), doc);
  font.code_for(50, "x");
  font.write(doc);
  bool found = false;
  for (std::uint32_t number = 1; number < doc.object_end(); ++number) {
    const std::string text = doc.text_of({number});
    if (text.find("/W[2[") != std::string::npos) found = true;
  }
  CHECK(found);
}
