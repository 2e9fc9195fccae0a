#include "workbook/live.h"

#include <catch2/catch.hpp>

#include "workbook/figure_row.h"
#include "workbook/live_arithmetic.h"
#include "workbook/sample_pack_test.h"
#include "workbook/workings.h"

using namespace briefpack;
using namespace briefpack::workbook;
using Kind = document::Calculation::Kind;
using dataset::Qualifier;

namespace {

std::string look_up(const std::string& column, const std::string& key) {
  return "INDEX(tbl_data[" + column + "],MATCH(\"" + key + "\",tbl_data[obs_id],0))";
}

struct Fixture {
  SamplePack pack;
  Fixture() {
    pack.number("A", "gpus", "KOR", 2000);
    pack.number("B", "gpus", "XAI", 100000);
    pack.number("O", "gpus", "CHN", 500, Qualifier::over);
    pack.number("M", "outlay", "KOR", 35, Qualifier::up_to);
    auto& range = pack.row("R", "score", "CHN");
    range.range = {50, 54};
    range.text = dataset::LocalText("early 50s");
    auto& tier = pack.row("T", "tier", "KOR");
    tier.category = "leading";
    auto& gap = pack.row("X", "gpus", "FRA");
    gap.status = {};
    gap.status.add(dataset::ObsStatus::O);
    auto& secret = pack.number("W", "gpus", "FRA", 4711);
    secret.is_withheld = true;
  }
  /// So many rows of one metric, 0, 1, 2 …, as operands.
  std::vector<document::Calculation> numbers(int count) {
    std::vector<document::Calculation> out;
    for (int i = 0; i < count; ++i) {
      const std::string key = "N" + std::to_string(i);
      pack.number(key, "gpus", "KOR", i);
      out.push_back(leaf(key));
    }
    return out;
  }

  LiveFigure live(document::Figure& figure, const std::string& lang = "en") {
    pack.finish();
    const Plan plan(pack.document, pack.data, lang);
    Workings workings;
    return live_figure(plan, workings, figure);
  }
};

}  // namespace

TEST_CASE_METHOD(Fixture, "a published value is looked up by its key") {
  const auto live = this->live(pack.figure("gpus.KOR", leaf("A"), 2000));
  CHECK(live.formula == look_up("value", "A"));
  CHECK(live.number == 2000);
  CHECK(live.bound_formula == look_up("qualifier", "A") + "&\"\"");
}

TEST_CASE_METHOD(Fixture, "a ratio divides two look-ups and watches their bounds") {
  const auto live = this->live(pack.figure("$multiple", of(Kind::divide, {leaf("B"), leaf("A")}), 50));
  CHECK(live.formula == look_up("value", "B") + "/" + look_up("value", "A"));
  CHECK(live.number == 50);
  CHECK(live.bound.empty());
  CHECK(live.bound_formula.find("EXACT(" + look_up("qualifier", "B") + ",\"\")") != std::string::npos);
}

TEST_CASE_METHOD(Fixture, "a bound stays a bound through arithmetic") {
  const auto sum = live(pack.figure("sum", of(Kind::add, {leaf("A"), leaf("O")}), number_of(2500, Qualifier::over)));
  CHECK(sum.number == 2500);
  CHECK(sum.bound == "over");
  // 2000 divided by over 500 is under 4: the high end.
  const auto quotient = live(pack.figure("quotient", of(Kind::divide, {leaf("A"), leaf("O")}), number_of(4, Qualifier::under)));
  CHECK(quotient.number == 4);
}

TEST_CASE_METHOD(Fixture, "a power of ten is a factor of the formula") {
  const auto live = this->live(pack.figure("outlay.KOR", of(Kind::multiply, {leaf("M"), constant_of(1e6)}), number_of(35e6, Qualifier::up_to)));
  CHECK(live.formula == look_up("value", "M") + "*1000000");
  CHECK(live.number == 35e6);
  CHECK(live.bound_formula == look_up("qualifier", "M") + "&\"\"");
  CHECK(live.bound == "up_to");
}

TEST_CASE_METHOD(Fixture, "an interval has two live ends, and stays one in arithmetic") {
  document::FigureValue interval;
  interval.kind = document::FigureValue::Kind::interval;
  interval.low = 50;
  interval.high = 54;
  const auto plain = live(pack.figure("score.CHN", leaf("R", Kind::low), interval));
  CHECK(plain.kind == LiveFigure::Kind::interval);
  CHECK(plain.formula == look_up("low", "R"));
  CHECK(plain.high_formula == look_up("high", "R"));
  interval.low = 46;
  interval.high = 50;
  const auto gap = live(pack.figure("gap", of(Kind::subtract, {constant_of(100), leaf("R", Kind::text)}), interval));
  CHECK(gap.number == 46);
  CHECK(gap.high == 50);
  CHECK(gap.formula == "100-" + look_up("high", "R"));
}

TEST_CASE_METHOD(Fixture, "words are compared with the table's words in the workbook's language") {
  document::FigureValue words;
  words.kind = document::FigureValue::Kind::text;
  words.text = "선도";
  auto& figure = pack.figure("tier.KOR", leaf("T", Kind::text), words);
  const auto live = this->live(figure);
  CHECK(live.formula == look_up("text", "T"));
  CHECK(live.text == "Leading");
  const Plan plan(pack.document, pack.data, "en");
  Workings workings;
  CHECK(printed_words(plan, figure) == "Leading");
}

TEST_CASE_METHOD(Fixture, "a missing value is its mark, never 0") {
  document::FigureValue missing;
  missing.status.add(dataset::ObsStatus::O);
  const auto alone = live(pack.figure("gpus.FRA", leaf("X"), missing));
  CHECK(alone.text == "[x]");
  CHECK(alone.formula == look_up("shorthand", "X"));
  const auto ratio = live(pack.figure("ratio", of(Kind::divide, {leaf("X"), leaf("A")}), missing));
  CHECK(ratio.text == "[x]");
}

TEST_CASE_METHOD(Fixture, "a value that is not significant is its mark, though Data holds it") {
  document::FigureValue mark;
  mark.status.add(dataset::ObsStatus::N);
  mark.status.add(dataset::ObsStatus::E);
  pack.number("N", "gpus", "FRA", 3).status = mark.status;
  const auto alone = live(pack.figure("obs.N", leaf("N"), mark));
  CHECK(alone.text == "[ns]");
  CHECK(alone.formula == look_up("shorthand", "N"));
}

TEST_CASE_METHOD(Fixture, "a withheld row is in no table") {
  document::FigureValue withdrawn;
  withdrawn.kind = document::FigureValue::Kind::withdrawn;
  const auto live = this->live(pack.figure("ratio", of(Kind::divide, {leaf("W"), leaf("A")}), withdrawn));
  CHECK(live.text == "withdrawn");
  CHECK(live.formula == "IF(OR(ISNA(MATCH(\"W\",tbl_data[obs_id],0))),\"withdrawn\",\"changed\")");
}

TEST_CASE_METHOD(Fixture, "a result that rests on a dispute asks the table whether it still does") {
  dataset::Dispute dispute;
  dispute.id = "D1";
  dispute.observations = {0};
  pack.data.disputes.push_back(dispute);
  document::FigureValue withdrawn;
  withdrawn.kind = document::FigureValue::Kind::withdrawn;
  const auto live = this->live(pack.figure("ratio", of(Kind::divide, {leaf("B"), leaf("A")}), withdrawn));
  CHECK(live.formula == "IF(OR(" + look_up("disputed", "A") + "<>\"\"),\"withdrawn\",\"changed\")");
}

TEST_CASE_METHOD(Fixture, "ranks count the better ones, in both directions, ties sharing a place") {
  pack.number("A2", "gpus", "FRA", 2000);
  auto descending = of(Kind::rank, {leaf("A"), leaf("A"), leaf("B"), leaf("A2"), leaf("X")});
  const auto high = live(pack.figure("rank high", descending, 2));
  CHECK(high.number == 2);
  CHECK(high.formula == "1+(" + look_up("value", "B") + ">" + look_up("value", "A") + ")+(" + look_up("value", "A2") + ">" + look_up("value", "A") + ")");
  descending.is_descending = false;
  CHECK(live(pack.figure("rank low", descending, 1)).number == 1);
}

TEST_CASE_METHOD(Fixture, "sums, means, medians and counts leave out what has no value") {
  const auto over_set = [&](Kind kind) { return live(pack.figure("set", of(kind, {leaf("A"), leaf("X"), leaf("B")}), 0)); };
  CHECK(over_set(Kind::sum).number == 102000);
  CHECK(over_set(Kind::mean).number == 51000);
  CHECK(over_set(Kind::median).number == 51000);
  CHECK(over_set(Kind::min).number == 2000);
  CHECK(over_set(Kind::max).number == 100000);
  CHECK(over_set(Kind::sum).formula == "SUM(" + look_up("value", "A") + "," + look_up("value", "B") + ")");
  const auto count = live(pack.figure("count", of(Kind::count, {leaf("A"), leaf("T"), leaf("X")}), 2));
  CHECK(count.number == 2);
  CHECK(count.formula == "COUNT(" + look_up("value", "A") + ")+COUNTA(" + look_up("text", "T") + ")");
}

TEST_CASE_METHOD(Fixture, "changes are later minus earlier, in per cent of the earlier") {
  CHECK(live(pack.figure("change", of(Kind::change, {leaf("B"), leaf("A")}), 98000)).number == 98000);
  const auto relative = live(pack.figure("pct", of(Kind::pct_change, {leaf("B"), leaf("A")}), 49));
  CHECK(relative.number == 49);
  CHECK(relative.formula == "(" + look_up("value", "B") + "-" + look_up("value", "A") + ")/" + look_up("value", "A"));
}

TEST_CASE_METHOD(Fixture, "a number printed without its sign is compared without it") {
  auto& figure = pack.figure("change", of(Kind::change, {leaf("A"), leaf("B")}), -98000);
  figure.printed = 98000;
  const auto live = this->live(figure);
  CHECK(live.number == 98000);
  CHECK(live.formula == "ABS(" + look_up("value", "A") + "-" + look_up("value", "B") + ")");
}

TEST_CASE_METHOD(Fixture, "claims are 1 or 0, and over 500 is more than 500") {
  document::FigureValue holds;
  holds.kind = document::FigureValue::Kind::truth;
  holds.number = 1;
  const auto claim = [&](document::Calculation calculation) { return live(pack.figure("claim", std::move(calculation), holds)); };
  CHECK(claim(of(Kind::less, {leaf("A"), leaf("B")})).formula == "IF(" + look_up("value", "A") + "<" + look_up("value", "B") + ",1,0)");
  CHECK(claim(of(Kind::greater, {leaf("O"), constant_of(500)})).number == 1);
  CHECK(claim(of(Kind::greater, {leaf("O"), constant_of(501)})).number == 0);
  CHECK(claim(of(Kind::less, {leaf("R"), constant_of(55)})).number == 1);
  CHECK(claim(of(Kind::greater_equal, {leaf("A"), leaf("A")})).number == 1);
  CHECK(claim(of(Kind::equal, {leaf("T", Kind::text), stated_as("선도", 0)})).formula == "IF(EXACT(" + look_up("text", "T") + ",\"Leading\"),1,0)");
  const auto both = claim(of(Kind::logical_and, {of(Kind::less, {leaf("A"), leaf("B")}), of(Kind::equal, {leaf("A"), constant_of(2000)})}));
  CHECK(both.number == 1);
  CHECK(both.formula.starts_with("IF(AND("));
}

TEST_CASE_METHOD(Fixture, "counts of the document are live where a table holds what is counted") {
  CHECK(live(pack.figure("count(sources)", stated_as("sources", 1), 1)).formula == "ROWS(tbl_sources[source_id])");
  const auto independent = live(pack.figure("independent", stated_as("sources where same_as missing", 1), 1));
  CHECK(independent.formula == "SUMPRODUCT(1*(tbl_sources[same_as]=\"\"))");
  CHECK(independent.number == 1);
  const auto unknown = live(pack.figure("count(entities)", stated_as("entities", 7), 7));
  CHECK(unknown.formula == "7");
  CHECK_FALSE(unknown.is_live);
  auto two = stated_as("entities", 2);
  two.key = "KOR;CHN";
  const auto entities = live(pack.figure("two entities", two, 2));
  CHECK(entities.formula == "0+(COUNTIFS(tbl_data[entity_id],\"KOR\")>0)+(COUNTIFS(tbl_data[entity_id],\"CHN\")>0)");
  CHECK(entities.number == 2);
  const auto others = live(pack.figure("others", of(Kind::multiply, {constant_of(3), two}), 6));
  CHECK(others.formula.starts_with("3*(0+("));
  pack.document.changes = {{"A", "new", "new", "KOR", "Korea", "gpus", "GPUs", "", "2,000", {}, "", "", {}}, {"B", "method", "method", "XAI", "xAI", "gpus", "GPUs", "", "", {}, "", "", {}}};
  CHECK(live(pack.figure("changes", stated_as("changes", 2), 2)).formula == "ROWS(tbl_changes[kind])");
  const auto some = live(pack.figure("some changes", stated_as("changes where kind in [method, corrected] and metric found", 1), 1));
  CHECK(some.formula == "SUMPRODUCT(1*((tbl_changes[kind]=\"method\")+(tbl_changes[kind]=\"corrected\"))*(tbl_changes[metric_id]<>\"\"))");
  CHECK(some.number == 1);
  CHECK(some.is_live);
}

TEST_CASE_METHOD(Fixture, "a figure that its formula contradicts is found") {
  pack.figure("gpus.KOR", leaf("A"), 2001);
  pack.figure("gpus.XAI", leaf("B"), 100000);
  pack.finish();
  const Plan plan(pack.document, pack.data, "en");
  Workings workings;
  const auto wrong = disagreements(plan, figure_rows(plan, workings));
  REQUIRE(wrong.size() == 1);
  CHECK(wrong.front().code == "workbook/disagrees");
  CHECK(wrong.front().fault == Fault::bug);
  CHECK(wrong.front().message.find("gpus.KOR") != std::string::npos);
}

TEST_CASE_METHOD(Fixture, "a bound that is printed as a point is found") {
  pack.figure("gpus.CHN", leaf("O"), 500);
  pack.finish();
  const Plan plan(pack.document, pack.data, "en");
  Workings workings;
  CHECK(disagreements(plan, figure_rows(plan, workings)).size() == 1);
}

TEST_CASE_METHOD(Fixture, "numbers are rounded in printed units, half away from zero") {
  auto& millions = pack.figure("outlay.KOR", of(Kind::multiply, {leaf("M"), constant_of(1e6)}), number_of(35e6, Qualifier::up_to));
  millions.scale = 1e-6;
  millions.printed = 35;
  pack.number("H", "score", "KOR", 2.675);
  auto& half = pack.figure("score.KOR", leaf("H"), 2.675);
  half.decimals = 2;
  half.printed = 2.68;
  pack.finish();
  const Plan plan(pack.document, pack.data, "en");
  Workings workings;
  const auto rows = figure_rows(plan, workings);
  CHECK(rows[0].unit_size == 1e6);
  CHECK(rows[0].rounded == 35);
  CHECK(rows[0].agrees);
  CHECK(rows[1].rounded == 2.68);
  CHECK(rows[1].agrees);
}

TEST_CASE_METHOD(Fixture, "of two hundred members every function is live, in parts that fit into cells") {
  std::vector<document::Calculation> all, conditions;
  for (int i = 0; i < 200; ++i) {
    const std::string key = "N" + std::to_string(i);
    pack.number(key, "gpus", "KOR", i);
    all.push_back(leaf(key));
    conditions.push_back(of(Kind::less, {leaf(key), constant_of(200)}));
  }
  std::vector<document::Calculation> ranked{leaf("N190")};
  ranked.insert(ranked.end(), all.begin(), all.end());
  document::FigureValue holds;
  holds.kind = document::FigureValue::Kind::truth;
  holds.number = 1;
  pack.figure("sum", of(Kind::sum, all), 19900);
  pack.figure("mean", of(Kind::mean, all), 99.5);
  pack.figure("median", of(Kind::median, all), 99.5);
  pack.figure("min", of(Kind::min, all), 0);
  pack.figure("max", of(Kind::max, all), 199);
  pack.figure("count", of(Kind::count, all), 200);
  pack.figure("rank", of(Kind::rank, ranked), 10);
  pack.figure("all", of(Kind::logical_and, conditions), holds);
  pack.figure("any", of(Kind::logical_or, conditions), holds);
  pack.finish();
  const Plan plan(pack.document, pack.data, "en");
  Workings workings;
  const auto rows = figure_rows(plan, workings);
  CHECK(disagreements(plan, rows).empty());
  for (std::size_t i = 0; i < rows.size(); ++i) {
    CAPTURE(pack.document.figures[i].key);
    CHECK(rows[i].live.is_live);
    CHECK(rows[i].live.formula.find("tbl_workings") != std::string::npos);
    CHECK(rows[i].live.formula.size() < 8192);
  }
  for (const auto& row : workings.rows()) CHECK(row.formula.size() < 8192);
  CHECK(workings.rows().size() > 200);
}

TEST_CASE_METHOD(Fixture, "the operands of a long median are found by the name of their set, wherever their rows stand") {
  const std::vector<document::Calculation> all = numbers(200);
  auto& figure = pack.figure("median", of(Kind::median, all), 99.5);
  pack.finish();
  const Plan plan(pack.document, pack.data, "en");
  Workings workings;
  const auto live = live_figure(plan, workings, figure);
  CHECK(live.number == 99.5);
  CHECK(live.formula.find(':') == std::string::npos);
  const auto& rows = workings.rows();
  const auto median = std::find_if(rows.begin(), rows.end(), [](const auto& row) { return row.is_array; });
  REQUIRE(median != rows.end());
  CHECK(median->formula == "MEDIAN(IF(tbl_workings[set]=\"s1\",tbl_workings[operand],\"\"))");
  CHECK(std::count_if(rows.begin(), rows.end(), [](const auto& row) { return row.set == "s1"; }) == 200);
}

TEST_CASE_METHOD(Fixture, "the bounds of any number of operands are watched, in parts that figures share") {
  const std::vector<document::Calculation> all = numbers(200);
  auto& mean = pack.figure("mean", of(Kind::mean, all), 99.5);
  pack.finish();
  const Plan plan(pack.document, pack.data, "en");
  Workings workings;
  const auto live = live_figure(plan, workings, mean);
  CHECK(live.bound_formula.starts_with("IF(AND(INDEX(tbl_workings[result],"));
  CHECK(live.bound_formula.ends_with(",\"\",\"changed\")"));
  const std::size_t before = workings.rows().size();
  live_figure(plan, workings, mean);
  CHECK(workings.rows().size() == before);
}

TEST_CASE_METHOD(Fixture, "a claim says that it changed when a bound under it does") {
  document::FigureValue holds;
  holds.kind = document::FigureValue::Kind::truth;
  holds.number = 1;
  const auto live = this->live(pack.figure("claim", of(Kind::greater, {leaf("O"), leaf("X")}), holds));
  CHECK(live.bound.empty());
  const auto claim = this->live(pack.figure("claim 2", of(Kind::less, {leaf("A"), leaf("B")}), holds));
  CHECK(claim.bound_formula.find("EXACT(" + look_up("qualifier", "A") + ",\"\")") != std::string::npos);
}

TEST_CASE_METHOD(Fixture, "a count over the document is worked out once however many figures show it") {
  pack.finish();
  Workings workings;
  int made = 0;
  for (int i = 0; i < 3; ++i) workings.count("sources", [&] { ++made; return std::optional<Live>(); });
  CHECK(made == 1);
}
