#include "workbook/live.h"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "numfmt/names.h"
#include "numfmt/number_text.h"
#include "workbook/data_row.h"
#include "workbook/guard.h"
#include "workbook/live_arithmetic.h"
#include "workbook/live_count.h"
#include "workbook/phrases.h"

namespace briefpack::workbook {

namespace {

using document::Calculation;
using document::FigureValue;
using CalculationKind = Calculation::Kind;

Live missing(std::string formula, std::string mark) {
  Live out;
  out.formula = std::move(formula);
  out.text = std::move(mark);
  return out;
}

Live no_row(const dataset::ObsStatusSet& status) {
  const std::string mark = missing_mark(status);
  return missing(formula_string(mark), mark);
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

Live text_of(const Plan& plan, const std::string& key) {
  const auto* row = plan.find_in_data(key);
  if (row == nullptr) return no_row({});
  const std::string text = data_text(plan, *row);
  if (text.empty()) return missing(data_lookup("shorthand", row->key), status_marks(row->status));
  return words(data_lookup("text", row->key), text);
}

/// The row's number, else its range, else its words.
Live observation(const Plan& plan, const std::string& key) {
  const auto* row = plan.find_in_data(key);
  if (row == nullptr) return no_row({});
  // Not significant: the number stands in Data and is neither printed nor computed with.
  if (row->status.has(dataset::ObsStatus::N)) return missing(data_lookup("shorthand", row->key), missing_mark(row->status));
  if (row->value) return bounded({data_lookup("value", row->key), *row->value}, row->qualifier);
  if (!row->range) return text_of(plan, key);
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
    return no_row(action != nullptr && action->amount ? action->amount->status : dataset::ObsStatusSet());
  }
  const auto& value = *action->amount;
  const std::string formula = fmt::format("INDEX({0}[{1}],MATCH({2},{0}[action_id],0))", table::kPolicy,
                                          escaped_heading(amount_heading({value.currency, value.unit_mult}, plan.lang)), formula_string(action->id));
  return bounded({formula, *value.value}, value.qualifier);
}

Live constant(double number) {
  Live out;
  out.kind = Live::Kind::number;
  out.low = out.high = constant_end(number);
  return out;
}

std::vector<Live> all_of(const Plan& plan, const Calculation& calculation) {
  std::vector<Live> out;
  for (const Calculation& each : calculation.arguments) out.push_back(live_value(plan, each));
  return out;
}

/// How many of the arguments have a value: COUNT over the numbers looked up, COUNTA over the words. Of conditions: how many hold.
Live count(const std::vector<Live>& values) {
  std::string numbers, texts, conditions;
  int constants = 0, found = 0;
  for (const Live& each : values) {
    if (each.kind == Live::Kind::missing) continue;
    if (each.kind == Live::Kind::truth) {
      conditions += "+(" + each.formula + ")";
      if (each.is_true) ++found;
      continue;
    }
    ++found;
    if (!each.is_lookup) ++constants;
    else if (each.kind == Live::Kind::text) texts += (texts.empty() ? "" : ",") + each.formula;
    else numbers += (numbers.empty() ? "" : ",") + (each.low ? *each.low : *each.high).formula;
  }
  std::string formula;
  const auto add_part = [&](const std::string& part) { formula += (formula.empty() ? "" : "+") + part; };
  if (!numbers.empty()) add_part("COUNT(" + numbers + ")");
  if (!texts.empty()) add_part("COUNTA(" + texts + ")");
  if (!conditions.empty()) formula = formula.empty() ? "0" + conditions : formula + conditions;
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
  if (std::any_of(values.begin(), values.end(), is_endless)) return no_row({});
  const bool are_numbers = std::all_of(values.begin(), values.end(), [](const Live& each) { return each.kind == Live::Kind::number; });
  const std::size_t wanted = kind == CalculationKind::negate ? 1 : 2;
  if (!are_numbers || values.size() != wanted) return no_row({});
  switch (kind) {
    case CalculationKind::add: return add(values[0], values[1]);
    case CalculationKind::multiply: return multiply(values[0], values[1]);
    case CalculationKind::divide: return divide(values[0], values[1]);
    case CalculationKind::negate: return negate(values[0]);
    case CalculationKind::pct_change: return divide(subtract(values[0], values[1]), values[1]);
    default: return subtract(values[0], values[1]);  // subtract, change
  }
}

Live logical(const Plan& plan, const Calculation& calculation) {
  Live out;
  out.kind = Live::Kind::truth;
  out.is_true = calculation.kind != CalculationKind::logical_or;
  std::string formula;
  for (const Live& each : all_of(plan, calculation)) {
    if (each.kind == Live::Kind::missing || each.kind == Live::Kind::text) return no_row({});
    const bool is_true = each.kind == Live::Kind::truth ? each.is_true : each.low && each.low->value != 0;
    const std::string part = each.kind == Live::Kind::truth ? each.formula : each.low ? each.low->formula : "0";
    formula += (formula.empty() ? "" : ",") + part;
    if (calculation.kind == CalculationKind::logical_or) out.is_true = out.is_true || is_true;
    else out.is_true = out.is_true && is_true;
  }
  const char* function = calculation.kind == CalculationKind::logical_and ? "AND" : calculation.kind == CalculationKind::logical_or ? "OR" : "NOT";
  if (calculation.kind == CalculationKind::logical_not) out.is_true = !out.is_true;
  out.formula = std::string(function) + "(" + formula + ")";
  return out;
}

Live set_function(const Plan& plan, const Calculation& calculation) {
  const auto values = all_of(plan, calculation);
  if (calculation.kind == CalculationKind::count) return count(values);
  if (calculation.kind == CalculationKind::rank) {
    if (values.empty() || values.front().kind != Live::Kind::number) return values.empty() ? no_row({}) : values.front();
    return rank(values.front(), with_numbers({values.begin() + 1, values.end()}), calculation.is_descending);
  }
  const auto numbers = with_numbers(values);
  return numbers.empty() ? no_row({}) : aggregate(calculation.kind, numbers);
}

/// Lookups of what a figure rests on: observations of Data and amounts of actions.
void collect_leaves(const Calculation& calculation, std::vector<const Calculation*>& out) {
  switch (calculation.kind) {
    case CalculationKind::observation:
    case CalculationKind::low:
    case CalculationKind::high:
    case CalculationKind::text:
    case CalculationKind::amount: out.push_back(&calculation); break;
    default: break;
  }
  for (const Calculation& each : calculation.arguments) collect_leaves(each, out);
}

struct BoundLeaf {
  std::string formula;
  dataset::Qualifier qualifier;
};

std::optional<BoundLeaf> bound_of(const Plan& plan, const Calculation& leaf) {
  if (leaf.kind == CalculationKind::amount) {
    const auto* action = plan.dataset.find_action(leaf.key);
    if (action == nullptr || !action->amount || !action->amount->value) return std::nullopt;
    return BoundLeaf{fmt::format("INDEX({0}[amount_qualifier],MATCH({1},{0}[action_id],0))", table::kPolicy, formula_string(action->id)),
                     action->amount->qualifier};
  }
  const auto* row = plan.find_in_data(leaf.key);
  if (row == nullptr) return std::nullopt;
  return BoundLeaf{data_lookup("qualifier", row->key), row->qualifier};
}

std::string bound_name(dataset::Qualifier qualifier) {
  return qualifier == dataset::Qualifier::none ? "" : std::string(dataset::name_of(qualifier));
}

/// One value of a table, perhaps times its power of ten.
bool is_one_value(const Calculation& calculation) {
  const bool is_scaled = calculation.kind == CalculationKind::multiply || calculation.kind == CalculationKind::divide;
  if (!is_scaled) return calculation.arguments.empty();
  return calculation.arguments.size() == 2 && calculation.arguments[0].arguments.empty() && calculation.arguments[1].kind == CalculationKind::constant &&
         calculation.arguments[1].number > 0;
}

/// The bound of one value is looked up; that of a result holds as long as its operands' bounds are what they were.
void set_bound(const Plan& plan, const document::Figure& figure, LiveFigure& out) {
  constexpr std::size_t kMostOperands = 20;  // more would make the formula too long to read
  std::vector<const Calculation*> leaves;
  collect_leaves(figure.calculation, leaves);
  std::vector<BoundLeaf> bounds;
  for (const Calculation* leaf : leaves) {
    if (const auto bound = bound_of(plan, *leaf)) bounds.push_back(*bound);
  }
  if (bounds.empty() || bounds.size() > kMostOperands) return;
  if (leaves.size() == 1 && is_one_value(figure.calculation)) {
    out.bound_formula = bounds.front().formula + "&\"\"";
    out.bound = bound_name(bounds.front().qualifier);
    return;
  }
  out.bound = bound_name(figure.value.qualifier);
  std::string tests;
  for (const BoundLeaf& each : bounds) {
    tests += (tests.empty() ? "" : ",") + fmt::format("EXACT({},{})", each.formula, formula_string(bound_name(each.qualifier)));
  }
  out.bound_formula = fmt::format("IF(AND({}),{},{})", tests, formula_string(out.bound), formula_string(phrase(Phrase::changed, plan.lang)));
}

LiveFigure withdrawn(const Plan& plan, const document::Figure& figure) {
  LiveFigure out;
  out.text = phrase(Phrase::withdrawn, plan.lang);
  std::string tests;
  for (const std::uint32_t each : figure.operands) {
    const auto& row = plan.dataset.observations[each];
    std::string test;
    if (!plan.is_in_data(each)) test = fmt::format("ISNA(MATCH({},{}[obs_id],0))", formula_string(row.key), table::kData);
    else if (!plan.disputes_of(each).empty()) test = data_lookup("disputed", row.key) + "<>\"\"";
    if (!test.empty()) tests += (tests.empty() ? "" : ",") + test;
  }
  out.is_live = !tests.empty();
  out.formula = tests.empty() ? formula_string(out.text)
                              : fmt::format("IF(OR({}),{},{})", tests, formula_string(out.text), formula_string(phrase(Phrase::changed, plan.lang)));
  return out;
}

bool holds_constants_only(const Calculation& calculation) {
  if (calculation.kind == CalculationKind::constant) return true;
  if (calculation.kind == CalculationKind::stated) return false;
  if (calculation.arguments.empty()) return false;
  return std::all_of(calculation.arguments.begin(), calculation.arguments.end(), holds_constants_only);
}

/// A count that no table of the workbook gives.
bool has_untabled_count(const Plan& plan, const Calculation& calculation) {
  // The category that a condition asks for is a word of the condition.
  const bool is_equality = calculation.kind == CalculationKind::equal || calculation.kind == CalculationKind::not_equal;
  const bool asks_category = is_equality && calculation.arguments.size() == 2 && calculation.arguments[0].kind == CalculationKind::text &&
                             calculation.arguments[1].kind == CalculationKind::stated;
  if (asks_category) return false;
  if (calculation.kind == CalculationKind::stated && !live_count(plan, calculation.words)) return true;
  return std::any_of(calculation.arguments.begin(), calculation.arguments.end(),
                     [&](const Calculation& each) { return has_untabled_count(plan, each); });
}

/// The figure's calculation; of a count that the program itself made, its key says more exactly what is counted.
Calculation calculation_of(const Plan& plan, const document::Figure& figure) {
  Calculation out = figure.calculation;
  if (out.kind == CalculationKind::stated && !live_count(plan, out.words) && live_count(plan, figure.key)) out.words = figure.key;
  return out;
}

/// A row may have words and a range; where the figure prints words, those are compared.
Live live_of(const Plan& plan, const document::Figure& figure) {
  const bool is_leaf = figure.calculation.kind == CalculationKind::observation || figure.calculation.kind == CalculationKind::text;
  if (is_leaf && figure.value.kind == FigureValue::Kind::text) return text_of(plan, figure.calculation.key);
  return live_value(plan, calculation_of(plan, figure));
}

/// Words of a row or category in the workbook's language: a page in another language may have printed them first.
std::string in_workbook_language(const Plan& plan, const document::Figure& figure) {
  for (const std::uint32_t each : figure.operands) {
    const auto& row = plan.dataset.observations[each];
    const auto& metric = plan.dataset.metric_of(row);
    // The name of a leader.
    for (const std::string_view lang : {"en", "ko"}) {
      const auto& entity = plan.dataset.entity_of(row);
      if (row.text.empty() && row.category.empty() && numfmt::entity_name(entity, lang) == figure.value.text) return numfmt::entity_name(entity, plan.lang);
    }
    for (const auto& [lang, text] : row.text.all()) {
      if (text == figure.value.text) return data_text(plan, row);
    }
    for (const auto& category : metric.categories) {
      if (category.id != row.category) continue;
      for (const auto& [lang, text] : category.name.all()) {
        if (text == figure.value.text) return data_text(plan, row);
      }
    }
  }
  return figure.value.text;
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

Live comparison(const Plan& plan, const Calculation& calculation) {
  auto values = all_of(plan, calculation);
  if (values.size() != 2) return no_row({});
  if (const Live* gap = missing_among(values); gap != nullptr) return *gap;
  const auto& asked = calculation.arguments;
  if (values[0].kind == Live::Kind::text && asked[1].kind == CalculationKind::stated) values[1] = wanted_category(plan, asked[0], asked[1].words);
  const bool are_alike = (values[0].kind == Live::Kind::text) == (values[1].kind == Live::Kind::text);
  if (!are_alike || is_endless(values[0]) || is_endless(values[1])) return no_row({});
  return compare(calculation.kind, values[0], values[1]);
}

}  // namespace

std::string data_lookup(std::string_view column, std::string_view key) {
  return fmt::format("INDEX({0}[{1}],MATCH({2},{0}[obs_id],0))", table::kData, column, formula_string(key));
}

std::string missing_mark(const dataset::ObsStatusSet& status) {
  if (status.has(dataset::ObsStatus::N)) return std::string(dataset::shorthand_of(dataset::ObsStatus::N));
  return std::string(dataset::shorthand_of(status.missing().value_or(dataset::ObsStatus::O)));
}

std::string status_marks(const dataset::ObsStatusSet& status) {
  if (status.missing()) return missing_mark(status);
  std::string out;
  for (const auto each : status.list()) {
    const std::string mark(dataset::shorthand_of(each));
    if (!mark.empty() && out.find(mark) == std::string::npos) out += (out.empty() ? "" : " ") + mark;
  }
  return out;
}

std::string amount_heading(const AmountUnit& unit, const std::string& lang) {
  return filled(Phrase::amount_in, lang, {{"unit", scaled_unit(unit.currency, unit.unit_mult, lang)}});
}

Live live_value(const Plan& plan, const Calculation& calculation) {
  switch (calculation.kind) {
    // One end of a range, or its words, stand for the whole interval: it is never computed with as a point.
    case CalculationKind::observation:
    case CalculationKind::low:
    case CalculationKind::high:
    case CalculationKind::text: return observation(plan, calculation.key);
    case CalculationKind::amount: return amount(plan, calculation.key);
    case CalculationKind::constant: return constant(calculation.number);
    case CalculationKind::stated: return live_count(plan, calculation.words).value_or(constant(calculation.number));
    case CalculationKind::add:
    case CalculationKind::subtract:
    case CalculationKind::multiply:
    case CalculationKind::divide:
    case CalculationKind::negate:
    case CalculationKind::change:
    case CalculationKind::pct_change: return arithmetic(calculation.kind, all_of(plan, calculation));
    case CalculationKind::rank:
    case CalculationKind::sum:
    case CalculationKind::mean:
    case CalculationKind::median:
    case CalculationKind::min:
    case CalculationKind::max:
    case CalculationKind::count: return set_function(plan, calculation);
    case CalculationKind::logical_and:
    case CalculationKind::logical_or:
    case CalculationKind::logical_not: return logical(plan, calculation);
    default: return comparison(plan, calculation);
  }
}

namespace {

/// The first of the members that no other is better than, by name: nested IFs, as names stand in no table beside their values.
std::optional<LiveFigure> live_leader(const Plan& plan, const Calculation& calculation) {
  constexpr std::size_t kMostMembers = 10;  // each is compared with each, and a formula has 8,192 characters
  const auto members = all_of(plan, calculation);
  if (members.size() < 2 || members.size() > kMostMembers) return std::nullopt;
  if (!std::all_of(members.begin(), members.end(), [](const Live& each) { return each.is_point(); })) return std::nullopt;
  LiveFigure out;
  std::string ending;
  for (std::size_t i = 0; i < members.size(); ++i) {
    const Calculation& argument = calculation.arguments[i];
    const auto* row = plan.find_in_data(argument.arguments.empty() ? argument.key : argument.arguments.front().key);
    if (row == nullptr) return std::nullopt;
    const std::string name = numfmt::entity_name(plan.dataset.entity_of(*row), plan.lang);
    std::string tests;
    bool is_first = true;
    for (std::size_t j = 0; j < members.size(); ++j) {
      if (j == i) continue;
      const Live test = compare(calculation.is_descending ? CalculationKind::greater_equal : CalculationKind::less_equal, members[i], members[j]);
      tests += (tests.empty() ? "" : ",") + test.formula;
      is_first = is_first && test.is_true;
    }
    if (is_first && out.text.empty()) out.text = name;
    if (i + 1 == members.size()) {
      out.formula += formula_string(name) + ending;
    } else {
      out.formula += "IF(AND(" + tests + ")," + formula_string(name) + ",";
      ending += ")";
    }
  }
  return out;
}

/// A cell takes 8,192 characters; what is longer stands there as its value.
constexpr std::size_t kLongestFormula = 8000;

LiveFigure fitting(LiveFigure figure) {
  if (figure.formula.size() <= kLongestFormula && figure.high_formula.size() <= kLongestFormula) return figure;
  figure.is_live = false;
  figure.formula = figure.kind == LiveFigure::Kind::text ? formula_string(figure.text) : number_literal(figure.number);
  if (figure.kind == LiveFigure::Kind::interval) figure.high_formula = number_literal(figure.high);
  return figure;
}

LiveFigure figure_as_formula(const Plan& plan, const document::Figure& figure);

}  // namespace

LiveFigure live_figure(const Plan& plan, const document::Figure& figure) { return fitting(figure_as_formula(plan, figure)); }

namespace {

LiveFigure figure_as_formula(const Plan& plan, const document::Figure& figure) {
  if (figure.is_withdrawn || figure.value.kind == FigureValue::Kind::withdrawn) return withdrawn(plan, figure);
  LiveFigure out;
  // Words that are no text of a row, such as the name of the leader, stand in no table.
  if (figure.calculation.kind == CalculationKind::stated && figure.value.kind == FigureValue::Kind::text) {
    if (auto leader = live_leader(plan, figure.calculation)) return *std::move(leader);
    out.text = figure.value.text;
    out.formula = formula_string(out.text);
    out.is_live = false;
    return out;
  }
  std::vector<const Calculation*> leaves;
  collect_leaves(figure.calculation, leaves);
  const Live live = leaves.empty() && figure.value.kind == FigureValue::Kind::missing ? no_row(figure.value.status) : live_of(plan, figure);
  out.is_live = !has_untabled_count(plan, calculation_of(plan, figure)) && !holds_constants_only(figure.calculation);
  switch (live.kind) {
    case Live::Kind::missing:
      // Where Data has no row the reason is the document's: the metric does not apply.
      out.text = live.formula.starts_with('"') && figure.value.kind == FigureValue::Kind::missing ? missing_mark(figure.value.status) : live.text;
      out.formula = live.formula.starts_with('"') ? formula_string(out.text) : live.formula;
      out.is_live = !live.formula.starts_with('"');
      return out;
    case Live::Kind::text:
      out.text = live.text;
      out.formula = live.formula;
      return out;
    case Live::Kind::truth:
      out.kind = LiveFigure::Kind::number;
      out.number = live.is_true ? 1 : 0;
      out.formula = "IF(" + live.formula + ",1,0)";
      return out;
    case Live::Kind::number: break;
  }
  if (!live.low && !live.high) {
    out.text = missing_mark({});
    out.formula = formula_string(out.text);
    return out;
  }
  const bool is_interval = live.low && live.high && !live.is_point();
  const LiveEnd& first = is_interval || !live.high || (live.low && !dataset::is_upper_bound(figure.value.qualifier)) ? *live.low : *live.high;
  out.kind = is_interval ? LiveFigure::Kind::interval : LiveFigure::Kind::number;
  out.formula = first.formula;
  out.number = first.value;
  if (is_interval) {
    out.high_formula = live.high->formula;
    out.high = live.high->value;
  }
  // Printed without its sign (format abs): "down 8" is -8.
  if (figure.value.kind == FigureValue::Kind::number && figure.value.number < 0 && figure.printed > 0) {
    out.formula = "ABS(" + out.formula + ")";
    out.number = std::abs(out.number);
  }
  set_bound(plan, figure, out);
  return out;
}

}  // namespace

std::string printed_words(const Plan& plan, const document::Figure& figure) {
  if (figure.is_withdrawn || figure.value.kind == FigureValue::Kind::withdrawn) return std::string(phrase(Phrase::withdrawn, plan.lang));
  if (figure.value.kind == FigureValue::Kind::text) return in_workbook_language(plan, figure);
  return missing_mark(figure.value.status);
}

}  // namespace briefpack::workbook
