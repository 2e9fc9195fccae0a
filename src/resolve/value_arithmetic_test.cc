#include "resolve/value_arithmetic.h"

#include <catch2/catch.hpp>

using namespace briefpack::resolve;
using briefpack::dataset::Qualifier;
using briefpack::expression::Comparison;
using Kind = FigureValue::Kind;

namespace {

FigureValue bound(Qualifier qualifier, double number) {
  FigureValue out = exact(number);
  out.qualifier = qualifier;
  return out;
}
FigureValue over(double number) { return bound(Qualifier::over, number); }
FigureValue up_to(double number) { return bound(Qualifier::up_to, number); }
FigureValue about(double number) { return bound(Qualifier::about, number); }
FigureValue between(double low, double high) {
  FigureValue out;
  out.kind = Kind::interval;
  out.low = low;
  out.high = high;
  return out;
}

std::string shown(const std::optional<FigureValue>& value) {
  if (!value) return "open";
  const auto number = [](double each) {
    std::string text = std::to_string(each);
    text.erase(text.find_last_not_of('0') + 1);
    if (text.back() == '.') text.pop_back();
    return text;
  };
  if (value->kind == Kind::interval) return number(value->low) + ".." + number(value->high);
  const std::string qualifier(briefpack::dataset::name_of(value->qualifier));
  return (value->qualifier == Qualifier::none ? "" : qualifier + " ") + number(value->number);
}

std::string truth(std::optional<bool> holds) { return !holds ? "open" : *holds ? "true" : "false"; }

}  // namespace

TEST_CASE("a bound divided by a number is a bound") {
  CHECK(shown(divide(over(500), exact(40))) == "over 12.5");
  CHECK(shown(divide(up_to(35), exact(7))) == "up_to 5");
  CHECK(shown(divide(over(500), exact(-2))) == "under -250");
}

TEST_CASE("a number divided by a bound is a bound in the other direction") {
  CHECK(shown(divide(exact(100), over(500))) == "under 0.2");
  CHECK(shown(divide(exact(100), up_to(50))) == "at_least 2");
  CHECK(shown(divide(exact(100), bound(Qualifier::at_least, 50))) == "at_most 2");
  CHECK(shown(divide(exact(100), over(0))) == "open");
}

TEST_CASE("two bounds make a bound only when they push in one direction") {
  CHECK(shown(add(over(500), over(200))) == "over 700");
  CHECK(shown(subtract(over(500), over(200))) == "open");
  CHECK(shown(subtract(over(500), up_to(200))) == "over 300");
  CHECK(shown(divide(over(500), up_to(50))) == "over 10");
  CHECK(shown(divide(over(500), over(50))) == "open");
  CHECK(shown(multiply(over(5), over(3))) == "over 15");
  CHECK(shown(multiply(over(5), up_to(3))) == "open");
}

TEST_CASE("about stays about, and says nothing beside a bound") {
  CHECK(shown(divide(exact(100000), about(14000))).starts_with("about 7.14"));
  CHECK(shown(add(about(1), exact(2))) == "about 3");
  CHECK(shown(add(about(1), over(2))) == "open");
}

TEST_CASE("an interval is computed with as an interval") {
  CHECK(shown(subtract(exact(100), between(50, 54))) == "46..50");
  CHECK(shown(divide(between(50, 54), exact(2))) == "25..27");
  CHECK(shown(multiply(between(50, 54), exact(-1))) == "-54..-50");
  CHECK(shown(divide(exact(100), between(50, 200))) == "0.5..2");
  CHECK(shown(divide(exact(100), between(-1, 1))) == "open");
  CHECK(shown(add(between(50, 54), over(10))) == "over 60");
}

TEST_CASE("the larger of a bound and a number is what both leave") {
  CHECK(shown(larger(over(500), exact(600))) == "at_least 600");
  CHECK(shown(larger(over(500), exact(300))) == "over 500");
  CHECK(shown(smaller(over(500), exact(300))) == "300");
  CHECK(shown(smaller(up_to(35), exact(100))) == "at_most 35");
  CHECK(shown(larger(exact(2), exact(5))) == "5");
}

TEST_CASE("a comparison holds when it holds for all that the values may be") {
  CHECK(truth(holds(over(500), Comparison::greater, exact(400))) == "true");
  CHECK(truth(holds(over(500), Comparison::greater, exact(500))) == "true");
  CHECK(truth(holds(bound(Qualifier::at_least, 500), Comparison::greater, exact(500))) == "open");
  CHECK(truth(holds(bound(Qualifier::at_least, 500), Comparison::greater_equal, exact(500))) == "true");
  CHECK(truth(holds(over(500), Comparison::less, exact(600))) == "open");
  CHECK(truth(holds(over(500), Comparison::less, exact(500))) == "false");
  CHECK(truth(holds(between(50, 54), Comparison::less, exact(100))) == "true");
  CHECK(truth(holds(between(50, 54), Comparison::equal, exact(52))) == "open");
  CHECK(truth(holds(between(50, 54), Comparison::unequal, exact(55))) == "true");
  CHECK(truth(holds(exact(5), Comparison::less, exact(13))) == "true");
  CHECK(truth(holds(exact(5), Comparison::equal, exact(5))) == "true");
}

TEST_CASE("numbers are equal when they agree to 15 digits") {
  CHECK(truth(holds(exact(0.1 + 0.2), Comparison::equal, exact(0.3))) == "true");
  CHECK(truth(holds(exact(0.1 + 0.2), Comparison::greater, exact(0.3))) == "false");
  CHECK(truth(holds(exact(0.1 + 0.2), Comparison::less_equal, exact(0.3))) == "true");
}
