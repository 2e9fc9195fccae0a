#include "resolve/evaluate.h"

#include <catch2/catch.hpp>

#include "resolve/small_pack_test.h"

using namespace briefpack;
using namespace briefpack::resolve;
using dataset::Qualifier;

namespace {

SmallPack series_pack() {
  SmallPack pack;
  pack.row("score", "KOR", 20, "2022");
  pack.row("score", "KOR", 30, "2024");
  pack.row("score", "CHN", 50, "2024");
  pack.row("score", "FRA", 30, "2024");
  pack.row("score", "USA", 100, "2024");
  return pack;
}

}  // namespace

TEST_CASE("a reference is the latest of its series unless it names a period") {
  SmallPack pack = series_pack();
  Desk desk(pack);
  CHECK(desk.text("score.KOR") == "30");
  CHECK(desk.text("score.KOR@2022") == "20");
  CHECK(desk.text("score.KOR@previous") == "20");
  CHECK(desk.text("score.KOR@first") == "20");
  CHECK(desk.text("score.CHN@previous") == "..");
  CHECK(desk.text("score.KOR@2023") == "[resolve/no-such-period]");
}

TEST_CASE("unstated periods have an order of their own") {
  SmallPack pack;
  pack.row("ai_rank", "FRA", 13, "ns1");
  pack.row("ai_rank", "FRA", 5, "ns2");
  pack.row("ai_rank", "KOR", 6, "2024");
  pack.row("ai_rank", "KOR", 7, "ns1");
  Desk desk(pack);
  CHECK(desk.text("ai_rank.FRA") == "5th");
  CHECK(desk.text("ai_rank.FRA@ns1") == "13th");
  CHECK(desk.text("change(ai_rank.FRA)") == "−8 places");
  CHECK(desk.text("change(ai_rank.FRA) ; abs, words, nounit") == "eight");
  CHECK(desk.text("ai_rank.KOR") == "7th [resolve/mixed-periods]");
  CHECK(desk.text("ai_rank.KOR@ns1") == "7th");
}

TEST_CASE("unknown names are reported with what is near") {
  SmallPack pack = series_pack();
  Desk desk(pack);
  CHECK(desk.text("scores.KOR") == "[resolve/unknown-metric]");
  CHECK(desk.book.diagnostics().back().hints == std::vector<std::string>{"did you mean \"score\"?"});
  CHECK(desk.text("score.KRO") == "[resolve/unknown-entity]");
  CHECK(desk.text("obs.C99") == "[resolve/unknown-observation]");
  CHECK(desk.text("score.focus") == "[resolve/no-focus]");
  CHECK(desk.text("score.$c") == "[resolve/unknown-name]");
}

TEST_CASE("focus and loop variables stand for ids and so does the key") {
  SmallPack pack = series_pack();
  Desk desk(pack);
  desk.context.focus = "KOR";
  desk.context.variables = {{"c", "CHN"}};
  CHECK(desk.text("score.focus") == "30");
  CHECK(desk.text("score.$c") == "50");
  const auto& figures = desk.finish().figures;
  CHECK(figures[0].key == "score.KOR");
  CHECK(figures[1].key == "score.CHN");
}

TEST_CASE("change is later less earlier, in per cent of the earlier") {
  SmallPack pack = series_pack();
  Desk desk(pack);
  CHECK(desk.text("change(score.KOR) ; signed") == "+10");
  CHECK(desk.text("change(score.KOR, 2024, 2022)") == "−10");
  CHECK(desk.text("pct_change(score.KOR) ; signed", FormPlace::table) == "+50%");
  CHECK(desk.text("change(score.CHN)") == "..");
  const auto& document = desk.finish();
  CHECK(document.figures[0].calculation_words == "30 − 20");
  CHECK(document.figures[2].calculation_words == "(30 − 20) ÷ 20");
}

TEST_CASE("ties share the better place, and what is disputed takes none") {
  SmallPack pack = series_pack();
  pack.dispute("D1", {"score.USA@2024"});
  Desk desk(pack);
  CHECK(desk.text("rank(score.CHN) ; of") == "1st of 3");
  CHECK(desk.text("rank(score.KOR) ; of") == "2nd of 3");
  CHECK(desk.text("rank(score.FRA)") == "2nd");
  CHECK(desk.text("rank(score.USA)") == "withdrawn");
  CHECK(desk.text("rank(score.KOR, [CHN, FRA])") == "[resolve/not-in-set]");
  const auto& figure = desk.finish().figures[1];
  CHECK(figure.calculation_words == "place of 30 among 3 values");
  CHECK(figure.operands == std::vector<std::uint32_t>{1, 2, 3});
}

TEST_CASE("a rank needs a direction and an order") {
  SmallPack pack;
  pack.row("h100_gpus", "KOR", 2000);
  pack.row("score", "KOR", 30).qualifier = Qualifier::over;
  pack.row("score", "CHN", 40);
  Desk desk(pack);
  CHECK(desk.text("rank(h100_gpus.KOR)") == "[resolve/no-direction]");
  CHECK(desk.text("rank(score.KOR)") == "1st to 2nd [resolve/undecidable]");
}

TEST_CASE("the place of an interval is an interval, and a bound may still decide") {
  SmallPack pack;
  pack.row("score", "KOR", std::nullopt).range = {50, 54};
  pack.data.observations.back().status = {};
  pack.row("score", "CHN", 52);
  pack.row("score", "FRA", 30).qualifier = Qualifier::under;
  pack.row("score", "USA", 60).qualifier = Qualifier::over;
  Desk desk(pack);
  CHECK(desk.text("rank(score.KOR)") == "2nd to 3rd");
  CHECK(desk.text("rank(score.KOR)", FormPlace::table) == "2nd\u20133rd");
  CHECK(desk.text("rank(score.USA)") == "1st");
  CHECK(desk.text("rank(score.FRA)") == "4th");
  CHECK(desk.text("leader(score)") == "United States");
}

TEST_CASE("places over several periods say so and are not refused") {
  SmallPack pack = series_pack();
  pack.data.observations[2].period = dataset::parse_time_period("2023");
  Desk desk(pack);
  CHECK(desk.text("rank(score.KOR)") == "3rd");
  CHECK(desk.text("sum(score)") == "210 [resolve/unlike]");
  CHECK(desk.finish().notes[0].texts[0].rest == ", place of 30 among 4 values. China 2023; others 2024.");
}

TEST_CASE("sums, means and extremes run over what is found") {
  SmallPack pack = series_pack();
  Desk desk(pack);
  CHECK(desk.text("sum(score)") == "210");
  CHECK(desk.text("sum(score, [KOR, CHN])") == "80");
  CHECK(desk.text("mean(score)") == "52.5");
  CHECK(desk.text("median(score)") == "40");
  CHECK(desk.text("min(score)") == "30");
  CHECK(desk.text("max(score)") == "100");
  CHECK(desk.text("leader(score)") == "United States");
  CHECK(desk.text("leader(score, [KOR, FRA])") == "Korea [resolve/tie]");
  CHECK(desk.text("sum(departments)") == "..");
}

TEST_CASE("ranks are neither summed nor averaged nor divided") {
  SmallPack pack;
  pack.row("ai_rank", "KOR", 6);
  pack.row("ai_rank", "CHN", 2);
  Desk desk(pack);
  CHECK(desk.text("mean(ai_rank)") == "[resolve/unit-mismatch]");
  CHECK(desk.text("ratio(ai_rank.KOR, ai_rank.CHN)") == "[resolve/unit-mismatch]");
  CHECK(desk.text("gap(ai_rank.KOR, ai_rank.CHN)") == "4 places");
}

TEST_CASE("unlike units are never added") {
  SmallPack pack;
  pack.row("h100_gpus", "KOR", 2000);
  pack.row("departments", "KOR", 5);
  pack.row("outlay", "KOR", 35);
  dataset::Observation& won = pack.row("outlay", "CHN", 40);
  won.currency = "CNY";
  Desk desk(pack);
  CHECK(desk.text("h100_gpus.KOR + departments.KOR ; unlike") == "[resolve/unit-mismatch]");
  CHECK(desk.text("outlay.KOR + outlay.CHN ; unlike") == "[resolve/unit-mismatch]");
  CHECK(desk.text("h100_gpus.KOR + 5 ; nounit") == "2,005");
  CHECK(desk.text("h100_gpus.KOR / 0") == "[resolve/division-by-zero]");
}

TEST_CASE("each rule of comparability refuses a pair") {
  SmallPack pack;
  const auto pair = [&](auto change) {
    SmallPack each;
    each.row("score", "KOR", 10, "2024");
    each.row("score", "CHN", 20, "2024");
    each.row("score", "XAI", 20, "2024");
    change(each);
    Desk desk(each);
    const auto value = desk.print("ratio(score.CHN, score.KOR)");
    CHECK(value);
    return desk.book.diagnostics().empty() ? Desk::spaced(value->text.text()) : desk.book.diagnostics().back().message;
  };
  CHECK(pair([](SmallPack&) {}) == "2");
  CHECK(pair([](SmallPack& p) { p.data.observations[0].period = dataset::parse_time_period("2022"); }) == "these values are unlike: Periods differ: 2024 and 2022.");
  CHECK(pair([](SmallPack& p) { p.data.observations[0].period.reset(); }) == "these values are unlike: One value is undated.");
  CHECK(pair([](SmallPack& p) {
          p.data.observations[0].period.reset();
          p.data.observations[1].period.reset();
        }) == "2");
  CHECK(pair([](SmallPack& p) { p.data.observations[0].definition.set("", "another"); }) == "these values are unlike: Definitions differ.");
  CHECK(pair([](SmallPack& p) { p.data.observations[0].unit_measure = "place"; }) == "these values are unlike: Units differ: point and place.");
  CHECK(pair([](SmallPack& p) { p.data.entities[0].kind = dataset::EntityKind::company; }) == "these values are unlike: A company against a country.");
  CHECK(pair([](SmallPack& p) { p.data.entities[0].kind = dataset::EntityKind::economy; }) == "2");
  CHECK(pair([](SmallPack& p) { p.data.entities[0].kind = dataset::EntityKind::other; }) == "2");
}

TEST_CASE("a break in the series refuses a change across it") {
  SmallPack pack = series_pack();
  pack.data.metrics[3].method_break = "2023";
  Desk desk(pack);
  CHECK(desk.text("change(score.KOR)") == "10 [resolve/unlike]");
  CHECK(desk.text("change(score.KOR) ; unlike") == "10");
  const auto& document = desk.finish();
  CHECK(document.notes[0].texts[0].rest == ", 30 − 20. The series breaks in between.");
}

TEST_CASE("a fault of a named figure is reported once") {
  SmallPack pack = series_pack();
  Desk desk(pack);
  const std::string text = "score.KOR / score.XQX";
  desk.book.name_figure("bad", expression::parse_value(text, expression::locate_on_line(text, {1, 3, 1, 1})).value());
  CHECK_FALSE(desk.print("$bad"));
  CHECK_FALSE(desk.print("$bad ; times"));
  REQUIRE(desk.book.diagnostics().size() == 1);
  CHECK(desk.book.diagnostics()[0].span.column == 19);
}

TEST_CASE("conditions know categories, missing and disputed values") {
  SmallPack pack = series_pack();
  dataset::Observation& tier = pack.row("tier", "KOR", std::nullopt);
  tier.status = {};
  tier.status.add(dataset::ObsStatus::V);
  tier.category = "second";
  pack.row("departments", "KOR", std::nullopt);
  pack.dispute("D1", {"score.USA@2024"});
  Desk desk(pack);
  const auto test = [&](const std::string& text) -> std::string {
    const auto parsed = expression::parse_condition(text, expression::nowhere());
    if (!parsed.ok()) return "[" + parsed.diagnostics().front().code + "]";
    const auto out = desk.book.test(*parsed, desk.context);
    return !out ? "[" + desk.last_code() + "]" : *out ? "true" : "false";
  };
  CHECK(desk.text("tier.KOR") == "Second tier");
  CHECK(test("tier.KOR = second") == "true");
  CHECK(test("tier.KOR != second") == "false");
  CHECK(test("tier.KOR = secnd") == "[resolve/unknown-category]");
  CHECK(test("tier.KOR < second") == "[resolve/no-order]");
  CHECK(test("missing(departments.KOR) and not missing(score.KOR)") == "true");
  CHECK(test("disputed(score.USA) or score.KOR > 90") == "true");
  CHECK(test("score.USA > 5") == "[resolve/undecidable]");
  CHECK(test("departments.KOR > 5") == "[resolve/undecidable]");
  CHECK(test("leader(score, [KOR, CHN]) = CHN") == "true");
  CHECK(test("focus = KOR") == "[resolve/no-focus]");
  desk.context.focus = "CHN";
  CHECK(test("focus = CHN") == "true");
  CHECK(test("focus != CHN or focus = KOR") == "false");
  CHECK(test("focus = Atlantis") == "[resolve/unknown-entity]");
  CHECK(test("focus < KOR") == "[resolve/no-order]");
  CHECK(test("score.KOR > ai_rank.KOR") == "[resolve/undecidable]");
  CHECK(test("score.KOR = CHN") == "[resolve/not-a-number]");
}

TEST_CASE("the number that a dispute is about is printed once with all its notes") {
  SmallPack pack;
  pack.row("h100_gpus", "CHN", 350000);
  pack.row("h100_gpus", "XAI", 350000);
  pack.row("score", "CHN", 5);
  pack.dispute("D1", {"h100_gpus.CHN@ns", "h100_gpus.XAI@ns"});
  pack.dispute("D2", {"h100_gpus.CHN@ns", "score.CHN@ns"});
  Desk desk(pack);
  const auto printed = desk.print("dispute.D1 ; nounit");
  REQUIRE(printed);
  CHECK(printed->text.text() == "350,000");
  CHECK(printed->notes.size() == 2);
  CHECK(desk.text("dispute.D2") == "[resolve/not-a-value]");
}

TEST_CASE("an action's amount is money of its own") {
  SmallPack pack;
  dataset::Action action;
  action.id = "P08";
  action.citations = {{"S3", dataset::LocalText("para. 4"), "", {}}};
  action.date = dataset::parse_time_period("2024");
  action.amount.emplace();
  action.amount->value = 35;
  action.amount->currency = "USD";
  action.amount->unit_mult = 6;
  pack.data.actions.push_back(action);
  action.id = "P09";
  action.amount.reset();
  action.citations[0].locator = dataset::LocalText("para. 5");
  pack.data.actions.push_back(action);
  Desk desk(pack);
  CHECK(desk.text("action.P08.amount") == "USD 35 m");
  CHECK(desk.text("action.P09.amount") == "..");
  CHECK(desk.text("action.P10.amount") == "[resolve/unknown-action]");
  const auto printed = desk.book.amount(0, {}, desk.context, FormPlace::table, {});
  REQUIRE(printed);
  const auto& document = desk.finish();
  CHECK(document.figures[0].key == "action.P08.amount");
  CHECK(document.figures[0].value.number == 35e6);
  CHECK(document.figures[0].printed == 35);
  CHECK(document.notes[0].texts[0].rest == ", para. 4.");
  CHECK(document.notes[0].actions == std::vector<std::uint32_t>{0});
}

TEST_CASE("amounts are computed in units and said as the source says them") {
  SmallPack pack;
  pack.row("outlay", "KOR", 35, "2024");
  pack.row("outlay", "CHN", 70, "2024");
  Desk desk(pack);
  CHECK(desk.text("outlay.KOR + outlay.CHN") == "USD 105 m");
  const auto& figure = desk.finish().figures[0];
  CHECK(figure.value.number == 105e6);
  CHECK(figure.scale == 1e-6);
  CHECK(Desk::spaced(figure.calculation_words) == "USD 35 m + USD 70 m");
  REQUIRE(figure.calculation.arguments.size() == 2);
  CHECK(figure.calculation.arguments[0].kind == document::Calculation::Kind::multiply);
  CHECK(figure.calculation.arguments[0].arguments[1].number == 1e6);
}

TEST_CASE("a where compares dates by time and words by their field") {
  SmallPack pack;
  dataset::Action action;
  action.entity = 0;
  for (const char* date : {"2019-12", "2020", "2024"}) {
    action.id = std::string("A") + date;
    action.date = dataset::parse_time_period(date);
    action.status = dataset::ActionStatus::completed;
    pack.data.actions.push_back(action);
  }
  action.id = "undated";
  action.date.reset();
  action.status = dataset::ActionStatus::recommended;
  pack.data.actions.push_back(action);
  Desk desk(pack);
  CHECK(desk.text("count(actions)") == "4");
  CHECK(desk.text("count(actions where date < 2020)") == "1");
  CHECK(desk.text("count(actions where date >= 2020)") == "2");
  CHECK(desk.text("count(actions where date missing)") == "1");
  CHECK(desk.text("count(actions where status != recommended)") == "3");
  CHECK(desk.text("count(actions where entity in [KOR, CHN] and status = completed)") == "3");
  CHECK(desk.text("count(actions where entity = $c)") == "[resolve/unknown-name]");
}

TEST_CASE("figures that double each other end in a limit") {
  SmallPack pack = series_pack();
  Desk desk(pack);
  desk.name("a0", "score.KOR");
  for (int i = 1; i <= 40; ++i) {
    const std::string before = "$a" + std::to_string(i - 1);
    desk.name("a" + std::to_string(i), before + " + " + before);
  }
  CHECK(desk.text("$a3") == "240");
  CHECK(desk.text("$a40") == "[resolve/too-large]");
  CHECK(desk.book.diagnostics().size() == 1);
}
