#include "resolve/action_text.h"

#include <catch2/catch.hpp>

using namespace briefpack;
using namespace briefpack::resolve;

namespace {

dataset::Action dated(const char* date) {
  dataset::Action action;
  if (date != nullptr) action.date = dataset::parse_time_period(date);
  return action;
}

Scope in_table() {
  Scope scope;
  scope.place = FormPlace::table;
  return scope;
}

}  // namespace

TEST_CASE("a date of the precision of a year stands at mid-year, a month in its middle") {
  CHECK(year_of(*dataset::parse_time_period("2020")) == Approx(2020.5));
  CHECK(year_of(*dataset::parse_time_period("2019-12")) == Approx(2019.9575).margin(0.001));
  CHECK(year_of(CivilDate{2026, 1, 1}) == Approx(2026.0));
}

TEST_CASE("a plan's bar runs from the first day of its start to the last day of its end") {
  CHECK(start_year(*dataset::parse_time_period("2015")) == Approx(2015.0));
  CHECK(end_year(*dataset::parse_time_period("2025")) == Approx(2026.0));
}

TEST_CASE("dates are short in tables, long in prose, and inferred ones are marked") {
  dataset::Action action = dated("2019-12");
  CHECK(date_of(action, in_table()) == "Dec\u00A02019");
  CHECK(date_of(action, Scope{}) == "December\u00A02019");
  action = dated("2015");
  action.date_inferred = true;
  CHECK(date_of(action, in_table()) == "c.\u00A02015");
  CHECK(date_of(dated(nullptr), in_table()) == "..");
}

TEST_CASE("the file's own label wins over the word for the code") {
  dataset::Action action;
  action.status = dataset::ActionStatus::in_force;
  action.instrument = "skills";
  CHECK(status_of(action, "en") == "In force");
  CHECK(status_of(action, "ko") == "시행 중");
  CHECK(instrument_of(action, "en") == "Skills");
  action.status_label.set("", "Voted");
  action.instrument_label.set("", "School act");
  CHECK(status_of(action, "en") == "Voted");
  CHECK(instrument_of(action, "en") == "School act");
}

TEST_CASE("the dot's fill says how far an action is") {
  using dataset::ActionStatus;
  using document::SymbolKind;
  CHECK(dot_of(ActionStatus::completed) == SymbolKind::dot_filled);
  CHECK(dot_of(ActionStatus::repealed) == SymbolKind::dot_filled);
  CHECK(dot_of(ActionStatus::under_way) == SymbolKind::dot_half);
  CHECK(dot_of(ActionStatus::recommended) == SymbolKind::dot_open);
  CHECK(dot_of(ActionStatus::not_stated) == SymbolKind::dot_dashed);
}
