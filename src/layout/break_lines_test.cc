#include "layout/break_lines.h"

#include <catch2/catch.hpp>
#include <string>

#include "text/fonts.h"

namespace briefpack::layout {

namespace {

constexpr std::string_view kText =
    "The largest compute figure cannot be used yet. A table gives it to one country; the headline of the copy sets the same number "
    "next to a company. We show both, rank neither and publish no gap until it is so.";

text::ShapedParagraph shaped(text::Shaper& shaper, std::string_view words) {
  const text::TextSpan span{std::string(words), {}};
  return shaper.paragraph({&span, 1}, "en");
}

/// Lines as full as can be, for comparison.
std::size_t first_fit_lines(const text::ShapedParagraph& paragraph, double measure) {
  std::size_t lines = 1, first = 0;
  for (std::size_t last = 0; last < paragraph.segments().size(); ++last) {
    if (last > first && paragraph.width(first, last + 1) > measure) {
      ++lines;
      first = last;
    }
  }
  return lines;
}

std::vector<LineSpan> broken(const text::ShapedParagraph& paragraph, double measure) {
  const std::vector<SegmentExtra> extra(paragraph.segments().size());
  return break_lines(paragraph, extra, measure);
}

double unevenness(const std::vector<LineSpan>& lines, double measure) {
  double out = 0;
  for (std::size_t i = 0; i + 1 < lines.size(); ++i) out += (measure - lines[i].width) * (measure - lines[i].width);
  return out;
}

}  // namespace

TEST_CASE("lines are as few as first fit makes, cover the text and fit the measure") {
  const auto fonts = text::load_fonts();
  REQUIRE(fonts.ok());
  text::Shaper shaper(*fonts);
  const auto paragraph = shaped(shaper, kText);
  for (double measure = 80; measure < 500; measure += 13) {
    const auto lines = broken(paragraph, measure);
    CHECK(lines.size() == first_fit_lines(paragraph, measure));
    std::size_t at = 0;
    for (const LineSpan& line : lines) {
      CHECK(line.first == at);
      CHECK(line.width <= measure + 0.01);
      at = line.last;
    }
    CHECK(at == paragraph.segments().size());
  }
}

TEST_CASE("lines are more even than first fit makes them somewhere, and nowhere less") {
  const auto fonts = text::load_fonts();
  REQUIRE(fonts.ok());
  text::Shaper shaper(*fonts);
  const auto paragraph = shaped(shaper, kText);
  bool is_more_even = false;
  for (double measure = 80; measure < 500; measure += 13) {
    std::vector<LineSpan> greedy;
    std::size_t first = 0;
    for (std::size_t last = 1; last <= paragraph.segments().size(); ++last) {
      const bool is_full = last == paragraph.segments().size() || paragraph.width(first, last + 1) > measure;
      if (!is_full) continue;
      greedy.push_back({first, last, paragraph.width(first, last)});
      first = last;
    }
    const auto lines = broken(paragraph, measure);
    // A short last line is worth some unevenness.
    if (greedy.back().width < 0.15 * measure) continue;
    CHECK(unevenness(lines, measure) <= unevenness(greedy, measure) + 0.01);
    is_more_even = is_more_even || unevenness(lines, measure) < unevenness(greedy, measure) - 1;
  }
  CHECK(is_more_even);
}

TEST_CASE("a very short last line takes a word from the line before") {
  const auto fonts = text::load_fonts();
  REQUIRE(fonts.ok());
  text::Shaper shaper(*fonts);
  const auto paragraph = shaped(shaper, "In patent filings Korea is third so");
  const double measure = paragraph.width(0, paragraph.segments().size() - 1) + 1;
  const auto lines = broken(paragraph, measure);
  REQUIRE(lines.size() == 2);
  CHECK(lines[1].last - lines[1].first > 1);
}

TEST_CASE("a segment wider than the measure stands alone, a line end in the text is kept") {
  const auto fonts = text::load_fonts();
  REQUIRE(fonts.ok());
  text::Shaper shaper(*fonts);
  CHECK(broken(shaped(shaper, "a unbreakableunbreakable b"), 20).size() == 3);
  CHECK(broken(shaped(shaper, "a b\nc"), 400).size() == 2);
  CHECK(broken(shaped(shaper, ""), 400).size() == 1);
}

TEST_CASE("a text of twenty thousand words on one line takes no time to speak of") {
  const auto fonts = text::load_fonts();
  REQUIRE(fonts.ok());
  text::Shaper shaper(*fonts);
  std::string words;
  for (int i = 0; i < 20000; ++i) words += "word ";
  const auto paragraph = shaped(shaper, words);
  CHECK(broken(paragraph, 1e9).size() == 1);
  CHECK(broken(paragraph, 300).size() > 1000);
}

}  // namespace briefpack::layout
