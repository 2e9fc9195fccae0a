#include "workbook/package.h"

#include <catch2/catch.hpp>

using namespace briefpack;
using namespace briefpack::workbook;

TEST_CASE("a part that ends in the middle is seen") {
  CHECK(is_complete_xml("<?xml version=\"1.0\"?>\n<a x=\"1\"><b/></a>"));
  CHECK(is_complete_xml("<?xml version=\"1.0\"?>\n<a/>"));
  CHECK(is_complete_xml("<a></a>\n"));
  CHECK_FALSE(is_complete_xml("<?xml version=\"1.0\"?>\n<a><b/>"));
  CHECK_FALSE(is_complete_xml("<a><b></b>"));
  CHECK_FALSE(is_complete_xml("<a><b"));
  CHECK_FALSE(is_complete_xml("<?xml version=\"1.0\"?>\n"));
  CHECK_FALSE(is_complete_xml(""));
}

TEST_CASE("a file that is no archive is refused with a sentence") {
  const auto empty = MemoryFile::make();
  REQUIRE(empty.ok());
  const auto bytes = checked_package(*empty, "en");
  REQUIRE_FALSE(bytes.ok());
  CHECK(bytes.diagnostics().front().code == "workbook/cannot-write");
  CHECK(bytes.diagnostics().front().fault == Fault::io);
}
