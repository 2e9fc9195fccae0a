#include "workbook/guard.h"

#include <catch2/catch.hpp>

using namespace briefpack;
using namespace briefpack::workbook;

TEST_CASE("control characters of a cell become spaces, line feeds stay") {
  CHECK(guard_cell_text("a\x01\x62\r\nc\td").text == "a b\nc\td");
}

TEST_CASE("a literal escape is written so that a reader shows it as it is") {
  CHECK(guard_cell_text("x_x0041_y").text == "x_x005F_x0041_y");
  CHECK(guard_cell_text("_x004_ _xZZZZ_").text == "_x004_ _xZZZZ_");
}

TEST_CASE("a text that is taken for plain needs no guard") {
  for (const std::string text : {"fine", "", "fig_001", "“quoted” 한국", "x_x0041_y", "a\x01", "a\r\nb", "\x7F", "\xC3\x28", "\xEF\xBF\xBE", "\xEF\xBF\xBD"}) {
    const Guarded guarded = guard_cell_text(text);
    CHECK(is_plain_cell_text(text) == (guarded.fault.empty() && guarded.text == text));
  }
  CHECK_FALSE(is_plain_cell_text(std::string(32768, 'a')));
}

TEST_CASE("what XML cannot hold is a fault") {
  CHECK(guard_cell_text("\xC3\x28").fault == "is not UTF-8");
  CHECK(guard_cell_text("\xEF\xBF\xBE").fault == "holds a noncharacter");
  CHECK(guard_cell_text("fine").fault.empty());
}

TEST_CASE("a cell holds 32,767 UTF-16 units") {
  CHECK(guard_cell_text(std::string(32767, 'a')).fault.empty());
  CHECK(guard_cell_text(std::string(32768, 'a')).is_too_long);
  std::string wide;
  for (int i = 0; i < 16384; ++i) wide += "\U0001F600";
  CHECK(guard_cell_text(wide).is_too_long);
}

TEST_CASE("only links to the web are links, and the library's prefixes are hidden from it") {
  CHECK(guard_url("https://example.org/a?b=1") == "https://example.org/a?b=1");
  CHECK(guard_url("https://example.org/internal:x") == "https://example.org/internal%3Ax");
  CHECK(guard_url("https://example.org/external:x") == "https://example.org/external%3Ax");
  CHECK(guard_url("mailto:a@example.org") == "mailto:a@example.org");
  CHECK(guard_url("file:///etc/passwd").empty());
  CHECK(guard_url("javascript:alert(1)").empty());
  CHECK(guard_url("https://example.org/a b").empty());
  CHECK(guard_url("https://example.org/" + std::string(2079, 'a')).empty());
}

TEST_CASE("sheet names need no quotes in formulas") {
  CHECK(is_sheet_name("Figure_1_gpus"));
  CHECK_FALSE(is_sheet_name(""));
  CHECK_FALSE(is_sheet_name("a b"));
  CHECK_FALSE(is_sheet_name("1st"));
  CHECK_FALSE(is_sheet_name("History"));
  CHECK_FALSE(is_sheet_name("R1C1"));
  CHECK_FALSE(is_sheet_name("AB12"));
  CHECK_FALSE(is_sheet_name(std::string(32, 'a')));
}

TEST_CASE("a defined name does not read as a cell") {
  CHECK(is_defined_name("fig_h100_gpus_KOR"));
  CHECK(is_defined_name("tbl_data"));
  for (const char* name : {"F001", "A1", "XFD1", "r", "c5", "R1C1", "rc", "a b", "", "1a"}) CHECK_FALSE(is_defined_name(name));
  CHECK_FALSE(is_defined_name(std::string(129, 'a')));
}

TEST_CASE("dates before March 1900 have no right serial number") {
  CHECK(is_sheet_date({1900, 3, 1}));
  CHECK_FALSE(is_sheet_date({1900, 2, 28}));
  CHECK_FALSE(is_sheet_date({2024, 13, 1}));
  CHECK_FALSE(is_sheet_date({2023, 2, 29}));
}

TEST_CASE("formulas keep Excel's limits") {
  CHECK(formula_fault("SUM(1,2)").empty());
  CHECK_FALSE(formula_fault(std::string(8193, '1')).empty());
  CHECK_FALSE(formula_fault("\"" + std::string(256, 'a') + "\"").empty());
  std::string many = "SUM(1";
  for (int i = 0; i < 255; ++i) many += ",1";
  CHECK_FALSE(formula_fault(many + ")").empty());
  CHECK_FALSE(formula_fault(std::string(65, '(')).empty());
  CHECK(formula_fault("INDEX(tbl_x[a,b],MATCH(\"a,b(\",tbl_x[c],0))").empty());
}

TEST_CASE("strings and headings are escaped in formulas") {
  CHECK(formula_string("say \"hi\"") == "\"say \"\"hi\"\"\"");
  CHECK(escaped_heading("Share [%] of '24 #1") == "Share '[%'] of ''24 '#1");
}
