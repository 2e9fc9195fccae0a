#include "resolve/figure_book.h"

#include <catch2/catch.hpp>

#include "resolve/small_pack_test.h"

using namespace briefpack;
using namespace briefpack::resolve;
using dataset::ObsStatus;
using dataset::Qualifier;

// ---- forms ----

TEST_CASE("one observation is printed with its unit, and without where the template says so") {
  SmallPack pack = gpu_pack();
  Desk desk(pack);
  CHECK(desk.text("h100_gpus.KOR") == "2,000 units");
  CHECK(desk.text("h100_gpus.KOR ; nounit") == "2,000");
  CHECK(desk.text("h100_gpus.KOR", FormPlace::chart) == "2,000");
  desk.context.lang = "ko";
  CHECK(desk.text("h100_gpus.KOR") == "2,000장");
  CHECK(desk.text("h100_gpus.XAI") == "10만 장");
  CHECK(desk.text("h100_gpus.XAI", FormPlace::headline) == "10만 장");
  CHECK(desk.text("h100_gpus.XAI", FormPlace::table) == "100,000장");
}

TEST_CASE("bounds are words in prose and signs elsewhere") {
  SmallPack pack;
  pack.row("departments", "CHN", 500).qualifier = Qualifier::over;
  Desk desk(pack);
  CHECK(desk.text("departments.CHN ; nounit") == "over 500");
  CHECK(desk.text("departments.CHN ; nounit", FormPlace::table) == "> 500");
  CHECK(desk.text("departments.CHN ; nounit", FormPlace::headline) == "> 500");
  CHECK(desk.text("departments.CHN ; nounit, short") == "> 500");
  CHECK(desk.text("departments.CHN ; nounit, cap") == "Over 500");
  CHECK(desk.text("departments.CHN / 40 ; nounit") == "over 12.5");
  CHECK(desk.finish().figures.front().texts == std::vector<std::string>{"over 500", ">\u00A0500", "Over 500"});
}

TEST_CASE("a bound without its sign turns round, or says nothing") {
  SmallPack pack;
  pack.row("score", "KOR", -8).qualifier = Qualifier::under;
  pack.row("score", "CHN", -8).qualifier = Qualifier::over;
  pack.row("score", "FRA", -8);
  Desk desk(pack);
  CHECK(desk.text("score.KOR") == "under −8");
  CHECK(desk.text("score.KOR ; abs") == "over 8");
  CHECK(desk.text("score.CHN ; abs") == "[resolve/bounds]");
  CHECK(desk.text("score.FRA ; abs") == "8");
  CHECK(desk.finish().figures[2].key == "score.FRA ; abs");
}

TEST_CASE("money, shares and ranks have the forms of their kind") {
  SmallPack pack;
  pack.row("outlay", "KOR", 35, "2024");
  pack.row("patents", "KOR", 77, "2024").qualifier = Qualifier::about;
  pack.data.observations.back().status = {};
  pack.data.observations.back().status.add(ObsStatus::E);
  pack.row("ai_rank", "KOR", 33).out_of = 38;
  Desk desk(pack);
  CHECK(desk.text("outlay.KOR") == "USD 35 m");
  CHECK(desk.text("outlay.KOR ; unit:bn") == "USD 0.035 bn");
  CHECK(desk.text("outlay.KOR ; nounit") == "35");
  CHECK(desk.text("patents.KOR") == "about 77 per cent");
  CHECK(desk.text("patents.KOR", FormPlace::table) == "about 77%");
  CHECK(desk.text("ai_rank.KOR") == "33rd");
  CHECK(desk.text("ai_rank.KOR ; of") == "33rd of 38");
  CHECK(desk.text("ai_rank.KOR ; plain") == "33");
  desk.context.lang = "ko";
  CHECK(desk.text("outlay.KOR") == "3,500만 달러");
  CHECK(desk.text("ai_rank.KOR") == "33위");
}

TEST_CASE("missing values print their mark and are muted") {
  SmallPack pack = gpu_pack();
  pack.data.metrics[0].not_applicable.push_back({"USA", {}, {}});
  Desk desk(pack);
  const auto stated = desk.print("h100_gpus.FRA");
  REQUIRE(stated);
  CHECK(stated->text.text() == "..");
  CHECK(stated->text.flags.is_muted);
  CHECK(stated->notes.size() == 1);
  const auto absent = desk.print("departments.KOR");
  REQUIRE(absent);
  CHECK(absent->text.figure == document::kNone);
  CHECK(std::get<document::Text>(absent->inlines().front()).text == "..");
  CHECK(desk.text("h100_gpus.USA") == "n/a");
  CHECK(desk.text("missing") == "..");
}

TEST_CASE("words of the source are printed and its interval is computed with") {
  SmallPack pack;
  dataset::Observation& row = pack.row("score", "CHN", std::nullopt);
  row.status = {};
  row.status.add(ObsStatus::U);
  row.text.set("en", "early 50s");
  row.range = {50, 54};
  pack.row("score", "FRA", 100);
  Desk desk(pack);
  CHECK(desk.text("score.CHN") == "early 50s");
  CHECK(desk.text("gap(score.FRA, score.CHN)") == "46–50");
  const auto& figures = desk.finish().figures;
  CHECK(figures[0].value.kind == document::FigureValue::Kind::text);
  CHECK(figures[1].value.kind == document::FigureValue::Kind::interval);
  CHECK(figures[1].printed_high == 50);
}

TEST_CASE("statuses have their signs") {
  SmallPack pack;
  pack.row("h100_gpus", "KOR", 2000, "2024").status.add(ObsStatus::P);
  pack.data.observations.back().revision.kind = "corrected";
  pack.row("h100_gpus", "CHN", 500, "2024").status.add(ObsStatus::E);
  Desk desk(pack);
  CHECK(desk.text("h100_gpus.KOR ; nounit") == "2,000 (p) r");
  CHECK(desk.text("h100_gpus.CHN ; nounit", FormPlace::table) == "c. 500");
}

// ---- precision ----

TEST_CASE("no figure shows more decimals than its source") {
  SmallPack pack;
  pack.row("score", "KOR", 28.09).value_decimals = 2;
  pack.row("score", "CHN", 30).value_decimals = 1;
  Desk desk(pack);
  CHECK(desk.text("score.KOR") == "28.09");
  CHECK(desk.text("score.CHN") == "30.0");
  CHECK(desk.text("score.KOR ; round:1") == "28.1");
  CHECK(desk.text("score.KOR ; round:3") == "28.09 [resolve/false-precision]");
  CHECK(desk.text("gap(score.CHN, score.KOR)") == "1.91");
}

TEST_CASE("a multiple has one decimal below 100 and none above") {
  SmallPack pack;
  pack.row("h100_gpus", "KOR", 2000);
  pack.row("h100_gpus", "CHN", 35000);
  pack.row("h100_gpus", "FRA", 350001);
  Desk desk(pack);
  CHECK(desk.text("ratio(h100_gpus.CHN, h100_gpus.KOR) ; times") == "17.5 times");
  CHECK(desk.text("ratio(h100_gpus.FRA, h100_gpus.KOR) ; times") == "175 times");
  CHECK(desk.text("ratio(h100_gpus.KOR, h100_gpus.CHN)") == "0.057");
  CHECK(desk.text("share(h100_gpus.KOR, h100_gpus.CHN)", FormPlace::table) == "5.7%");
  CHECK(desk.text("ratio(h100_gpus.CHN, h100_gpus.KOR) ; round:2") == "17.5 [resolve/false-precision]");
}

TEST_CASE("one expression in one precision is one figure in every form and language") {
  SmallPack pack = gpu_pack();
  Desk desk(pack);
  desk.text("h100_gpus.XAI");
  desk.text("h100_gpus.XAI ; nounit", FormPlace::chart);
  desk.context.lang = "ko";
  desk.text("h100_gpus.XAI");
  desk.text("h100_gpus.XAI ; round:-5");
  desk.text("h100_gpus.KOR");
  desk.text("h100_gpus.KOR ; round:-4");
  const auto& figures = desk.finish().figures;
  REQUIRE(figures.size() == 3);
  CHECK(figures[0].key == "h100_gpus.XAI");
  CHECK(figures[0].texts == std::vector<std::string>{"100,000\u00A0units", "100,000", "10만\u00A0장"});
  CHECK(figures[2].key == "h100_gpus.KOR ; round:-4");
  CHECK(figures[2].printed == 0);
  CHECK(figures[2].number == 3);
}

TEST_CASE("a named figure has one key however it is written") {
  SmallPack pack = gpu_pack();
  Desk desk(pack);
  desk.name("multiple", "ratio(h100_gpus.XAI, h100_gpus.KOR)");
  CHECK(desk.text("$multiple ; times, unlike") == "50 times");
  desk.context.unlike = "A company against a country.";
  CHECK(desk.text("ratio( h100_gpus.XAI,h100_gpus.KOR )") == "50");
  const auto chart = desk.book.ratio(1, 0, {}, desk.context, FormPlace::chart, {});
  REQUIRE(chart);
  CHECK(chart->text.text() == "50");
  const auto& figures = desk.finish().figures;
  REQUIRE(figures.size() == 1);
  CHECK(figures[0].key == "$multiple");
  CHECK(figures[0].expression == "ratio(h100_gpus.XAI, h100_gpus.KOR)");
  CHECK(figures[0].calculation_words == "100,000 ÷ 2,000");
  CHECK(figures[0].unlike_reason == "A company against a country.");
}

TEST_CASE("a figure defined by itself is an error") {
  SmallPack pack;
  Desk desk(pack);
  desk.name("a", "$b + 1");
  desk.name("b", "$a + 1");
  CHECK(desk.text("$a") == "[resolve/circular-figure]");
  CHECK(desk.text("$c") == "[resolve/unknown-name]");
}

// ---- disputes and withheld values ----

TEST_CASE("a disputed value is printed with its tag and note") {
  SmallPack pack = gpu_pack();
  Desk desk(pack);
  const auto printed = desk.print("h100_gpus.CHN ; nounit");
  REQUIRE(printed);
  CHECK(printed->text.text() == "350,000");
  CHECK(printed->inlines().size() == 3);
  const auto& document = desk.finish();
  CHECK(note(document, 0) == "S1, para. 3. Undated; see D1.");
  REQUIRE(document.disputes.size() == 1);
  CHECK(document.disputes[0].tag_alt == "disputed, see D1");
  CHECK(document.figures[0].disputes == std::vector<document::DisputeIndex>{0});
}

TEST_CASE("what rests on a dispute is withdrawn whatever a format allows") {
  SmallPack pack = gpu_pack();
  Desk desk(pack);
  const auto printed = desk.print("ratio(h100_gpus.CHN, h100_gpus.KOR) ; times, unlike");
  REQUIRE(printed);
  CHECK(printed->text.text() == "withdrawn");
  CHECK(printed->notes.empty());
  CHECK(printed->disputes.size() == 1);
  CHECK(desk.text("sum(h100_gpus)") == "withdrawn");
  const auto& document = desk.finish();
  REQUIRE(document.withdrawn.size() == 2);
  CHECK(document.withdrawn[0].words == "H100 GPUs: China ÷ Korea, rests on D1");
  CHECK(document.figures[0].is_withdrawn);
  CHECK(document.figures[0].calculation.arguments.empty());
}

TEST_CASE("a closed dispute disputes nothing") {
  SmallPack pack = gpu_pack();
  pack.data.disputes[0].closed = "2026-11-01";
  Desk desk(pack);
  CHECK(desk.text("ratio(h100_gpus.CHN, h100_gpus.KOR) ; times") == "175 times");
}

TEST_CASE("a withheld value prints nothing, and what rests on it is withdrawn") {
  SmallPack pack = gpu_pack();
  dataset::Observation& row = pack.row("departments", "KOR", std::nullopt);
  row.is_withheld = true;
  pack.row("departments", "CHN", 500);
  Desk desk(pack);
  CHECK(desk.text("departments.KOR") == ".. [resolve/withheld]");
  CHECK(desk.text("departments.KOR + 1") == "withdrawn");
  CHECK(desk.text("sum(departments)") == "withdrawn");
  const auto cell = desk.book.cell(1, 0, {}, {}, desk.context, FormPlace::table, {});
  REQUIRE(cell);
  CHECK(cell->text.text() == "..");
  const auto& document = desk.finish();
  REQUIRE(document.figures.size() == 2);
  CHECK(document.withdrawn[0].words == "departments.KOR + 1, rests on a withheld value");
  CHECK(document.withdrawn[1].words == "sum(departments), rests on a withheld value");
  CHECK(document.figures[1].operands == std::vector<std::uint32_t>{5});
}

TEST_CASE("a confidential value prints its mark alone") {
  SmallPack pack;
  pack.row("departments", "KOR", std::nullopt).is_confidential = true;
  Desk desk(pack);
  CHECK(desk.text("departments.KOR") == "conf.");
  CHECK(desk.finish().figures.empty());
}

// ---- counts over the document ----

TEST_CASE("counts of a document are 0 until it is counted and have no note") {
  SmallPack pack = gpu_pack();
  Desk first(pack);
  CHECK(first.text("found(scorecard)") == "0");
  CHECK(first.claim("found(scorecard, KOR) > found(scorecard, CHN) => more"));
  CHECK(first.book.asked_for_counts());
  first.book.count_cells("scorecard", "", {14, 11, 3, 1});
  first.book.count_cells("scorecard", "KOR", {7, 6, 1, 0});
  first.book.count_cells("scorecard", "CHN", {7, 5, 2, 1});
  Desk second(pack, first.book.counts());
  CHECK(second.text("found(scorecard)") == "11");
  CHECK(second.text("cells(scorecard, KOR)") == "7");
  CHECK(second.text("disputed(scorecard) ; words, cap") == "One");
  CHECK(second.text("share(found(scorecard), cells(scorecard))", FormPlace::table) == "78.6%");
  CHECK(second.claim("found(scorecard, KOR) > found(scorecard, CHN) => more"));
  CHECK(second.text("found(scorcard)") == "[resolve/unknown-exhibit]");
  const auto& document = second.finish();
  CHECK(document.notes.empty());
  CHECK(document.figures[0].is_document_count);
}

TEST_CASE("before the document is counted, conditions on its counts are open and those on the pack's are not") {
  SmallPack pack = gpu_pack();
  Desk first(pack);
  const auto holds = [&](const std::string& condition) {
    const auto parsed = expression::parse_condition(condition, expression::nowhere());
    REQUIRE(parsed);
    return first.book.test(*parsed, first.context);
  };
  CHECK(holds("found(scorecard) > 5 and count(notes) > 5") == true);
  CHECK(holds("count(changes) > 0") == false);
  CHECK(holds("count(sources) - 1 > 5") == false);
}

TEST_CASE("things of the pack are counted with their tests") {
  SmallPack pack = gpu_pack();
  Desk desk(pack);
  CHECK(desk.text("count(entities) - 1 ; words") == "three");
  CHECK(desk.text("count(sources)") == "3");
  CHECK(desk.text("count(sources where same_as missing) ; words") == "two");
  CHECK(desk.text("count(disputes)") == "1");
  CHECK(desk.text("count(h100_gpus)") == "2");
  CHECK(desk.text("count(entities where kind = company)") == "0");
  CHECK(desk.text("count(sources where kin = news)") == "[resolve/unknown-field]");
  CHECK(desk.text("count(sources where kind = newz)") == "[resolve/unknown-value]");
  CHECK(desk.text("count(changes)") == "0");
  CHECK(desk.text("revision(h100_gpus.KOR)") == "[resolve/no-previous]");
  CHECK_FALSE(desk.book.asked_for_counts());
}
