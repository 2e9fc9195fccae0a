#include "document/sentence.h"

#include <catch2/catch.hpp>

using namespace briefpack;
using namespace briefpack::document;

namespace {

Text text(std::string words) { return {std::move(words), {}, "", "", ""}; }

FigureText figure(FigureIndex index, std::string number, std::uint32_t line = 0) {
  FigureText out;
  out.figure = index;
  out.number = std::move(number);
  out.span = {0, line, 1, 1};
  return out;
}

Document with(Blocks body) {
  Document out;
  Section section;
  section.lang = "en";
  section.title = "Compute";
  section.body = std::move(body);
  out.sections.push_back(std::move(section));
  return out;
}

std::vector<std::string> texts_of(const Document& document) {
  std::vector<std::string> out;
  for (const Sentence& each : sentences_of(document)) out.push_back(each.text);
  return out;
}

/// The parts into which sentence_ends cuts.
std::vector<std::string> parts(const std::string& whole) {
  std::vector<std::string> out;
  std::size_t begin = 0;
  for (const std::size_t end : sentence_ends(whole)) {
    out.push_back(whole.substr(begin, end - begin));
    begin = end + 1;
  }
  out.push_back(whole.substr(begin));
  return out;
}

using Strings = std::vector<std::string>;

}  // namespace

TEST_CASE("a sentence ends at a mark before a space and a new beginning") {
  CHECK(parts("It rose. It fell! Did it? Yes.") == Strings{"It rose.", "It fell!", "Did it?", "Yes."});
  CHECK(parts("He said “so.” Then he left (late). 3 stayed.") == Strings{"He said “so.”", "Then he left (late).", "3 stayed."});
  CHECK(parts("한국은 3위이다. 중국은 2위이다.") == Strings{"한국은 3위이다.", "중국은 2위이다."});
}

TEST_CASE("decimals, abbreviations and small beginnings end no sentence") {
  CHECK(parts("It grew by 3.5 per cent, e.g. in S1, para. 2 and in the U.S. Senate.").size() == 1);
  CHECK(parts("See Fig. 3 vs. Table 2, approx. 40, by J. Kim et al. Later more.").size() == 1);
  CHECK(parts("It stood at 3.5. Then it fell.") == Strings{"It stood at 3.5.", "Then it fell."});
  CHECK(parts("Wait ... for it.").size() == 1);
  CHECK(parts("A plan of c. 2015, p. 3 of the text.").size() == 1);
  CHECK(parts("It measures 60 metres r. That is more.") == Strings{"It measures 60 metres r.", "That is more."});
}

TEST_CASE("only sentences with a figure are given, with its place in the template and in the words") {
  const Inlines inlines{text("Nothing here. China has over "), figure(0, "500", 7), NoteMarks{{0}}, text(" departments. No number.")};
  const auto all = sentences_of(with({{Paragraph{TextRole::body, inlines}}}));
  REQUIRE(all.size() == 1);
  CHECK(all[0].text == "China has over 500 departments.");
  CHECK(all[0].kind == Sentence::Kind::prose);
  CHECK(all[0].heading == "Compute");
  REQUIRE(all[0].figures.size() == 1);
  CHECK(all[0].figures[0].figure == 0);
  CHECK(all[0].figures[0].span.line == 7);
  CHECK(all[0].text.substr(all[0].figures[0].at, 3) == "500");
  CHECK(all[0].inlines.size() == 4);
  CHECK(plain_text(all[0].inlines) == all[0].text);
}

TEST_CASE("marks behind a full stop belong to the sentence that it ends") {
  const Inlines inlines{figure(0, "2,000"), text(" chips."), NoteMarks{{0}}, text(" Of them "), figure(1, "40"), text(" work."), NoteMarks{{1}}};
  const auto all = sentences_of(with({{Paragraph{TextRole::body, inlines}}}));
  REQUIRE(all.size() == 2);
  CHECK(all[0].text == "2,000 chips.");
  CHECK(std::get<NoteMarks>(all[0].inlines.back()).notes == std::vector<NoteIndex>{0});
  CHECK(all[1].text == "Of them 40 work.");
  CHECK(std::get<NoteMarks>(all[1].inlines.back()).notes == std::vector<NoteIndex>{1});
}

TEST_CASE("a full stop inside a figure ends no sentence") {
  FigureText inside = figure(0, "about 3. Or 4", 2);
  CHECK(texts_of(with({{Paragraph{TextRole::body, {text("There are "), inside, text(" left.")}}}})) == Strings{"There are about 3. Or 4 left."});
}

TEST_CASE("a table cell is given with its stub and the head of its column") {
  Table table;
  table.columns.resize(2);
  table.columns[1].head = {text("H100 GPUs")};
  Row row;
  row.cells.resize(2);
  row.cells[0].lines = {{text("Korea")}};
  row.cells[1].lines = {{figure(0, "2,000", 9)}, {text("undated")}};
  table.rows.push_back(row);
  Exhibit exhibit;
  exhibit.is_table = true;
  exhibit.number_text = "Table 1";
  exhibit.title = {text("Chips: "), figure(0, "2,000", 8)};
  exhibit.content = table;
  const auto all = sentences_of(with({{exhibit}}));
  REQUIRE(all.size() == 2);
  CHECK(all[0].kind == Sentence::Kind::title);
  CHECK(all[1].kind == Sentence::Kind::cell);
  CHECK(all[1].text == "Korea, H100 GPUs: 2,000 undated");
  CHECK(all[1].text.substr(all[1].figures[0].at) == "2,000 undated");
  CHECK(all[1].exhibit == "Table 1");
}

TEST_CASE("heads of pages, key figures, boxes, lists and columns are read in printing order") {
  Document document = with({});
  Section& section = document.sections[0];
  section.headline = {figure(0, "Three"), text(" disputes")};
  section.standfirst = {text("Of "), figure(1, "9"), text(" cells.")};
  KeyFigures strip;
  strip.items.push_back({{figure(2, "2,000")}, {text("GPUs stated")}});
  Box box;
  box.heading = {text("Dispute")};
  box.body.push_back({Paragraph{TextRole::small, {figure(3, "350,000"), text(" is disputed.")}}});
  List list;
  list.items.push_back({{}, "", {{Paragraph{TextRole::body, {text("Item "), figure(4, "1")}}}}});
  Columns columns;
  columns.widths = {6, 6};
  columns.columns = {{{Heading{2, false, {text("Left")}, ""}}, {box}}, {{list}}};
  section.body = {{strip}, {columns}};
  const auto all = sentences_of(document);
  REQUIRE(all.size() == 5);
  CHECK(all[0].kind == Sentence::Kind::headline);
  CHECK(all[1].kind == Sentence::Kind::standfirst);
  CHECK(all[2].text == "2,000 GPUs stated");
  CHECK(all[2].kind == Sentence::Kind::key_figure);
  CHECK(all[3].heading == "Dispute");
  CHECK(all[4].text == "Item 1");
  CHECK(all[4].heading == "Compute");
}
