#include "resolve/evaluated.h"

#include <algorithm>
#include <utility>

#include "base/decimal.h"
#include "resolve/value_arithmetic.h"

namespace briefpack::resolve {

using document::Calculation;
using Kind = document::FigureValue::Kind;

void add_once(std::vector<std::uint32_t>& to, std::uint32_t index) {
  if (std::find(to.begin(), to.end(), index) == to.end()) to.push_back(index);
}

Evaluated constant(double number) {
  Evaluated out;
  out.value = exact(number);
  out.calculation.number = number;
  out.decimals = decimals_of(number);
  return out;
}

bool is_numeric(const Evaluated& value) { return value.value.kind == Kind::number || value.value.kind == Kind::interval; }

bool is_constant(const Evaluated& value) {
  return value.observations.empty() && value.actions.empty() && !value.is_document_count && value.measure.kind == Measure::Kind::number;
}

Evaluated truth_value(bool holds) {
  Evaluated out;
  out.value.kind = Kind::truth;
  out.value.number = holds ? 1 : 0;
  out.measure.kind = Measure::Kind::truth;
  out.is_computed = true;
  return out;
}

std::string description(const Measure& measure) {
  switch (measure.kind) {
    case Measure::Kind::number: return "a plain number";
    case Measure::Kind::quantity: return measure.unit_measure.empty() ? "a quantity" : "a quantity in " + measure.unit_measure;
    case Measure::Kind::money: return "an amount in " + (measure.currency.empty() ? "money" : measure.currency);
    case Measure::Kind::index: return "an index value";
    case Measure::Kind::share: return "a share in per cent";
    case Measure::Kind::points: return "a difference in percentage points";
    case Measure::Kind::fraction: return "a share";
    case Measure::Kind::multiple: return "a multiple";
    case Measure::Kind::rank: return "a rank";
    case Measure::Kind::places: return "a number of places";
    case Measure::Kind::category: return "a category";
    case Measure::Kind::text: return "a text";
    case Measure::Kind::truth: return "a condition";
  }
  return {};
}

bool is_unscaled(Measure::Kind kind) {
  return kind == Measure::Kind::number || kind == Measure::Kind::multiple || kind == Measure::Kind::fraction;
}

void join(Evaluated& result, const Evaluated& operand) {
  for (const std::uint32_t each : operand.observations) add_once(result.observations, each);
  for (const std::uint32_t each : operand.actions) add_once(result.actions, each);
  for (const std::uint32_t each : operand.disputes) add_once(result.disputes, each);
  for (const std::uint32_t each : operand.caveats) add_once(result.caveats, each);
  result.unlike.insert(result.unlike.end(), operand.unlike.begin(), operand.unlike.end());
  result.value.status.add(operand.value.status);
  result.is_revised |= operand.is_revised;
  result.rests_on_withheld |= operand.rests_on_withheld;
  result.awaits_document |= operand.awaits_document;
}

Evaluated counted(double number, std::string words) {
  Evaluated out = constant(number);
  out.decimals = 0;
  out.calculation.kind = Calculation::Kind::stated;
  out.calculation.words = std::move(words);
  out.is_document_count = true;
  return out;
}

}  // namespace briefpack::resolve
