#include <catch2/catch.hpp>

#include "document/document.h"
#include "document/places.h"

using namespace briefpack;
using namespace briefpack::document;

TEST_CASE("a note falls back to its first language") {
  Note note;
  CHECK(note.in("en").rest.empty());
  note.texts = {{"en", "S1", ", para. 2."}, {"ko", "S1", ", 2번째 단락."}};
  CHECK(note.in("ko").rest == ", 2번째 단락.");
  CHECK(note.in("fr").rest == ", para. 2.");
}

TEST_CASE("plain text has figures but no marks, tags or page numbers") {
  FigureText figure;
  figure.figure = 0;
  figure.lead = "over ";
  figure.number = "500";
  const Inlines inlines{Text{"China reports ", {}, "", "", ""}, figure, NoteMarks{{0}}, DisputeTag{0}, LineBreak{}, Symbol{SymbolKind::arrow_right, false, "to"}, PageNumber{"x"}};
  CHECK(plain_text(inlines) == "China reports over 500 to");
}

TEST_CASE("every chart mark has the name that a template writes") {
  CHECK(name_of(Mark::bar) == "bar");
  CHECK(name_of(Mark::list_range) == "list-range");
  CHECK(name_of(Mark::lanes) == "lanes");
  CHECK(name_of(Mark::bump) == "bump");
  CHECK(name_of(Mark::dot) == "dot");
}

TEST_CASE("a place is listed once and a page collects the texts printed on it") {
  Places places;
  places.add_page(2, 1, "500");
  places.add_page(2, 1, "over 500");
  places.add_page(2, 1, "500");
  places.add_page(2, 3, "500");
  places.add_exhibit(2, "scorecard");
  places.add_exhibit(2, "scorecard");
  places.add_cell(2, "Figures", "C12");
  REQUIRE(places.of_figure.size() == 3);
  const auto& list = places.of_figure[2];
  REQUIRE(list.size() == 4);
  CHECK(list[0].texts == std::vector<std::string>{"500", "over 500"});
  CHECK(list[1].page == 3);
  CHECK(list[2].exhibit == "scorecard");
  CHECK(list[3].cell == "C12");
}

TEST_CASE("the dump shows figures with their marks and leaves out what is at its default") {
  dataset::Dataset data;
  data.observations.resize(1);
  data.observations[0].key = "h100_gpus.KOR@ns";
  data.sources.resize(1);
  data.sources[0].code = "S1";
  Document document;
  document.title = "Brief";
  Figure figure;
  figure.number = 1;
  figure.key = figure.expression = "h100_gpus.KOR";
  figure.value.kind = FigureValue::Kind::number;
  figure.value.number = 2000;
  figure.printed = 2000;
  figure.texts = {"2,000"};
  figure.calculation.kind = Calculation::Kind::observation;
  figure.calculation.key = data.observations[0].key;
  figure.operands = {0};
  figure.sources = {0};
  figure.notes = {0};
  document.figures.push_back(figure);
  Note note;
  note.number = 1;
  note.texts = {{"en", "S1", ", para. 2."}};
  note.figures = {0};
  note.observations = {0};
  document.notes.push_back(note);
  Section section;
  section.lang = "en";
  section.label = "compute";
  section.title = "Compute";
  FigureText printed;
  printed.figure = 0;
  printed.number = "2,000";
  section.body.push_back({Paragraph{TextRole::body, {Text{"Korea has ", {}, "", "", ""}, printed, NoteMarks{{0}}}}});
  document.sections.push_back(section);
  CHECK(dump(document, data) ==
        "document \"Brief\" lang=en paper=A4\n"
        "section plain lang=en label=compute \"Compute\"\n"
        "  paragraph \"Korea has \" <fig_001 \"\"|\"2,000\"|\"\"> ^1\n"
        "fig_001 h100_gpus.KOR\n"
        "  value number 2000\n"
        "  printed 2000 scale=1 decimals=0\n"
        "  texts \"2,000\"\n"
        "  calculation observation(h100_gpus.KOR@ns)\n"
        "  operands h100_gpus.KOR@ns\n"
        "  sources S1\n"
        "  notes ^1\n"
        "note 1\n"
        "  en \"S1\" \", para. 2.\"\n"
        "  full \"\"\n"
        "  figures 1\n"
        "  observations h100_gpus.KOR@ns\n");
}
