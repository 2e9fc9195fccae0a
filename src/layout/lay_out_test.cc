#include "layout/lay_out.h"

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <string>

#include <catch2/catch.hpp>

#include "layout/page_checks.h"
#include "layout/sample_document.h"

using namespace briefpack;
using namespace briefpack::layout;
using document::Block;
using document::Document;
using document::Section;
using sample::Sample;

namespace {

const text::Fonts& fonts() {
  static const text::Fonts loaded = text::load_fonts().value();
  return loaded;
}

LaidOut laid_out(const Document& document) {
  auto result = lay_out(document, fonts());
  REQUIRE(result.ok());
  return std::move(*result);
}

Section plain_section(Sample& sample, const std::string& title) {
  Section section;
  section.title = title;
  section.label = "section-" + title;
  section.headline = sample.in("The headline of " + title);
  section.page_of = "Page {page} of {pages}";
  section.footer = "Footer";
  section.running_title = "Running";
  return section;
}

// A document of one section with this body.
Document document_with(Sample& sample, document::Blocks body) {
  sample.document.title = "Test";
  Section section = plain_section(sample, "One");
  section.body = std::move(body);
  sample.document.sections.push_back(std::move(section));
  return std::move(sample.document);
}

void check_faultless(const LaidOut& out) {
  CHECK(sample::geometry_faults(out.pages, fonts()) == std::vector<std::string>{});
  CHECK(sample::structure_faults(out.pages) == std::vector<std::string>{});
}

std::string all_text(const page::Pages& pages) {
  std::string text;
  for (const auto& page : pages.pages)
    text += sample::text_of(page) + "\n";
  return text;
}

std::size_t count(const std::string& text, const std::string& word) {
  std::size_t found = 0;
  for (auto at = text.find(word); at != std::string::npos; at = text.find(word, at + 1))
    ++found;
  return found;
}

// Compares with tests/golden/layout/NAME/expected.txt; BRIEFPACK_UPDATE=1 writes it anew, to be read before a commit.
void check_golden(const std::string& name, const LaidOut& out) {
  const std::string path = "tests/golden/layout/" + name + "/expected.txt";
  const std::string found = page::dump(out.pages, fonts());
  if (std::getenv("BRIEFPACK_UPDATE") != nullptr) std::ofstream(path, std::ios::binary) << found;
  std::ifstream file(path, std::ios::binary);
  INFO(path);
  REQUIRE(file);
  CHECK(found == std::string(std::istreambuf_iterator<char>(file), {}));
}

}  // namespace

TEST_CASE("the pages of a briefing hold no overlap, nothing outside the measure and a sound structure") {
  const auto out = laid_out(sample::briefing());
  CHECK(out.pages.pages.size() == 6);
  check_faultless(out);
}

TEST_CASE("the same document gives the same pages") {
  const auto document = sample::briefing();
  CHECK(page::dump(laid_out(document).pages, fonts()) == page::dump(laid_out(document).pages, fonts()));
}

TEST_CASE("every page says which it is of how many, in its own language") {
  const auto out = laid_out(sample::briefing());
  CHECK(count(sample::text_of(out.pages.pages[0]), "Page 1 of 6") == 1);
  CHECK(count(sample::text_of(out.pages.pages[5]), "6쪽 / 전체 6쪽") == 1);
}

TEST_CASE("contents and references show the page on which their target stands") {
  Sample sample;
  document::Contents contents;
  contents.entries = {{"Far away", "section-Far", {}}, {"Nowhere", "missing", {}}};
  Document document = document_with(sample, {Block{std::move(contents)}, sample.text("see page @section-Far@.")});
  for (int i = 0; i < 12; ++i)
    document.sections.push_back(plain_section(sample, "Filler"));
  document.sections.push_back(plain_section(sample, "Far"));
  const auto out = laid_out(document);
  REQUIRE(out.pages.pages.size() == 14);
  const std::string first = sample::text_of(out.pages.pages[0]);
  CHECK(count(first, "Far away14") == 1);
  CHECK(count(first, "see page 14.") == 1);
  const auto& links = out.pages.pages[0].links;
  REQUIRE(links.size() == 2);
  CHECK(out.pages.destinations[std::get<page::DestinationId>(links[0].target)].page == 13);
}

TEST_CASE("every printed form of a figure is placed on its page") {
  const auto document = sample::briefing();
  const auto out = laid_out(document);
  const auto places = out.places.of_figure.at(0);  // 2,000
  std::vector<std::uint32_t> pages;
  for (const auto& place : places) {
    if (place.kind != document::Place::Kind::page) continue;
    pages.push_back(place.page);
    for (const auto& text : place.texts)
      CHECK(count(sample::text_of(out.pages.pages[place.page - 1]), text) > 0);
  }
  std::sort(pages.begin(), pages.end());
  CHECK(pages == std::vector<std::uint32_t>{1, 2, 3, 5, 6});
  const auto in_exhibit = [&](const std::string& name) {
    return std::any_of(places.begin(), places.end(), [&](const auto& place) { return place.exhibit == name; });
  };
  CHECK(in_exhibit("tab-1"));
  CHECK(in_exhibit("fig-en-1"));
  CHECK_FALSE(in_exhibit("tab-7"));
}

TEST_CASE("a mark leads to the note on its own page, and the note back to its first mark there") {
  const auto out = laid_out(sample::briefing());
  for (std::uint32_t p = 0; p < out.pages.pages.size(); ++p) {
    for (const auto& link : out.pages.pages[p].links) {
      if (!std::holds_alternative<page::DestinationId>(link.target)) continue;
      const auto& target = out.pages.destinations[std::get<page::DestinationId>(link.target)];
      const bool is_back = link.contents.starts_with("↑");
      const bool is_mark = link.contents.find(": S") != std::string::npos;
      if (is_back || is_mark) CHECK(target.page == p);
      if (is_mark) CHECK(target.at.y > link.box.y);
      if (is_back) CHECK(target.at.y < link.box.y);
    }
  }
}

TEST_CASE("a note stands at the foot of each page that marks it, in ascending order") {
  const auto out = laid_out(sample::briefing());
  const auto& tree = out.pages.structure;
  std::vector<int> notes;
  for (const auto& element : tree.elements()) {
    if (element.role == page::Role::note && element.id.ends_with("-p3"))
      notes.push_back(std::atoi(element.id.c_str() + 5));
  }
  CHECK(notes == std::vector<int>{1, 2, 3, 7, 8, 13, 20, 25, 27});
}

TEST_CASE("bookmarks name the sections and their exhibits") {
  const auto out = laid_out(sample::briefing());
  REQUIRE(out.pages.outline.size() >= 4);
  CHECK(out.pages.outline[0].title == "Cover");
  CHECK(out.pages.outline[1].title == "Scorecard");
  CHECK(out.pages.outline[1].level == 1);
  CHECK(out.pages.outline[2].title == "Table 1  Fourteen measures, seven countries");
  CHECK(out.pages.outline[2].level == 2);
}

TEST_CASE("the sections of another language say so") {
  const auto out = laid_out(sample::briefing());
  const auto& elements = out.pages.structure.elements();
  CHECK(std::count_if(elements.begin(), elements.end(), [](const auto& element) {
          return element.role == page::Role::sect && element.lang == "ko";
        }) == 1);
}

TEST_CASE("a long table runs over pages with its head on each and no row lost") {
  Sample sample;
  document::Table table;
  table.columns.resize(2);
  table.columns[0].head = sample.in("Headword");
  table.columns[1].head = sample.in("Value");
  table.columns[1].align = document::Align::right;
  for (int i = 0; i < 200; ++i) {
    sample.note("S" + std::to_string(i), ", row.");
    table.rows.push_back(sample.row("Row" + std::to_string(i) + ".|| {" + std::to_string(i * 1000) + "}^" +
                                    std::to_string(i + 1) + "^"));
  }
  document::Exhibit exhibit;
  exhibit.is_table = true;
  exhibit.number = 1;
  exhibit.number_text = "Table 1";
  exhibit.title = sample.in("Long");
  exhibit.content = std::move(table);
  const auto out = laid_out(document_with(sample, {Block{std::move(exhibit)}}));
  const std::string text = all_text(out.pages);
  CHECK(out.pages.pages.size() > 5);
  CHECK(count(text, "Headword") == out.pages.pages.size());
  for (int i = 0; i < 200; ++i)
    CHECK(count(text, "Row" + std::to_string(i) + ".") == 1);
  check_faultless(out);
}

TEST_CASE("the head of a table is read once, its copies on further pages are decoration") {
  Sample sample;
  document::Table table;
  table.columns.resize(1);
  table.columns[0].head = sample.in("Headword");
  for (int i = 0; i < 80; ++i)
    table.rows.push_back(sample.row("row"));
  document::Exhibit exhibit;
  exhibit.is_table = true;
  exhibit.content = std::move(table);
  const auto out = laid_out(document_with(sample, {Block{std::move(exhibit)}}));
  REQUIRE(out.pages.pages.size() == 3);
  int read = 0, decoration = 0;
  for (const auto& page : out.pages.pages) {
    for (const auto& item : page.items) {
      const auto* text = std::get_if<page::TextItem>(&item);
      if (text == nullptr || text->run.text != "Headword") continue;
      (text->element == page::kArtifact ? decoration : read) += 1;
    }
  }
  CHECK(read == 1);
  CHECK(decoration == 2);
}

TEST_CASE("a heading stands on the page of what follows it") {
  for (int lines = 40; lines < 56; ++lines) {
    Sample sample;
    document::Blocks body;
    for (int i = 0; i < lines; ++i)
      body.push_back(sample.text("line", document::TextRole::remark));
    body.push_back(sample.heading("Heading"));
    body.push_back(sample.text("Follower"));
    const auto out = laid_out(document_with(sample, std::move(body)));
    for (const auto& page : out.pages.pages) {
      const std::string text = sample::text_of(page);
      CHECK(count(text, "Heading") == count(text, "Follower"));
    }
  }
}

TEST_CASE("text without end, words without end and notes without end come to an end") {
  Sample sample;
  std::string words, word(3000, 'w');
  for (int i = 0; i < 4000; ++i)
    words += "words and ";
  std::string marks;
  for (int i = 1; i <= 400; ++i) {
    sample.note("S1", ", a note that needs a line of its own and then some more of it to wrap.");
    marks += (i == 1 ? "^" : ",") + std::to_string(i);
  }
  document::Box box;
  box.body = {sample.text(words), sample.text(word)};
  document::Columns columns;
  columns.widths = {6, 6};
  columns.columns = {{sample.text(words)}, {sample.text(word), sample.text(words, document::TextRole::small)}};
  document::Table table;
  table.columns.resize(2);
  table.rows.push_back(sample.row(words + "|| " + word));
  document::Exhibit exhibit;
  exhibit.is_table = true;
  exhibit.content = std::move(table);
  const auto out =
      laid_out(document_with(sample, {Block{std::move(box)}, Block{std::move(columns)}, Block{std::move(exhibit)},
                                      sample.text("Marked" + marks + "^ thus.")}));
  const std::string text = all_text(out.pages);
  CHECK(count(text, "words and") == 12000);
  CHECK(count(text, "w") >= 9000);
  // A mark that is cut by the end of a page has its note on both.
  CHECK(count(text, "a note that needs") >= 400);
  CHECK(sample::structure_faults(out.pages) == std::vector<std::string>{});
  CHECK(sample::geometry_faults(out.pages, fonts()) == std::vector<std::string>{});
}

TEST_CASE("what is too tall for a page is told once, at its place in the template") {
  Sample sample;
  std::string words;
  for (int i = 0; i < 3000; ++i) words += "heading ";
  document::Blocks body{sample.text("Before"), sample.heading(words), sample.text("After")};
  body[1].span = {0, 12, 1, 4};
  const auto out = lay_out(document_with(sample, std::move(body)), fonts());
  REQUIRE(out.ok());
  REQUIRE(out.diagnostics().size() == 1);
  CHECK(out.diagnostics()[0].code == "layout/too-tall");
  CHECK(out.diagnostics()[0].span == SourceSpan{0, 12, 1, 4});
}

TEST_CASE("a character that no font has is told at the block where it stands first") {
  Sample sample;
  document::Blocks body{sample.text("Before"), sample.text("\U0010FFFD"), sample.text("\U0010FFFD \U0010FFFC")};
  for (std::uint32_t i = 0; i < 3; ++i) body[i].span = {0, 10 + i, 1, 1};
  const auto out = lay_out(document_with(sample, std::move(body)), fonts());
  REQUIRE(out.ok());
  REQUIRE(out.diagnostics().size() == 1);
  CHECK(out.diagnostics()[0].code == "text/no-font");
  CHECK(out.diagnostics()[0].span == SourceSpan{0, 11, 1, 1});
}

TEST_CASE("a character that no font has is told at its page where only a head or foot has it, at the figure where a note has it") {
  const auto place_of = [](const Document& document) {
    const auto out = lay_out(document, fonts());
    REQUIRE(out.ok());
    REQUIRE(out.diagnostics().size() == 1);
    CHECK(out.diagnostics()[0].code == "text/no-font");
    return out.diagnostics()[0].span;
  };
  Sample sample;
  Document headed = document_with(sample, {sample.text("Text")});
  headed.sections[0].span = {0, 7, 1, 4};
  Document footed = headed, noted = headed;
  headed.sections[0].headline = {document::Text{"\U0010FFFD", {}, "", "", ""}};
  CHECK(place_of(headed) == SourceSpan{0, 7, 1, 4});
  footed.sections[0].footer = "\U0010FFFD";
  CHECK(place_of(footed) == SourceSpan{0, 7, 1, 4});

  document::Figure figure;
  figure.span = {0, 9, 3, 5};
  document::Note note;
  note.number = 1;
  note.texts = {{"en", "S1", ", \U0010FFFD."}};
  note.figures = {0};
  noted.figures = {figure};
  noted.notes = {note};
  document::NoteMarks marks;
  marks.notes = {0};
  noted.sections[0].body = {sample.text("Text")};
  std::get<document::Paragraph>(noted.sections[0].body[0].content).inlines.push_back(marks);
  CHECK(place_of(noted) == SourceSpan{0, 9, 3, 5});
}

TEST_CASE("an empty document has one page, an empty section too") {
  CHECK(laid_out(Document{}).pages.pages.size() == 1);
  Sample sample;
  const auto out = laid_out(document_with(sample, {}));
  CHECK(out.pages.pages.size() == 1);
  check_faultless(out);
}

TEST_CASE("a page break starts a page, at the beginning and end of a section it does nothing") {
  Sample sample;
  const auto out =
      laid_out(document_with(sample, {Block{document::PageBreak{}}, sample.text("First"), Block{document::PageBreak{}},
                                      sample.text("Second"), Block{document::PageBreak{}}}));
  REQUIRE(out.pages.pages.size() == 2);
  CHECK(count(sample::text_of(out.pages.pages[0]), "First") == 1);
  CHECK(count(sample::text_of(out.pages.pages[1]), "Second") == 1);
}

TEST_CASE("headings never skip a level") {
  Sample sample;
  const auto out =
      laid_out(document_with(sample, {sample.heading("Deep", 3), sample.heading("Less", 2), sample.text("x")}));
  CHECK(sample::structure_faults(out.pages) == std::vector<std::string>{});
}

TEST_CASE("a number stays with its mark, tag and unit at every width") {
  Sample sample;
  sample.note("S1", ", x.");
  sample.dispute("D1", "");
  document::Blocks body;
  for (int i = 0; i < 40; ++i) {
    body.push_back(sample.text(std::string(static_cast<std::size_t>(i), 'm') +
                               " it is {> USD |150| bn} ^1^ <D1>, in words that go on."));
  }
  const auto out = laid_out(document_with(sample, std::move(body)));
  const std::string text = all_text(out.pages);
  CHECK(count(text, "> USD 150 bn 1 D1,") == 40);
}

TEST_CASE("a figure wider than its column breaks at its spaces, not inside its words") {
  Sample sample;
  document::Columns columns;
  columns.widths = {2, 10};
  columns.columns = {{sample.text("{> USD |150| billion} and {12,345 petaFLOPS}")}, {}};
  const auto out = laid_out(document_with(sample, {Block{std::move(columns)}}));
  const std::string text = all_text(out.pages);
  INFO(text);
  CHECK(count(text, "> USD 150 billion \nand 12,345 \npetaFLOPS") == 1);
  CHECK(out.places.of_figure[0][0].texts == std::vector<std::string>{"> USD 150 billion"});
}

TEST_CASE("a small document lays out as its golden says") {
  Sample sample;
  sample.note("S1", ", para. 2. Undated.");
  sample.note("S2", ", headline.");
  sample.dispute("D1", "dispute:D1");
  document::Table table;
  table.columns.resize(2);
  table.columns[0].head = sample.in("Country");
  table.columns[1].head = sample.in("GPUs");
  table.columns[1].align = document::Align::right;
  table.rows = {sample.row("!!Korea|| **{2,000}^1^"), sample.row("**China|| **{350,000}^1,2^<D1>"),
                sample.row("France|| ..")};
  document::Exhibit exhibit;
  exhibit.is_table = true;
  exhibit.number = 1;
  exhibit.number_text = "Table 1";
  exhibit.label = "tab";
  exhibit.title = sample.in("Holders");
  exhibit.subtitle = sample.in("Units.");
  exhibit.remark = sample.in("A remark.");
  exhibit.content = std::move(table);
  document::Box box;
  box.heading = sample.in("Dispute D1");
  box.label = "dispute:D1";
  box.body.push_back(sample.text("Who holds the {350,000}^2^?", document::TextRole::small));
  const auto out =
      laid_out(document_with(sample, {sample.text("Korea states {2,000} GPUs^1^, see [the site](https://example.org)."),
                                      Block{std::move(exhibit)}, Block{std::move(box)}}));
  check_faultless(out);
  check_golden("small_document", out);
}

TEST_CASE("the Korean page lays out as its golden says") {
  auto document = sample::briefing();
  document.sections = {document.sections.back()};
  const auto out = laid_out(document);
  check_faultless(out);
  check_golden("korean_summary", out);
}

TEST_CASE("letter paper keeps the measure and moves the foot") {
  auto document = sample::briefing();
  document.paper = "letter";
  const auto out = laid_out(document);
  CHECK(out.pages.size.width == 612);
  check_faultless(out);
}
