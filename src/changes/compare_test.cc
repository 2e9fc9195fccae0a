#include "changes/compare.h"

#include <catch2/catch.hpp>

#include "changes/change_text.h"

using namespace briefpack;
using namespace briefpack::changes;
using dataset::Dataset;
using dataset::Observation;

namespace {

/// A pack with metrics gpus, rank and outlay, entities KOR and CHN, and rows as a test needs them. Figures are made up.
struct Pack {
  Dataset data;

  explicit Pack(const std::string& id, int month = 1) {
    data.pack.id = id;
    data.pack.issued = {2030, month, 20};
    for (const char* entity : {"KOR", "CHN"}) {
      data.entities.emplace_back();
      data.entities.back().id = entity;
    }
    metric("gpus", dataset::MetricType::quantity).topic = "compute";
    metric("place", dataset::MetricType::rank).out_of = 38;
    dataset::Metric& money = metric("outlay", dataset::MetricType::money);
    money.currency = "USD";
    money.unit_mult = 6;
    dataset::Metric& tier = metric("tier", dataset::MetricType::category);
    tier.categories = {{"first", dataset::LocalText("First tier")}, {"second", dataset::LocalText("Second tier")}};
  }

  dataset::Metric& metric(const std::string& id, dataset::MetricType type) {
    data.metrics.emplace_back();
    data.metrics.back().id = id;
    data.metrics.back().name.set("", id);
    data.metrics.back().type = type;
    return data.metrics.back();
  }

  Observation& row(const std::string& id, std::uint32_t metric, std::uint32_t entity, std::optional<double> value,
                   const std::string& period = "2029") {
    Observation o;
    o.metric = metric;
    o.entity = entity;
    o.value = value;
    if (!period.empty()) o.period = dataset::parse_time_period(period);
    o.id = id;
    o.key = !id.empty() ? id : data.metrics[metric].id + "." + data.entities[entity].id + "@" + (period.empty() ? "ns" : period);
    o.status.add(value ? dataset::ObsStatus::A : dataset::ObsStatus::O);
    data.observations.push_back(std::move(o));
    return data.observations.back();
  }

  dataset::Action& action(const std::string& id) {
    data.actions.emplace_back();
    data.actions.back().id = id;
    data.actions.back().title.set("", "Plan " + id);
    return data.actions.back();
  }

  void dispute(const std::string& id, std::vector<std::uint32_t> rows, const std::string& closed = "") {
    dataset::Dispute dispute;
    dispute.id = id;
    dispute.question.set("", "Which is right?");
    dispute.since = "2030-01";
    dispute.closed = closed;
    dispute.settled_by.set("", "a letter");
    dispute.observations = std::move(rows);
    data.disputes.push_back(std::move(dispute));
  }
};

Comparison compared(Pack& earlier, Pack& later) {
  earlier.data.index();
  later.data.index();
  return compare(earlier.data, later.data);
}

/// "kind key: earlier -> later" by line.
std::string told(const Comparison& comparison) {
  std::string out;
  for (const Change& each : comparison.changes) {
    out += std::string(name_of(each.kind)) + " " + each.key + ": " + earlier_text(comparison, each, "en") + " -> " +
           later_text(comparison, each, "en") + "\n";
  }
  for (std::size_t at = out.find("\u00A0"); at != std::string::npos; at = out.find("\u00A0", at)) out.replace(at, 2, " ");
  return out;
}

dataset::Revision revision(const std::string& kind, const std::string& was, const std::string& reason = "late returns") {
  return {kind, was, dataset::LocalText(reason), "2030-02-03"};
}

std::vector<std::string> codes(const Diagnostics& list) {
  std::vector<std::string> out;
  for (const Diagnostic& each : list) out.push_back(each.code);
  return out;
}

using Strings = std::vector<std::string>;

}  // namespace

TEST_CASE("two packs with the same rows in another order have no changes") {
  Pack earlier("a"), later("b", 2);
  earlier.row("", 0, 0, 2000);
  earlier.row("", 0, 1, 500);
  later.row("", 0, 1, 500);
  later.row("", 0, 0, 2000);
  const Comparison comparison = compared(earlier, later);
  CHECK(told(comparison).empty());
  CHECK(comparison.earlier_of == std::vector<std::optional<std::uint32_t>>{1, 0});
  CHECK(findings(comparison).empty());
}

TEST_CASE("another value is what its revision says, and a finding when there is none") {
  Pack earlier("a"), later("b", 2);
  for (int i = 0; i < 4; ++i) earlier.row("r" + std::to_string(i), 0, 0, 1800, std::to_string(2020 + i));
  for (int i = 0; i < 4; ++i) later.row("r" + std::to_string(i), 0, 0, 2000, std::to_string(2020 + i));
  later.data.observations[0].revision = revision("revised_by_source", "1800");
  later.data.observations[1].revision = revision("corrected", "1800");
  later.data.observations[2].revision = revision("method", "1,800");
  const Comparison comparison = compared(earlier, later);
  CHECK(told(comparison) ==
        "unexplained r3: 1,800 -> 2,000\n"
        "revised_by_source r0: 1,800 -> 2,000\n"
        "corrected r1: 1,800 -> 2,000\n"
        "method r2: 1,800 -> 2,000\n");
  CHECK(why_text(comparison.changes[1], "en") == "revised by the source: late returns (2030-02-03)");
  CHECK(comparison.is_revised == std::vector<bool>{true, true, true, true});
  CHECK(codes(findings(comparison)) == Strings{"truth/unexplained-change"});
  CHECK(findings(comparison)[0].about == Strings{"r3", "gpus.KOR"});
}

TEST_CASE("a revision that the earlier pack gave already explains no later change") {
  Pack earlier("a"), later("b", 2);
  earlier.row("x", 0, 0, 1800).revision = revision("corrected", "1700");
  later.row("x", 0, 0, 2000).revision = revision("corrected", "1700");
  CHECK(told(compared(earlier, later)) == "unexplained x: 1,800 -> 2,000\n");
}

TEST_CASE("a revision that names another former value is warned of") {
  Pack earlier("a"), later("b", 2);
  earlier.row("x", 0, 0, 1800);
  earlier.row("y", 2, 0, 35);
  later.row("x", 0, 0, 2000).revision = revision("corrected", "1900");
  later.row("y", 2, 0, 40).revision = revision("corrected", "35");
  CHECK(codes(findings(compared(earlier, later))) == Strings{"truth/revision-was"});
}

TEST_CASE("values are compared in absolute units, with bound, unit and list length") {
  Pack earlier("a"), later("b", 2);
  earlier.row("same", 2, 0, 35);
  earlier.row("bound", 0, 0, 500);
  earlier.row("length", 1, 0, 33);
  earlier.row("unit", 0, 1, 500);
  Observation& in_units = later.row("same", 2, 0, 35e6);
  in_units.unit_mult = 0;
  later.row("bound", 0, 0, 500).qualifier = dataset::Qualifier::over;
  later.row("length", 1, 0, 33).out_of = 39;
  later.row("unit", 0, 1, 500).unit_measure = "rack";
  CHECK(told(compared(earlier, later)) ==
        "unexplained bound: 500 -> > 500\n"
        "unexplained length: 33rd of 38 -> 33rd of 39\n"
        "unexplained unit: 500 -> 500 rack\n");
}

TEST_CASE("numbers that differ in the fifteenth digit differ") {
  Pack earlier("a"), later("b", 2);
  earlier.row("x", 0, 0, 100000000000000);
  later.row("x", 0, 0, 100000000000001);
  CHECK(compared(earlier, later).changes.size() == 1);
}

TEST_CASE("what had no value before is a first observation") {
  Pack earlier("a"), later("b", 2);
  earlier.row("was_missing", 0, 0, std::nullopt);
  later.row("was_missing", 0, 0, 40);
  later.row("", 0, 0, 41, "2030");
  later.row("", 1, 1, std::nullopt);
  CHECK(told(compared(earlier, later)) == "new was_missing: first observation -> 40\nnew gpus.KOR@2030: first observation -> 41\n");
}

TEST_CASE("nothing of a value that is withheld in either pack is told") {
  Pack earlier("a"), later("b", 2);
  earlier.row("withdrawn", 0, 0, 1111);
  Observation& hidden = later.row("withdrawn", 0, 0, std::nullopt);
  hidden.is_withheld = true;
  hidden.withhold.set("", "no second source");
  earlier.row("released", 0, 1, std::nullopt).is_withheld = true;
  later.row("released", 0, 1, 77);
  later.row("new_and_withheld", 1, 0, std::nullopt).is_withheld = true;
  earlier.row("made_confidential", 1, 1, 5);
  later.row("made_confidential", 1, 1, std::nullopt).is_confidential = true;
  const Comparison comparison = compared(earlier, later);
  CHECK(told(comparison) ==
        "withdrawn withdrawn: not repeated here -> withheld\n"
        "withdrawn made_confidential: not repeated here -> withheld\n"
        "new released: withheld -> 77\n");
  CHECK(comparison.new_withheld == 1);
  CHECK(why_text(comparison.changes[0], "en") == "withdrawn: no second source");
}

TEST_CASE("a value that is missing now, or whose row is gone, was removed") {
  Pack earlier("a"), later("b", 2);
  earlier.row("emptied", 0, 0, 1);
  earlier.row("gone", 0, 1, 2);
  earlier.row("never_there", 1, 1, std::nullopt);
  later.row("emptied", 0, 0, std::nullopt);
  CHECK(told(compared(earlier, later)) == "removed emptied: 1 -> ..\nremoved gone: 2 -> ..\n");
}

TEST_CASE("the same value in another status is a change of status") {
  Pack earlier("a"), later("b", 2);
  earlier.row("x", 0, 0, 400).status.add(dataset::ObsStatus::P);
  later.row("x", 0, 0, 400);
  CHECK(told(compared(earlier, later)) == "status x: 400 (p) -> 400\n");
}

TEST_CASE("a row becomes disputed and a dispute is settled") {
  Pack earlier("a"), later("b", 2);
  for (Pack* pack : {&earlier, &later}) {
    pack->row("x", 0, 0, 1);
    pack->row("y", 0, 1, 2);
    pack->row("z", 1, 1, 3);
  }
  later.row("new", 1, 0, 4);
  earlier.dispute("D1", {1});
  earlier.dispute("D3", {2});
  later.dispute("D1", {1}, "2030-02-10");
  later.dispute("D2", {0, 3});
  later.dispute("D3", {2});
  const Comparison comparison = compared(earlier, later);
  CHECK(told(comparison) == "disputed x: 1 -> 1\nsettled y: 2 -> 2\nnew new: first observation -> 4th of 38\n");
  CHECK(why_text(comparison.changes[0], "en") == "now disputed D2: Which is right? (2030-01)");
  CHECK(why_text(comparison.changes[1], "en") == "dispute settled D1: a letter (2030-02-10)");
}

TEST_CASE("rows are matched by id, else by metric, entity and period") {
  Pack earlier("a"), later("b", 2);
  earlier.row("", 0, 0, 1, "2028");
  earlier.row("KEPT", 0, 1, 2, "");
  earlier.row("REUSED", 0, 1, 3, "2027");
  later.row("NAMED_NOW", 0, 0, 1, "2028");
  later.row("KEPT", 0, 1, 2, "2029");
  later.row("REUSED", 1, 1, 3, "2027");
  // An id that names another metric now is another row; a period that became known is the same one.
  CHECK(told(compared(earlier, later)) == "removed REUSED: 3 -> ..\nnew REUSED: first observation -> 3rd of 38\n");
}

TEST_CASE("rows that lost a conflict stand for nothing, and the reason for the new winner explains it") {
  Pack earlier("a"), later("b", 2);
  earlier.row("A", 0, 0, 10);
  later.row("A", 0, 0, 10).rejected_for = 1;
  Observation& winner = later.row("B", 0, 0, 12);
  winner.is_preferred = true;
  winner.reason.set("", "the office counts itself");
  const Comparison comparison = compared(earlier, later);
  CHECK(told(comparison) == "corrected B: 10 -> 12\n");
  CHECK(why_text(comparison.changes[0], "en") == "corrected by us: the office counts itself");
}

TEST_CASE("categories and words are compared as such, and a new translation changes nothing") {
  Pack earlier("a"), later("b", 2);
  earlier.row("tier", 3, 0, std::nullopt).category = "second";
  later.row("tier", 3, 0, std::nullopt).category = "first";
  earlier.row("words", 3, 1, std::nullopt).text.set("en", "hundreds");
  Observation& words = later.row("words", 3, 1, std::nullopt);
  words.text.set("en", "hundreds");
  words.text.set("ko", "수백");
  for (Pack* pack : {&earlier, &later}) {
    for (Observation& each : pack->data.observations) each.status = {};
  }
  CHECK(told(compared(earlier, later)) == "unexplained tier: Second tier -> First tier\n");
}

TEST_CASE("actions are compared field by field") {
  Pack earlier("a"), later("b", 2);
  earlier.action("P1").status = dataset::ActionStatus::announced;
  later.action("P1").status = dataset::ActionStatus::in_force;
  earlier.action("P2");
  dataset::Action& two = later.action("P2");
  two.title = dataset::LocalText("Another name");
  two.date = dataset::parse_time_period("2030-02");
  two.comment.set("", "not told");
  earlier.action("P3").summary.set("", "before");
  later.action("P3").summary.set("", "after");
  earlier.action("P4");
  later.action("P5").date = dataset::parse_time_period("2029");
  const Comparison comparison = compared(earlier, later);
  CHECK(told(comparison) ==
        "changed_action P1: Announced -> In force\n"
        "changed_action P2: Title: Plan P2; Date: .. -> Title: Another name; Date: Feb 2030\n"
        "removed_action P4: Not stated -> not listed\n"
        "new_action P5: not listed -> 2029, Not stated\n");
  CHECK(comparison.changes[1].fields == Strings{"title", "date"});
}

TEST_CASE("entities, metrics and sources that came and went are counted") {
  Pack earlier("a"), later("b", 2);
  later.data.entities.emplace_back();
  later.data.entities.back().id = "FRA";
  earlier.metric("old", dataset::MetricType::index);
  const Comparison comparison = compared(earlier, later);
  CHECK(comparison.entities == Turnover{1, 0});
  CHECK(comparison.metrics == Turnover{0, 1});
  CHECK(comparison.sources == Turnover{0, 0});
}

TEST_CASE("the wrong earlier edition is warned of") {
  Pack a("a"), same("a", 2), before("b", 1), other("c", 3);
  before.data.pack.issued = {2029, 12, 1};
  other.data.pack.supersedes = "x";
  CHECK(codes(findings(compared(a, same))) == Strings{"truth/edition"});
  CHECK(codes(findings(compared(a, before))) == Strings{"truth/edition"});
  CHECK(codes(findings(compared(a, other))) == Strings{"truth/edition"});
  other.data.pack.supersedes = "a";
  CHECK(findings(compared(a, other)).empty());
}
