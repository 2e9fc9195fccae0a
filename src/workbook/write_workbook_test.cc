#include "workbook/write_workbook.h"

#include <algorithm>
#include <cstdlib>
#include <regex>
#include <string>
#include <vector>

#include <catch2/catch.hpp>
#include <minizip/unzip.h>

#include "workbook/codes.h"
#include "workbook/sample_pack_test.h"

#include <fstream>
#include <unistd.h>

using namespace briefpack;
using namespace briefpack::workbook;
using Kind = document::Calculation::Kind;

namespace {

constexpr std::int64_t kCreated = 1795132800;  // 2026-11-20

Result<WorkbookBytes> write(SamplePack& pack, document::Places& places, const std::string& lang = "") {
  pack.finish();
  return write_workbook(pack.document, pack.data, places, {.created = kCreated, .input_sha256 = "00ff", .lang = lang});
}
Result<WorkbookBytes> write(SamplePack& pack) {
  document::Places places;
  return write(pack, places);
}

/// The text of one part of the archive; "" when there is none.
std::string part(const std::string& xlsx, const char* name) {
  const std::string path = "workbook_test.tmp." + std::to_string(getpid());
  std::ofstream(path, std::ios::binary) << xlsx;
  unzFile file = unzOpen(path.c_str());
  std::string out;
  if (file != nullptr && unzLocateFile(file, name, 1) == UNZ_OK && unzOpenCurrentFile(file) == UNZ_OK) {
    char buffer[4096];
    for (int got = 0; (got = unzReadCurrentFile(file, buffer, sizeof buffer)) > 0;) out.append(buffer, static_cast<std::size_t>(got));
    unzCloseCurrentFile(file);
  }
  if (file != nullptr) unzClose(file);
  std::remove(path.c_str());
  return out;
}

std::string all_parts(const std::string& xlsx) {
  std::string out = part(xlsx, "xl/sharedStrings.xml") + part(xlsx, "xl/workbook.xml") + part(xlsx, "docProps/core.xml") + part(xlsx, "docProps/custom.xml");
  for (int i = 1; i < 20; ++i) {
    const std::string number = std::to_string(i);
    out += part(xlsx, ("xl/worksheets/sheet" + number + ".xml").c_str()) + part(xlsx, ("xl/charts/chart" + number + ".xml").c_str()) +
           part(xlsx, ("xl/drawings/drawing" + number + ".xml").c_str()) + part(xlsx, ("xl/tables/table" + number + ".xml").c_str());
  }
  return out;
}

bool contains(const std::string& text, std::string_view wanted) { return text.find(wanted) != std::string::npos; }

SamplePack sample() {
  SamplePack pack;
  pack.number("A", "gpus", "KOR", 2000);
  pack.number("B", "gpus", "XAI", 100000);
  pack.number("W", "gpus", "FRA", 4711).is_withheld = true;
  pack.data.observations.back().text = dataset::LocalText("forty-seven eleven");
  pack.figure("gpus.KOR", leaf("A"), 2000);
  pack.figure("gpus.XAI", leaf("B"), 100000);
  pack.figure("$multiple", of(Kind::divide, {leaf("B"), leaf("A")}), 50);
  pack.chart(document::Mark::paired, "gpus", {0, 1});
  return pack;
}

/// The observations A0, A1, … as the rows of Data, with words of one line and of several.
SamplePack with_rows(std::size_t count) {
  SamplePack pack;
  for (std::size_t i = 0; i < count; ++i) {
    auto& row = pack.number("A" + std::to_string(i), "gpus", "KOR", static_cast<double>(i) + 0.5);
    row.limitation = dataset::LocalText(i % 2 == 0 ? " <a> & b" : "A limitation of so many words that they need a second line, and then a third one in their column.");
  }
  pack.figure("gpus.KOR", leaf("A0"), 0.5);
  pack.document.draft_line = "DRAFT";
  return pack;
}

std::vector<std::string> all_of(const std::string& text, const char* pattern) {
  const std::regex found(pattern);
  std::vector<std::string> out;
  for (std::sregex_iterator at(text.begin(), text.end(), found), end; at != end; ++at) out.push_back((*at)[1]);
  return out;
}

/// One row of sheet Data: its height, then cells with text and alignment; styles have their numbers in the order of first use.
std::vector<std::string> data_row(const std::string& xlsx, std::size_t number) {
  const auto strings = all_of(part(xlsx, "xl/sharedStrings.xml"), "<t[^>]*>([^<]*)</t>");
  const std::string styles = part(xlsx, "xl/styles.xml");
  const auto looks = all_of(styles.substr(styles.find("<cellXfs")), "<xf [^>]*(?:/>|>(<alignment [^>]*>))");
  const auto sheets = all_of(part(xlsx, "xl/workbook.xml"), "<sheet name=\"([^\"]*)\"");
  const auto data = std::find(sheets.begin(), sheets.end(), "Data") - sheets.begin();
  const std::string sheet = part(xlsx, ("xl/worksheets/sheet" + std::to_string(data + 1) + ".xml").c_str());
  const auto start = sheet.find("<row r=\"" + std::to_string(number) + "\"");
  if (start == std::string::npos) return {};
  const std::string row = sheet.substr(start, sheet.find("</row>", start) - start);
  const auto heights = all_of(row, "<row [^>]* ht=\"([^\"]*)\"");
  std::vector<std::string> out{heights.empty() ? "" : heights.front()};
  const std::regex cell("<c r=\"([A-Z0-9]+)\"(?: s=\"([0-9]+)\")?(?: t=\"([a-zA-Z]+)\")?>(?:<is><t[^>]*>|<v>)([^<]*)<");
  for (std::sregex_iterator at(row.begin(), row.end(), cell), end; at != end; ++at) {
    const auto& found = *at;
    out.push_back(found[1].str() + " " + (found[3] == "s" ? strings.at(std::stoul(found[4])) : found[4].str()) + (found[2].matched ? looks.at(std::stoul(found[2])) : ""));
  }
  return out;
}

}  // namespace

TEST_CASE("the same document gives the same bytes") {
  SamplePack one = sample(), two = sample();
  const auto a = write(one), b = write(two);
  REQUIRE(a.ok());
  REQUIRE(b.ok());
  CHECK(a->xlsx == b->xlsx);
  CHECK(a->csv == b->csv);
}

TEST_CASE("each figure has its cell, its name and a live formula") {
  SamplePack pack = sample();
  document::Places places;
  const auto book = write(pack, places);
  REQUIRE(book.ok());
  REQUIRE(places.of_figure.size() == 3);
  CHECK(places.of_figure[0].front().sheet == "Figures");
  CHECK(places.of_figure[0].front().cell == "D7");
  CHECK(places.of_figure[2].front().cell == "D9");
  // The chart's own table is a place, too.
  CHECK(places.of_figure[1].back().sheet == "Figure_1_gpus");
  const std::string workbook = part(book->xlsx, "xl/workbook.xml");
  CHECK(contains(workbook, "<definedName name=\"fig_gpus_KOR\">Figures!$K$7</definedName>"));
  CHECK(contains(workbook, "<definedName name=\"fig_multiple\">Figures!$K$9</definedName>"));
  const std::string figures = part(book->xlsx, "xl/worksheets/sheet3.xml");
  CHECK(contains(figures, "<f>INDEX(tbl_data[value],MATCH(\"B\",tbl_data[obs_id],0))/INDEX(tbl_data[value],MATCH(\"A\",tbl_data[obs_id],0))</f><v>50</v>"));
}

TEST_CASE("properties say when, in which language and from what") {
  SamplePack pack = sample();
  const auto book = write(pack);
  REQUIRE(book.ok());
  const std::string core = part(book->xlsx, "docProps/core.xml");
  CHECK(contains(core, "2026-11-20T00:00:00Z"));
  CHECK(contains(core, "<dc:language>en</dc:language>"));
  CHECK(contains(part(book->xlsx, "docProps/custom.xml"), "00ff"));
}

TEST_CASE("withheld values are in no part of the file") {
  SamplePack pack = sample();
  const auto book = write(pack);
  REQUIRE(book.ok());
  const std::string parts = all_parts(book->xlsx);
  CHECK(contains(parts, "100000"));
  CHECK_FALSE(contains(parts, "4711"));
  CHECK_FALSE(contains(parts, "forty-seven"));
  CHECK_FALSE(contains(book->csv, "4711"));
}

TEST_CASE("charts have alt text and the values of their formulas") {
  SamplePack pack = sample();
  const auto book = write(pack);
  REQUIRE(book.ok());
  CHECK(contains(part(book->xlsx, "xl/drawings/drawing1.xml"), "descr=\"Bars. The numbers are in the table tbl_gpus of this worksheet.\""));
  const std::string chart = part(book->xlsx, "xl/charts/chart1.xml");
  CHECK(contains(chart, "<c:v>2000</c:v>"));
  CHECK(contains(chart, "<c:v>100000</c:v>"));
  CHECK(contains(chart, "Row gpus.KOR"));
  CHECK_FALSE(part(book->xlsx, "xl/charts/chart2.xml").empty());
}

TEST_CASE("intervals and shares have their own bars") {
  SamplePack pack = sample();
  auto& range = pack.row("R", "score", "CHN");
  range.range = {50, 54};
  document::FigureValue interval;
  interval.kind = document::FigureValue::Kind::interval;
  interval.low = 50;
  interval.high = 54;
  pack.figure("score.CHN", leaf("R"), interval);
  pack.number("S", "share", "KOR", 77, dataset::Qualifier::about);
  pack.figure("share.KOR", leaf("S"), number_of(77, dataset::Qualifier::about));
  pack.chart(document::Mark::bar, "scores", {3});
  auto& share = pack.chart(document::Mark::share, "shares", {4});
  std::get<document::ChartSpec>(share.content).axis_scale = 0.01;
  const auto book = write(pack);
  REQUIRE(book.ok());
  const std::string parts = all_parts(book->xlsx);
  CHECK(contains(parts, "Figure_1_scores"));
  CHECK(contains(parts, "<c:v>4</c:v>"));   // 54 - 50
  CHECK(contains(parts, "<c:v>23</c:v>"));  // 100 - 77
  CHECK(contains(parts, "<f>100-tbl_shares[[#This Row],[Value (units)]]</f><v>23</v>"));
}

TEST_CASE("a figure that is not what its formula gives stops the writing") {
  SamplePack pack = sample();
  pack.document.figures[1].printed = 100001;
  const auto book = write(pack);
  REQUIRE_FALSE(book.ok());
  CHECK(book.diagnostics().front().code == "workbook/disagrees");
}

TEST_CASE("hostile texts stay texts") {
  SamplePack pack = sample();
  pack.data.pack.title = dataset::LocalText("=cmd|' /C calc'!A0");
  pack.document.title = "=1+1 \x01 <&> _x0041_";
  pack.data.entities[0].name = dataset::LocalText("=1+1");
  pack.data.sources[0].title = dataset::LocalText("internal:Sheet!A1");
  pack.data.sources[0].url = "https://example.org/internal:x?a=<b>&\"c\"";
  pack.document.figures[0].texts = {"@SUM(1)"};
  auto& chart = std::get<document::Exhibit>(pack.document.sections[0].body[0].content);
  std::get<document::Text>(chart.title[0]).text = "=Data!A1";
  std::get<document::ChartSpec>(chart.content).rows[0].values[0].label = "=Data!A1";
  const auto book = write(pack);
  REQUIRE(book.ok());
  const std::string parts = all_parts(book->xlsx);
  CHECK_FALSE(contains(parts, "<f>1+1"));
  CHECK_FALSE(contains(parts, "<f>Data!A1"));
  CHECK_FALSE(contains(parts, "<c:f>Data!A1</c:f>"));
  CHECK(contains(parts, "=1+1   &lt;&amp;&gt; _x005F_x0041_"));
  CHECK(contains(book->csv, ",'=1+1,"));
}

TEST_CASE("a text that no cell holds is a fault of the input") {
  SamplePack pack = sample();
  pack.data.metrics[0].definition = dataset::LocalText(std::string(40000, 'x'));
  const auto book = write(pack);
  REQUIRE_FALSE(book.ok());
  CHECK(book.diagnostics().front().code == "workbook/long-text");
  CHECK(book.diagnostics().front().fault == Fault::input);
}

TEST_CASE("a figure with more operands than a formula holds is proved over sheet Workings") {
  SamplePack pack = sample();
  std::vector<document::Calculation> all;
  for (int i = 0; i < 300; ++i) {
    const std::string key = "N" + std::to_string(i);
    pack.number(key, "gpus", "KOR", 1);
    all.push_back(leaf(key));
  }
  pack.figure("sum", of(Kind::sum, all), 300);
  const auto book = write(pack);
  REQUIRE(book.ok());
  const std::string figures = part(book->xlsx, "xl/worksheets/sheet3.xml"), parts = all_parts(book->xlsx);
  CHECK_FALSE(contains(figures, "N299\""));
  CHECK(contains(figures, "<f>SUM(INDEX(tbl_workings[result],MATCH(\"w1\",tbl_workings[working],0)),"));
  CHECK(contains(figures, "<v>300</v>"));
  CHECK(contains(part(book->xlsx, "xl/workbook.xml"), "name=\"Workings\""));
  CHECK(contains(parts, "MATCH(\"N299\",tbl_data[obs_id],0)"));
}

TEST_CASE("a pack without anything gives a workbook, too") {
  SamplePack pack;
  pack.data.sources.clear();
  pack.data.metrics.clear();
  const auto book = write(pack);
  REQUIRE(book.ok());
  CHECK(contains(book->csv, "obs_id,"));
}

TEST_CASE("Korean headings are those that the formulas name") {
  SamplePack pack = sample();
  document::Places places;
  const auto book = write(pack, places, "ko");
  REQUIRE(book.ok());
  const std::string figures = part(book->xlsx, "xl/worksheets/sheet3.xml");
  CHECK(contains(figures, "tbl_figures[[#This Row],[현재 값]]"));
  CHECK(contains(part(book->xlsx, "xl/tables/table2.xml"), "name=\"현재 값\""));
  CHECK(contains(figures, "<v>예</v>"));
}

TEST_CASE("a folder for temporary files that does not exist does no harm") {
  const char* before = std::getenv("TMPDIR");
  const std::string kept = before == nullptr ? "" : before;
  for (const std::string& folder : {std::string("/nonexistent/folder"), std::string("relative"), std::string(5000, 'x'), std::string("%s%n")}) {
    setenv("TMPDIR", folder.c_str(), 1);
    SamplePack pack = sample();
    CHECK(write(pack).ok());
  }
  if (before == nullptr) unsetenv("TMPDIR");
  else setenv("TMPDIR", kept.c_str(), 1);
}

TEST_CASE("codes are in the folder's own name space") {
  for (const Code& each : kCodes) CHECK(each.code.starts_with("workbook/"));
}

TEST_CASE("the cells alone are those of the written workbook") {
  SamplePack pack = sample();
  document::Places written, placed;
  REQUIRE(write(pack, written).ok());
  REQUIRE(plan_workbook(pack.document, pack.data, placed, {}).ok());
  CHECK(written.of_figure == placed.of_figure);
  CHECK_FALSE(placed.of_figure.empty());
}

TEST_CASE("sheet Data holds 1,048,570 observations, and one more is refused with the way to the CSV") {
  static_assert(kMostDataRows == 1'048'576 - 6, "Excel's rows without those above the first observation");
  SamplePack pack = sample();
  pack.finish();
  document::Places places;
  // Two of the three may be shown.
  CHECK(write_workbook(pack.document, pack.data, places, {.created = kCreated, .most_rows = 2}).ok());
  const auto refused = write_workbook(pack.document, pack.data, places, {.created = kCreated, .most_rows = 1});
  REQUIRE_FALSE(refused.ok());
  const Diagnostic& error = refused.diagnostics().front();
  CHECK(error.code == "workbook/too-large");
  CHECK(error.message == "the pack has 2 observations; sheet Data of a workbook holds 1");
  REQUIRE(error.hints.size() == 1);
  CHECK(contains(error.hints.front(), "--only csv"));
  const std::string csv = write_csv(pack.document, pack.data, "");
  CHECK(std::count(csv.begin(), csv.end(), '\n') == 3);
}

TEST_CASE("what is told about the sheets is the same with and without a file") {
  SamplePack pack = sample();
  pack.finish();
  document::Places one, other;
  const auto book = write_workbook(pack.document, pack.data, one, {.created = kCreated, .is_release = true});
  const auto planned = plan_workbook(pack.document, pack.data, other, {.is_release = true});
  REQUIRE(book.ok());
  REQUIRE(planned.ok());
  REQUIRE(book->facts.size() == planned->size());
  bool has_chart = false;
  for (std::size_t i = 0; i < planned->size(); ++i) {
    const SheetFacts &a = book->facts[i], &b = (*planned)[i];
    CHECK(a.sheet == b.sheet);
    CHECK(a.what == b.what);
    CHECK(a.filled == b.filled);
    CHECK(a.links.size() == b.links.size());
    CHECK(a.charts.size() == b.charts.size());
    CHECK_FALSE(b.has_filter);
    CHECK_FALSE(b.is_frozen);
    CHECK(unexplained_blanks(b).empty());
    CHECK(b.blank_rows == 0);
    CHECK(b.first_outside.empty());
    has_chart = has_chart || !b.charts.empty();
  }
  CHECK(has_chart);
}

TEST_CASE("a blank cell is explained by its heading or by a word on all of them") {
  SheetFacts facts;
  facts.headings = {"value", "unit"};
  facts.rows = 2;
  facts.filled = {2, 1};
  facts.what = "One table.";
  CHECK(unexplained_blanks(facts) == std::vector<std::string>{"unit"});
  facts.what = "One table. Blank in unit: none.";
  CHECK(unexplained_blanks(facts).empty());
  facts.what = "One table. Blank in value: none.";
  CHECK(unexplained_blanks(facts) == std::vector<std::string>{"unit"});
  facts.what = "One table. Blank cells: not stated.";
  CHECK(unexplained_blanks(facts).empty());
  facts.what = "표 하나. 빈칸은 미상이다.";
  CHECK(unexplained_blanks(facts).empty());
}

TEST_CASE("Data of thousands of rows is written row by row, and every row is as it is in a small table") {
  SamplePack small = with_rows(4095), large = with_rows(4096);
  const auto a = write(small), b = write(large);
  REQUIRE(a.ok());
  REQUIRE(b.ok());
  for (const std::size_t row : {1, 2, 3, 4, 5, 6, 7, 8, 9, 4101}) {
    INFO(row);
    CHECK(data_row(a->xlsx, row).size() > 1);
    CHECK(data_row(a->xlsx, row) == data_row(b->xlsx, row));
  }
  CHECK(data_row(b->xlsx, 7)[1] == "A7 A0<alignment vertical=\"top\"/>");
  CHECK(data_row(b->xlsx, 1)[0] == "24");
  CHECK(data_row(b->xlsx, 7)[0].empty());
  CHECK(std::stod(data_row(b->xlsx, 8)[0]) > 40);
  CHECK(data_row(b->xlsx, 4102)[1].starts_with("A4102 A4095<"));
  CHECK(contains(part(a->xlsx, "xl/sharedStrings.xml"), "<t>A4094</t>"));
  CHECK_FALSE(contains(part(b->xlsx, "xl/sharedStrings.xml"), "<t>A4094</t>"));
  CHECK(a->facts.size() == b->facts.size());
}

TEST_CASE("a fault in Data of thousands of rows is told") {
  SamplePack pack = with_rows(4096);
  pack.data.observations[4000].limitation = dataset::LocalText(std::string(33'000, 'a'));
  const auto book = write(pack);
  REQUIRE_FALSE(book.ok());
  CHECK(book.diagnostics().front().code == "workbook/long-text");
  CHECK(contains(book.diagnostics().front().message, "Data!Y4007"));
}

TEST_CASE("a missing value that is disputed shows both on sheet Comparison, and its formula gives both") {
  SamplePack pack = sample();
  auto& row = pack.row("M", "score", "KOR");
  row.status = {};
  row.status.add(dataset::ObsStatus::O);
  dataset::Dispute dispute;
  dispute.id = "D1";
  dispute.observations = {static_cast<std::uint32_t>(pack.data.observations.size() - 1)};
  pack.data.disputes.push_back(dispute);
  document::ComparisonSpec card;
  card.metrics.push_back({2, ""});
  card.entities = {0};
  card.cells = {{dispute.observations.front()}};
  card.not_applicable = {{false}};
  pack.document.comparison = card;
  const auto book = write(pack);
  REQUIRE(book.ok());
  CHECK(contains(part(book->xlsx, "xl/worksheets/sheet4.xml"),
                 "INDEX(tbl_data[shorthand],MATCH(\"M\",tbl_data[obs_id],0))&amp;\" [D1]\",INDEX(tbl_data[value],MATCH(\"M\",tbl_data[obs_id],0)))</f><v>[x] [D1]</v>"));
}

TEST_CASE("a sheet says how many lines its chart leaves out") {
  const auto lines = [](std::size_t count) {
    SamplePack pack;
    std::vector<document::FigureIndex> figures;
    for (std::size_t i = 0; i < count; ++i) {
      const std::string key = "N" + std::to_string(i);
      pack.number(key, "gpus", "KOR", static_cast<double>(i));
      pack.figure(key, leaf(key), static_cast<double>(i));
      figures.push_back(static_cast<document::FigureIndex>(i));
    }
    std::get<document::ChartSpec>(pack.chart(document::Mark::line, "lines", figures).content).columns = {"2025"};
    const auto book = write(pack);
    REQUIRE(book.ok());
    return std::pair{all_parts(book->xlsx), part(book->xlsx, "xl/charts/chart1.xml")};
  };
  constexpr std::string_view kSaid = "Of 81 series the chart draws the first 80; the table has them all.";
  const auto [few, few_chart] = lines(80);
  CHECK_FALSE(contains(few, "the chart draws the first"));
  CHECK(contains(few_chart, "Row N79<"));
  const auto [many, many_chart] = lines(81);
  CHECK(contains(many, kSaid));
  CHECK(contains(many_chart, "Row N79<"));
  CHECK_FALSE(contains(many_chart, "Row N80<"));
}
