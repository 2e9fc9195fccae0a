#include <string>
#include <utility>

#include "base/utf8.h"
#include "expression/canonical.h"
#include "resolve/calculation_words.h"
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
    report.notes.push_back({row.places.of("obs_value"), dataset.metric_of(row).id + "." + dataset.entity_of(row).id + " is " + operand_words(cell, dataset, "en")});
  }
}

}  // namespace

std::optional<bool> FigureBook::test(const Expression& condition, const Context& context) {
  const std::size_t faults = state_->diagnostics.size();
  const auto value = state_->evaluator.condition(bound(condition, context), context, !context.unlike.empty());
  state_->drop_repeated(faults);
  if (!value) return std::nullopt;
  if (value->value.kind == FigureValue::Kind::truth) return value->value.number != 0;
  Diagnostic report = Diagnostic::error("resolve/undecidable", condition.span,
                                        value->is_withdrawn() ? "this condition rests on a disputed value" : "this condition rests on a missing value");
  explain(*value, state_->dataset, report);
  state_->diagnostics.push_back(std::move(report).hint("test it with missing(x) or disputed(x) first"));
  return std::nullopt;
}

std::optional<Printed> FigureBook::claim(const Expression& condition, const std::string& words, const Context& context, SourceSpan span) {
  State& state = *state_;
  const std::size_t faults = state.diagnostics.size();
  const Expression with_ids = bound(condition, context);
  auto value = state.evaluator.condition(with_ids, context, !context.unlike.empty());
  state.drop_repeated(faults);
  if (!value) return std::nullopt;
  const auto report = [&](std::string code, const std::string& message, std::string hint) {
    Diagnostic out = Diagnostic::error(std::move(code), span, message);
    explain(*value, state.dataset, out);
    state.diagnostics.push_back(std::move(out).hint(std::move(hint)));
  };
  if (value->is_withdrawn()) {
    report("resolve/disputed-claim", "the claim " + quoted(words) + " rests on a disputed value", "words cannot be withdrawn: say that it is disputed");
    return std::nullopt;
  }
  if (value->is_missing()) {
    report("resolve/undecidable", "the claim " + quoted(words) + " rests on a missing value", "say that the value is missing");
    return std::nullopt;
  }
  if (value->value.number == 0) {
    const std::string found = value->calculation.arguments.empty() ? canonical_text(with_ids) : operand_words(value->calculation, state.dataset, "en");
    report("resolve/false-claim", "the claim " + quoted(words) + " is false: " + found + " does not hold", "change the words or the condition");
  }
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
