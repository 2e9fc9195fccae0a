#include "workbook/wrap_lines.h"

#include <string>

#include <catch2/catch.hpp>

using namespace briefpack::workbook;

TEST_CASE("words wrap at spaces, line feeds start a line") {
  CHECK(wrapped_lines("", 10) == 1);
  CHECK(wrapped_lines("aaa bbb", 10) == 1);
  CHECK(wrapped_lines("aaaa bbbb cccc", 10) == 2);
  CHECK(wrapped_lines("a\nb\nc", 10) == 3);
}

TEST_CASE("a word wider than the column is broken") { CHECK(wrapped_lines(std::string(25, 'a'), 10) == 3); }

TEST_CASE("letters have the advances of real fonts") {
  CHECK(text_width("0123456789") == Approx(10));
  CHECK(text_width("illicit") < 0.65 * text_width("0000000"));
  CHECK(text_width("MWMW") > 1.6 * text_width("0000"));
  CHECK(text_width("one\nlonger\nmid") == Approx(text_width("longer")));
}

TEST_CASE("Hangul is twice as wide and breaks between syllables") {
  CHECK(text_width("가나") == 4);
  CHECK(wrapped_lines("가나다라마바", 6) == 2);
  // At spaces alone, each of these words takes a line of its own.
  CHECK(wrapped_lines("가나다 라마바 사아자", 7) == 3);
}

TEST_CASE("marks over a letter take no width, and Thai breaks without spaces") {
  CHECK(text_width("e\u0301") == Approx(text_width("e")));
  CHECK(text_width("\u202Eabc\u202C") == Approx(text_width("abc")));
  CHECK(text_width("กี่") == Approx(text_width("ก")));
  std::string thai;
  for (int i = 0; i < 40; ++i) thai += "ก";
  CHECK(wrapped_lines(thai, 20) >= 3);
  CHECK(wrapped_lines(thai, 20) <= 4);
}

TEST_CASE("a line is as high as its scripts") {
  CHECK(line_height("Latin, Ελληνικά, Кириллица") == kLatinLine);
  CHECK(line_height("Latin 한국어") == kFullLine);
  CHECK(line_height("한국어 العربية") == kTallLine);
  CHECK(line_height("ภาษาไทย") == kTallLine);
}
