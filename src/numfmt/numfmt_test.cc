#include <catch2/catch.hpp>

#include <algorithm>
#include <clocale>
#include <set>

#include "numfmt/marks.h"
#include "numfmt/names.h"
#include "numfmt/number_text.h"
#include "numfmt/number_words.h"
#include "numfmt/period_text.h"
#include "numfmt/strings.h"

using namespace briefpack;
using namespace briefpack::numfmt;

namespace {

std::string spaced(std::string text) {
  for (std::size_t at = text.find(kNoBreakSpace); at != std::string::npos; at = text.find(kNoBreakSpace)) {
    text.replace(at, kNoBreakSpace.size(), " ");
  }
  return text;
}

std::string period(const std::string& text, std::string_view lang, DateForm form = DateForm::table) {
  return spaced(format_period(dataset::parse_time_period(text), form, lang));
}

}  // namespace

TEST_CASE("each fixed word stands once in each language") {
  for (const auto rows : {english_words(), korean_words()}) {
    std::set<Word> seen;
    for (const WordRow& each : rows) {
      INFO(each.text);
      CHECK(seen.insert(each.word).second);
      CHECK_FALSE(each.text.empty());
      CHECK(std::count(each.text.begin(), each.text.end(), '{') == std::count(each.text.begin(), each.text.end(), '}'));
    }
    for (std::size_t i = 0; i < static_cast<std::size_t>(Word::kEnd); ++i) {
      INFO("word number " << i);
      CHECK(seen.contains(static_cast<Word>(i)));
    }
  }
}

TEST_CASE("placeholders are filled once and unknown ones stay") {
  CHECK(filled(Word::page_of, "en", {{"page", "3"}}) == "Page 3 of {pages}");
  CHECK(filled(Word::page_of, "ko", {{"page", "9"}, {"pages", "9"}}) == "9쪽 / 전체 9쪽");
  CHECK(filled(Word::see_dispute, "en", {{"id", "{id}"}}) == "see {id}");
}

TEST_CASE("dates and periods in both languages") {
  CHECK(spaced(format_date({2026, 11, 20}, DateForm::sentence, "en")) == "20 November 2026");
  CHECK(spaced(format_date({2026, 11, 20}, DateForm::table, "en")) == "20 Nov 2026");
  CHECK(spaced(format_date({2026, 11, 20}, DateForm::sentence, "ko")) == "2026년 11월 20일");
  CHECK(spaced(format_month({2026, 11, 1}, "en")) == "November 2026");
  CHECK(period("2019-12", "en") == "Dec 2019");
  CHECK(period("2019-12", "en", DateForm::sentence) == "December 2019");
  CHECK(period("2019-12", "ko") == "2019년 12월");
  CHECK(period("2024", "en") == "2024");
  CHECK(period("2024", "ko") == "2024");
  CHECK(period("2010/2021", "en") == "2010–2021");
  CHECK(period("2010/2021", "ko") == "2010~2021");
  CHECK(period("2024-Q2", "en") == "Q2 2024");
  CHECK(period("2024-Q2", "ko") == "2024년 2분기");
  CHECK(period("2024-S1", "ko") == "2024년 상반기");
  CHECK(period("2024-W05", "en") == "week 5 of 2024");
  CHECK(format_period(std::nullopt, DateForm::table, "en") == "not stated");
  CHECK(format_period(std::nullopt, DateForm::table, "ko") == "미상");
  CHECK(spaced(format_period(dataset::parse_time_period("2015"), DateForm::table, "en", true)) == "c. 2015");
  CHECK(format_period(dataset::parse_time_period("2015"), DateForm::table, "ko", true) == "2015년경");
  CHECK(spaced(format_iso_date("2026-11", DateForm::table, "en")) == "Nov 2026");
  CHECK(format_iso_date("about then", DateForm::table, "en") == "about then");
}

TEST_CASE("missing values and statuses have their marks") {
  using dataset::ObsStatus;
  CHECK(missing_mark(ObsStatus::O, "en") == "..");
  CHECK(missing_mark(ObsStatus::M, "en") == "n/a");
  CHECK(missing_mark(ObsStatus::M, "ko") == "해당 없음");
  CHECK(missing_mark(ObsStatus::Q, "en") == "conf.");
  CHECK(missing_mark(ObsStatus::N, "en") == "..");
  dataset::ObsStatusSet set;
  set.add(ObsStatus::P);
  set.add(ObsStatus::B);
  CHECK(spaced(status_suffix(set, true)) == " (p) (b) r");
  CHECK(status_suffix({}, false).empty());
  CHECK_FALSE(is_estimate(set));
  set.add(ObsStatus::I);
  CHECK(is_estimate(set));
}

TEST_CASE("countries are named by CLDR unless the metric file names them") {
  CHECK(country_name("USA", "en") == "United States");
  CHECK(country_name("USA", "ko") == "미국");
  CHECK(country_name("TWN", "en") == "Taiwan");
  CHECK(country_name("XQX", "en").empty());
  dataset::Entity korea;
  korea.id = "KOR";
  CHECK(entity_name(korea, "en") == "South Korea");
  korea.name.set("en", "Korea");
  CHECK(entity_name(korea, "en") == "Korea");
  CHECK(entity_name(korea, "ko") == "대한민국");
  korea.name.set("ko", "한국");
  CHECK(entity_name(korea, "ko-KR") == "한국");
  dataset::Entity company;
  company.id = "XAI";
  company.kind = dataset::EntityKind::company;
  CHECK(entity_name(company, "en") == "XAI");
  company.name.set("en", "xAI");
  CHECK(entity_name(company, "ko") == "xAI");
}

TEST_CASE("names are ordered by their language, not by bytes") {
  const Collator english("en");
  CHECK(english("Éire", "France"));
  CHECK(english("apple", "Banana"));
  CHECK_FALSE(english("a", "a"));
  const Collator korean("ko");
  CHECK(korean("가", "나"));
}

TEST_CASE("ordinal and cardinal words end at one hundred") {
  CHECK(*cardinal_words(100, "en") == "one hundred");
  CHECK_FALSE(cardinal_words(101, "en"));
  CHECK_FALSE(cardinal_words(-1, "en"));
  CHECK(*ordinal_words(20, "en") == "twentieth");
  CHECK(*ordinal_words(32, "en") == "thirty-second");
  CHECK(*cardinal_words(20, "ko", true) == "스무");
  CHECK(*cardinal_words(21, "ko", true) == "스물한");
  CHECK(spaced(*ordinal_words(1, "ko")) == "첫 번째");
  CHECK(spaced(*ordinal_words(3, "ko")) == "세 번째");
}

TEST_CASE("the machine's locale changes nothing") {
  const std::string before = std::setlocale(LC_ALL, nullptr);
  for (const char* locale : {"de_DE.UTF-8", "ko_KR.UTF-8", "tr_TR.UTF-8"}) {
    if (std::setlocale(LC_ALL, locale) == nullptr) continue;
    CHECK(grouped(17.5) == "17.5");
    CHECK(format_number(2000, {}, "en").text() == "2,000");
    CHECK(country_name("FRA", "en") == "France");
  }
  std::setlocale(LC_ALL, before.c_str());
}
