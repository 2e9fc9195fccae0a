#include <catch2/catch.hpp>

#include <string>

#include "expression/canonical.h"
#include "expression/parse.h"
#include "expression/substitute.h"

namespace briefpack::expression {
namespace {

const SourceSpan kStart{0, 7, 11, 0};

/// "COLUMN+LENGTH code: message" of each fault, columns counted from 1 in the text itself.
template <typename T>
std::string faults(const Result<T>& result) {
  std::string out;
  for (const Diagnostic& fault : result.diagnostics()) {
    if (!out.empty()) out += "\n";
    out += std::to_string(fault.span.column - 10) + "+" + std::to_string(fault.span.length) + " " + fault.code;
    for (const std::string& hint : fault.hints)
      out += " (" + hint + ")";
  }
  return out;
}

std::string value(std::string_view text) {
  const auto result = parse_value(text, locate_on_line(text, kStart));
  return result ? canonical_text(*result) : faults(result);
}

std::string condition(std::string_view text) {
  const auto result = parse_condition(text, locate_on_line(text, kStart));
  return result ? canonical_text(*result) : faults(result);
}

std::string figure(std::string_view text) {
  const auto result = parse_figure(text, locate_on_line(text, kStart));
  if (!result) return faults(result);
  return canonical_text(result->expression) + " ; " + text_of(result->formats);
}

}  // namespace

TEST_CASE("references take a metric, an entity and an optional period") {
  CHECK(value("h100_gpus.KOR") == "h100_gpus.KOR");
  CHECK(value("  h100_gpus.KOR@latest ") == "h100_gpus.KOR");
  CHECK(value("h100_gpus.KOR@2024") == "h100_gpus.KOR@2024");
  CHECK(value("patents.KOR@2010/2021") == "patents.KOR@2010/2021");
  CHECK(value("x.KOR@2024-Q1 + x.KOR@2024-12-31") == "x.KOR@2024-Q1 + x.KOR@2024-12-31");
  CHECK(value("x.FRA@previous") == "x.FRA@previous");
  CHECK(value("x.FRA@first") == "x.FRA@first");
  CHECK(value("x.FRA@ns") == "x.FRA@ns");
  CHECK(value("x.FRA@ns1") == "x.FRA@ns1");
  CHECK(value("x.FRA@2024#2") == "x.FRA@2024#2");
  CHECK(value("ai-score.focus") == "ai-score.focus");
  CHECK(value("ai-score.$c") == "ai-score.$c");
  CHECK(value("$m.$c@2024") == "$m.$c@2024");
}

TEST_CASE("records and named figures are values") {
  CHECK(value("obs.C05") == "obs.C05");
  CHECK(value("dispute.D1") == "dispute.D1");
  CHECK(value("action.P-01.amount") == "action.P-01.amount");
  CHECK(value("$gap") == "$gap");
  CHECK(value("revision(obs.C05)") == "revision(obs.C05)");
}

TEST_CASE("canonical text keeps only the parentheses that are needed") {
  CHECK(value("(a.KOR+b.KOR)*2") == "(a.KOR + b.KOR) * 2");
  CHECK(value("a.KOR + (b.KOR * 2)") == "a.KOR + b.KOR * 2");
  CHECK(value("a.KOR - (b.KOR - 2.50)") == "a.KOR - (b.KOR - 2.5)");
  CHECK(value("(a.KOR - b.KOR) - 2") == "a.KOR - b.KOR - 2");
  CHECK(value("-a.KOR * -2") == "-a.KOR * -2");
  CHECK(value("-(a.KOR + 1)") == "-(a.KOR + 1)");
  CHECK(condition("not (a.KOR==1 or b.KOR<2) and c.KOR >=3") == "not (a.KOR = 1 or b.KOR < 2) and c.KOR >= 3");
  CHECK(condition("((a.KOR < 1))") == "a.KOR < 1");
}

TEST_CASE("canonical text parses to itself") {
  for (const char* text : {"a.KOR / (b.KOR / 2)", "rank(m.KOR, [KOR, CHN, $c])", "change(x.FRA, @2023, @latest)",
                           "count(actions where entity = KOR and date missing and kind in [a, \"b c\"])",
                           "leader(m, entities where kind = country)", "sum(m@2024)"}) {
    CHECK(value(text) == text);
  }
}

TEST_CASE("functions know what their arguments are") {
  CHECK(value("change(x.FRA)") == "change(x.FRA)");
  CHECK(value("change(x.FRA, 2023, 2024-Q1)") == "change(x.FRA, @2023, @2024-Q1)");
  CHECK(value("pct_change($x,first,latest)") == "pct_change($x, @first, @latest)");
  CHECK(value("ratio(a.KOR, $b + 1)") == "ratio(a.KOR, $b + 1)");
  CHECK(value("count(h100_gpus, [KOR,CHN])") == "count(h100_gpus, [KOR, CHN])");
  CHECK(value("count(notes)") == "count(notes)");
  CHECK(value("count(actions where date >= 2024-01)") == "count(actions where date >= 2024-01)");
  CHECK(value("count(actions where title != 'AI act')") == "count(actions where title != \"AI act\")");
  CHECK(value("found(scorecard, KOR)") == "found(scorecard, KOR)");
  CHECK(value("missing(scorecard)") == "missing(scorecard)");
  CHECK(condition("missing(x.KOR)") == "missing(x.KOR)");
  CHECK(condition("missing($gap) and disputed(x.CHN)") == "missing($gap) and disputed(x.CHN)");
  CHECK(condition("leader(m) = KOR") == "leader(m) = KOR");
  CHECK(condition("$c = focus") == "$c = focus");
  CHECK(condition("cat.KOR = \"Tier 2\"") == "cat.KOR = \"Tier 2\"");
}

TEST_CASE("quantifiers ask a comparison of a metric and are conditions") {
  CHECK(condition("all(h100_gpus > 5)") == "all(h100_gpus > 5)");
  CHECK(condition("any(m@2024 >= m.KOR * 2, [KOR,CHN]) and not most(tier = leading)") == "any(m@2024 >= m.KOR * 2, [KOR, CHN]) and not most(tier = leading)");
  CHECK(condition("all(h100_gpus)") == "14+1 expression/argument-kind (write all(metric > VALUE[, set]))");
  CHECK(condition("most(m.KOR > 5)").find("expression/argument-kind") != std::string::npos);
  CHECK(condition("all(m > (x.KOR > 5))").find("expression/not-a-value") != std::string::npos);
  CHECK(value("all(m > 5)").find("expression/not-a-value") != std::string::npos);
}

TEST_CASE("a figure is an expression and its formats") {
  CHECK(figure("a.KOR") == "a.KOR ; ");
  CHECK(figure("ratio(a.KOR,b.KOR) ; times , round:1") == "ratio(a.KOR, b.KOR) ; times, round:1");
  CHECK(figure("a.KOR | unit:bn, nomark") == "a.KOR ; unit:bn, nomark");
  CHECK(figure("a.KOR;round:-3") == "a.KOR ; round:-3");
}

TEST_CASE("a claim splits at its arrow and gives the place of its words") {
  const std::string text = "a.KOR >= 5 =>  한국's rise ";
  const auto claim = parse_claim(text, locate_on_line(text, kStart));
  REQUIRE(claim);
  CHECK(canonical_text(claim->condition) == "a.KOR >= 5");
  CHECK(text.substr(claim->words_begin, claim->words_end - claim->words_begin) == "한국's rise");
  CHECK_FALSE(claim->allows_unlike);
  const std::string meant = "a.KOR > b.KOR ; unlike => more; much more";
  const auto unlike = parse_claim(meant, locate_on_line(meant, kStart));
  REQUIRE(unlike);
  CHECK(unlike->allows_unlike);
  CHECK(meant.substr(unlike->words_begin, unlike->words_end - unlike->words_begin) == "more; much more");
}

TEST_CASE("a loop takes a variable and a set") {
  const std::string text = "$c in entities where kind == country and id != focus";
  const auto loop = parse_loop(text, locate_on_line(text, kStart));
  REQUIRE(loop);
  CHECK(loop->variable.text == "c");
  CHECK(canonical_text(loop->set) == "entities where kind = country and id != focus");
  CHECK(loop->span.length == text.size());
}

TEST_CASE("spans count code points") {
  const std::string text = "a.KOR = \"한국\" and b.KOR > 2";
  const auto parsed = parse_condition(text, locate_on_line(text, kStart));
  REQUIRE(parsed);
  const auto* both = as<Binary>(*parsed);
  REQUIRE(both);
  CHECK(both->operands[1].span == SourceSpan{0, 7, 11 + 17, 9});
  CHECK(as<Binary>(both->operands[1])->operator_span == SourceSpan{0, 7, 11 + 23, 1});
}

TEST_CASE("substitute puts ids in the place of variables and leaves figures alone") {
  const std::string text = "rank(m.$c, [focus, CHN]) - count(actions where entity = $c) + $gap";
  auto parsed = parse_value(text, nowhere());
  REQUIRE(parsed);
  const Expression out = substitute(*std::move(parsed), [](const Name& name) -> std::optional<std::string> {
    if (name.kind == Name::Kind::focus) return "KOR";
    if (name.text == "c") return "FRA";
    return std::nullopt;
  });
  CHECK(canonical_text(out) == "rank(m.FRA, [KOR, CHN]) - count(actions where entity = FRA) + $gap");
}

TEST_CASE("faults point at what is wrong") {
  CHECK(value("") == "1+0 expression/empty");
  CHECK(value("a.KOR -b.KOR") ==
        "7+1 expression/minus-spaces (ids may hold a \"-\", so that a-b is one id and a - b is a difference)");
  CHECK(value("a.KOR- b.KOR") ==
        "6+1 expression/minus-spaces (ids may hold a \"-\", so that a-b is one id and a - b is a difference)");
  CHECK(value("5-3") ==
        "2+1 expression/minus-spaces (ids may hold a \"-\", so that a-b is one id and a - b is a difference)");
  CHECK(value("a.KOR − 1") == "7+1 expression/unexpected (write -)");
  CHECK(value("h100_gpus") ==
        "1+9 expression/bare-name (write h100_gpus.ENTITY, or $h100_gpus for a figure named in the front matter)");
  CHECK(value("focus") == "1+5 expression/bare-name (write metric.focus)");
  CHECK(value("h100@2024") == "1+9 expression/bare-name (write h100.ENTITY@2024)");
  CHECK(value("a.KOR > 2") == "1+9 expression/not-a-value");
  CHECK(value("a.KOR + \"x\"") == "9+3 expression/not-a-value (a text can only be compared)");
  CHECK(condition("a.KOR") == "1+5 expression/not-a-condition (compare it: for example, x > 0)");
  CHECK(condition("1 < a.KOR < 3") == "11+1 expression/chained-comparison (write a < b and b < c)");
  CHECK(value("ration(a.KOR, 2)") == "1+6 expression/unknown-function (did you mean \"ratio\"?)");
  CHECK(value("ratio(a.KOR)") == "1+12 expression/arguments (write ratio(a, b))");
  CHECK(value("ratio(1, 2, 3)") == "13+1 expression/arguments (write ratio(a, b))");
  CHECK(value("change(a.KOR, 2023)") == "1+19 expression/arguments (write change(x[, from, to]))");
  CHECK(value("change(a.KOR, 2023-Q7, 2024)") ==
        "15+7 expression/period (periods are @2024, @2024-Q1, @2024-12, @2010/2021, @latest, @previous, @first, @ns "
        "and @ns1)");
  CHECK(value("a.KOR@lates") == "6+6 expression/period (did you mean \"@latest\"?)");
  CHECK(value("sum(a.KOR)") == "5+5 expression/argument-kind (write sum(a) or sum(a, [KOR, CHN]))");
  CHECK(value("rank(a)") == "6+1 expression/argument-kind (write rank(metric.ENTITY[, set]))");
  CHECK(value("(a.KOR + 1") == "1+1 expression/unclosed");
  CHECK(value("a.KOR = \"x") == "9+2 expression/unclosed");
  CHECK(value("a.KOR + 350,000") == "12+1 expression/unexpected (numbers are written without separators: 350000)");
  CHECK(value("1234567890123456") == "1+16 expression/number");
  CHECK(value("action.P1.title") == "11+5 expression/unexpected");
  CHECK(value("count(acts where x = 1)") ==
        "7+4 expression/unknown-thing (expected one of: disputes, actions, changes, notes, sources, observations, "
        "entities)");
  CHECK(figure("a.KOR ; percnt, round, nope:1, unit:zz") ==
        "9+6 expression/unknown-format (did you mean \"percent\"?)\n"
        "17+5 expression/format (write round:1)\n"
        "24+6 expression/unknown-format\n"
        "32+7 expression/format (write unit:k, unit:m, unit:bn or unit:tn)");
  CHECK(figure("a.KOR ; percent, times") == "18+5 expression/format");
  CHECK(figure("a.KOR ;") == "8+0 expression/format");
}

TEST_CASE("claims report a missing arrow and missing words") {
  const auto claim = [](std::string_view text) { return faults(parse_claim(text, locate_on_line(text, kStart))); };
  CHECK(claim("a.KOR > 1") == "1+9 expression/claim (write CONDITION => the words that are printed)");
  CHECK(claim("a.KOR > 1 => ") == "11+2 expression/claim (write CONDITION => the words that are printed)");
  CHECK(claim("a.KOR > 1 ; unlike") == "1+18 expression/claim (write CONDITION => the words that are printed)");
  CHECK(claim("a.KOR > 1 ; words => rose") == "13+5 expression/format (`unlike` is the only format that may stand before \"=>\")");
  CHECK(claim("a.KOR => rose") == "1+5 expression/not-a-condition (compare it: for example, x > 0)");
}

TEST_CASE("depth and length are limited") {
  CHECK(value(std::string(200, '(') + "1" + std::string(200, ')')).find("expression/too-deep") != std::string::npos);
  CHECK(value(std::string(3000, '-') + "1").find("expression/too-deep") != std::string::npos);
  std::string chain = "1";
  for (int i = 0; i < 100; ++i)
    chain += " + 1";
  CHECK(value(chain).find("expression/too-deep") != std::string::npos);
  std::string calls;
  for (int i = 0; i < 100; ++i)
    calls += "ratio(";
  CHECK(value(calls).find("expression/too-deep") != std::string::npos);
  CHECK(value(std::string(kLengthLimit + 1, '1')) == "1+1 expression/too-long");
  CHECK(value(std::string(63, '(') + "1" + std::string(63, ')')) == "1");
}

}  // namespace briefpack::expression
