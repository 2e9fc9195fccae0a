#include "changes/value.h"

#include <algorithm>
#include <cmath>
#include <optional>

namespace briefpack::changes {

using dataset::Dataset;
using dataset::LocalText;
using dataset::Observation;

namespace {

std::optional<int> out_of(const Dataset& dataset, const Observation& o) { return o.out_of ? o.out_of : dataset.metric_of(o).out_of; }

bool is_same_amount(double a, int a_mult, double b, int b_mult) { return is_same_number(absolute(a, a_mult), absolute(b, b_mult)); }

}  // namespace

bool is_hidden(const Observation& o) { return o.is_withheld || o.is_confidential || o.status.has(dataset::ObsStatus::Q); }

bool has_printable_value(const Observation& o) {
  return !is_hidden(o) && !o.status.missing() && !o.status.has(dataset::ObsStatus::N) && o.has_any_value();
}

int unit_mult_of(const Dataset& dataset, const Observation& o) { return o.unit_mult.value_or(dataset.metric_of(o).unit_mult); }

std::string unit_of(const Dataset& dataset, const Observation& o) {
  return o.unit_measure.empty() ? dataset.metric_of(o).unit_measure : o.unit_measure;
}

std::string currency_of(const Dataset& dataset, const Observation& o) {
  return o.currency.empty() ? dataset.metric_of(o).currency : o.currency;
}

double absolute(double written, int unit_mult) {
  // Dividing by an exact power keeps the last digit right where multiplying by its reciprocal would not.
  return unit_mult >= 0 ? written * std::pow(10.0, unit_mult) : written / std::pow(10.0, -unit_mult);
}

bool is_same_number(double a, double b) {
  // Values of 15 digits differ by more than this; the power of ten adds less.
  return std::fabs(a - b) <= 5e-16 * std::max(std::fabs(a), std::fabs(b));
}

bool is_same_text(const LocalText& a, const LocalText& b) {
  bool is_shared = false;
  for (const auto& [lang, text] : a.all()) {
    for (const auto& [other_lang, other] : b.all()) {
      if (lang != other_lang) continue;
      is_shared = true;
      if (text != other) return false;
    }
  }
  if (is_shared) return true;
  if (a.empty() || b.empty()) return a.empty() == b.empty();
  return a.all().front().second == b.all().front().second;
}

bool is_same_value(const Dataset& earlier, const Observation& a, const Dataset& later, const Observation& b) {
  const int a_mult = unit_mult_of(earlier, a), b_mult = unit_mult_of(later, b);
  if (a.value.has_value() != b.value.has_value() || a.range.has_value() != b.range.has_value()) return false;
  if (a.value && !is_same_amount(*a.value, a_mult, *b.value, b_mult)) return false;
  if (a.range) {
    if (!is_same_amount(a.range->first, a_mult, b.range->first, b_mult)) return false;
    if (!is_same_amount(a.range->second, a_mult, b.range->second, b_mult)) return false;
  }
  return a.category == b.category && a.qualifier == b.qualifier && is_same_text(a.text, b.text) &&
         unit_of(earlier, a) == unit_of(later, b) && currency_of(earlier, a) == currency_of(later, b) &&
         out_of(earlier, a) == out_of(later, b);
}

}  // namespace briefpack::changes
