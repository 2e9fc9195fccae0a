#include "resolve/kept_sets.h"

#include <catch2/catch.hpp>

#include "resolve/commons.h"
#include "resolve/small_pack_test.h"

using namespace briefpack;
using namespace briefpack::resolve;

namespace {

/// One edition after the other, each with a book of its own and all with the same commons.
struct Editions {
  explicit Editions(SmallPack& of) : pack(of), commons(std::make_shared<Commons>(of.done())) {}

  std::string text(const std::string& figure, const Context& context) {
    FigureBook book(pack.data, "en", {}, commons);
    book.name_figure("own", expression::parse_value("score.focus", expression::nowhere()).value());
    const auto parsed = expression::parse_figure(figure, expression::nowhere());
    REQUIRE(parsed.ok());
    const auto printed = book.figure(parsed->expression, parsed->formats, context, FormPlace::prose);
    const std::string out = printed ? Desk::spaced(printed->text.text()) : "";
    return book.diagnostics().empty() ? out : out + "[" + book.diagnostics().back().code + "]";
  }

  SmallPack& pack;
  std::shared_ptr<Commons> commons;
};

SmallPack scores() {
  SmallPack pack;
  pack.row("score", "KOR", 30, "2024");
  pack.row("score", "CHN", 50, "2024");
  pack.row("score", "FRA", 80, "2024");
  return pack;
}

}  // namespace

TEST_CASE("what one edition keeps of a set serves only those that mean the same set") {
  SmallPack pack = scores();
  Editions editions(pack);
  const Context korea{.focus = "KOR", .entities = {"KOR", "CHN"}}, france{.focus = "FRA", .entities = {"KOR", "CHN", "FRA"}};
  for (int again = 0; again < 2; ++again) {
    CHECK(editions.text("max(score)", korea) == "50");
    CHECK(editions.text("max(score)", france) == "80");
    CHECK(editions.text("min(score, [focus, CHN])", korea) == "30");
    CHECK(editions.text("min(score, [focus, CHN])", france) == "50");
    CHECK(editions.text("rank(score.focus)", korea) == "2nd");
    CHECK(editions.text("rank(score.focus)", france) == "1st");
    CHECK(editions.text("rank($own)", korea) == "2nd");
    CHECK(editions.text("rank($own)", france) == "1st");
  }
}

TEST_CASE("a finding about a set is told in each edition, and where unlike values are allowed in none") {
  SmallPack pack = scores();
  pack.row("score", "USA", 90, "2019");
  Editions editions(pack);
  const Context all{.entities = {"KOR", "CHN", "FRA", "USA"}};
  for (int again = 0; again < 2; ++again) {
    CHECK(editions.text("sum(score) ; unlike", all) == "250");
    CHECK(editions.text("sum(score)", all) == "250[resolve/unlike]");
  }
}

TEST_CASE("things that nobody asked for make room for those asked for") {
  LastAskedFor<KeptSets::MembersKey, SetMembers> kept;
  const auto has = [&](std::uint32_t metric) { return kept.find([&](const auto& key) { return key.metric == metric; }) != nullptr; };
  kept.keep({1, "", "en", std::vector<std::uint32_t>(9'000)}, std::make_shared<SetMembers>());
  kept.keep({2, "", "en", std::vector<std::uint32_t>(9'000)}, std::make_shared<SetMembers>());
  CHECK(has(1));
  kept.keep({3, "", "en", std::vector<std::uint32_t>(9'000)}, std::make_shared<SetMembers>());
  CHECK(has(1));
  CHECK_FALSE(has(2));
  CHECK(has(3));
  kept.keep({4, "", "en", std::vector<std::uint32_t>(90'000)}, std::make_shared<SetMembers>());
  CHECK(has(4));
  CHECK_FALSE(has(3));
}
