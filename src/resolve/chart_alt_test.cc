#include "resolve/chart_alt.h"

#include <catch2/catch.hpp>

#include "resolve/lower.h"

using namespace briefpack;
using namespace briefpack::resolve;
using document::Mark;

namespace {

document::ChartRow row(const char* label, const char* printed, std::optional<double> number, bool is_disputed = false) {
  document::ChartRow out;
  out.label = label;
  document::ChartValue value;
  value.label = printed;
  value.number = number;
  if (is_disputed) value.dispute = 0;
  out.values.push_back(std::move(value));
  return out;
}

std::string alt(Mark mark, std::vector<document::ChartRow> rows, const char* lang = "en") {
  document::ChartSpec chart;
  chart.mark = mark;
  chart.lang = lang;
  chart.rows = std::move(rows);
  document::Exhibit exhibit;
  exhibit.title = text_inlines("Chips of two");
  return alt_of(chart, exhibit);
}

}  // namespace

TEST_CASE("the alternative text names extremes, what is missing and what is disputed") {
  CHECK(alt(Mark::bar, {row("Korea", "2,000", 2000), row("Alpha", "> 9,000", 9000), row("France", "..", std::nullopt),
                        row("China", "90,000", 90000, true)}) ==
        "Bar chart, rows: 4. Chips of two. Largest: Alpha > 9,000; smallest: Korea 2,000. Disputed: China 90,000. No "
        "figure found: France.");
  CHECK(alt(Mark::bar, {row("한국", "2,000", 2000)}, "ko") ==
        "막대그래프, 행 1개. Chips of two. 유일한 값: 한국 2,000.");
}

TEST_CASE("on lists of places the lowest number is the best") {
  CHECK(alt(Mark::list_range, {row("Index", "12th", 12), row("List", "3rd", 3)}) ==
        "Places on lists, rows: 2. Chips of two. Best place: List 3rd; lowest: Index 12th.");
}

TEST_CASE("a claim is told in its own words beside the interval") {
  document::ChartRow china = row("China", "low fifties", std::nullopt, true);
  china.values[0].low = 50;
  china.values[0].high = 53;
  document::ChartValue claim;
  claim.is_claim = true;
  claim.claim_text = "or “level”";
  claim.dispute = 0;
  china.values.push_back(claim);
  CHECK(alt(Mark::range, {china}) ==
        "Intervals and claims on one scale, rows: 1. Chips of two. China: low fifties, or “level” (disputed).");
}

TEST_CASE("a slope tells its ends, its change and the end that is missing, and speaks no dots") {
  document::ChartSpec chart;
  chart.mark = Mark::slope;
  chart.columns = {"a year earlier", "latest"};
  chart.change_text = "up 8 places";
  chart.rows = {row("France", "13th", 13), row("China", "..", std::nullopt)};
  chart.rows[0].values.push_back(row("", "5th", 5).values.front());
  chart.rows[1].values.push_back(row("", "2nd", 2).values.front());
  CHECK(alt_of(chart, {}) ==
        "Slope chart of places at two dates, rows: 2. France: a year earlier 13th, latest 5th. China: latest 2nd. No figure found: "
        "China a year earlier. up 8 places.");
}
