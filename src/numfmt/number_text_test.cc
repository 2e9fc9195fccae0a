#include "numfmt/number_text.h"

#include <catch2/catch.hpp>

using namespace briefpack::numfmt;
using briefpack::dataset::Qualifier;

namespace {

/// No-break spaces as "_", so that a test shows them.
std::string shown(const std::string& text) {
  std::string out;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text.compare(at, kNoBreakSpace.size(), kNoBreakSpace) == 0) {
      out += '_';
      at += kNoBreakSpace.size() - 1;
    } else {
      out += text[at];
    }
  }
  return out;
}

std::string english(double value, const NumberStyle& style = {}) { return shown(format_number(value, style, "en").text()); }
/// Narrow no-break spaces as "'".
std::string french(double value, const NumberStyle& style = {}) {
  std::string out = shown(format_number(value, style, "fr").text());
  for (std::size_t at = 0; (at = out.find("\u202F")) != std::string::npos;) out.replace(at, 3, "'");
  return out;
}
std::string korean(double value, const NumberStyle& style = {}) { return shown(format_number(value, style, "ko").text()); }

}  // namespace

TEST_CASE("digits stand in groups of three") {
  CHECK(english(0) == "0");
  CHECK(english(999) == "999");
  CHECK(english(2000) == "2,000");
  CHECK(english(1234567.25, {.decimals = 1}) == "1,234,567.3");
  CHECK(english(-8) == "−8");
  CHECK(english(-1000) == "−1,000");
  CHECK(english(8, {.is_signed = true}) == "+8");
  CHECK(english(0, {.is_signed = true}) == "0");
  CHECK(english(-0.2) == "0");
}

TEST_CASE("a bound is said in words in a sentence and by a sign in a table") {
  const auto sentence = [](Qualifier q) { return english(500, {.qualifier = q}); };
  const auto table = [](Qualifier q) { return english(500, {.is_sentence = false, .qualifier = q}); };
  CHECK(sentence(Qualifier::over) == "over 500");
  CHECK(table(Qualifier::over) == ">_500");
  CHECK(sentence(Qualifier::under) == "under 500");
  CHECK(table(Qualifier::under) == "<_500");
  CHECK(sentence(Qualifier::at_least) == "at least 500");
  CHECK(table(Qualifier::at_least) == "≥_500");
  CHECK(table(Qualifier::at_most) == "≤_500");
  CHECK(sentence(Qualifier::up_to) == "up to 500");
  CHECK(table(Qualifier::up_to) == "up to_500");
  CHECK(table(Qualifier::about) == "about_500");
}

TEST_CASE("an estimate is marked once") {
  CHECK(english(77, {.is_sentence = false, .is_estimated = true}) == "c._77");
  CHECK(english(77, {.is_estimated = true}) == "about 77");
  CHECK(english(77, {.is_sentence = false, .qualifier = Qualifier::about, .is_estimated = true}) == "about_77");
}

TEST_CASE("money has its code before and its magnitude behind") {
  const NumberStyle bn{.power = 9, .qualifier = Qualifier::over, .currency = "USD"};
  const NumberText text = format_number(150e9, bn, "en");
  CHECK(shown(text.lead) == "over USD_");
  CHECK(text.number == "150");
  CHECK(shown(text.tail) == "_bn");
  CHECK(english(35e6, {.power = 6, .is_sentence = false, .currency = "USD"}) == "USD_35_m");
  CHECK(english(35e6, {.power = 6, .has_magnitude = false}) == "35");
}

TEST_CASE("Korean amounts stand in ten-thousands and their bounds behind the counter") {
  CHECK(korean(2000, {.unit = "장"}) == "2,000장");
  CHECK(korean(350000, {.unit = "장"}) == "35만_장");
  CHECK(korean(350000) == "35만");
  CHECK(korean(14000, {.unit = "명"}) == "1만_4,000명");
  CHECK(korean(500, {.qualifier = Qualifier::over, .unit = "개"}) == "500개_초과");
  CHECK(korean(40000, {.qualifier = Qualifier::over, .unit = "명"}) == "4만_명_초과");
  CHECK(korean(630, {.qualifier = Qualifier::at_least, .unit = "명"}) == "630명_이상");
  CHECK(korean(35, {.qualifier = Qualifier::up_to, .unit = "페타플롭스"}) == "최대 35페타플롭스");
  CHECK(korean(14000, {.qualifier = Qualifier::about, .unit = "명"}) == "약 1만_4,000명");
  CHECK(korean(150e9, {.power = 9, .qualifier = Qualifier::over, .currency = "USD"}) == "1,500억_달러_초과");
  CHECK(korean(35e6, {.power = 6, .currency = "USD"}) == "3,500만_달러");
  CHECK(korean(35, {.unit = "petaFLOPS"}) == "35_petaFLOPS");
}

TEST_CASE("Korean tables keep digits") {
  CHECK(korean(350000, {.is_sentence = false}) == "350,000");
  CHECK(korean(500, {.is_sentence = false, .qualifier = Qualifier::over}) == ">_500");
  CHECK(korean(35, {.is_sentence = false, .qualifier = Qualifier::up_to}) == "최대_35");
}

TEST_CASE("a Korean amount of many groups stays in digits") {
  CHECK(korean(123456789) == "123,456,789");
  CHECK(korean(123450000) == "1억_2,345만");
}

TEST_CASE("one rounded amount is printed in every language") {
  const NumberStyle style{.power = 6, .decimals = 2, .currency = "USD"};
  CHECK(english(1234567, style) == "USD_1.23_m");
  CHECK(korean(1234567, style) == "123만_달러");
  CHECK(printed_number(1234567, style) == 1.23);
  CHECK(scale_of(style) == 1e-6);
}

TEST_CASE("places and shares") {
  const NumberStyle place{.kind = NumberStyle::Kind::ordinal};
  CHECK(english(1, place) == "1st");
  CHECK(english(2, place) == "2nd");
  CHECK(english(3, place) == "3rd");
  CHECK(english(11, place) == "11th");
  CHECK(english(112, place) == "112th");
  CHECK(english(33, {.kind = NumberStyle::Kind::ordinal, .out_of = 38}) == "33rd_of_38");
  CHECK(korean(13, place) == "13위");
  CHECK(korean(33, {.kind = NumberStyle::Kind::ordinal, .out_of = 38}) == "38개 중_33위");
  CHECK(english(77, {.kind = NumberStyle::Kind::per_cent, .qualifier = Qualifier::about}) == "about 77_per_cent");
  CHECK(english(77, {.kind = NumberStyle::Kind::per_cent, .is_sentence = false}) == "77%");
  CHECK(english(0.02, {.kind = NumberStyle::Kind::percent, .is_sentence = false}) == "2%");
  CHECK(english(0.0285, {.kind = NumberStyle::Kind::percent, .decimals = 1, .is_sentence = false}) == "2.9%");
  CHECK(english(1, {.kind = NumberStyle::Kind::points}) == "1_percentage point");
  CHECK(korean(3, {.kind = NumberStyle::Kind::points}) == "3%p");
}

TEST_CASE("numbers in words") {
  CHECK(english(6, {.in_words = true}) == "six");
  CHECK(english(50, {.kind = NumberStyle::Kind::times, .in_words = true}) == "fifty_times");
  CHECK(english(17.5, {.kind = NumberStyle::Kind::times, .decimals = 1, .in_words = true}) == "17.5_times");
  CHECK(english(3, {.kind = NumberStyle::Kind::ordinal, .in_words = true}) == "third");
  CHECK(english(21, {.in_words = true}) == "twenty-one");
  CHECK(english(500, {.in_words = true}) == "500");
  CHECK(english(8, {.in_words = true, .is_capitalised = true}) == "Eight");
  CHECK(english(500, {.is_capitalised = true, .qualifier = Qualifier::over}) == "Over 500");
  CHECK(korean(4, {.in_words = true, .unit = "명"}) == "네_명");
  CHECK(korean(4, {.in_words = true}) == "넷");
  CHECK(korean(50, {.kind = NumberStyle::Kind::times}) == "50배");
}

TEST_CASE("units have a singular and a plural") {
  CHECK(english(1, {.unit = "GPU|GPUs"}) == "1_GPU");
  CHECK(english(2000, {.unit = "GPU|GPUs"}) == "2,000_GPUs");
  CHECK(english(35, {.unit = "petaFLOPS"}) == "35_petaFLOPS");
}

TEST_CASE("an interval has an en dash, in Korean a tilde") {
  CHECK(shown(format_interval(50, 54, {}, "en").text()) == "50–54");
  CHECK(shown(format_interval(50, 54, {}, "ko").text()) == "50~54");
  CHECK(shown(format_interval(30e6, 35e6, {.power = 6, .currency = "USD"}, "en").text()) == "USD_30–35_m");
  CHECK(shown(format_interval(-5, -3, {}, "en").text()) == "−5 to −3");
}

TEST_CASE("axis ticks are short") {
  CHECK(shown(tick_text(1000, "en")) == "1,000");
  CHECK(shown(tick_text(1e6, "en")) == "1_m");
  CHECK(tick_text(-1e15 * 1e-9, "en") == tick_text(-1e6, "en"));
  CHECK(tick_text(3 * 0.1, "en") == "0.3");
  CHECK(shown(tick_text(2.5e9, "en")) == "2.5_bn");
  CHECK(tick_text(1000, "ko") == "1천");
  CHECK(tick_text(100000, "ko") == "10만");
  CHECK(tick_text(300, "ko") == "300");
}

TEST_CASE("French numbers have a narrow space between thousands and a decimal comma") {
  CHECK(french(350000) == "350'000");
  CHECK(french(17.5, {.decimals = 1}) == "17,5");
  CHECK(french(-1234.5, {.decimals = 1}) == "\u22121'234,5");
  CHECK(french(0.5, {.decimals = 1}) == "0,5");
  CHECK(tick_text(2000, "fr") == "2\u202F000");
  CHECK(grouped(17.5, "fr") == "17,5");
}

TEST_CASE("French money has its magnitude and code behind") {
  CHECK(french(150e9, {.power = 9, .qualifier = Qualifier::over, .currency = "USD"}) == "plus de 150_Md_USD");
  CHECK(french(35e6, {.power = 6, .is_sentence = false, .currency = "EUR"}) == "35_M_EUR");
  CHECK(french(1.5e12, {.power = 12, .decimals = 1, .currency = "USD"}) == "1'500_Md_USD");
  CHECK(tick_text(2e12, "fr") == "2\u202F000\u00A0Md");
}

TEST_CASE("French places, shares and bounds") {
  const NumberStyle place{.kind = NumberStyle::Kind::ordinal};
  CHECK(french(1, place) == "1er");
  CHECK(french(13, place) == "13e");
  CHECK(french(33, {.kind = NumberStyle::Kind::ordinal, .out_of = 38}) == "33e_sur_38");
  CHECK(french(77, {.kind = NumberStyle::Kind::per_cent}) == "77'%");
  CHECK(french(77, {.kind = NumberStyle::Kind::per_cent, .is_sentence = false}) == "77'%");
  CHECK(french(2, {.kind = NumberStyle::Kind::points}) == "2_points de pourcentage");
  CHECK(french(1.5, {.kind = NumberStyle::Kind::points, .decimals = 1}) == "1,5_point de pourcentage");
  CHECK(french(50, {.kind = NumberStyle::Kind::times}) == "50_fois");
  CHECK(french(500, {.qualifier = Qualifier::at_least}) == "au moins 500");
  CHECK(french(500, {.is_sentence = false, .qualifier = Qualifier::at_least}) == "\u2265_500");
  CHECK(french(35, {.is_sentence = false, .qualifier = Qualifier::up_to}) == "jusqu\u2019\u00E0_35");
  CHECK(french(77, {.is_sentence = false, .is_estimated = true}) == "env._77");
  CHECK(french(1.5, {.decimals = 1, .unit = "tonne|tonnes"}) == "1,5_tonne");
  CHECK(french(3, {.in_words = true, .is_capitalised = true}) == "Trois");
}
