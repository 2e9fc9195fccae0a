#include <algorithm>
#include <cmath>
#include <utility>

#include "base/decimal.h"
#include "numfmt/names.h"
#include "resolve/comparability.h"
#include "resolve/evaluate.h"

namespace briefpack::resolve {

using dataset::MetricType;
using dataset::Observation;
using document::Calculation;
using Kind = document::FigureValue::Kind;

namespace {

double power_of_ten(int power) { return std::pow(10.0, power); }

/// A number as written → absolute units; dividing by an exact power keeps the last digit right.
double absolute(double written, int unit_mult) {
  return unit_mult >= 0 ? written * power_of_ten(unit_mult) : written / power_of_ten(-unit_mult);
}

/// The cell of the data, times its power of ten: what a formula over the data's own column has to compute.
Calculation scaled_cell(Calculation::Kind kind, const std::string& key, int unit_mult) {
  Calculation cell;
  cell.kind = kind;
  cell.key = key;
  if (unit_mult == 0) return cell;
  Calculation factor;
  factor.number = power_of_ten(std::abs(unit_mult));
  factor.words = "unit_mult";
  Calculation out;
  out.kind = unit_mult > 0 ? Calculation::Kind::multiply : Calculation::Kind::divide;
  out.arguments = {std::move(cell), std::move(factor)};
  return out;
}

Measure::Kind measure_kind(MetricType type) {
  switch (type) {
    case MetricType::quantity: return Measure::Kind::quantity;
    case MetricType::money: return Measure::Kind::money;
    case MetricType::share: return Measure::Kind::share;
    case MetricType::index: return Measure::Kind::index;
    case MetricType::rank: return Measure::Kind::rank;
    case MetricType::category: return Measure::Kind::category;
  }
  return Measure::Kind::number;
}

}  // namespace

Evaluated Evaluator::absent(dataset::ObsStatus status) {
  Evaluated out;
  out.value.kind = Kind::missing;
  out.value.status.add(status);
  // A cell of the data that no row has: what is computed with it is missing, too, and no 0.
  out.calculation.kind = Calculation::Kind::observation;
  return out;
}

Evaluated Evaluator::observation(std::uint32_t index, std::string_view lang) const {
  const Observation& row = dataset_.observations[index];
  const dataset::Metric& metric = dataset_.metric_of(row);
  // Nothing of a confidential or withheld row may leave, not even its key.
  if (row.is_confidential) return absent(dataset::ObsStatus::Q);
  if (row.is_withheld) return absent(dataset::ObsStatus::O);
  Evaluated out;
  out.observations = {index};
  out.disputes = disputes_about(dataset_, index);
  for (std::uint32_t i = 0; i < dataset_.caveats.size(); ++i) {
    const auto& about = dataset_.caveats[i].observations;
    if (std::find(about.begin(), about.end(), index) != about.end()) out.caveats.push_back(i);
  }
  out.is_revised = !row.revision.kind.empty() || (comparison_ != nullptr && !is_earlier_ && comparison_->is_revised[index]);
  out.measure.kind = measure_kind(metric.type);
  out.measure.metric = row.metric;
  out.measure.unit_measure = unit_of(dataset_, row);
  out.measure.currency = currency_of(dataset_, row);
  out.out_of = resolve::out_of(dataset_, row);
  const int unit_mult = unit_mult_of(dataset_, row);
  // A table's own number of decimals may be smaller than the source's, never larger.
  out.decimals = std::min(row.value_decimals, metric.decimals.value_or(row.value_decimals)) - unit_mult;
  out.value.status = row.status;
  out.value.qualifier = row.qualifier;
  out.value.text = row.text.in(lang);
  if (!has_printable_value(row)) {
    out.value.kind = Kind::missing;
    out.value.text.clear();
    if (!row.status.missing()) out.value.status.add(dataset::ObsStatus::O);
    out.calculation = scaled_cell(Calculation::Kind::observation, row.key, 0);
  } else if (row.value) {
    out.value.kind = Kind::number;
    out.value.number = absolute(*row.value, unit_mult);
    out.calculation = scaled_cell(Calculation::Kind::observation, row.key, unit_mult);
  } else if (row.range) {
    out.value.kind = Kind::interval;
    out.value.low = absolute(row.range->first, unit_mult);
    out.value.high = absolute(row.range->second, unit_mult);
    out.decimals = std::max(decimals_of(row.range->first), decimals_of(row.range->second)) - unit_mult;
    out.calculation = scaled_cell(row.text.empty() ? Calculation::Kind::low : Calculation::Kind::text, row.key, row.text.empty() ? unit_mult : 0);
  } else {
    out.value.kind = Kind::text;
    out.category = row.category;
    if (!row.category.empty()) out.value.text = numfmt::category_name(metric, row.category, lang);
    if (row.category.empty()) out.measure.kind = Measure::Kind::text;
    out.calculation = scaled_cell(Calculation::Kind::text, row.key, 0);
  }
  return out;
}

Evaluated Evaluator::amount(std::uint32_t index) const {
  const dataset::Action& action = dataset_.actions[index];
  Evaluated out;
  out.actions = {index};
  out.measure.kind = Measure::Kind::money;
  for (std::uint32_t i = 0; i < dataset_.disputes.size(); ++i) {
    const auto& about = dataset_.disputes[i].actions;
    if (dataset_.disputes[i].is_open() && std::find(about.begin(), about.end(), index) != about.end()) out.disputes.push_back(i);
  }
  for (std::uint32_t i = 0; i < dataset_.caveats.size(); ++i) {
    const auto& about = dataset_.caveats[i].actions;
    if (std::find(about.begin(), about.end(), index) != about.end()) out.caveats.push_back(i);
  }
  out.value.status = action.obs_status;
  if (!action.amount || !action.amount->value) {
    out.value.kind = Kind::missing;
    const auto status = action.amount ? action.amount->status.missing() : std::nullopt;
    out.value.status.add(status.value_or(dataset::ObsStatus::O));
    return out;
  }
  out.value.kind = Kind::number;
  out.value.number = absolute(*action.amount->value, action.amount->unit_mult);
  out.value.qualifier = action.amount->qualifier;
  out.measure.currency = action.amount->currency;
  out.measure.unit_measure = action.amount->currency;
  out.decimals = action.amount->value_decimals - action.amount->unit_mult;
  out.calculation = scaled_cell(Calculation::Kind::amount, action.id, action.amount->unit_mult);
  return out;
}

}  // namespace briefpack::resolve
