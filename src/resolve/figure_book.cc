#include "resolve/figure_book.h"

#include <algorithm>
#include <set>
#include <tuple>
#include <utility>

#include "base/utf8.h"
#include "expression/canonical.h"
#include "expression/substitute.h"
#include "numfmt/marks.h"
#include "numfmt/names.h"
#include "numfmt/strings.h"
#include "resolve/calculation_words.h"
#include "resolve/comparability.h"
#include "resolve/evaluate.h"
#include "resolve/note_book.h"
#include "resolve/precision.h"
#include "resolve/value_arithmetic.h"

namespace briefpack::resolve {

using document::DisputeIndex;
using document::Figure;
using document::FigureIndex;
using document::FigureValue;
using document::NoteIndex;
using expression::Expression;
using expression::FormatKind;
using expression::Formats;
using numfmt::Word;

namespace {

void add_once(std::vector<std::uint32_t>& to, std::uint32_t index) {
  if (std::find(to.begin(), to.end(), index) == to.end()) to.push_back(index);
}

void add_once(std::vector<std::string>& to, const std::string& text) {
  if (std::find(to.begin(), to.end(), text) == to.end()) to.push_back(text);
}

/// Loop variables and the focus as ids; a name of a figure stays.
Expression bound(const Expression& expression, const Context& context) {
  return expression::substitute(expression, [&](const expression::Name& name) -> std::optional<std::string> {
    if (name.kind == expression::Name::Kind::focus) return context.focus.empty() ? std::nullopt : std::optional(context.focus);
    const auto at = std::find_if(context.variables.rbegin(), context.variables.rend(),
                                 [&](const auto& variable) { return variable.first == name.text; });
    return at == context.variables.rend() ? std::nullopt : std::optional(at->second);
  });
}

bool is_numeric(const FigureValue& value) { return value.kind == FigureValue::Kind::number || value.kind == FigureValue::Kind::interval; }

/// The same operands and number; words differ by language and do not count.
bool is_same_value(const Evaluated& a, const Evaluated& b) {
  return a.observations == b.observations && a.value.kind == b.value.kind && a.value.number == b.value.number;
}

/// A negative value as the format abs prints it: 13 − 5 in the place of 5 − 13, so that formula and note say what is read.
Evaluated without_sign(const Evaluated& value) {
  using Kind = document::Calculation::Kind;
  Evaluated out = value;
  out.value = negate(value.value);
  out.value.status = value.value.status;
  const bool is_difference = value.calculation.kind == Kind::change || value.calculation.kind == Kind::subtract;
  if (is_difference) {
    out.calculation.kind = Kind::subtract;
    std::swap(out.calculation.arguments[0], out.calculation.arguments[1]);
  } else {
    out.calculation = {};
    out.calculation.kind = Kind::negate;
    out.calculation.arguments = {value.calculation};
  }
  return out;
}

/// ".." and n/a where the dataset has nothing to cite.
bool has_nothing_behind(const Evaluated& value) {
  return value.is_missing() && value.observations.empty() && value.actions.empty();
}

}  // namespace

document::Inlines Printed::inlines() const {
  document::Inlines out;
  if (text.figure == document::kNone) out.push_back(document::Text{text.text(), text.flags, "", "", ""});
  else out.push_back(text);
  if (!notes.empty()) out.push_back(document::NoteMarks{notes});
  for (const DisputeIndex each : disputes) out.push_back(document::DisputeTag{each});
  return out;
}

struct FigureBook::State {
  State(const dataset::Dataset& data, std::string document_lang, DocumentCounts counts)
      : dataset(data),
        lang(std::move(document_lang)),
        known(std::move(counts)),
        lookup(data, diagnostics),
        evaluator(data, lookup, diagnostics, known),
        notes(data, lang) {}

  const dataset::Dataset& dataset;
  std::string lang;
  DocumentCounts known;
  Diagnostics diagnostics;
  Lookup lookup;
  Evaluator evaluator;
  NoteBook notes;

  std::vector<Figure> figures;
  std::vector<Evaluated> values;          ///< By figure.
  /// Why unlike values stand together, by figure and language of the page that says so.
  std::vector<std::map<std::string, std::string, std::less<>>> reasons;
  std::map<std::string, FigureIndex> by_key;
  std::vector<document::DisputeEntry> disputes;
  std::vector<document::Withdrawn> withdrawn;
  std::map<std::pair<std::string, std::string>, CellCounts> cells;
  /// Named figures by what they are defined as, for each focus.
  std::map<std::string, std::map<std::string, std::string>> names_by_text;
  std::uint32_t finished_notes = 0;       ///< Of a finished book.
  std::set<std::tuple<std::string, std::uint32_t, std::uint32_t, std::uint32_t, std::string>> reported;

  /// The key of an expression: "$name" for a named figure, however it is written, else its canonical text.
  std::pair<std::string, std::string> key_and_expression(const Expression& expression, const Context& context) {
    if (const auto* word = expression::as<expression::Word>(expression)) {
      if (const Expression* named = evaluator.named_figure(word->name.text)) {
        return {"$" + word->name.text, canonical_text(bound(*named, context))};
      }
    }
    std::string text = canonical_text(expression);
    return {key_of(text, context), std::move(text)};
  }
  std::string key_of(const std::string& text, const Context& context) {
    const auto [names, is_new] = names_by_text.try_emplace(context.focus);
    if (is_new) {
      for (const auto& [name, definition] : evaluator.named_figures()) names->second.emplace(canonical_text(bound(definition, context)), name);
    }
    const auto at = names->second.find(text);
    return at == names->second.end() ? text : "$" + at->second;
  }

  /// How the template would name an observation: the latest of its series without a period.
  std::string name_of(std::uint32_t index) const {
    const dataset::Observation& row = dataset.observations[index];
    const std::string series = dataset.metric_of(row).id + "." + dataset.entity_of(row).id;
    const Found latest = find(dataset, row.metric, row.entity, {});
    if (latest.observation == index) return series;
    return row.id.empty() ? row.key : "obs." + row.id;
  }

  /// Faults that an earlier use of the same named figure reported already are dropped.
  void drop_repeated(std::size_t from) {
    for (std::size_t at = from; at < diagnostics.size();) {
      const Diagnostic& each = diagnostics[at];
      const bool is_new = reported.emplace(each.code, each.span.file, each.span.line, each.span.column, each.message).second;
      if (is_new || !each.span.is_known()) ++at;
      else diagnostics.erase(diagnostics.begin() + static_cast<std::ptrdiff_t>(at));
    }
  }

  FigureIndex make_figure(const std::string& key, const std::string& expression, const Evaluated& value, const PrintPlan& plan, SourceSpan span);
  FigureIndex figure_for(std::string key, const std::string& expression, const Evaluated& value, const PrintPlan& plan,
                         const Context& context, SourceSpan span);
  void ensure_notes(FigureIndex index, const std::string& page_lang);
  void note_unmarked_figures();
  DisputeIndex dispute(std::uint32_t dispute);
  std::vector<DisputeIndex> tags_of(const Evaluated& value);
  std::optional<Printed> print(const Evaluated& value, const std::string& key, const std::string& expression, const Formats& formats,
                               const Context& context, FormPlace place, SourceSpan span);
};

// ---- figures ----

FigureIndex FigureBook::State::make_figure(const std::string& key, const std::string& expression, const Evaluated& value,
                                           const PrintPlan& plan, SourceSpan span) {
  Figure figure;
  figure.number = static_cast<std::uint32_t>(figures.size() + 1);
  figure.key = key;
  figure.expression = expression;
  figure.value = value.value;
  figure.scale = numfmt::scale_of(plan.style);
  figure.decimals = plan.style.decimals;
  if (value.value.kind == FigureValue::Kind::number) {
    figure.printed = numfmt::printed_number(plan.printed_value(value.value.number), plan.style);
  } else if (value.value.kind == FigureValue::Kind::interval) {
    figure.printed_low = numfmt::printed_number(value.value.low, plan.style);
    figure.printed_high = numfmt::printed_number(value.value.high, plan.style);
    // Words are what is printed; the numbers are only drawn with.
    if (!value.value.text.empty()) figure.value.kind = FigureValue::Kind::text;
  }
  figure.unit = unit_name(value);
  figure.calculation = value.calculation;
  figure.calculation_words = calculation_words(value.calculation, dataset, lang);
  figure.operands = value.observations;
  for (const std::uint32_t each : value.observations) {
    for (const dataset::Citation& citation : dataset.observations[each].citations) {
      if (const auto* source = dataset.find_source(citation.source)) add_once(figure.sources, static_cast<std::uint32_t>(source - dataset.sources.data()));
    }
  }
  for (const std::uint32_t each : value.actions) {
    for (const dataset::Citation& citation : dataset.actions[each].citations) {
      if (const auto* source = dataset.find_source(citation.source)) add_once(figure.sources, static_cast<std::uint32_t>(source - dataset.sources.data()));
    }
  }
  figure.caveats = value.caveats;
  figure.is_document_count = value.is_document_count;
  figure.span = span;
  const auto index = static_cast<FigureIndex>(figures.size());
  if (value.is_withdrawn()) {
    figure.is_withdrawn = true;
    // The operands of a withdrawn result are named, the result is computed nowhere.
    figure.calculation = {};
    figure.calculation.kind = document::Calculation::Kind::stated;
    figure.calculation.words = std::string(word(Word::withdrawn, lang));
    std::string why;
    for (const std::uint32_t each : value.disputes) {
      why += (why.empty() ? "" : ", ") + numfmt::filled(Word::rests_on, lang, {{"id", dataset.disputes[each].id}});
    }
    if (why.empty()) why = std::string(word(Word::rests_on_withheld, lang));
    // Names of what was found would hide that something else is in it.
    const std::string what = value.rests_on_withheld ? expression : calculation_names(value.calculation, dataset, lang);
    withdrawn.push_back({index, what + ", " + why});
    if (value.rests_on_withheld) figure.calculation_words.clear();
  }
  figures.push_back(std::move(figure));
  values.push_back(value);
  reasons.emplace_back();
  for (const std::uint32_t each : value.disputes) add_once(figures[index].disputes, dispute(each));
  return index;
}

namespace {

/// What the formats change about the number itself, for the key: another rounding, another sign.
std::string precision_suffix(const Evaluated& value, const PrintPlan& plan, const PrintPlan& usual) {
  if (!is_numeric(value.value) || !value.value.text.empty()) return "";
  const auto absolute = [](double number, const PrintPlan& each) { return numfmt::printed_number(number, each.style) / numfmt::scale_of(each.style); };
  const auto agrees = [&](double number) {
    const double a = absolute(plan.printed_value(number), plan), b = absolute(number, usual);
    return numfmt::grouped(a) == numfmt::grouped(b);
  };
  const bool is_same = value.value.kind == FigureValue::Kind::interval ? agrees(value.value.low) && agrees(value.value.high)
                                                                       : agrees(value.value.number);
  if (is_same) return "";
  std::string out;
  const auto add = [&](const std::string& text) { out += (out.empty() ? " ; " : ", ") + text; };
  if (plan.is_absolute && value.value.number < 0) add("abs");
  const int finest = plan.style.decimals - plan.style.power + (plan.style.kind == numfmt::NumberStyle::Kind::percent ? 2 : 0);
  const int usually = usual.style.decimals - usual.style.power + (usual.style.kind == numfmt::NumberStyle::Kind::percent ? 2 : 0);
  if (finest != usually) add("round:" + std::to_string(finest));
  return out;
}

}  // namespace

FigureIndex FigureBook::State::figure_for(std::string key, const std::string& expression, const Evaluated& value,
                                          const PrintPlan& plan, const Context& context, SourceSpan span) {
  auto at = by_key.find(key);
  // The same words over another default set are another figure.
  if (at != by_key.end() && !is_same_value(values[at->second], value)) {
    std::string set;
    for (const std::string& each : context.entities) set += (set.empty() ? "" : ", ") + each;
    key += " ; over [" + set + "]";
    at = by_key.find(key);
  }
  if (at != by_key.end()) return at->second;
  const FigureIndex index = make_figure(key, expression, value, plan, span);
  by_key.emplace(key, index);
  if (!value.unlike.empty()) {
    std::string& reason = figures[index].unlike_reason;
    for (const Unlikeness& each : value.unlike) {
      const std::string text = sentence_of(dataset, each, lang);
      if (reason.find(text) == std::string::npos) reason += (reason.empty() ? "" : " ") + text;
    }
  }
  return index;
}

void FigureBook::State::ensure_notes(FigureIndex index, const std::string& page_lang) {
  const Evaluated& value = values[index];
  if (value.is_document_count || value.is_withdrawn()) return;
  std::vector<NoteIndex> list;
  if (value.is_computed && !figures[index].is_claim) {
    const auto reason = reasons[index].find(page_lang);
    list.push_back(notes.calculation(value, reason == reasons[index].end() ? "" : reason->second, page_lang));
  } else {
    for (const std::uint32_t each : value.observations) add_once(list, notes.observation(each, page_lang));
    for (const std::uint32_t each : value.actions) add_once(list, notes.action(each, page_lang));
  }
  std::sort(list.begin(), list.end());
  figures[index].notes = std::move(list);
  for (const NoteIndex each : figures[index].notes) notes.link(each, index);
}

/// A figure that stood unmarked everywhere still has its note in the register.
void FigureBook::State::note_unmarked_figures() {
  for (FigureIndex i = 0; i < figures.size(); ++i) {
    if (figures[i].notes.empty()) ensure_notes(i, lang);
  }
}

DisputeIndex FigureBook::State::dispute(std::uint32_t index) {
  for (DisputeIndex i = 0; i < disputes.size(); ++i) {
    if (disputes[i].dispute == index) return i;
  }
  const std::string& id = dataset.disputes[index].id;
  disputes.push_back({index, id, "", numfmt::filled(Word::disputed_see, lang, {{"id", id}})});
  return static_cast<DisputeIndex>(disputes.size() - 1);
}

std::vector<DisputeIndex> FigureBook::State::tags_of(const Evaluated& value) {
  std::vector<DisputeIndex> out;
  for (const std::uint32_t each : value.disputes) out.push_back(dispute(each));
  return out;
}

std::optional<Printed> FigureBook::State::print(const Evaluated& value, const std::string& key, const std::string& expression,
                                                const Formats& formats, const Context& context, FormPlace place, SourceSpan span) {
  PrintPlan plan;
  plan.style.is_capitalised = has(formats, FormatKind::cap);
  if (is_numeric(value.value)) {
    const auto chosen = plan_print(dataset, value, formats, place, context.lang, span, diagnostics);
    if (!chosen) return std::nullopt;
    plan = *chosen;
  }
  Printed out;
  out.value = value;
  const numfmt::NumberText text = resolve::print(value, plan, context.lang);
  out.text.lead = text.lead;
  out.text.number = text.number;
  out.text.tail = text.tail;
  out.text.flags.is_muted = value.is_missing() || value.is_withdrawn();
  if (has_nothing_behind(value)) return out;
  const bool turns_sign = plan.is_absolute && value.value.kind == FigureValue::Kind::number && value.value.number < 0;
  const std::string suffix = is_numeric(value.value) ? precision_suffix(value, plan, default_plan(dataset, value)) : "";
  const FigureIndex index = figure_for(key + suffix, expression, turns_sign ? without_sign(value) : value, plan, context, span);
  out.text.figure = index;
  add_once(figures[index].texts, text.text());
  if (!context.unlike.empty() && !value.unlike.empty() && reasons[index].emplace(context.lang, context.unlike).second) {
    std::string& said = figures[index].unlike_reason;
    if (said.find(context.unlike) == std::string::npos) said += " " + context.unlike;
  }
  if (context.is_unmarked || has(formats, FormatKind::nomark)) return out;
  ensure_notes(index, context.lang);
  out.notes = figures[index].notes;
  out.disputes = tags_of(value);
  return out;
}

// ---- the book ----

FigureBook::FigureBook(const dataset::Dataset& dataset, std::string lang, DocumentCounts counts)
    : state_(std::make_unique<State>(dataset, std::move(lang), std::move(counts))) {}
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
  const Found found = find(data, metric, entity, period);
  const std::string name = data.metrics[metric].id + "." + data.entities[entity].id + canonical_text(period);
  switch (found.state) {
    case Found::State::observation:
      return state_->print(state_->evaluator.observation(*found.observation, context.lang), name, name, formats, context, place, span);
    case Found::State::mixed:
      state_->diagnostics.push_back(Diagnostic::error("resolve/mixed-periods", span, name + " has values that no order joins, so none is the latest")
                                        .hint("say which period is meant"));
      return std::nullopt;
    case Found::State::not_applicable:
      return state_->print(Evaluator::absent(dataset::ObsStatus::M), name, name, formats, context, place, span);
    case Found::State::none:
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

// ---- conditions ----

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
  out.value = *std::move(value);
  if (context.is_unmarked) return out;
  state.ensure_notes(index, context.lang);
  out.notes = state.figures[index].notes;
  return out;
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
    state_->diagnostics.push_back(Diagnostic::error("resolve/withheld", name.span, "the value of " + quoted(row->key) + " is withheld and cannot be cited"));
    return std::nullopt;
  }
  if (const auto* action = data.find_action(*id)) return note_of_action(static_cast<std::uint32_t>(action - data.actions.data()), context.lang);
  // The look-up of a source reports what is unknown, with the nearest source as hint.
  state_->lookup.source(name, context);
  return std::nullopt;
}

DisputeIndex FigureBook::dispute(std::uint32_t dispute, std::string_view) { return state_->dispute(dispute); }

void FigureBook::place_dispute(std::uint32_t dispute, const std::string& label) { state_->disputes[state_->dispute(dispute)].label = label; }

std::vector<Unlikeness> FigureBook::compare(std::uint32_t first, std::uint32_t second) const {
  return unlike_rules(state_->dataset, first, second);
}

std::string FigureBook::sentence(const Unlikeness& unlikeness, std::string_view lang) const {
  return sentence_of(state_->dataset, unlikeness, lang);
}

bool FigureBook::check_alike(const std::vector<std::uint32_t>& observations, const Context& context, SourceSpan span) {
  if (!context.unlike.empty()) return true;
  for (std::size_t i = 1; i < observations.size(); ++i) {
    const auto rules = unlike_rules(state_->dataset, observations.front(), observations[i]);
    if (rules.empty()) continue;
    const auto& rows = state_->dataset.observations;
    state_->diagnostics.push_back(Diagnostic::error("resolve/unlike", span, "these values are unlike: " + sentence(rules.front(), "en"))
                                      .note(rows[observations.front()].places.object, rows[observations.front()].key + " stands here")
                                      .note(rows[observations[i]].places.object, rows[observations[i]].key + " stands here")
                                      .hint("leave one out, or give the exhibit `:unlike: reason`"));
    return false;
  }
  return true;
}

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
  document.figures = std::move(state.figures);
  document.notes = state.notes.take();
  document.disputes = std::move(state.disputes);
  document.withdrawn = std::move(state.withdrawn);
  std::set<std::uint32_t> used;
  for (const Figure& each : document.figures) used.insert(each.operands.begin(), each.operands.end());
  for (const document::Note& each : document.notes) used.insert(each.observations.begin(), each.observations.end());
  document.used_observations.assign(used.begin(), used.end());
}

}  // namespace briefpack::resolve
