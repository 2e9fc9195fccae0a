#include "workbook/live_figure.h"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "numfmt/names.h"
#include "workbook/data_row.h"
#include "workbook/guard.h"
#include "workbook/live.h"
#include "workbook/live_arithmetic.h"
#include "workbook/live_count.h"
#include "workbook/live_leader.h"
#include "workbook/lookups.h"
#include "workbook/phrases.h"
#include "workbook/workings.h"

namespace briefpack::workbook {

namespace {

using document::Calculation;
using document::FigureValue;
using CalculationKind = Calculation::Kind;

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
    return BoundLeaf{action_lookup("amount_qualifier", action->id), action->amount->qualifier};
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
void set_bound(const Plan& plan, Workings& workings, const document::Figure& figure, LiveFigure& out) {
  std::vector<const Calculation*> leaves;
  collect_leaves(figure.calculation, leaves);
  std::vector<BoundLeaf> bounds;
  for (const Calculation* leaf : leaves) {
    if (const auto bound = bound_of(plan, *leaf)) bounds.push_back(*bound);
  }
  if (bounds.empty()) return;
  if (leaves.size() == 1 && is_one_value(figure.calculation)) {
    out.bound_formula = bounds.front().formula + "&\"\"";
    out.bound = bound_name(bounds.front().qualifier);
    return;
  }
  // In one order, so that figures over the same values share the parts that are too long for a cell.
  std::sort(bounds.begin(), bounds.end(), [](const BoundLeaf& a, const BoundLeaf& b) { return a.formula < b.formula; });
  std::vector<Part> tests;
  for (const BoundLeaf& each : bounds) {
    std::string test = fmt::format("EXACT({},{})", each.formula, formula_string(bound_name(each.qualifier)));
    if (tests.empty() || tests.back().formula != test) tests.push_back({std::move(test), 1});
  }
  out.bound = bound_name(figure.value.qualifier);
  out.bound_formula = fmt::format("IF({},{},{})", all_of(workings, tests), formula_string(out.bound), formula_string(phrase(Phrase::changed, plan.lang)));
}

LiveFigure withdrawn(const Plan& plan, Workings& workings, const document::Figure& figure) {
  LiveFigure out;
  out.text = phrase(Phrase::withdrawn, plan.lang);
  std::vector<Part> tests;
  for (const std::uint32_t each : figure.operands) {
    const auto& row = plan.dataset.observations[each];
    std::string test;
    if (!plan.is_in_data(each)) test = fmt::format("ISNA(MATCH({},{}[obs_id],0))", formula_string(row.key), table::kData);
    else if (!plan.disputes_of(each).empty()) test = data_lookup("disputed", row.key) + "<>\"\"";
    if (!test.empty()) tests.push_back({std::move(test), 1});
  }
  out.is_live = !tests.empty();
  out.formula = tests.empty() ? formula_string(out.text)
                              : fmt::format("IF({},{},{})", any_of(workings, tests), formula_string(out.text), formula_string(phrase(Phrase::changed, plan.lang)));
  return out;
}

bool holds_constants_only(const Calculation& calculation) {
  if (calculation.kind == CalculationKind::constant) return true;
  if (calculation.kind == CalculationKind::stated) return false;
  if (calculation.arguments.empty()) return false;
  return std::all_of(calculation.arguments.begin(), calculation.arguments.end(), holds_constants_only);
}

/// A count that no table of the workbook gives.
bool has_untabled_count(const Plan& plan, Workings& workings, const Calculation& calculation) {
  // The category that a condition asks for is a word of the condition.
  const bool is_equality = calculation.kind == CalculationKind::equal || calculation.kind == CalculationKind::not_equal;
  const bool asks_category = is_equality && calculation.arguments.size() == 2 && calculation.arguments[0].kind == CalculationKind::text &&
                             calculation.arguments[1].kind == CalculationKind::stated;
  if (asks_category) return false;
  if (calculation.kind == CalculationKind::stated && !live_count(plan, workings, calculation)) return true;
  return std::any_of(calculation.arguments.begin(), calculation.arguments.end(),
                     [&](const Calculation& each) { return has_untabled_count(plan, workings, each); });
}

/// The figure's calculation; of a count that the program itself made, its key says more exactly what is counted.
Calculation calculation_of(const Plan& plan, Workings& workings, const document::Figure& figure) {
  Calculation out = figure.calculation;
  if (out.kind != CalculationKind::stated || live_count(plan, workings, out)) return out;
  Calculation by_key = out;
  by_key.words = figure.key;
  return live_count(plan, workings, by_key) ? by_key : out;
}

/// A row may have words and a range; where the figure prints words, those are compared.
Live live_of(const Plan& plan, Workings& workings, const document::Figure& figure, const Calculation& calculation) {
  const bool is_leaf = figure.calculation.kind == CalculationKind::observation || figure.calculation.kind == CalculationKind::text;
  if (is_leaf && figure.value.kind == FigureValue::Kind::text) return live_text(plan, figure.calculation.key);
  return live_value(plan, workings, calculation);
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

/// A cell takes 8,192 characters; what is longer stands there as its value.
constexpr std::size_t kLongestFormula = 8000;

LiveFigure fitting(LiveFigure figure) {
  const bool fits = figure.formula.size() <= kLongestFormula && figure.high_formula.size() <= kLongestFormula && formula_fault(figure.formula).empty() &&
                    formula_fault(figure.high_formula).empty();
  if (fits) return figure;
  figure.is_live = false;
  figure.formula = figure.kind == LiveFigure::Kind::text ? formula_string(figure.text) : number_literal(figure.number);
  if (figure.kind == LiveFigure::Kind::interval) figure.high_formula = number_literal(figure.high);
  return figure;
}

LiveFigure figure_as_formula(const Plan& plan, Workings& workings, const document::Figure& figure) {
  if (figure.is_withdrawn || figure.value.kind == FigureValue::Kind::withdrawn) return withdrawn(plan, workings, figure);
  LiveFigure out;
  // Words that are no text of a row, such as the name of the leader, stand in no table.
  if (figure.calculation.kind == CalculationKind::stated && figure.value.kind == FigureValue::Kind::text) {
    if (auto leader = live_leader(plan, workings, figure.calculation)) return *std::move(leader);
    out.text = figure.value.text;
    out.formula = formula_string(out.text);
    out.is_live = false;
    return out;
  }
  std::vector<const Calculation*> leaves;
  collect_leaves(figure.calculation, leaves);
  const Calculation calculation = calculation_of(plan, workings, figure);
  const Live live = leaves.empty() && figure.value.kind == FigureValue::Kind::missing ? live_absence(figure.value.status) : live_of(plan, workings, figure, calculation);
  out.is_live = !has_untabled_count(plan, workings, calculation) && !holds_constants_only(figure.calculation);
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
      set_bound(plan, workings, figure, out);
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
  set_bound(plan, workings, figure, out);
  return out;
}

}  // namespace

LiveFigure live_figure(const Plan& plan, Workings& workings, const document::Figure& figure) { return fitting(figure_as_formula(plan, workings, figure)); }

std::string printed_words(const Plan& plan, const document::Figure& figure) {
  if (figure.is_withdrawn || figure.value.kind == FigureValue::Kind::withdrawn) return std::string(phrase(Phrase::withdrawn, plan.lang));
  if (figure.value.kind == FigureValue::Kind::text) return in_workbook_language(plan, figure);
  return missing_mark(figure.value.status);
}

}  // namespace briefpack::workbook
