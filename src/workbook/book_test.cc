#include "workbook/book.h"

#include <algorithm>
#include <optional>
#include <string>
#include <thread>

#include <catch2/catch.hpp>

#include "workbook/sheet.h"

using namespace briefpack;
using namespace briefpack::workbook;

TEST_CASE("a number format holds digits, words and marks") {
  CHECK(number_format({.decimals = 1, .before = "over ", .after = " [e]"}) == "\"over \"#,##0.0\" [e]\"");
  CHECK(number_format({.is_grouped = false}) == "0");
  CHECK(number_format({.is_change = true}) == "+#,##0;-#,##0;#,##0");
}

TEST_CASE("a number format is never longer than the library takes: long words end with an ellipsis, marks stay whole") {
  std::string unit;
  while (unit.size() < 200) unit += "초거대 인공지능 전용 ";
  for (const int decimals : {0, 6, 15}) {
    for (const bool is_change : {false, true}) {
      const std::string format = number_format({.decimals = decimals, .before = unit, .after = unit + " [u] [D12]", .is_change = is_change});
      INFO(format);
      CHECK(format.size() <= 127);
      CHECK(std::count(format.begin(), format.end(), '"') == 4);
      CHECK(format.ends_with(" [u] [D12]\""));
      CHECK(format.find("…\"") != std::string::npos);
    }
  }
  const std::string whole(100, 'a');
  CHECK(number_format({.after = whole}) == "#,##0\"" + whole + "\"");
}

TEST_CASE("where the library's parts do not reach the package, writing fails and no file is left") {
  BookProperties properties;
  properties.created = 1;
  Book book(properties);
  Sheet sheet(book, "Cover", false);
  sheet.text(0, 0, "A text");
  sheet.finish();
  std::optional<Result<std::string>> bytes;
  // A scope holds for its own thread: on another one the functions of the libraries are called, as if ours were not there.
  std::thread([&] { bytes.emplace(book.finish()); }).join();
  REQUIRE_FALSE(bytes->ok());
  CHECK(bytes->diagnostics().front().code == "workbook/cannot-write");
  CHECK(bytes->diagnostics().front().fault == Fault::io);
}
