#include "resolve/claim_words.h"

#include <catch2/catch.hpp>

#include "resolve/value_arithmetic.h"

using namespace briefpack;
using namespace briefpack::resolve;
using expression::Comparison;

namespace {

Evaluated value(double number, Measure::Kind kind) {
  Evaluated out;
  out.value = exact(number);
  out.measure.kind = kind;
  out.observations = {0};
  return out;
}

ComparedNumbers compared(double left, Comparison comparison, double right, Measure::Kind kind = Measure::Kind::quantity) {
  return {value(left, kind), constant(right), comparison, 0};
}

ComparedNumbers over_time(double later, Comparison comparison, double earlier) {
  return {value(later, Measure::Kind::quantity), value(earlier, Measure::Kind::quantity), comparison, 1};
}

const std::string kFor = "\u201D for \u201C";
std::string swap_of(const std::string& right, const std::string& wrong) { return "\u201C" + right + kFor + wrong + "\u201D"; }

}  // namespace

TEST_CASE("a false direction is told the other way round") {
  CHECK(nearest_true_words("Korea rose", over_time(17, Comparison::greater, 19)) == swap_of("fell", "rose"));
  CHECK(nearest_true_words("Korea rose", over_time(19, Comparison::greater, 19)) == swap_of("was unchanged", "rose"));
  CHECK(nearest_true_words("fewer than France", over_time(24, Comparison::less, 17)) == swap_of("more", "fewer"));
  CHECK(nearest_true_words("증가했다", over_time(17, Comparison::greater, 19)) == swap_of("감소", "증가"));
  CHECK(nearest_true_words("did not rise", over_time(17, Comparison::greater, 19)).empty());
  CHECK(nearest_true_words("is a primrose country", over_time(17, Comparison::greater, 19)).empty());
}

TEST_CASE("places and counts are told in the form that the words have") {
  CHECK(nearest_true_words("third of 38", compared(4, Comparison::equal, 3, Measure::Kind::rank)) == swap_of("fourth", "third"));
  CHECK(nearest_true_words("is 3rd", compared(22, Comparison::equal, 3, Measure::Kind::rank)) == swap_of("22nd", "3rd"));
  CHECK(nearest_true_words("3위", compared(4, Comparison::equal, 3, Measure::Kind::rank)) == swap_of("4위", "3위"));
  CHECK(nearest_true_words("four of the five", compared(3, Comparison::equal, 4)) == swap_of("three", "four"));
  CHECK(nearest_true_words("more than 2,500 units", compared(1800, Comparison::greater, 2500)) == swap_of("1,800", "2,500"));
  CHECK(nearest_true_words("a strong showing", compared(4, Comparison::equal, 3, Measure::Kind::rank)).empty());
}

TEST_CASE("multiples and parts are told as what they are") {
  CHECK(nearest_true_words("more than doubled", compared(1.94, Comparison::greater, 2, Measure::Kind::multiple)) == swap_of("1.9 times", "more than doubled"));
  CHECK(nearest_true_words("more than doubled", compared(1.96, Comparison::greater, 2, Measure::Kind::multiple)) == swap_of("1.96 times", "more than doubled"));
  CHECK(nearest_true_words("More than half", compared(0.44, Comparison::greater, 0.5, Measure::Kind::fraction)) == swap_of("44 per cent", "more than half"));
  CHECK(nearest_true_words("More than half", compared(49.6, Comparison::greater, 50, Measure::Kind::share)) == swap_of("49.6 per cent", "more than half"));
}

TEST_CASE("words that say the contrary of what is proved are found") {
  CHECK_FALSE(contradiction_in("fell", over_time(19, Comparison::greater, 17)).empty());
  CHECK(contradiction_in("rose", over_time(19, Comparison::greater, 17)).empty());
  CHECK(contradiction_in("did not fall", over_time(19, Comparison::greater, 17)).empty());
  CHECK(contradiction_in("losses fell", over_time(19, Comparison::greater, 17)).empty());
  CHECK(contradiction_in("fell short of the goal", over_time(19, Comparison::greater, 17)).empty());
  CHECK_FALSE(contradiction_in("has fallen", over_time(19, Comparison::greater, 17)).empty());
  CHECK(contradiction_in("more than 500 people in over 600 places", compared(700, Comparison::greater, 500)).empty());
  CHECK(contradiction_in("rose after it fell", over_time(19, Comparison::greater, 17)).empty());
  ComparedNumbers places = over_time(5, Comparison::less, 13);
  places.over_time = 0;
  CHECK(contradiction_in("rose", places).empty());
  CHECK_FALSE(contradiction_in("more than 600", compared(700, Comparison::greater, 500)).empty());
  CHECK(contradiction_in("more than 400", compared(700, Comparison::greater, 500)).empty());
  CHECK(contradiction_in("more than 600 thousand", compared(700000, Comparison::greater, 500000)).empty());
  CHECK_FALSE(contradiction_in("fourth of 38", compared(3, Comparison::equal, 3, Measure::Kind::rank)).empty());
  CHECK(contradiction_in("third of 38", compared(3, Comparison::equal, 3, Measure::Kind::rank)).empty());
  CHECK(contradiction_in("in the second tier", compared(3, Comparison::equal, 3, Measure::Kind::rank)).empty());
}
