#include "workbook/csv.h"

#include <catch2/catch.hpp>

#include "workbook/sample_pack_test.h"

using namespace briefpack;
using namespace briefpack::workbook;

TEST_CASE("a text that a spreadsheet would take for a formula gets an apostrophe") {
  CHECK(csv_text("=1+1") == "'=1+1");
  CHECK(csv_text("@x") == "'@x");
  CHECK(csv_text("-5") == "'-5");
  CHECK(csv_text("＝1") == "'＝1");
  CHECK(csv_text("\tx") == "'\tx");
  CHECK(csv_text("a=b") == "a=b");
}

TEST_CASE("commas, quotes and line ends are quoted as RFC 4180 says") {
  CHECK(csv_text("a,b") == "\"a,b\"");
  CHECK(csv_text("say \"hi\"") == "\"say \"\"hi\"\"\"");
  CHECK(csv_text("a\nb") == "\"a\nb\"");
  CHECK(csv_text(" a") == "\" a\"");
  CHECK(csv_text("=\"x\",1") == "\"'=\"\"x\"\",1\"");
}

TEST_CASE("numbers are written with a point and as in the metric file, withheld rows are left out") {
  SamplePack pack;
  pack.number("A", "outlay", "KOR", -17.5).period = dataset::parse_time_period("2024");
  pack.number("W", "gpus", "CHN", 4711).is_withheld = true;
  pack.number("C", "gpus", "FRA", 4712).is_confidential = true;
  pack.finish();
  const std::string csv = data_csv(Plan(pack.document, pack.data, "en"));
  CHECK(csv.starts_with("\xEF\xBB\xBFobs_id,metric_id,metric,"));
  CHECK(csv.find("A,outlay,Metric outlay,KOR,South Korea,country,KOR,South Korea,,2024,-17.5,,,,,,USD,6,A,,;S1;,A register: table 1,,,,\r\n") != std::string::npos);
  CHECK(csv.find("4711") == std::string::npos);
  CHECK(csv.find("4712") == std::string::npos);
  CHECK(csv.find('\n') == csv.find("\r\n") + 1);
}
