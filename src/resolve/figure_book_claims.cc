#include <algorithm>
#include <string>
#include <utility>

#include "base/utf8.h"
#include "expression/canonical.h"
#include "resolve/calculation_words.h"
#include "resolve/claim_words.h"
#include "resolve/comparability.h"
#include "resolve/figure_book_state.h"

namespace briefpack::resolve {

using document::FigureIndex;
using document::FigureValue;
using expression::Expression;

namespace {

/// "h100_gpus.XAI is 100,000": what a false claim should have said.
void explain(const Evaluated& value, const dataset::Dataset& dataset, Diagnostic& report) {
  for (const std::uint32_t each : value.observations) {
    const dataset::Observation& row = dataset.observations[each];
    document::Calculation cell;
    cell.kind = document::Calculation::Kind::observation;
    cell.key = row.key;
    concern(report, dataset, each);
    report.notes.push_back({row.places.of("obs_value"), dataset.metric_of(row).id + "." + dataset.entity_of(row).id + " is " + operand_words(cell, dataset, "en")});
  }
}

/// The series of a reference with the place of its value in it, or nothing for anything else.
struct PlaceInSeries {
  std::uint32_t metric, entity;
  std::size_t place;
};

std::optional<PlaceInSeries> place_in_series(const dataset::Dataset& dataset, const Expression& expression, const Evaluated& value) {
  const bool is_row = expression::as<expression::Reference>(expression) != nullptr || expression::as<expression::ObservationName>(expression) != nullptr;
  if (!is_row || value.observations.size() != 1) return std::nullopt;
  const dataset::Observation& row = dataset.observations[value.observations.front()];
  const auto& series = dataset.series(row.metric, row.entity);
  const auto at = std::find(series.begin(), series.end(), value.observations.front());
  if (at == series.end()) return std::nullopt;
  return PlaceInSeries{row.metric, row.entity, static_cast<std::size_t>(at - series.begin())};
}

/// Which side of a comparison is the later one (ComparedNumbers::over_time).
int over_time(const dataset::Dataset& dataset, const expression::Binary& binary, const ComparedNumbers& compared) {
  // The direction of a place is the other way round, or nobody's.
  const Measure::Kind kind = compared.left.measure.kind;
  if (kind == Measure::Kind::rank || kind == Measure::Kind::places || kind == Measure::Kind::category) return 0;
  if (const auto* call = expression::as<expression::Call>(binary.operands[0])) {
    const bool is_change = call->function == expression::Function::change || call->function == expression::Function::pct_change;
    return is_change && call->arguments.size() == 1 && is_constant(compared.right) && compared.right.value.number == 0 ? 1 : 0;
  }
  const auto left = place_in_series(dataset, binary.operands[0], compared.left);
  const auto right = place_in_series(dataset, binary.operands[1], compared.right);
  if (!left || !right || left->metric != right->metric || left->entity != right->entity || left->place == right->place) return 0;
  return left->place > right->place ? 1 : -1;
}

}  // namespace

/// The two numbers of a condition that is one comparison; nothing for all others.
std::optional<ComparedNumbers> FigureBook::State::compared_numbers(const Expression& condition, const Context& context) {
  const auto* binary = expression::as<expression::Binary>(condition);
  if (binary == nullptr || binary->op != expression::Binary::Operator::compare) return std::nullopt;
  const std::size_t faults = diagnostics.size();
  auto left = evaluator.value(binary->operands[0], context, true);
  auto right = evaluator.value(binary->operands[1], context, true);
  // Whatever is wrong with them was said when the condition was evaluated.
  diagnostics.resize(faults);
  if (!left || !right || !is_numeric(*left) || !is_numeric(*right)) return std::nullopt;
  ComparedNumbers out{*std::move(left), *std::move(right), binary->comparison, 0};
  out.over_time = over_time(dataset, *binary, out);
  return out;
}

std::optional<bool> FigureBook::test(const Expression& condition, const Context& context) {
  const std::size_t faults = state_->diagnostics.size();
  const auto value = state_->evaluator.condition(bound(condition, context), context, !context.unlike.empty());
  state_->drop_repeated(faults);
  if (!value) return std::nullopt;
  if (value->value.kind == FigureValue::Kind::truth) return value->value.number != 0;
  if (value->is_undecided) return std::nullopt;
  Diagnostic report = Diagnostic::untruth("resolve/undecidable", condition.span,
                                        value->is_withdrawn() ? "this condition rests on a disputed value" : "this condition rests on a missing value");
  explain(*value, state_->dataset, report);
  state_->diagnostics.push_back(std::move(report).hint("test it with missing(x) or disputed(x) first"));
  return std::nullopt;
}

std::optional<Printed> FigureBook::claim(const Expression& condition, const std::string& words, const Context& context, SourceSpan span, bool allows_unlike) {
  State& state = *state_;
  const std::size_t faults = state.diagnostics.size();
  const Expression with_ids = bound(condition, context);
  auto value = state.evaluator.condition(with_ids, context, allows_unlike || !context.unlike.empty());
  if (!value) {
    state.drop_repeated(faults);
    return std::nullopt;
  }
  const auto report = [&](std::string code, const std::string& message, std::string hint) {
    Diagnostic out = Diagnostic::untruth(std::move(code), span, message);
    explain(*value, state.dataset, out);
    state.diagnostics.push_back(std::move(out).hint(std::move(hint)));
  };
  if (value->is_withdrawn()) {
    report("resolve/disputed-claim", "the claim " + quoted(words) + " rests on a " + (value->rests_on_withheld ? "withheld" : "disputed") + " value",
           value->rests_on_withheld ? "leave it out of what is compared" : "words cannot be withdrawn: say that it is disputed");
  } else if (value->is_missing() && !value->is_undecided) {
    report("resolve/undecidable", "the claim " + quoted(words) + " rests on a missing value", "say that the value is missing");
  } else if (!value->is_missing() && value->value.number == 0) {
    std::string found = operand_words(value->calculation, state.dataset, "en") + " does not hold";
    if (!value->outcome.empty()) found = canonical_text(with_ids) + " does not hold: " + value->outcome;
    else if (value->calculation.arguments.empty()) found = canonical_text(with_ids) + " does not hold";
    const auto compared = state.compared_numbers(with_ids, context);
    if (compared && (compared->left.is_computed || compared->left.is_document_count)) {
      found += ": it is " + resolve::print(compared->left, default_plan(state.dataset, compared->left), "en").text();
    }
    const std::string truer = compared ? nearest_true_words(words, *compared) : "";
    report("resolve/false-claim", "the claim " + quoted(words) + " is false: " + found, truer.empty() ? "change the words or the condition" : "the nearest true words: " + truer);
  } else if (value->value.kind == FigureValue::Kind::truth && !value->awaits_document) {
    const auto compared = state.compared_numbers(with_ids, context);
    const std::string contradiction = compared ? contradiction_in(words, *compared) : "";
    if (!contradiction.empty()) {
      state.diagnostics.push_back(Diagnostic::warning("truth/claim-words", span, contradiction).hint("change the words or the condition; nothing but the condition is checked"));
    }
  }
  state.name_findings(faults, words);
  state.drop_repeated(faults);
  const std::string text = canonical_text(with_ids);
  const auto at = state.by_key.find(text);
  FigureIndex index = at != state.by_key.end() ? at->second : document::kNone;
  if (index == document::kNone) {
    index = state.make_figure(text, text, *value, PrintPlan{}, span);
    state.figures[index].is_claim = true;
    state.figures[index].printed = value->value.number;
    state.by_key.emplace(text, index);
  }
  add_once(state.figures[index].texts, words);
  Printed out;
  out.text.figure = index;
  out.text.number = words;
  out.text.span = span;
  out.value = *std::move(value);
  if (context.is_unmarked) return out;
  state.ensure_notes(index, context.lang);
  out.notes = state.figures[index].notes;
  return out;
}

}  // namespace briefpack::resolve
