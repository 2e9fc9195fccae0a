#include "resolve/figure_book.h"

#include <algorithm>
#include <utility>

#include "base/utf8.h"
#include "expression/canonical.h"
#include "resolve/comparability.h"
#include "resolve/figure_book_state.h"

namespace briefpack::resolve {

using document::DisputeIndex;
using document::Figure;
using document::NoteIndex;
using expression::Expression;
using expression::FormatKind;
using expression::Formats;

document::Inlines Printed::inlines() const {
  document::Inlines out;
  if (text.figure == document::kNone) out.push_back(document::Text{text.text(), text.flags, "", "", ""});
  else out.push_back(text);
  if (!notes.empty()) out.push_back(document::NoteMarks{notes});
  for (const DisputeIndex each : disputes) out.push_back(document::DisputeTag{each});
  return out;
}

FigureBook::FigureBook(const dataset::Dataset& dataset, std::string lang, DocumentCounts counts, std::shared_ptr<Commons> commons)
    : state_(std::make_unique<State>(dataset, commons ? std::move(commons) : std::make_shared<Commons>(dataset), std::move(lang), std::move(counts))) {}
FigureBook::~FigureBook() = default;

void FigureBook::name_figure(std::string name, Expression expression) {
  state_->evaluator.name_figure(std::move(name), std::move(expression));
  state_->names_by_text.clear();
}
const dataset::Dataset& FigureBook::dataset() const { return state_->dataset; }
const Lookup& FigureBook::lookup() const { return state_->lookup; }
Diagnostics& FigureBook::diagnostics() { return state_->diagnostics; }

std::optional<Evaluated> FigureBook::evaluate(const Expression& expression, const Context& context) {
  const std::size_t faults = state_->diagnostics.size();
  auto out = state_->evaluator.value(bound(expression, context), context, !context.unlike.empty());
  state_->drop_repeated(faults);
  return out;
}

std::optional<Found> FigureBook::observation(const Expression& expression, const Context& context) {
  const std::size_t faults = state_->diagnostics.size();
  auto out = state_->evaluator.reference(bound(expression, context), context);
  state_->drop_repeated(faults);
  return out;
}

std::optional<Printed> FigureBook::figure(const Expression& expression, const Formats& formats, const Context& context, FormPlace place) {
  const std::size_t faults = state_->diagnostics.size();
  const Expression with_ids = bound(expression, context);
  const bool allows_unlike = has(formats, FormatKind::unlike) || !context.unlike.empty();
  const auto value = state_->evaluator.value(with_ids, context, allows_unlike);
  std::optional<Printed> out;
  if (value) {
    const auto [key, text] = state_->key_and_expression(with_ids, context);
    out = state_->print(*value, key, text, formats, context, place, expression.span);
    state_->name_findings(faults, key);
  }
  state_->drop_repeated(faults);
  return out;
}

std::optional<Printed> FigureBook::figure(std::uint32_t observation, const Formats& formats, const Context& context, FormPlace place, SourceSpan span) {
  const std::string name = state_->name_of(observation);
  return state_->print(state_->evaluator.observation(observation, context.lang), name, name, formats, context, place, span);
}

std::optional<Printed> FigureBook::cell(std::uint32_t metric, std::uint32_t entity, const expression::Period& period, const Formats& formats,
                                        const Context& context, FormPlace place, SourceSpan span) {
  const dataset::Dataset& data = state_->dataset;
  Found found = find(data, metric, entity, period);
  if (found.state == Found::State::mixed) {
    state_->evaluator.report_mixed(metric, entity, span);
    found = last_in_file(data, metric, entity);
  }
  const std::string name = data.metrics[metric].id + "." + data.entities[entity].id + canonical_text(period);
  switch (found.state) {
    case Found::State::observation:
      return state_->print(state_->evaluator.observation(*found.observation, context.lang), name, name, formats, context, place, span);
    case Found::State::not_applicable:
      return state_->print(Evaluator::absent(dataset::ObsStatus::M), name, name, formats, context, place, span);
    case Found::State::none:
    case Found::State::mixed:
    case Found::State::withheld: break;
  }
  return state_->print(Evaluator::absent(dataset::ObsStatus::O), name, name, formats, context, place, span);
}

std::optional<Printed> FigureBook::ratio(std::uint32_t first, std::uint32_t second, const Formats& formats, const Context& context,
                                         FormPlace place, SourceSpan span) {
  State& state = *state_;
  const auto value = state.evaluator.quotient(state.evaluator.observation(first, context.lang), state.evaluator.observation(second, context.lang),
                                              Measure::Kind::multiple, span, has(formats, FormatKind::unlike) || !context.unlike.empty());
  if (!value) return std::nullopt;
  const std::string text = "ratio(" + state.name_of(first) + ", " + state.name_of(second) + ")";
  return state.print(*value, state.key_of(text, context), text, formats, context, place, span);
}

std::optional<Printed> FigureBook::amount(std::uint32_t action, const Formats& formats, const Context& context, FormPlace place, SourceSpan span) {
  const std::string name = "action." + state_->dataset.actions[action].id + ".amount";
  Evaluated value = state_->evaluator.amount(action);
  // An action without an amount prints the mark alone: its note stands at its title.
  if (value.is_missing()) value.actions.clear();
  return state_->print(value, name, name, formats, context, place, span);
}

Printed FigureBook::count(const std::string& key, double number, const std::string& words, const Formats& formats, const Context& context,
                          FormPlace place, SourceSpan span) {
  Evaluated value = counted(number, words);
  value.calculation.number = number;
  auto out = state_->print(value, key, key, formats, context, place, span);
  if (out) return *std::move(out);
  Printed empty;
  empty.value = std::move(value);
  return empty;
}

// ---- notes, disputes, comparability ----

NoteIndex FigureBook::note_of_observation(std::uint32_t observation, std::string_view lang) { return state_->notes.observation(observation, lang); }
NoteIndex FigureBook::note_of_action(std::uint32_t action, std::string_view lang) { return state_->notes.action(action, lang); }
NoteIndex FigureBook::note_of_citation(const dataset::Citation& citation, std::string_view lang) { return state_->notes.citation(citation, lang); }
NoteIndex FigureBook::note_of_source(std::uint32_t source, std::string_view lang) { return state_->notes.source(source, lang); }

std::optional<NoteIndex> FigureBook::cite(const expression::Name& name, const Context& context) {
  const auto id = state_->lookup.id_of(name, context);
  if (!id) return std::nullopt;
  const dataset::Dataset& data = state_->dataset;
  if (const auto* source = data.find_source(*id)) return note_of_source(static_cast<std::uint32_t>(source - data.sources.data()), context.lang);
  if (const auto* row = data.find_observation(*id)) {
    if (has_printable_value(*row) || row->status.missing()) {
      if (!row->is_withheld && !row->is_confidential) return note_of_observation(data.index_of(*row), context.lang);
    }
    Diagnostic finding = Diagnostic::untruth("resolve/withheld", name.span, "the value of " + quoted(row->key) + " is withheld and cannot be cited");
    concern(finding, data, data.index_of(*row));
    state_->diagnostics.push_back(std::move(finding).hint("leave the reference out, or take `withhold` from the observation"));
    return std::nullopt;
  }
  if (const auto* action = data.find_action(*id)) return note_of_action(static_cast<std::uint32_t>(action - data.actions.data()), context.lang);
  // The look-up of a source reports what is unknown, with the nearest source as hint.
  state_->lookup.source(name, context);
  return std::nullopt;
}

DisputeIndex FigureBook::dispute(std::uint32_t dispute, std::string_view) { return state_->dispute(dispute); }

void FigureBook::place_dispute(std::uint32_t dispute, const std::string& label) { state_->disputes[state_->dispute(dispute)].label = label; }

void FigureBook::check_axis(const std::vector<std::uint32_t>& observations, const Context& context, const std::string& label, SourceSpan span) {
  if (!context.unlike.empty()) return;
  const auto& rows = state_->dataset.observations;
  for (std::size_t i = 1; i < observations.size(); ++i) {
    std::string said;
    for (const Unlikeness& each : unlike_rules(state_->dataset, observations.front(), observations[i], Use::axis)) {
      if (is_refused(each, Use::axis)) said += " " + sentence_of(state_->dataset, each, "en");
    }
    if (said.empty()) continue;
    Diagnostic finding = Diagnostic::untruth("resolve/unlike", span, "these values cannot stand on one axis:" + said);
    if (!label.empty()) finding.about.push_back(label);
    for (const std::uint32_t each : {observations.front(), observations[i]}) {
      finding.notes.push_back({rows[each].places.object, rows[each].key + " stands here"});
      concern(finding, state_->dataset, each);
    }
    state_->diagnostics.push_back(std::move(finding).hint("leave one out, or give the exhibit `:unlike: reason`"));
    return;
  }
}

const Evaluated& FigureBook::value(document::FigureIndex figure) const { return state_->values[figure]; }
const document::Figure& FigureBook::printed(document::FigureIndex figure) const { return state_->figures[figure]; }

// ---- end ----

void FigureBook::count_cells(const std::string& label, const std::string& entity, CellCounts counts) {
  state_->cells.insert_or_assign({label, entity}, counts);
}

bool FigureBook::asked_for_counts() const { return state_->evaluator.asked_for_counts(); }

DocumentCounts FigureBook::counts() const {
  DocumentCounts out;
  out.is_known = true;
  out.exhibits = state_->cells;
  state_->note_unmarked_figures();
  out.notes = std::max(state_->notes.size(), state_->finished_notes);
  return out;
}

void FigureBook::finish(document::Document& document) {
  State& state = *state_;
  state.note_unmarked_figures();
  state.finished_notes = state.notes.size();
  state.say_unrounded();
  document.figures = std::move(state.figures);
  document.notes = state.notes.take();
  document.disputes = std::move(state.disputes);
  document.withdrawn = std::move(state.withdrawn);
  std::vector<bool> is_used(state.dataset.observations.size());
  for (const Figure& each : document.figures) {
    for (const std::uint32_t row : each.operands) is_used[row] = true;
  }
  for (const document::Note& each : document.notes) {
    for (const std::uint32_t row : each.observations) is_used[row] = true;
  }
  document.used_observations.clear();
  for (std::uint32_t row = 0; row < is_used.size(); ++row) {
    if (is_used[row]) document.used_observations.push_back(row);
  }
}

void FigureBook::write_full_forms(std::vector<document::Note>& notes) const { state_->notes.write_full_forms(notes); }

}  // namespace briefpack::resolve
