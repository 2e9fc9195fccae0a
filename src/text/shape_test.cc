#include "text/shape.h"

#include <fstream>
#include <iterator>
#include <set>
#include <string>

#include <catch2/catch.hpp>

using namespace briefpack;
using namespace briefpack::text;
using geometry::FontFace;
using geometry::TextStyle;

namespace {

const Fonts& fonts() {
  static const Fonts loaded = [] {
    auto result = load_fonts();
    for (const Diagnostic& each : result.diagnostics())
      FAIL(each.message);
    return Fonts(std::move(result).value());
  }();
  return loaded;
}

const TextStyle kBody{FontFace::regular, 10};

std::string font_of(const GlyphRun& run) { return fonts().postscript_name(run.font); }

/// "font(text) font(text)" from left to right.
std::string described(const ShapedText& line) {
  std::string out;
  for (const GlyphRun& run : line.runs)
    out += (out.empty() ? "" : " ") + font_of(run) + "(" + run.text + ")";
  return out;
}

}  // namespace

TEST_CASE("a line of one style and font is one run") {
  Shaper shaper(fonts());
  const ShapedText line = shaper.line("Two words, 2,000 units.", kBody, "en");
  CHECK(described(line) == "Inter-Regular(Two words, 2,000 units.)");
  CHECK(line.runs[0].glyphs.size() == line.runs[0].text.size());
  CHECK(line.width == Approx(line.runs[0].width));
  CHECK(line.width == Approx(shaper.width("Two words, 2,000 units.", kBody, "en")));
  CHECK(line.ascent > 9);
  CHECK(line.descent > 2);
}

TEST_CASE("each face has its font") {
  Shaper shaper(fonts());
  CHECK(described(shaper.line("A", {FontFace::semibold, 9}, "en")) == "Inter-SemiBold(A)");
  CHECK(described(shaper.line("A", {FontFace::display_bold, 9}, "en")) == "InterDisplay-Bold(A)");
  CHECK(described(shaper.line("가", {FontFace::semibold, 9}, "ko")) == "NotoSansCJKkr-Bold(가)");
}

TEST_CASE(
    "Hangul comes from the Korean font, Latin letters, digits and points from Inter, spaces from the word before") {
  Shaper shaper(fonts());
  CHECK(described(shaper.line("매출 12.4% 증가.", kBody, "ko")) ==
        "NotoSansCJKkr-Regular(매출 ) Inter-Regular(12.4% ) NotoSansCJKkr-Regular(증가) Inter-Regular(.)");
}

TEST_CASE("letters are kerned and advances add up to the width") {
  Shaper shaper(fonts());
  const double apart = shaper.width("A", kBody, "en") + shaper.width("V", kBody, "en");
  CHECK(shaper.width("AV", kBody, "en") < apart);
  const ShapedText line = shaper.line("AVATAR To", kBody, "en");
  double sum = 0;
  for (const Glyph& glyph : line.runs[0].glyphs)
    sum += glyph.advance;
  CHECK(sum == Approx(line.width));
}

TEST_CASE("tabular figures are equally wide, others are not") {
  Shaper shaper(fonts());
  TextStyle tabular = kBody;
  tabular.tabular = true;
  CHECK(shaper.width("111", kBody, "en") < shaper.width("000", kBody, "en"));
  CHECK(shaper.width("111", tabular, "en") == Approx(shaper.width("000", tabular, "en")));
}

TEST_CASE("width grows with size and tracking") {
  Shaper shaper(fonts());
  TextStyle tracked = kBody;
  tracked.tracking = 0.04;
  CHECK(shaper.width("abcd", tracked, "en") == Approx(shaper.width("abcd", kBody, "en") + 4 * 0.4));
  CHECK(shaper.width("abcd", {FontFace::regular, 20}, "en") == Approx(2 * shaper.width("abcd", kBody, "en")));
}

TEST_CASE("a no-break space is drawn as a space and breaks no line") {
  Shaper shaper(fonts());
  const std::vector<TextSpan> spans{{"about 150\u00A0bn of it", kBody, "", 7}};
  const ShapedParagraph paragraph = shaper.paragraph(spans, "en");
  REQUIRE(paragraph.segments().size() == 4);
  const ShapedText line = paragraph.line(1, 2);
  CHECK(described(line) == "Inter-Regular(150 bn )");
  CHECK(line.runs[0].tag == 7);
}

TEST_CASE("white space at the end of a line takes no width, in it it stays") {
  Shaper shaper(fonts());
  const std::vector<TextSpan> spans{{"one two three", kBody}};
  const ShapedParagraph paragraph = shaper.paragraph(spans, "en");
  CHECK(paragraph.line(0, 2).runs[0].text == "one two ");
  CHECK(paragraph.line(0, 2).runs[0].glyphs.back().advance == 0);
  CHECK(paragraph.line(0, 3).runs[0].text == "one two three");
  CHECK(paragraph.width(0, 2) == Approx(paragraph.line(0, 2).width));
  CHECK(paragraph.width(0, 2) == Approx(shaper.width("one two", kBody, "en")));
  CHECK(paragraph.width(1, 1) == 0);
  CHECK(shaper.width("one ", kBody, "en") > shaper.width("one", kBody, "en"));
}

TEST_CASE("spans keep their style and tag, and no line ends between them") {
  Shaper shaper(fonts());
  TextStyle mark{FontFace::semibold, 6, geometry::palette::kNavy, 0, false, 4};
  const std::vector<TextSpan> spans{
      {"rose to ", kBody, "", 0}, {"2,000", kBody, "", 1}, {"1,2", mark, "", 2}, {" units", kBody, "", 0}};
  const ShapedParagraph paragraph = shaper.paragraph(spans, "en");
  REQUIRE(paragraph.segments().size() == 4);
  const ShapedText line = paragraph.line(2, 4);
  REQUIRE(line.runs.size() == 3);
  CHECK(line.runs[0].tag == 1);
  CHECK(line.runs[1].tag == 2);
  CHECK(line.runs[1].style == mark);
  CHECK(line.runs[2].text == " units");
}

TEST_CASE("Arabic runs from right to left, joined, inside Latin text") {
  Shaper shaper(fonts());
  const ShapedText line = shaper.line("CEO محمد بن report", kBody, "en");
  CHECK(described(line) == "Inter-Regular(CEO ) NotoSansArabic-Regular(محمد بن) Inter-Regular( report)");
  const GlyphRun& arabic = line.runs[1];
  CHECK(arabic.right_to_left);
  CHECK(arabic.glyphs.front().cluster > arabic.glyphs.back().cluster);
  // A meem at the beginning of a word is another glyph than one alone.
  const ShapedText alone = shaper.line("م", kBody, "ar");
  CHECK(arabic.glyphs.back().id != alone.runs[0].glyphs[0].id);
}

TEST_CASE("letters join over a change of colour in the middle of a word") {
  Shaper shaper(fonts());
  TextStyle red = kBody;
  red.color = geometry::palette::kAccent;
  const std::vector<TextSpan> spans{{"مح", kBody, "", 0}, {"مد", red, "", 1}};
  const ShapedText coloured = shaper.paragraph(spans, "ar").all();
  const ShapedText plain = shaper.line("محمد", kBody, "ar");
  REQUIRE(coloured.runs.size() == 2);
  std::vector<std::uint16_t> two, one;
  for (const GlyphRun& run : coloured.runs)
    for (const Glyph& glyph : run.glyphs)
      two.push_back(glyph.id);
  for (const Glyph& glyph : plain.runs[0].glyphs)
    one.push_back(glyph.id);
  CHECK(two == one);
}

TEST_CASE("brackets in text from right to left are those that are drawn") {
  Shaper shaper(fonts());
  const ShapedText line = shaper.line("(محمد)", kBody, "ar");
  CHECK(clusters(line.runs.front()).front().text == "(");
  CHECK(clusters(line.runs.back()).back().text == ")");
}

TEST_CASE("runs of a line are told in the order in which they are read") {
  Shaper shaper(fonts());
  const ShapedText line = shaper.line("(محمد) AI 350 رقم", kBody, "ar");
  std::string read;
  double width = 0;
  for (const RunPlace& place : as_read(line.runs)) read += line.runs[place.run].text;
  for (const GlyphRun& run : line.runs) width += run.width;
  CHECK(read == "(محمد) AI 350 رقم");
  CHECK(as_read(line.runs).front().x > width / 2);  // the first word stands at the right
}

TEST_CASE("a ligature is one cluster of two letters") {
  Shaper shaper(fonts());
  const ShapedText line = shaper.line("لا", kBody, "ar");
  const auto found = clusters(line.runs[0]);
  REQUIRE(found.size() == 1);
  CHECK(found[0].text == "لا");
}

TEST_CASE("a character keeps its mark in one font, composed or not") {
  Shaper shaper(fonts());
  CHECK(shaper.line("e\u0301 é", kBody, "en").runs.size() == 1);
  CHECK(shaper.width("e\u0301", kBody, "en") == Approx(shaper.width("é", kBody, "en")));
  CHECK(shaper.line("\u1112\u1161\u11AB", kBody, "ko").runs[0].glyphs.size() == 1);
  CHECK(shaper.missing().empty());
}

TEST_CASE("joiners and soft hyphens leave no trace") {
  Shaper shaper(fonts());
  const ShapedText line = shaper.line("co\u00ADop\u200Deration", kBody, "en");
  std::string text;
  for (const Cluster& cluster : clusters(line.runs[0]))
    text += cluster.text;
  CHECK(text == "cooperation");
  CHECK(line.runs.size() == 1);
}

TEST_CASE("a character without a font is replaced and named in a warning") {
  Shaper shaper(fonts());
  CHECK_FALSE(shaper.missing_warning());
  const ShapedText line = shaper.line("a\U0010FFFDb", kBody, "en");
  CHECK(shaper.missing() == std::vector<char32_t>{0x10FFFD});
  std::string text;
  for (const GlyphRun& run : line.runs) {
    text += run.text;
    for (const Glyph& glyph : run.glyphs)
      CHECK(glyph.id != 0);
  }
  CHECK(text == "a\uFFFDb");
  REQUIRE(shaper.missing_warning());
  CHECK(shaper.missing_warning()->message == "no font has U+10FFFD; U+FFFD is printed instead");
  CHECK(shaper.missing_warning()->severity == Severity::warning);
}

TEST_CASE("a word wider than the line is cut between characters so that each part fits") {
  Shaper shaper(fonts());
  const std::vector<TextSpan> spans{{"short https-without-end-ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789e\u0301 end", kBody}};
  const ShapedParagraph paragraph = shaper.paragraph(spans, "ko", 50);
  std::string text;
  for (const Segment& segment : paragraph.segments())
    CHECK(segment.width <= 50);
  for (std::size_t i = 0; i < paragraph.segments().size(); ++i)
    text += paragraph.line(i, i + 1).runs[0].text;
  CHECK(text == "short https-without-end-ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789e\u0301 end");
  CHECK(paragraph.segments().size() > 8);
}

TEST_CASE("a part narrower than any character holds one character") {
  Shaper shaper(fonts());
  const std::vector<TextSpan> spans{{"abc", kBody}};
  CHECK(shaper.paragraph(spans, "en", 0).segments().size() == 3);
}

TEST_CASE("a line end in the text ends the line") {
  Shaper shaper(fonts());
  const std::vector<TextSpan> spans{{"one\ntwo", kBody}};
  const ShapedParagraph paragraph = shaper.paragraph(spans, "en");
  REQUIRE(paragraph.segments().size() == 2);
  CHECK(paragraph.segments()[0].breaks_after);
  CHECK_FALSE(paragraph.segments()[1].breaks_after);
  CHECK(described(paragraph.line(0, 1)) == "Inter-Regular(one )");
  CHECK(paragraph.line(0, 1).width == Approx(shaper.width("one", kBody, "en")));
}

TEST_CASE("controls and broken bytes do no harm") {
  Shaper shaper(fonts());
  CHECK(shaper.line("", kBody, "en").runs.empty());
  CHECK(shaper
            .line("a\x01\x7F"
                  "b",
                  kBody, "en")
            .runs[0]
            .text == "ab");
  CHECK(shaper.width("\xFF\xC0", kBody, "en") > 0);
  CHECK(shaper.paragraph(std::vector<TextSpan>{{"\n\n", kBody}}, "en").segments().size() == 2);
}

TEST_CASE("what a word looks like does not depend on what was shaped before") {
  Shaper fresh(fonts()), used(fonts());
  used.line("다른 문장 office AVATAR 2024", kBody, "ko");
  CHECK(fresh.line("AVATAR 2024 문장", kBody, "en").width == used.line("AVATAR 2024 문장", kBody, "en").width);
}

TEST_CASE("a subset draws the glyphs asked for under new numbers") {
  Shaper shaper(fonts());
  const GlyphRun latin = shaper.line("Subset", kBody, "en").runs[0], korean = shaper.line("한국", kBody, "ko").runs[0];
  const GlyphRun arabic = shaper.line("محمد", kBody, "ar").runs[0];
  for (const GlyphRun& run : {latin, korean, arabic}) {
    std::vector<std::uint16_t> glyphs;
    for (const Glyph& glyph : run.glyphs)
      glyphs.push_back(glyph.id);
    const auto subset = fonts().subset(run.font, glyphs);
    REQUIRE(subset);
    CHECK(subset->program.size() < 12'000);
    CHECK(subset->glyph_count <= 16);
    CHECK(subset->numbers.front() == std::pair<std::uint16_t, std::uint16_t>{0, 0});
    CHECK((subset->kind == FontSubset::Kind::truetype) == (font_of(run) == "NotoSansArabic-Regular"));
  }
  CHECK_FALSE(fonts().subset(latin.font, {65535}));
}

TEST_CASE("a word in which nothing is looked for has the glyphs that it has when everything is looked for") {
  std::set<std::string> words{"H100", "2x", "10x20", "0x1F", "(A)", "A-B", "x:y", "A:B", "->", "l·l", "L·L", "office", "Äpfel", "fi", "1/2", "1\u20442", "a\u0301", "i\u0307j"};
  for (const char* path : {"inputs/korea-ai.json", "templates/monthly-brief.md", "templates/country-profile.md", "docs/diagnostics.md"}) {
    std::ifstream file(path);
    REQUIRE(file);
    for (std::string word; file >> word;) words.insert(word);
  }
  REQUIRE(words.size() > 2000);
  Shaper quick(fonts()), thorough(fonts(), Lookups::all);
  for (const FontFace face : {FontFace::regular, FontFace::semibold, FontFace::bold, FontFace::display_bold}) {
    for (const bool tabular : {false, true}) {
      for (const double tracking : {0.0, 0.05}) {
        TextStyle style{face, 10};
        style.tabular = tabular;
        style.tracking = tracking;
        for (const std::string& word : words) {
          const ShapedText a = quick.line(word, style, "en"), b = thorough.line(word, style, "en");
          INFO(word);
          REQUIRE(a.runs.size() == b.runs.size());
          for (std::size_t i = 0; i < a.runs.size(); ++i) {
            const auto same = [](const Glyph& x, const Glyph& y) { return x.id == y.id && x.cluster == y.cluster && x.advance == y.advance && x.dx == y.dx && x.dy == y.dy; };
            REQUIRE(std::equal(a.runs[i].glyphs.begin(), a.runs[i].glyphs.end(), b.runs[i].glyphs.begin(), b.runs[i].glyphs.end(), same));
          }
        }
      }
    }
  }
}
