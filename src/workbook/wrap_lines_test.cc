#include "workbook/wrap_lines.h"

#include <catch2/catch.hpp>

using namespace briefpack::workbook;

TEST_CASE("words wrap at spaces, line feeds start a line") {
  CHECK(wrapped_lines("", 10) == 1);
  CHECK(wrapped_lines("aaa bbb", 10) == 1);
  CHECK(wrapped_lines("aaaa bbbb cccc", 10) == 2);
  CHECK(wrapped_lines("a\nb\nc", 10) == 3);
}

TEST_CASE("a word wider than the column is broken") { CHECK(wrapped_lines(std::string(25, 'a'), 10) == 3); }

TEST_CASE("Hangul is twice as wide and breaks between syllables") {
  CHECK(text_width("가나") == 4);
  CHECK(wrapped_lines("가나다라마바", 6) == 2);
}
