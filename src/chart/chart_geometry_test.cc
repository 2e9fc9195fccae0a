// Charts of many made-up series, drawn for each mark: what must hold of any picture holds of all of them.
#include <catch2/catch.hpp>

#include <cmath>
#include <random>

#include "chart/picture_checks.h"

using namespace briefpack;
using document::ChartRow;
using document::ChartSpec;
using document::ChartValue;
using document::Mark;

namespace {

/// Draws from a generator whose numbers the standard fixes, so that a failing seed fails everywhere.
class Draw {
 public:
  explicit Draw(std::uint32_t seed) : next_(seed) {}
  int below(int bound) { return static_cast<int>(next_() % static_cast<std::uint32_t>(bound)); }
  bool one_in(int count) { return below(count) == 0; }

  std::string name() {
    static const char* const kWords[] = {"Korea", "China", "United", "Kingdom", "Democratic", "Republic", "of", "the", "Congo", "France", "Islands", "and", "Northern", "New"};
    std::string out = kWords[below(14)];
    for (int more = one_in(4) ? below(7) : below(2); more > 0; --more) out += std::string(" ") + kWords[below(14)];
    return out;
  }

  ChartValue amount(double most) {
    ChartValue out;
    out.figure = static_cast<std::uint32_t>(below(500));
    if (one_in(8)) {
      out.label = "..";
      return out;
    }
    const double value = one_in(3) ? most * below(1000) / 1000.0 : most * std::pow(10.0, -below(4));
    out.number = std::max(1.0, std::floor(value));
    out.label = (one_in(5) ? "over " : "") + std::to_string(static_cast<long>(*out.number));
    for (int notes = below(3); notes > 0; --notes) out.notes.push_back(static_cast<std::uint32_t>(below(300)));
    if (one_in(7)) out.dispute = static_cast<std::uint32_t>(below(3));
    out.is_estimated = one_in(9);
    return out;
  }

  ChartValue place(int longest) {
    ChartValue out = amount(1);
    if (!out.number) return out;
    out.number = 1 + below(longest);
    out.label = std::to_string(static_cast<int>(*out.number)) + "th";
    return out;
  }

  ChartRow row() {
    ChartRow out;
    out.label = name();
    if (one_in(3)) out.sublabel = name();
    out.holder = static_cast<document::Holder>(below(3));
    return out;
  }

 private:
  std::mt19937 next_;
};

constexpr double kMost[] = {5, 100, 999, 35000, 350000, 9999999};

ChartSpec with_rows(Draw& draw, Mark mark) {
  ChartSpec spec;
  spec.mark = mark;
  const double most = kMost[draw.below(6)];
  const int longest = 3 + draw.below(120);
  if (most > 100000) spec.axis_scale = 0.001;
  const int rows = 1 + draw.below(mark == Mark::line || mark == Mark::bump || mark == Mark::slope ? 7 : 12);
  const int columns = mark == Mark::slope ? 2 : mark == Mark::matrix || mark == Mark::dot ? 1 + draw.below(4) : 3 + draw.below(9);
  const bool has_many = mark == Mark::slope || mark == Mark::matrix || mark == Mark::dot || mark == Mark::line || mark == Mark::bump;
  if (has_many) {
    for (int i = 0; i < columns; ++i) spec.columns.push_back(mark == Mark::line || mark == Mark::bump ? std::to_string(2010 + i) : mark == Mark::slope ? (i == 0 ? "a year earlier" : "latest") : draw.name());
  }
  for (int i = 0; i < rows; ++i) {
    ChartRow row = draw.row();
    row.is_focus = i == 1;
    for (int k = 0; k < (has_many ? columns : 1); ++k) {
      const bool of_places = mark == Mark::slope || mark == Mark::bump || mark == Mark::list_range;
      ChartValue value = of_places ? draw.place(longest) : draw.amount(mark == Mark::matrix ? 1 : mark == Mark::share ? 1 : most);
      if (mark == Mark::range && draw.one_in(3) && value.number) {
        value.low = *value.number;
        value.high = *value.number * 1.2;
        value.number.reset();
        value.label = "early " + value.label + "s";
      }
      row.values.push_back(std::move(value));
    }
    if (mark == Mark::range && draw.one_in(3)) {
      ChartValue claim = draw.amount(most);
      if (claim.number) {
        claim.is_claim = true;
        claim.claim_text = "or \"on par\"";
        claim.dispute = 0;
        row.values.push_back(claim);
      }
    }
    if (mark == Mark::list_range && draw.one_in(2) && row.values[0].number) row.out_of = static_cast<int>(*row.values[0].number) + draw.below(60);
    if (mark == Mark::share) row.text = draw.name() + " " + draw.name() + " " + draw.name();
    if (mark == Mark::paired && draw.one_in(2) && row.values[0].dispute == document::kNone) row.multiple = draw.amount(most);
    if (mark == Mark::matrix) row.group = i < rows / 2 ? "North" : "Europe";
    spec.rows.push_back(std::move(row));
  }
  if (mark == Mark::bar || mark == Mark::paired) {
    std::stable_partition(spec.rows.begin(), spec.rows.end(), [](const ChartRow& row) { return row.values[0].dispute != document::kNone; });
  }
  spec.no_earlier_text = "no earlier value found";
  spec.list_end_text = "list ends at {}";
  spec.withdrawn_text = "withdrawn";
  if (mark == Mark::slope && draw.one_in(2)) spec.change_text = "up 8 places";
  if (mark == Mark::paired) {
    spec.panel_a = "A Length: linear scale from zero";
    spec.panel_b = "B Position: log scale";
    spec.multiple_head = "x Korea";
  }
  return spec;
}

ChartSpec with_lanes(Draw& draw) {
  ChartSpec spec;
  spec.mark = Mark::lanes;
  spec.undated_head = "date not stated";
  spec.none_text = "no dated instrument found";
  if (draw.one_in(2)) spec.cut_off = 2026.9;
  for (int i = draw.below(6); i >= 0; --i) {
    document::Lane lane;
    lane.label = draw.name();
    lane.is_focus = i == 0;
    for (int k = draw.below(7); k > 0; --k) {
      document::LaneItem item;
      item.label = draw.name() + " " + draw.name();
      item.notes.push_back(static_cast<std::uint32_t>(draw.below(90)));
      if (!draw.one_in(4)) item.start = 2012 + draw.below(140) / 10.0;
      if (item.start && draw.one_in(4)) item.end = *item.start + 1 + draw.below(5);
      lane.items.push_back(std::move(item));
    }
    spec.lanes.push_back(std::move(lane));
  }
  return spec;
}

void hold_for_all(Mark mark) {
  for (std::uint32_t seed = 1; seed <= 150; ++seed) {
    Draw draw(seed * 7919);
    const ChartSpec spec = mark == Mark::lanes ? with_lanes(draw) : with_rows(draw, mark);
    for (const double width : {246.0, 330.0, 504.0}) {
      if (mark == Mark::paired && width < 400) continue;  // two panels are for the full measure
      for (const bool is_tight : {false, true}) {
        const auto faults = chart::faults_of(chart::draw(spec, width, chart::fixed_advance, {"D1", "D2", "D3"}, is_tight));
        if (faults.empty()) continue;
        CAPTURE(seed, width, is_tight, faults);
        CHECK(faults.empty());
        return;
      }
    }
  }
}

}  // namespace

TEST_CASE("labels of bars touch nothing") { hold_for_all(Mark::bar); }
TEST_CASE("labels of paired panels touch nothing") { hold_for_all(Mark::paired); }
TEST_CASE("labels of slopes touch nothing") { hold_for_all(Mark::slope); }
TEST_CASE("labels of places on lists touch nothing") { hold_for_all(Mark::list_range); }
TEST_CASE("labels of ranges touch nothing") { hold_for_all(Mark::range); }
TEST_CASE("labels of shares touch nothing") { hold_for_all(Mark::share); }
TEST_CASE("labels of a matrix touch nothing") { hold_for_all(Mark::matrix); }
TEST_CASE("labels of lines touch nothing") { hold_for_all(Mark::line); }
TEST_CASE("labels of bumps touch nothing") { hold_for_all(Mark::bump); }
TEST_CASE("labels of dots touch nothing") { hold_for_all(Mark::dot); }
TEST_CASE("labels of lanes touch nothing") { hold_for_all(Mark::lanes); }
