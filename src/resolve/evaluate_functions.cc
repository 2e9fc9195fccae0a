#include <algorithm>
#include <utility>

#include "base/nearest.h"
#include "base/utf8.h"
#include "expression/canonical.h"
#include "expression/functions.h"
#include "resolve/evaluate.h"
#include "resolve/value_arithmetic.h"
#include "resolve/where.h"

namespace briefpack::resolve {

using document::Calculation;
using expression::Call;
using expression::Function;

namespace {

Calculation stated(std::string words) {
  Calculation out;
  out.kind = Calculation::Kind::stated;
  out.words = std::move(words);
  return out;
}

Evaluated truth_of(bool holds, std::string words) {
  Evaluated out = truth_value(holds);
  out.is_computed = false;
  out.calculation = stated(std::move(words));
  out.calculation.number = out.value.number;
  return out;
}

/// A count before the document is counted: 0 for the time being.
Evaluated awaited(std::string words) {
  Evaluated out = counted(0, std::move(words));
  out.awaits_document = true;
  return out;
}

}  // namespace

std::optional<Evaluated> Evaluator::visit(const Call& call, SourceSpan span, const Scope& scope) {
  switch (call.function) {
    case Function::change:
    case Function::pct_change: return change(call, span, scope);
    case Function::ratio:
    case Function::share:
    case Function::gap: {
      const auto a = evaluate(call.arguments[0], scope);
      const auto b = evaluate(call.arguments[1], scope);
      if (!a || !b) return std::nullopt;
      if (call.function == Function::gap) return arithmetic(*a, expression::Binary::Operator::subtract, *b, span, scope.allows_unlike);
      return quotient(*a, *b, call.function == Function::ratio ? Measure::Kind::multiple : Measure::Kind::fraction, span, scope.allows_unlike);
    }
    case Function::count: return count(call, span, scope);
    case Function::rank:
    case Function::leader:
    case Function::sum:
    case Function::mean:
    case Function::median:
    case Function::min:
    case Function::max: return set_call(call, span, scope);
    case Function::missing:
    case Function::disputed: return is_missing(call, span, scope);
    case Function::found:
    case Function::cells: return cells(call, span, scope.context);
    case Function::all:
    case Function::any:
    case Function::most: return quantifier(call, span, scope);
    case Function::revision: break;
  }
  return revision(call, span, scope);
}

// ---- over time ----

std::optional<Evaluated> Evaluator::change(const Call& call, SourceSpan span, const Scope& scope) {
  const Expression* argument = &call.arguments[0];
  if (const auto* word = as<expression::Word>(*argument)) {
    if (const Expression* named = named_figure(word->name.text)) argument = named;
  }
  const auto* reference = as<expression::Reference>(*argument);
  if (reference == nullptr) {
    return fail("resolve/not-a-reference", call.arguments[0].span, "change needs one series: metric.ENTITY", "write for example change(h100_gpus.KOR, 2023, 2024)");
  }
  expression::Reference earlier = *reference, later = *reference;
  const auto period = [&](std::size_t index) { return as<expression::PeriodArgument>(call.arguments[index])->period; };
  earlier.period.kind = expression::Period::Kind::previous;
  if (call.arguments.size() > 1) earlier.period = period(1);
  if (call.arguments.size() > 2) later.period = period(2);
  const auto from = visit(earlier, argument->span, scope);
  const auto to = visit(later, argument->span, scope);
  if (!from || !to) return std::nullopt;
  auto difference = arithmetic(*to, expression::Binary::Operator::subtract, *from, span, scope.allows_unlike);
  if (!difference) return std::nullopt;
  const bool is_relative = call.function == Function::pct_change;
  if (is_relative && !difference->is_missing() && !difference->is_withdrawn()) {
    if (difference->measure.kind == Measure::Kind::places) return fail("resolve/unit-mismatch", span, "places have no change in per cent", "use change(x)");
    if (is_exactly_zero(from->value)) return fail("resolve/division-by-zero", span, "the earlier value is 0");
    const auto relative = divide(difference->value, from->value);
    if (!relative) return fail("resolve/bounds", span, "the bounds of these values leave the result open");
    const dataset::ObsStatusSet status = difference->value.status;
    difference->value = *relative;
    difference->value.status = status;
    difference->measure = {};
    difference->measure.kind = Measure::Kind::fraction;
    difference->decimals.reset();
  }
  difference->calculation = {};
  difference->calculation.kind = is_relative ? Calculation::Kind::pct_change : Calculation::Kind::change;
  difference->calculation.arguments = {to->calculation, from->calculation};
  return difference;
}

// ---- counts and states ----

std::optional<Evaluated> Evaluator::count_things(const expression::Set& set, SourceSpan span, const Context& context) {
  const std::string& thing = set.members.front().text;
  const auto where = lookup_.bound(set.where, context);
  if (!where) return std::nullopt;
  const std::string words = expression::canonical_text(set);
  const auto counted_in = [&](const auto& list, Thing kind, auto&& counts) -> std::optional<Evaluated> {
    if (!check_where(*where, kind, diagnostics_)) return std::nullopt;
    const auto number = std::count_if(list.begin(), list.end(), [&](const auto& each) { return counts(each) && passes(dataset_, each, *where); });
    return counted(static_cast<double>(number), words);
  };
  const auto any = [](const auto&) { return true; };
  if (thing == "disputes") return counted_in(dataset_.disputes, Thing::dispute, [](const dataset::Dispute& each) { return each.is_open(); });
  if (thing == "actions") return counted_in(dataset_.actions, Thing::action, any);
  if (thing == "sources") return counted_in(dataset_.sources, Thing::source, any);
  if (thing == "observations") {
    return counted_in(dataset_.observations, Thing::observation,
                      [](const dataset::Observation& each) { return !each.is_withheld && !each.is_confidential && !each.is_rejected(); });
  }
  if (thing == "entities") {
    const auto entities = lookup_.entities(set, context);
    if (!entities) return std::nullopt;
    Evaluated out = counted(static_cast<double>(entities->size()), words);
    for (const std::uint32_t each : *entities) out.calculation.key += (out.calculation.key.empty() ? "" : ";") + dataset_.entities[each].id;
    return out;
  }
  if (thing == "notes") {
    if (!set.where.empty()) return fail("resolve/unknown-field", span, "notes have no fields to test");
    asked_for_counts_ = true;
    return counts_.is_known ? counted(counts_.notes, words) : awaited(words);
  }
  return count_changes(*where, words);
}

std::optional<Evaluated> Evaluator::cells(const Call& call, SourceSpan span, const Context& context) {
  asked_for_counts_ = true;
  const std::string& label = as<expression::Word>(call.arguments[0])->name.text;
  std::string entity;
  if (call.arguments.size() > 1) {
    const dataset::Entity* found = lookup_.entity(as<expression::Word>(call.arguments[1])->name, context);
    if (found == nullptr) return std::nullopt;
    entity = found->id;
  }
  const std::string words = std::string(name_of(call.function)) + "(" + label + (entity.empty() ? "" : ", " + entity) + ")";
  if (!counts_.is_known) return awaited(words);
  const auto at = counts_.exhibits.find({label, entity});
  if (at == counts_.exhibits.end()) {
    std::vector<std::string> known;
    for (const auto& [key, cell_counts] : counts_.exhibits) {
      if (key.second.empty()) known.push_back(key.first);
    }
    if (std::find(known.begin(), known.end(), label) != known.end()) {
      return fail("resolve/not-in-set", span, quoted(entity) + " does not stand in exhibit " + quoted(label));
    }
    return fail("resolve/unknown-exhibit", call.arguments[0].span, "there is no comparison with the label " + quoted(label), nearest_hint(label, known));
  }
  const CellCounts& cells = at->second;
  switch (call.function) {
    case Function::found: return counted(cells.found, words);
    case Function::missing: return counted(cells.missing, words);
    case Function::disputed: return counted(cells.disputed, words);
    default: return counted(cells.cells, words);
  }
}

std::optional<Evaluated> Evaluator::is_missing(const Call& call, SourceSpan span, const Scope& scope) {
  const auto* word = as<expression::Word>(call.arguments[0]);
  const bool is_label = word != nullptr && word->name.kind == expression::Name::Kind::id;
  if (is_label) return cells(call, span, scope.context);
  const auto found = reference(call.arguments[0], scope.context);
  if (!found) return std::nullopt;
  const std::string words = std::string(name_of(call.function)) + "(" + expression::canonical_text(call.arguments[0]) + ")";
  const bool is_row = found->state == Found::State::observation;
  const bool has_value = is_row && has_printable_value(dataset_.observations[*found->observation]);
  if (call.function == Function::missing) return truth_of(!has_value, words);
  return truth_of(is_row && !disputes_about(dataset_, *found->observation).empty(), words);
}

}  // namespace briefpack::resolve
