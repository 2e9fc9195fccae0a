#include <catch2/catch.hpp>

#include <algorithm>
#include <clocale>
#include <set>

#include "numfmt/language.h"
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

/// The names in braces, sorted.
std::multiset<std::string> placeholders(std::string_view text) {
  std::multiset<std::string> out;
  for (std::size_t open = text.find('{'); open != std::string_view::npos; open = text.find('{', open + 1)) {
    out.emplace(text.substr(open, text.find('}', open) - open + 1));
  }
  return out;
}

}  // namespace

TEST_CASE("each fixed word and phrase stands once in each language, with the placeholders of the English one") {
  // A row's text by number; each number once, none empty.
  const auto by_number = [](const auto& rows, const auto number_of, std::size_t size) {
    std::vector<std::string_view> out(size);
    for (const auto& each : rows) {
      INFO(each.text);
      CHECK_FALSE(each.text.empty());
      CHECK(out.at(number_of(each)).empty());
      out.at(number_of(each)) = each.text;
    }
    return out;
  };
  const auto words = [&](const Language& language) {
    return by_number(language.words, [](const WordRow& row) { return static_cast<std::size_t>(row.word); }, static_cast<std::size_t>(Word::kEnd));
  };
  const auto phrases = [&](const Language& language) {
    return by_number(language.phrases, [](const PhraseRow& row) { return static_cast<std::size_t>(row.phrase); }, static_cast<std::size_t>(Phrase::kEnd));
  };
  CHECK(languages().size() == 3);
  for (const Language* language : languages()) {
    INFO(language->code);
    for (const auto& table : {std::pair(words(english()), words(*language)), std::pair(phrases(english()), phrases(*language))}) {
      for (std::size_t i = 0; i < table.first.size(); ++i) {
        INFO("row " << i << ": " << table.first[i]);
        CHECK_FALSE(table.second[i].empty());
        CHECK(placeholders(table.second[i]) == placeholders(table.first[i]));
      }
    }
  }
}

TEST_CASE("a language without strings has the English ones") {
  CHECK(word(Word::contents, "sw") == "Contents");
  CHECK(word(Word::contents, "fr-CA") == "Sommaire");
  CHECK(word(Word::contents, "fro") == "Contents");
  CHECK(phrase(Phrase::yes, "fr") == "Oui");
}

TEST_CASE("French dates have months in lower case and the first as an ordinal") {
  CHECK(spaced(format_date({2026, 11, 20}, DateForm::sentence, "fr")) == "20 novembre 2026");
  CHECK(spaced(format_date({2026, 5, 1}, DateForm::sentence, "fr")) == "1er mai 2026");
  CHECK(spaced(format_date({2026, 11, 20}, DateForm::table, "fr")) == "20 nov. 2026");
  CHECK(period("2019-12", "fr") == "d\u00E9c. 2019");
  CHECK(period("2024-Q2", "fr") == "T2 2024");
  CHECK(period("2024-S1", "fr") == "S1 2024");
  CHECK(period("2024-W05", "fr") == "semaine 5 de 2024");
  CHECK(spaced(format_period(dataset::parse_time_period("2015"), DateForm::table, "fr", true)) == "vers 2015");
  CHECK(format_period(std::nullopt, DateForm::table, "fr") == "non pr\u00E9cis\u00E9");
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

TEST_CASE("French number words keep the traditional spelling") {
  CHECK(*cardinal_words(0, "fr") == "z\u00E9ro");
  CHECK(*cardinal_words(17, "fr") == "dix-sept");
  CHECK(*cardinal_words(21, "fr") == "vingt et un");
  CHECK(*cardinal_words(60, "fr") == "soixante");
  CHECK(*cardinal_words(71, "fr") == "soixante et onze");
  CHECK(*cardinal_words(77, "fr") == "soixante-dix-sept");
  CHECK(*cardinal_words(80, "fr") == "quatre-vingts");
  CHECK(*cardinal_words(81, "fr") == "quatre-vingt-un");
  CHECK(*cardinal_words(99, "fr") == "quatre-vingt-dix-neuf");
  CHECK(*cardinal_words(100, "fr") == "cent");
  CHECK(*ordinal_words(1, "fr") == "premier");
  CHECK(*ordinal_words(4, "fr") == "quatri\u00E8me");
  CHECK(*ordinal_words(5, "fr") == "cinqui\u00E8me");
  CHECK(*ordinal_words(9, "fr") == "neuvi\u00E8me");
  CHECK(*ordinal_words(21, "fr") == "vingt et uni\u00E8me");
  CHECK(*ordinal_words(80, "fr") == "quatre-vingti\u00E8me");
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
