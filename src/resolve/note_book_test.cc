#include "resolve/note_book.h"

#include <catch2/catch.hpp>

#include "resolve/small_pack_test.h"

using namespace briefpack;
using namespace briefpack::resolve;
using dataset::ObsStatus;
using dataset::Qualifier;

TEST_CASE("a note is one statement and is written in each language that shows it") {
  SmallPack pack = gpu_pack();
  Desk desk(pack);
  const auto first = desk.print("h100_gpus.KOR");
  desk.context.lang = "ko";
  const auto second = desk.print("h100_gpus.KOR");
  REQUIRE(first);
  REQUIRE(second);
  CHECK(first->notes == second->notes);
  const auto& document = desk.finish();
  REQUIRE(document.notes.size() == 1);
  CHECK(note(document, 0) == "S1, para. 1. SK Telecom chief executive; undated.");
  CHECK(note(document, 0, "ko") == "S1, para. 1. SK텔레콤 대표, 시점 미상.");
  CHECK(document.notes[0].full.find("S1: Publisher not stated, “Title of S1”, Undated, Link not supplied, para. 1.") == 0);
}

TEST_CASE("a note in full quotes its source as the language of the document does") {
  SmallPack pack;
  pack.row("h100_gpus", "KOR", 2000).citations[0].as_stated = "only 2,000 units";
  Desk desk(pack, {}, "fr");
  desk.print("h100_gpus.KOR");
  const auto& document = desk.finish();
  REQUIRE(document.notes.size() == 1);
  CHECK_THAT(document.notes[0].beside_register, Catch::Contains("\u00A0: «\u202Fonly «2,000» units\u202F»."));
}

TEST_CASE("rows with the same source, locator, period and limitation share a note") {
  SmallPack pack;
  for (const char* entity : {"KOR", "CHN", "FRA"}) {
    dataset::Observation& row = pack.row("h100_gpus", entity, 10);
    row.citations[0].locator = dataset::LocalText("para. 2");
    row.limitation.set("", "Company totals");
  }
  pack.data.observations[2].period = dataset::parse_time_period("2024");
  Desk desk(pack);
  desk.text("h100_gpus.KOR");
  desk.text("h100_gpus.CHN");
  desk.text("h100_gpus.FRA");
  const auto& document = desk.finish();
  REQUIRE(document.notes.size() == 2);
  CHECK(document.notes[0].observations == std::vector<std::uint32_t>{0, 1});
  CHECK(document.notes[0].figures == std::vector<document::FigureIndex>{0, 1});
}

TEST_CASE("without a limitation the note says the first that applies") {
  SmallPack pack;
  pack.row("departments", "CHN", 500).qualifier = Qualifier::over;
  pack.row("departments", "KOR", 5);
  pack.row("departments", "FRA", 5, "2024").status.add(ObsStatus::V);
  pack.row("departments", "USA", 5, "2024");
  Desk desk(pack);
  for (const char* each : {"departments.CHN", "departments.KOR", "departments.FRA", "departments.USA"}) desk.text(each);
  const auto& document = desk.finish();
  CHECK(note(document, 0) == "S1, para. 1. Lower bound.");
  CHECK(note(document, 1) == "S1, para. 2. Undated.");
  CHECK(note(document, 2) == "S1, para. 3. Not verified.");
  CHECK(note(document, 3) == "S1, para. 4.");
}

TEST_CASE("two copies of one text are one witness") {
  SmallPack pack;
  dataset::Observation& row = pack.row("departments", "KOR", 5, "2024");
  dataset::Citation copy = row.citations[0], other = row.citations[0];
  copy.source = "S2";
  other.source = "S3";
  other.locator = dataset::LocalText("table 4");
  row.citations.push_back(copy);
  row.citations.push_back(other);
  Desk desk(pack);
  desk.text("departments.KOR");
  const auto& document = desk.finish();
  CHECK(note(document, 0) == "S1, para. 1; S3, table 4.");
  CHECK(document.notes[0].sources == std::vector<std::uint32_t>{0, 1, 2});
  CHECK(document.figures[0].sources == std::vector<std::uint32_t>{0, 1, 2});
}

TEST_CASE("the note of a decided conflict prints the losing value") {
  SmallPack pack;
  pack.row("departments", "KOR", 5, "2024");
  dataset::Observation& loser = pack.row("departments", "KOR", 7, "2024");
  loser.key += "#2";
  loser.citations[0].source = "S3";
  loser.rejected_for = 0;
  pack.data.observations[0].is_preferred = true;
  pack.data.observations[0].rejected = {1};
  Desk desk(pack);
  CHECK(desk.text("departments.KOR ; nounit") == "5");
  CHECK(note(desk.finish(), 0) == "S1, para. 1. S3 gives 7.");
}

TEST_CASE("a computed figure writes its own note with the sentence of comparability") {
  SmallPack pack = gpu_pack();
  Desk desk(pack);
  desk.text("ratio(h100_gpus.XAI, h100_gpus.KOR) ; times, unlike");
  desk.context.lang = "ko";
  desk.text("ratio(h100_gpus.XAI, h100_gpus.KOR) ; times, unlike");
  const auto& document = desk.finish();
  REQUIRE(document.notes.size() == 1);
  CHECK(note(document, 0) == "Own calculation, 100,000 ÷ 2,000. A company against a country.");
  CHECK(note(document, 0, "ko") == "자체 계산, 100,000 ÷ 2,000. 기업과 국가를 견준 값.");
  CHECK(document.notes[0].full.find("Neither value is dated.") != std::string::npos);
  CHECK(document.notes[0].full.find("para. 2") != std::string::npos);
  CHECK(document.figures[0].operands == std::vector<std::uint32_t>{1, 0});
}

TEST_CASE("a change without its sign says the difference that is read") {
  SmallPack pack;
  pack.row("ai_rank", "FRA", 13, "ns1");
  pack.row("ai_rank", "FRA", 5, "ns2");
  Desk desk(pack);
  CHECK(desk.text("gap(ai_rank.FRA@ns1, ai_rank.FRA@ns2)") == "8 places");
  CHECK(desk.text("change(ai_rank.FRA) ; abs") == "8 places");
  CHECK(desk.text("change(ai_rank.FRA)") == "−8 places");
  const auto& document = desk.finish();
  REQUIRE(document.figures.size() == 3);
  CHECK(document.figures[1].key == "change(ai_rank.FRA) ; abs");
  CHECK(document.figures[1].value.number == 8);
  CHECK(document.figures[2].value.number == -8);
  REQUIRE(document.notes.size() == 2);
  CHECK(note(document, 0) == "Own calculation, 13 − 5.");
  CHECK(note(document, 1) == "Own calculation, 5 − 13.");
}

TEST_CASE("a sum over the same rows in another order has the same note") {
  SmallPack pack;
  for (const char* entity : {"KOR", "CHN", "FRA", "USA"}) pack.row("departments", entity, 1);
  pack.row("departments", "XAI", 1);
  pack.data.entities[4].kind = dataset::EntityKind::country;
  Desk desk(pack);
  desk.text("sum(departments, [KOR, CHN, FRA, USA, XAI])");
  desk.text("sum(departments, [XAI, USA, FRA, CHN, KOR])");
  const auto& document = desk.finish();
  CHECK(document.figures.size() == 2);
  REQUIRE(document.notes.size() == 1);
  CHECK(note(document, 0) == "Own calculation, sum of 5 values.");
}

TEST_CASE("an exhibit's reason joins the note unless it says the same as the rule") {
  SmallPack pack = gpu_pack();
  Desk desk(pack);
  desk.context.unlike = "scale only, no ranking";
  desk.text("ratio(h100_gpus.XAI, h100_gpus.KOR)");
  CHECK(note(desk.finish(), 0) == "Own calculation, 100,000 ÷ 2,000. A company against a country. Scale only, no ranking.");
}

TEST_CASE("notes are numbered by first use, and an unmarked figure comes last") {
  SmallPack pack = gpu_pack();
  Desk desk(pack);
  desk.text("h100_gpus.KOR ; nomark");
  desk.text("h100_gpus.XAI");
  CHECK(desk.book.counts().notes == 2);
  const auto& document = desk.finish();
  CHECK(document.figures[0].notes == std::vector<document::NoteIndex>{1});
  CHECK(document.figures[1].notes == std::vector<document::NoteIndex>{0});
  CHECK(desk.book.counts().notes == 2);
}

TEST_CASE("a citation may name a source, a row or an action") {
  SmallPack pack = gpu_pack();
  dataset::Action action;
  action.id = "P20";
  action.citations = pack.data.observations[0].citations;
  action.limitation.set("", "named as a constraint");
  pack.data.actions.push_back(action);
  Desk desk(pack);
  const auto cite = [&](const std::string& id) { return desk.book.cite({expression::Name::Kind::id, id, {}}, desk.context); };
  REQUIRE(cite("S1"));
  REQUIRE(cite("h100_gpus.KOR@ns"));
  REQUIRE(cite("P20"));
  CHECK_FALSE(cite("S9"));
  CHECK(desk.last_code() == "resolve/unknown-source");
  const auto& document = desk.finish();
  CHECK(note(document, 0) == "S1, Title of S1.");
  CHECK(note(document, 2) == "S1, para. 1. named as a constraint.");
}
