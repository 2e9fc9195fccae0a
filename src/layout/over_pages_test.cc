// What runs over pages: wide tables, charts of many rows, notes that go on, columns.
#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>
#include <map>
#include <string>

#include "layout/lay_out.h"
#include "layout/page_checks.h"
#include "layout/sample_document.h"

using namespace briefpack;
using namespace briefpack::layout;
using document::Block;
using sample::Sample;

namespace {

const text::Fonts& fonts() {
  static const text::Fonts loaded = text::load_fonts().value();
  return loaded;
}

LaidOut laid_out(Sample& sample, document::Blocks body) {
  sample.document.title = "Test";
  document::Section section;
  section.title = section.label = "One";
  section.headline = sample.in("Headline");
  section.page_of = "Page {page} of {pages}";
  section.continued = "continued";
  section.columns_of = "Columns {from}–{to} of {count}";
  section.notes_continued = "Notes continued";
  section.notes_continue = "Notes continue";
  section.body = std::move(body);
  sample.document.sections.push_back(std::move(section));
  auto result = lay_out(sample.document, fonts());
  REQUIRE(result.ok());
  CHECK(sample::geometry_faults(result->pages, fonts()) == std::vector<std::string>{});
  CHECK(sample::structure_faults(result->pages) == std::vector<std::string>{});
  CHECK(sample::legibility_faults(result->pages, fonts()) == std::vector<std::string>{});
  return std::move(*result);
}

Block exhibit_of(Sample& sample, std::variant<document::Table, document::ChartSpec> content, bool is_table) {
  document::Exhibit exhibit;
  exhibit.is_table = is_table;
  exhibit.number = 1;
  exhibit.number_text = is_table ? "Table 1" : "Figure 1";
  exhibit.title = sample.in("Title");
  exhibit.alt = "What it shows";
  exhibit.content = std::move(content);
  return Block{std::move(exhibit)};
}

std::size_t count(const page::Pages& pages, const std::string& word) {
  std::size_t found = 0;
  for (const auto& page : pages.pages) {
    const std::string text = sample::text_of(page);
    for (auto at = text.find(word); at != std::string::npos; at = text.find(word, at + 1)) ++found;
  }
  return found;
}

// x of the left edge of each text that is exactly one of these words.
std::map<std::string, double> places_of(const page::Pages& pages, const std::vector<std::string>& words) {
  std::map<std::string, double> places;
  for (const auto& item : pages.pages.front().items) {
    const auto* text = std::get_if<page::TextItem>(&item);
    if (text != nullptr && std::find(words.begin(), words.end(), text->run.text) != words.end()) places[text->run.text] = text->at.x;
  }
  return places;
}

}  // namespace

TEST_CASE("a scorecard of twenty countries is divided, with its labels in each part and no value lost") {
  Sample sample;
  document::Table table;
  table.style = document::TableStyle::scorecard;
  table.columns_of = "Countries {from}–{to} of {count}";
  table.columns.resize(21);
  std::string values;
  for (int c = 1; c <= 20; ++c) {
    table.columns[static_cast<std::size_t>(c)].head = sample.in("C" + std::to_string(c) + ".");
    values += "|| v" + std::to_string(c) + ".";
  }
  for (int r = 0; r < 3; ++r) table.rows.push_back(sample.row("Measure" + values));
  const auto out = laid_out(sample, {exhibit_of(sample, std::move(table), true)});
  CHECK(count(out.pages, "Countries 1–") == 1);
  CHECK(count(out.pages, "–20 of 20") == 1);
  CHECK(count(out.pages, "Measure") == 9);
  for (int c = 1; c <= 20; ++c) {
    CHECK(count(out.pages, "C" + std::to_string(c) + ".") == 1);
    CHECK(count(out.pages, "v" + std::to_string(c) + ".") == 3);
  }
}

TEST_CASE("a table of more columns than fit is divided as well, a table that fits is not") {
  for (const int columns : {6, 16}) {
    Sample sample;
    document::Table table;
    table.columns.resize(static_cast<std::size_t>(columns));
    std::string cells = "Row";
    for (int c = 1; c < columns; ++c) {
      table.columns[static_cast<std::size_t>(c)].head = sample.in("Unbreakable" + std::to_string(c) + ".");
      cells += "|| cell" + std::to_string(c) + ".";
    }
    table.rows = {sample.row(cells), sample.row(cells)};
    const auto out = laid_out(sample, {exhibit_of(sample, std::move(table), true)});
    CAPTURE(columns);
    CHECK((count(out.pages, "Columns 1–") == 1) == (columns == 16));
    for (int c = 1; c < columns; ++c) CHECK(count(out.pages, "cell" + std::to_string(c) + ".") == 2);
  }
}

TEST_CASE("decimal points of a column stand below each other, where its numbers have one unit or it asks for it") {
  const auto edges = [](document::Align align, const std::string& unit) {
    Sample sample;
    document::Table table;
    table.columns.resize(2);
    table.columns[1].align = align;
    table.rows = {sample.row("a|| {17.5}"), sample.row("b|| {8}" + unit), sample.row("c|| {123.25}")};
    return places_of(laid_out(sample, {exhibit_of(sample, std::move(table), true)}).pages, {"17.5", "8", "8 kg", "123.25"});
  };
  const double digit = edges(document::Align::right, "")["17.5"] - edges(document::Align::right, "")["123.25"];
  CHECK(digit > 3);
  CHECK(digit < 6);  // one digit more before the point
  CHECK(edges(document::Align::right, "")["8"] - edges(document::Align::right, "")["17.5"] == Approx(digit).margin(0.01));
  CHECK(edges(document::Align::decimal, "")["8"] - edges(document::Align::decimal, "")["17.5"] == Approx(digit).margin(0.01));
}

TEST_CASE("a value that stands once before several rows is repeated on the next page, for the eye alone") {
  Sample sample;
  document::Table table;
  table.columns.resize(2);
  table.columns[0].head = sample.in("Head");
  table.rows.push_back(sample.row("Owner|| first"));
  for (int r = 0; r < 60; ++r) table.rows.push_back(sample.row("|| next"));
  const auto out = laid_out(sample, {exhibit_of(sample, std::move(table), true)});
  REQUIRE(out.pages.pages.size() == 2);
  CHECK(count(out.pages, "Owner") == 2);
  CHECK(count(out.pages, "continued") == 1);
}

TEST_CASE("a chart of ninety rows runs over pages on one scale, and no label is smaller than 6.5 points") {
  Sample sample;
  document::ChartSpec chart;
  for (int r = 0; r < 90; ++r) {
    document::ChartRow row;
    row.label = "Row " + std::to_string(r) + ".";
    document::ChartValue value;
    value.number = 1000 - 10 * r;
    value.label = std::to_string(1000 - 10 * r);
    row.values.push_back(std::move(value));
    chart.rows.push_back(std::move(row));
  }
  const auto out = laid_out(sample, {exhibit_of(sample, std::move(chart), false)});
  const std::size_t pages = out.pages.pages.size();
  CHECK(pages >= 4);
  CHECK(count(out.pages, "continued") == pages - 1);
  CHECK(count(out.pages, "1,000") == pages);  // the last tick of each axis
  for (int r = 0; r < 90; ++r) CHECK(count(out.pages, "Row " + std::to_string(r) + ".") == 1);
}

TEST_CASE("a note that many rows of a chart share takes room from a page once") {
  const auto pages_with = [](bool is_shared) {
    Sample sample;
    document::ChartSpec chart;
    for (std::uint32_t r = 0; r < 80; ++r) {
      sample.note("S1", ", row " + std::to_string(r) + ".");
      document::ChartRow row;
      row.label = "Row " + std::to_string(r) + ".";
      document::ChartValue value;
      value.number = 1000 - 10.0 * r;
      value.label = std::to_string(1000 - 10 * r);
      value.notes = {is_shared ? 0 : r};
      row.values.push_back(std::move(value));
      chart.rows.push_back(std::move(row));
    }
    return laid_out(sample, {exhibit_of(sample, std::move(chart), false)}).pages.pages.size();
  };
  CHECK(pages_with(true) < pages_with(false));
}

TEST_CASE("lanes, a matrix and paired panels that run over pages have their heads on each, and sums at the end alone") {
  using document::Mark;
  for (const Mark mark : {Mark::lanes, Mark::matrix, Mark::paired}) {
    Sample sample;
    document::ChartSpec chart;
    chart.mark = mark;
    chart.panel_a = "A amounts";
    chart.panel_b = "B positions";
    chart.columns = {"First owner", "Second owner"};
    chart.total_label = "All of them";
    for (int r = 0; r < 90; ++r) {
      const std::string name = "Row " + std::to_string(r) + ".";
      document::ChartRow row;
      row.label = name;
      document::ChartValue value;
      value.number = mark == Mark::matrix ? 1 : 1000 + 1000.0 * r * r;
      value.label = std::to_string(r) + "!";
      row.values = {value, value};
      if (mark != Mark::matrix) row.values.pop_back();
      if (mark != Mark::lanes) chart.rows.push_back(std::move(row));
      document::Lane lane;
      lane.label = name;
      lane.items.emplace_back().label = "Act";
      lane.items.back().start = 2000.5 + r % 20;
      if (mark == Mark::lanes) chart.lanes.push_back(std::move(lane));
    }
    const auto out = laid_out(sample, {exhibit_of(sample, std::move(chart), false)});
    const std::size_t pages = out.pages.pages.size();
    INFO("mark " << static_cast<int>(mark) << ", pages " << pages);
    CHECK(pages >= 2);
    CHECK(count(out.pages, "continued") == pages - 1);
    CHECK(count(out.pages, mark == Mark::lanes ? "2005" : mark == Mark::matrix ? "Second" : "B positions") == pages);
    CHECK(count(out.pages, "All of them") == (mark == Mark::matrix ? 1U : 0U));
    for (int r = 0; r < 90; ++r) CHECK(count(out.pages, "Row " + std::to_string(r) + ".") == 1);
  }
}

TEST_CASE("a pair of rows in dispute stands on one page, wherever it is among the rows") {
  for (std::size_t at = 8; at < 60; ++at) {
    Sample sample;
    sample.dispute("D7", "");
    document::ChartSpec chart;
    chart.mark = document::Mark::paired;
    for (std::size_t r = 0; r < 64; ++r) {
      document::ChartRow row;
      row.label = "Row " + std::to_string(r) + ".";
      row.values.emplace_back().number = 1000 + 1000.0 * static_cast<double>(r * r);
      row.values.back().label = std::to_string(r) + "!";
      if (r == at || r == at + 1) row.values.back().dispute = 0;
      chart.rows.push_back(std::move(row));
    }
    const auto out = laid_out(sample, {exhibit_of(sample, std::move(chart), false)});
    INFO("row " << at);
    CHECK(out.pages.pages.size() > 2);
    CHECK(count(out.pages, "D7") == 1);  // one bracket with one tag
  }
}

TEST_CASE("the notes of a piece that has more than a page holds go on, on the next, and say so") {
  Sample sample;
  for (int i = 0; i < 300; ++i) sample.note("S" + std::to_string(i) + ".", ", a place that is named.");
  std::string marks = "^1";
  for (int i = 2; i <= 300; ++i) marks += "," + std::to_string(i);
  document::Table table;
  table.columns.resize(1);
  table.rows.push_back(sample.row("Cell" + marks + "^"));
  document::Exhibit exhibit;
  exhibit.is_table = true;
  exhibit.content = std::move(table);
  const auto out = laid_out(sample, {Block{std::move(exhibit)}});
  CHECK(count(out.pages, "Notes continued") >= 1);
  CHECK(count(out.pages, "Notes continue") == 2 * count(out.pages, "Notes continued"));
  for (int i = 0; i < 300; ++i) CHECK(count(out.pages, "S" + std::to_string(i) + ".") >= 1);
}

TEST_CASE("a note longer than a page is printed whole") {
  Sample sample;
  std::string words;
  for (int i = 0; i < 6000; ++i) words += "word ";
  sample.note("S1", ", " + words);
  const auto out = laid_out(sample, {sample.text("Marked^1^ once."), sample.text("More text.")});
  CHECK(count(out.pages, "word") == 6000);
  CHECK(count(out.pages, "More text.") == 1);
  CHECK(out.pages.pages.size() >= 3);
}

TEST_CASE("a text in two columns fills both to the same height") {
  Sample sample;
  std::string words;
  for (int i = 0; i < 200; ++i) words += "word ";
  document::Columns columns;
  columns.widths = {6, 6};
  columns.is_flow = true;
  columns.columns = {{sample.text(words), sample.text(words)}};
  const auto out = laid_out(sample, {Block{std::move(columns)}});
  double left = 0, right = 0;
  for (const auto& item : out.pages.pages.front().items) {
    const auto* text = std::get_if<page::TextItem>(&item);
    if (text == nullptr || text->run.text.find("word") == std::string::npos) continue;
    (text->at.x < 200 ? left : right) = std::max(text->at.x < 200 ? left : right, text->at.y);
  }
  CHECK(right > 0);
  CHECK(std::abs(left - right) <= 12.5);
}

TEST_CASE("a page that is too tall by a little closes up, and white space keeps more than half of its height") {
  // Ten gaps of 16.5 between panels, of which each may give 7.4.
  const auto bottoms_and_pages = [](std::size_t lines) {
    Sample sample;
    document::Blocks body;
    for (int panel = 0; panel < 11; ++panel) {
      document::Box box;
      box.style = document::Box::Style::panel;
      for (int line = 0; line < 2; ++line) box.body.push_back(sample.text("line"));
      body.push_back(Block{std::move(box)});
    }
    for (std::size_t line = 0; line < lines; ++line) body.push_back(sample.text("last", document::TextRole::remark));
    const LaidOut out = laid_out(sample, std::move(body));
    std::vector<geometry::Rect> panels;
    for (const auto& item : out.pages.pages.front().items) {
      const auto* path = std::get_if<page::PathItem>(&item);
      if (path != nullptr && path->artifact == page::ArtifactKind::background) panels.push_back(page::box_of(*path));
    }
    double least = 100;
    for (std::size_t i = 1; i < panels.size(); ++i) least = std::min(least, panels[i].y - panels[i - 1].bottom());
    return std::pair{least, out.pages.pages.size()};
  };
  std::size_t lines = 0;
  while (bottoms_and_pages(lines).first > 16.4) ++lines;
  // This many lines more than the page holds as it is: it closes up until no gap has more to give, then goes on.
  double last = 16.5;
  std::size_t closed = 0;
  for (; bottoms_and_pages(lines).second == 1; ++lines, ++closed) {
    const double gap = bottoms_and_pages(lines).first;
    CHECK(gap < last);
    CHECK(gap > 16.5 / 2);
    last = gap;
  }
  CHECK(closed >= 4);
  CHECK(bottoms_and_pages(lines).first >= 16.4);
}
