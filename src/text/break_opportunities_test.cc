#include "text/break_opportunities.h"

#include <random>
#include <string>

#include <catch2/catch.hpp>

using namespace briefpack::text;

namespace {

/// The text with "|" at each place where a line may end, "‖" where it must; the end of the text is not marked.
std::string marked(std::string_view text, std::string_view lang = "en") {
  std::string out;
  std::size_t from = 0;
  for (const BreakOpportunity& each : break_opportunities(text, lang)) {
    out += text.substr(from, each.offset - from);
    if (each.mandatory)
      out += "!";
    else if (each.offset < text.size())
      out += "|";
    from = each.offset;
  }
  return out;
}

}  // namespace

TEST_CASE("lines end after spaces and hyphens, never before punctuation") {
  CHECK(marked("one two, three") == "one |two, |three");
  CHECK(marked("state-project researchers") == "state-|project |researchers");
  CHECK(marked("(about 5) or") == "(about |5) |or");
}

TEST_CASE("a no-break space holds a number and its unit together") {
  CHECK(marked("USD\u00A0150\u00A0bn of it") == "USD\u00A0150\u00A0bn |of |it");
}

TEST_CASE("ranges, pairs and dashes stay with what is before them") {
  CHECK(marked("from 2010–2021 on") == "from |2010–2021 |on");
  CHECK(marked("9 km/h or") == "9 |km/h |or");
  CHECK(marked("one—two") == "one—|two");
}

TEST_CASE("Korean words break at spaces only, in any language of the text") {
  CHECK(marked("매출은 전년(2024년)대비 GPU를 늘렸다.", "ko") == "매출은 |전년(2024년)대비 |GPU를 |늘렸다.");
  CHECK(marked("the word 반도체산업 here") == "the |word |반도체산업 |here");
  CHECK(marked("한-미 협력", "ko-KR") == "한-미 |협력");
}

TEST_CASE("Chinese and Thai break inside what has no spaces") {
  CHECK(marked("收入增长", "zh") == "收|入|增|长");
  CHECK(break_opportunities("ภาษาไทยง่าย", "th").size() > 1);
}

TEST_CASE("a web address breaks only after a slash") {
  CHECK(marked("see https://example.org/a-b/c?d=e here") == "see |https://|example.org/|a-b/|c?d=e |here");
}

TEST_CASE("an address without its scheme breaks so, too, other words with slashes never") {
  CHECK(marked("see example.org/a-b/c.html here") == "see |example.org/|a-b/|c.html |here");
  CHECK(marked("and/or 1.5/2 e.g./i.e. here") == "and/or |1.5/2 |e.g./i.e. |here");
}

TEST_CASE("a line end in the text is mandatory") {
  CHECK(marked("a\nb") == "a\n!b");
  CHECK(marked("a\n") == "a\n!");
}

TEST_CASE("an empty text has no line") {
  CHECK(break_opportunities("", "en").empty());
  CHECK(grapheme_ends("").empty());
}

TEST_CASE("a character keeps its marks") { CHECK(grapheme_ends("xe\u0301y") == std::vector<std::size_t>{1, 4, 5}); }

TEST_CASE("words and numbers of ASCII break as ICU breaks them") {
  std::mt19937 random(3);
  constexpr std::string_view kCharacters = "aZx019  ..,;:";
  for (int i = 0; i < 20'000; ++i) {
    std::string text(1, 'a');
    for (std::size_t length = random() % 14; length > 0; --length) text += kCharacters[random() % kCharacters.size()];
    // A letter beyond ASCII brings the text to ICU, and behind a letter it changes no break.
    text += 'b';
    CAPTURE(text);
    REQUIRE(marked(text) + "\u00E9" == marked(text + "\u00E9"));
  }
}
