#include <catch2/catch.hpp>

#include "resolve/small_pack_test.h"

using namespace briefpack;
using namespace briefpack::resolve;

TEST_CASE("a true claim prints its words with its operands' notes") {
  SmallPack pack;
  pack.row("ai_rank", "FRA", 13, "ns1");
  pack.row("ai_rank", "FRA", 5, "ns2");
  Desk desk(pack);
  const auto printed = desk.claim("ai_rank.FRA@ns2 < ai_rank.FRA@ns1 => rose");
  REQUIRE(printed);
  CHECK(printed->text.text() == "rose");
  CHECK(printed->notes.size() == 2);
  CHECK(desk.book.diagnostics().empty());
  const auto& document = desk.finish();
  CHECK(document.figures[0].is_claim);
  CHECK(document.figures[0].texts == std::vector<std::string>{"rose"});
  CHECK(document.figures[0].calculation_words == "5 < 13");
}

TEST_CASE("a false claim says the true values and where they stand") {
  SmallPack pack;
  pack.row("ai_rank", "FRA", 13, "ns1");
  pack.row("ai_rank", "FRA", 5, "ns2");
  Desk desk(pack);
  desk.claim("ai_rank.FRA@ns2 > ai_rank.FRA@ns1 => fell");
  REQUIRE(desk.book.diagnostics().size() == 1);
  const Diagnostic& report = desk.book.diagnostics()[0];
  CHECK(report.code == "resolve/false-claim");
  CHECK(report.message == "the claim \"fell\" is false: 5 > 13 does not hold");
  REQUIRE(report.notes.size() == 2);
  CHECK(report.notes[0].message == "ai_rank.FRA is 5");
  CHECK(report.notes[0].span.line == 2);
}

TEST_CASE("a claim on a disputed or missing value is untrue, and its words are printed") {
  SmallPack pack = gpu_pack();
  Desk desk(pack);
  CHECK(desk.claim("h100_gpus.CHN > h100_gpus.KOR => more")->text.text() == "more");
  CHECK(desk.last_code() == "resolve/disputed-claim");
  CHECK(desk.claim("h100_gpus.FRA > h100_gpus.KOR => more")->text.text() == "more");
  CHECK(desk.last_code() == "resolve/undecidable");
  CHECK_FALSE(has_fatal(desk.book.diagnostics()));
  CHECK(desk.book.diagnostics().front().about == std::vector<std::string>{"h100_gpus.CHN@ns", "h100_gpus.CHN", "h100_gpus.KOR@ns", "h100_gpus.KOR", "more"});
}

TEST_CASE("a claim about unlike values of one metric says that they are") {
  SmallPack pack = gpu_pack();
  Desk desk(pack);
  CHECK(desk.claim("h100_gpus.XAI > h100_gpus.KOR => more than the whole country"));
  REQUIRE(desk.book.diagnostics().size() == 1);
  CHECK(desk.book.diagnostics()[0].code == "resolve/unlike-claim");
  CHECK(desk.book.diagnostics()[0].fault == Fault::truth);
}

TEST_CASE("one expression over two default sets is two figures") {
  SmallPack pack = gpu_pack();
  Desk desk(pack);
  CHECK(desk.text("count(entities)") == "4");
  desk.context.entities = {"KOR"};
  CHECK(desk.text("count(entities)") == "1");
  CHECK(desk.finish().figures[1].key == "count(entities) ; over [KOR]");
}
