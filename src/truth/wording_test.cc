#include "truth/wording.h"

#include <catch2/catch.hpp>
#include <fmt/format.h>

#include <string>

#include "truth/currency_mark.h"

using namespace briefpack::truth;

namespace {

/// "2000@5-10": value and bytes; o, %, / and ~ for ordinals, per cent, fractions and intervals; * where a magnitude is in it.
std::string found(std::string_view wording) {
  std::string out;
  for (const StatedNumber& each : stated_numbers(wording)) {
    if (!each.letters_before.empty()) continue;
    if (!out.empty()) out += ' ';
    out += fmt::format("{:.6g}", each.value);
    switch (each.kind) {
      case StatedNumber::Kind::cardinal: break;
      case StatedNumber::Kind::ordinal: out += 'o'; break;
      case StatedNumber::Kind::percent: out += '%'; break;
      case StatedNumber::Kind::fraction: out += '/'; break;
      case StatedNumber::Kind::interval: out += fmt::format("~{:.6g}", each.high); break;
    }
    if (each.has_magnitude) out += '*';
    if (!each.letters_after.empty()) out += fmt::format("[{}]", each.letters_after);
  }
  return out;
}

std::string marked(std::string_view wording) {
  const auto numbers = stated_numbers(wording);
  if (numbers.empty()) return "";
  const StatedNumber& first = numbers.front();
  return std::string(wording.substr(first.from, first.to - first.from));
}

}  // namespace

TEST_CASE("digits are read with the signs that group them") {
  CHECK(found("2,000 H100 GPUs") == "2000");
  CHECK(found("about 1,234,567.8 tonnes") == "1.23457e+06");
  CHECK(found("1\u2009000 and 12\u00A0500") == "1000 12500");
  CHECK(found("1.000.000 Stück") == "1e+06");
  CHECK(found("1.234,5") == "1234.5");
  CHECK(found("1.000") == "1");
  CHECK(found("4,5 Prozent") == "4.5");
  CHECK(found("0,190") == "0.19");
  CHECK(found("12,34,567") == "1.23457e+06");
  CHECK(found("3’500") == "3500");
  CHECK(found(".5 of all") == "0.5");
  CHECK(found("３５") == "35");
}

TEST_CASE("a plain blank may group digits or stand between two numbers") {
  CHECK(found("350 000 units") == "350 350000 0");
  CHECK(found("in 2024 350 firms") == "2024 350");
}

TEST_CASE("magnitudes belong to the number") {
  CHECK(found("USD 35 million") == "3.5e+07*");
  CHECK(found("500bn yuan") == "5e+11*");
  CHECK(found("a 35-million programme") == "3.5e+07*");
  CHECK(found("2.5 hundred thousand") == "250000*");
  CHECK(found("100k") == "100000* 100[k]");
  CHECK(found("35 m") == "3.5e+07* 35[m]");
  CHECK(found("3 × 10^18") == "3e+18*");
  CHECK(found("3 x 10¹⁸") == "3e+18*");
  CHECK(found("2 and a half million") == "2.5e+06*");
  CHECK(found("5 crore") == "5e+07*");
}

TEST_CASE("per cent, places and parts are told apart") {
  CHECK(found("around 19% of exports") == "19%");
  CHECK(found("nineteen per cent") == "19%");
  CHECK(found("0.19 of it") == "0.19");
  CHECK(found("4.5 percentage points") == "4.5%");
  CHECK(found("from 13th to 5th") == "13o 5o");
  CHECK(found("ranks third") == "3o 0.333333/");
  CHECK(found("the twenty-first place") == "21o");
  CHECK(found("a third of firms") == "3o 0.333333/");
  CHECK(found("two-thirds") == "0.666667/");
  CHECK(found("three quarters") == "0.75/");
  CHECK(found("half of them") == "0.5/");
  CHECK(found("one in five firms") == "1 0.2/ 5");
  CHECK(found("3 out of 4") == "3 0.75/ 4");
  CHECK(found("3/4") == "0.75/ 3 4");
  CHECK(found("2½ years") == "2.5");
}

TEST_CASE("number words") {
  CHECK(found("nine separate sub-strategies") == "9");
  CHECK(found("Six Little Dragons") == "6");
  CHECK(found("three-year period") == "3");
  CHECK(found("two hundred and five thousand") == "205000*");
  CHECK(found("a hundred thousand") == "100000*");
  CHECK(found("one hundred and twenty-three") == "123");
  CHECK(found("thirty-five million") == "3.5e+07*");
  CHECK(found("two and a half million") == "2.5e+06*");
  CHECK(found("half a million") == "500000*");
  CHECK(found("half a dozen") == "6");
  CHECK(found("two dozen") == "24");
  CHECK(found("a dozen") == "12");
  CHECK(found("two point five") == "2.5");
  CHECK(found("more than a decade") == "10");
  CHECK(found("thousand million") == "1e+09*");
  CHECK(found("tenfold") == "10");
  CHECK(found("twenty twenty-five") == "20 25");
}

TEST_CASE("words that only sound like numbers state none") {
  CHECK(found("the most important market") == "");
  CHECK(found("in the hundreds") == "");
  CHECK(found("someone is often tense, weighty") == "");
  CHECK(found("a few and an eye") == "");
  CHECK(found("") == "");
}

TEST_CASE("parts of a ten are intervals") {
  CHECK(found("in the early 50s") == "50~54");
  CHECK(found("mid-50s") == "53~57");
  CHECK(found("late 50s") == "55~59");
  CHECK(found("in the 50s") == "50~59");
  CHECK(found("early fifties") == "50~54");
  CHECK(found("50대 초반") == "50~54");
}

TEST_CASE("digits inside names are no numbers") {
  CHECK(found("H100 GPUs") == "");
  CHECK(found("GPT-4 and COVID-19") == "");
  CHECK(found("2nd-gen chips") == "");
  CHECK(found("third-generation AI") == "");
  CHECK(found("5G networks") == "5[G]");
  CHECK(found("in mid-2024") == "2024");
  CHECK(stated_numbers("USD35m").front().letters_before == "USD");
}

TEST_CASE("a minus is no hyphen") {
  CHECK(found("a change of -3.2%") == "-3.2%");
  CHECK(found("\u22128 places") == "-8");
  CHECK(found("2010-21") == "2010 21");
}

TEST_CASE("Korean numbers") {
  CHECK(found("H100 2,000장") == "2000");
  CHECK(found("약 100조 원") == "1e+14*");
  CHECK(found("1만 4천 명") == "14000*");
  CHECK(found("35만 장") == "350000*");
  CHECK(found("3.5조") == "3.5e+12*");
  CHECK(found("세 번째로 많다") == "3");
  CHECK(found("열두 개 업체") == "12");
  CHECK(found("여섯 곳") == "6");
  CHECK(found("세계 4위") == "4");
  CHECK(found("약 77퍼센트") == "77%");
  CHECK(found("3분의 1") == "0.333333/");
  CHECK(found("삼백 개") == "300");
  CHECK(found("한국의 두뇌") == "");
  CHECK(found("이 회사는") == "");
  CHECK(found("수백 개") == "");
}

TEST_CASE("Chinese numbers") {
  CHECK(found("5000亿元") == "5e+11*");
  CHECK(found("2.5万亿元") == "2.5e+12*");
  CHECK(found("三分之一") == "0.333333/");
  CHECK(found("百分之十九") == "19%");
  CHECK(found("第三位") == "3");
  CHECK(found("二〇二五年") == "2025");
  CHECK(found("三百五十") == "350");
  CHECK(found("数百家") == "");
}

TEST_CASE("a number is marked with what belongs to it") {
  CHECK(marked("an investment of USD 35 million in all") == "35 million");
  CHECK(marked("in the early 50s") == "early 50s");
  CHECK(marked("around 19% of it") == "19%");
  CHECK(marked("約 5000亿元") == "5000亿");
}

TEST_CASE("the currency beside a number is held against the one that is meant") {
  const auto other = [](std::string_view wording, std::string_view currency) {
    const auto numbers = stated_numbers(wording);
    return other_currency_beside(wording, numbers.front().from, numbers.front().to, currency);
  };
  CHECK(other("500 billion yuan", "CNY") == "");
  CHECK(other("500 billion yuan", "KRW") == "yuan");
  CHECK(other("US$ 35 million", "USD") == "");
  CHECK(other("$35m", "CAD") == "");
  CHECK(other("$35m", "EUR") == "$");
  CHECK(other("100조 원", "KRW") == "");
  CHECK(other("5000亿元", "CNY") == "");
  CHECK(other("35 million wonders", "USD") == "");
}
