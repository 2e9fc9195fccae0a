#include "workbook/live.h"

#include <algorithm>

#include "numfmt/names.h"
#include "workbook/data_row.h"
#include "workbook/guard.h"
#include "workbook/live_arithmetic.h"
#include "workbook/live_count.h"
#include "workbook/lookups.h"
#include "workbook/workings.h"

namespace briefpack::workbook {

namespace {

using document::Calculation;
using CalculationKind = Calculation::Kind;

Live missing(std::string formula, std::string mark) {
  Live out;
  out.formula = std::move(formula);
  out.text = std::move(mark);
  return out;
}

Live words(std::string formula, std::string text) {
  Live out;
  out.kind = Live::Kind::text;
  out.formula = std::move(formula);
  out.text = std::move(text);
  out.is_lookup = true;
  return out;
}

/// A number with its bound as ends: over 500 has no high one.
Live bounded(const LiveEnd& end, dataset::Qualifier qualifier) {
  Live out;
  out.kind = Live::Kind::number;
  out.is_lookup = true;
  LiveEnd stop = end;
  stop.is_open = qualifier == dataset::Qualifier::over || qualifier == dataset::Qualifier::under;
  if (!dataset::is_upper_bound(qualifier)) out.low = stop;
  if (!dataset::is_lower_bound(qualifier)) out.high = stop;
  return out;
}

/// The row's number, else its range, else its words.
Live observation(const Plan& plan, const std::string& key) {
  const auto* row = plan.find_in_data(key);
  if (row == nullptr) return live_absence({});
  // Not significant: the number stands in Data and is neither printed nor computed with.
  if (row->status.has(dataset::ObsStatus::N)) return missing(data_lookup("shorthand", row->key), missing_mark(row->status));
  if (row->value) return bounded({data_lookup("value", row->key), *row->value}, row->qualifier);
  if (!row->range) return live_text(plan, key);
  Live out;
  out.kind = Live::Kind::number;
  out.is_lookup = true;
  out.low = LiveEnd{data_lookup("low", row->key), row->range->first};
  out.high = LiveEnd{data_lookup("high", row->key), row->range->second};
  return out;
}

Live amount(const Plan& plan, const std::string& key) {
  const auto* action = plan.dataset.find_action(key);
  if (action == nullptr || !action->amount || !action->amount->value) {
    return live_absence(action != nullptr && action->amount ? action->amount->status : dataset::ObsStatusSet());
  }
  const auto& value = *action->amount;
  const std::string formula = action_lookup(escaped_heading(amount_heading({value.currency, value.unit_mult}, plan.lang)), action->id);
  return bounded({formula, *value.value}, value.qualifier);
}

Live constant(double number) {
  Live out;
  out.kind = Live::Kind::number;
  out.low = out.high = constant_end(number);
  return out;
}

/// How many of the arguments have a value: COUNT over the numbers looked up, COUNTA over the words. Of conditions: how many hold.
Live count(Workings& workings, const std::vector<Live>& values) {
  std::vector<Part> numbers, texts, conditions;
  int constants = 0, found = 0;
  for (const Live& each : values) {
    if (each.kind == Live::Kind::missing) continue;
    if (each.kind == Live::Kind::truth) {
      conditions.push_back({each.formula, each.is_true ? 1.0 : 0.0});
      if (each.is_true) ++found;
      continue;
    }
    ++found;
    if (!each.is_lookup) ++constants;
    else if (each.kind == Live::Kind::text) texts.push_back({each.formula, 1});
    else numbers.push_back({(each.low ? *each.low : *each.high).formula, 1});
  }
  std::string formula;
  const auto add_part = [&](const std::string& part) { formula += (formula.empty() ? "" : "+") + part; };
  if (!numbers.empty()) add_part(number_of(workings, numbers));
  if (!texts.empty()) add_part(words_of(workings, texts));
  if (!conditions.empty()) formula = count_of_true(workings, formula.empty() ? "0" : formula, conditions);
  if (constants > 0 || formula.empty()) add_part(std::to_string(constants));
  Live out = constant(found);
  out.low->formula = formula;
  out.low->is_atom = false;
  out.high = out.low;
  return out;
}

/// Sets hold entities without a value, too; they take no part.
std::vector<Live> with_numbers(std::vector<Live> values) {
  std::erase_if(values, [](const Live& each) { return each.kind != Live::Kind::number; });
  return values;
}

/// The operand that leaves the result without a value; of several the one whose reason is the plainest ([x] before [z]).
const Live* missing_among(const std::vector<Live>& values) {
  const Live* out = nullptr;
  const auto weight = [](const Live& each) { return each.text == "[x]" ? 0 : each.text == "[z]" ? 1 : 2; };
  for (const Live& each : values) {
    if (each.kind != Live::Kind::missing) continue;
    if (out == nullptr || weight(each) < weight(*out)) out = &each;
  }
  return out;
}

bool is_endless(const Live& value) { return value.kind == Live::Kind::number && !value.low && !value.high; }

Live arithmetic(CalculationKind kind, const std::vector<Live>& values) {
  if (const Live* gap = missing_among(values); gap != nullptr) return *gap;
  if (std::any_of(values.begin(), values.end(), is_endless)) return live_absence({});
  const bool are_numbers = std::all_of(values.begin(), values.end(), [](const Live& each) { return each.kind == Live::Kind::number; });
  const std::size_t wanted = kind == CalculationKind::negate ? 1 : 2;
  if (!are_numbers || values.size() != wanted) return live_absence({});
  switch (kind) {
    case CalculationKind::add: return add(values[0], values[1]);
    case CalculationKind::multiply: return multiply(values[0], values[1]);
    case CalculationKind::divide: return divide(values[0], values[1]);
    case CalculationKind::negate: return negate(values[0]);
    case CalculationKind::pct_change: return divide(subtract(values[0], values[1]), values[1]);
    default: return subtract(values[0], values[1]);  // subtract, change
  }
}

Live logical(Workings& workings, CalculationKind kind, const std::vector<Live>& values) {
  Live out;
  out.kind = Live::Kind::truth;
  std::vector<Part> parts;
  for (const Live& each : values) {
    if (each.kind == Live::Kind::missing || each.kind == Live::Kind::text) return live_absence({});
    const bool is_true = each.kind == Live::Kind::truth ? each.is_true : each.low && each.low->value != 0;
    parts.push_back({each.kind == Live::Kind::truth ? each.formula : each.low ? each.low->formula : "0", is_true ? 1.0 : 0.0});
  }
  if (parts.empty()) return live_absence({});
  const auto holds = [](const Part& part) { return part.value != 0; };
  if (kind == CalculationKind::logical_or) {
    out.is_true = std::any_of(parts.begin(), parts.end(), holds);
    out.formula = any_of(workings, parts);
  } else {
    const bool is_not = kind == CalculationKind::logical_not;
    out.is_true = std::all_of(parts.begin(), parts.end(), holds) != is_not;
    out.formula = is_not ? "NOT(" + parts.front().formula + ")" : all_of(workings, parts);
  }
  return out;
}

Live set_function(const Plan& plan, Workings& workings, const Calculation& calculation) {
  const auto values = live_values(plan, workings, calculation);
  if (calculation.kind == CalculationKind::count) return count(workings, values);
  if (calculation.kind == CalculationKind::rank) {
    if (values.empty() || values.front().kind != Live::Kind::number) return values.empty() ? live_absence({}) : values.front();
    return rank(workings, values.front(), with_numbers({values.begin() + 1, values.end()}), calculation.is_descending);
  }
  const auto numbers = with_numbers(values);
  return numbers.empty() ? live_absence({}) : aggregate(workings, calculation.kind, numbers);
}

/// The category's name that a condition asks for, in the workbook's language.
Live wanted_category(const Plan& plan, const Calculation& asked, const std::string& wanted) {
  std::string text = wanted;
  if (const auto* row = plan.find_in_data(asked.key)) {
    const auto& metric = plan.dataset.metric_of(*row);
    for (const auto& category : metric.categories) {
      for (const auto& [lang, name] : category.name.all()) {
        if (name == wanted) text = numfmt::category_name(metric, category.id, plan.lang);
      }
    }
  }
  return words(formula_string(text), text);
}

Live comparison(const Plan& plan, Workings& workings, const Calculation& calculation) {
  auto values = live_values(plan, workings, calculation);
  if (values.size() != 2) return live_absence({});
  if (const Live* gap = missing_among(values); gap != nullptr) return *gap;
  const auto& asked = calculation.arguments;
  if (values[0].kind == Live::Kind::text && asked[1].kind == CalculationKind::stated) values[1] = wanted_category(plan, asked[0], asked[1].words);
  const bool are_alike = (values[0].kind == Live::Kind::text) == (values[1].kind == Live::Kind::text);
  if (!are_alike || is_endless(values[0]) || is_endless(values[1])) return live_absence({});
  return compare(calculation.kind, values[0], values[1]);
}

}  // namespace

Live live_absence(const dataset::ObsStatusSet& status) {
  const std::string mark = missing_mark(status);
  return missing(formula_string(mark), mark);
}

Live live_text(const Plan& plan, const std::string& key) {
  const auto* row = plan.find_in_data(key);
  if (row == nullptr) return live_absence({});
  const std::string text = data_text(plan, *row);
  if (text.empty()) return missing(data_lookup("shorthand", row->key), status_marks(row->status));
  return words(data_lookup("text", row->key), text);
}

std::vector<Live> live_values(const Plan& plan, Workings& workings, const Calculation& calculation) {
  std::vector<Live> out;
  out.reserve(calculation.arguments.size());
  for (const Calculation& each : calculation.arguments) out.push_back(live_value(plan, workings, each));
  return out;
}

Live live_value(const Plan& plan, Workings& workings, const Calculation& calculation) {
  switch (calculation.kind) {
    // One end of a range, or its words, stand for the whole interval: it is never computed with as a point.
    case CalculationKind::observation:
    case CalculationKind::low:
    case CalculationKind::high:
    case CalculationKind::text: return observation(plan, calculation.key);
    case CalculationKind::amount: return amount(plan, calculation.key);
    case CalculationKind::constant: return constant(calculation.number);
    case CalculationKind::stated: return live_count(plan, workings, calculation).value_or(constant(calculation.number));
    case CalculationKind::add:
    case CalculationKind::subtract:
    case CalculationKind::multiply:
    case CalculationKind::divide:
    case CalculationKind::negate:
    case CalculationKind::change:
    case CalculationKind::pct_change: return arithmetic(calculation.kind, live_values(plan, workings, calculation));
    case CalculationKind::rank:
    case CalculationKind::sum:
    case CalculationKind::mean:
    case CalculationKind::median:
    case CalculationKind::min:
    case CalculationKind::max:
    case CalculationKind::count: return set_function(plan, workings, calculation);
    case CalculationKind::logical_and:
    case CalculationKind::logical_or:
    case CalculationKind::logical_not: return logical(workings, calculation.kind, live_values(plan, workings, calculation));
    default: return comparison(plan, workings, calculation);
  }
}

}  // namespace briefpack::workbook
