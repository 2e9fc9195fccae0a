#include "expression/functions.h"

#include <algorithm>
#include <array>
#include <cassert>

namespace briefpack::expression {

namespace {

using enum Parameter;

const std::array<FunctionRow, 21>& table() {
  static const std::array<FunctionRow, 21> kRows{{
      {Function::change, "change", {reference, period, period}, 1, true, "change(x[, from, to])"},
      {Function::pct_change, "pct_change", {reference, period, period}, 1, true, "pct_change(x[, from, to])"},
      {Function::ratio, "ratio", {value, value}, 2, false, "ratio(a, b)"},
      {Function::gap, "gap", {value, value}, 2, false, "gap(a, b)"},
      {Function::share, "share", {value, value}, 2, false, "share(a, b)"},
      {Function::rank, "rank", {reference, set}, 1, false, "rank(metric.ENTITY[, set])"},
      {Function::leader, "leader", {metric, set}, 1, false, "leader(metric[, set])"},
      {Function::count, "count", {metric_or_thing, set}, 1, false, "count(metric[, set]) or count(THING [where …])"},
      {Function::sum, "sum", {metric, set}, 1, false, "sum(metric[, set])"},
      {Function::mean, "mean", {metric, set}, 1, false, "mean(metric[, set])"},
      {Function::median, "median", {metric, set}, 1, false, "median(metric[, set])"},
      {Function::min, "min", {metric, set}, 1, false, "min(metric[, set])"},
      {Function::max, "max", {metric, set}, 1, false, "max(metric[, set])"},
      {Function::revision, "revision", {reference}, 1, false, "revision(x)"},
      {Function::missing, "missing", {label_or_value, entity}, 1, false, "missing(x) or missing(LABEL[, ENTITY])"},
      {Function::found, "found", {label, entity}, 1, false, "found(LABEL[, ENTITY])"},
      {Function::disputed, "disputed", {label_or_value, entity}, 1, false, "disputed(x) or disputed(LABEL[, ENTITY])"},
      {Function::cells, "cells", {label, entity}, 1, false, "cells(LABEL[, ENTITY])"},
      {Function::all, "all", {metric_test, set}, 1, false, "all(metric > VALUE[, set])"},
      {Function::any, "any", {metric_test, set}, 1, false, "any(metric > VALUE[, set])"},
      {Function::most, "most", {metric_test, set}, 1, false, "most(metric > VALUE[, set])"},
  }};
  return kRows;
}

}  // namespace

std::span<const FunctionRow> functions() { return table(); }

const FunctionRow& row_of(Function function) {
  const auto row =
      std::find_if(table().begin(), table().end(), [&](const FunctionRow& r) { return r.function == function; });
  assert(row != table().end());
  return *row;
}

std::string_view name_of(Function function) { return row_of(function).name; }

const std::vector<std::string>& count_things() {
  static const std::vector<std::string> kThings{"disputes", "actions",      "changes", "notes",
                                                "sources",  "observations", "entities"};
  return kThings;
}

}  // namespace briefpack::expression
