#include "resolve/figure_book_state.h"

#include <algorithm>
#include <utility>

#include "expression/canonical.h"
#include "numfmt/strings.h"
#include "resolve/calculation_words.h"
#include "resolve/comparability.h"
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

// ---- keys ----

std::pair<std::string, std::string> FigureBook::State::key_and_expression(const Expression& expression, const Context& context) {
  if (const auto* word = expression::as<expression::Word>(expression)) {
    if (const Expression* named = evaluator.named_figure(word->name.text)) {
      return {"$" + word->name.text, canonical_text(bound(*named, context))};
    }
  }
  std::string text = canonical_text(expression);
  return {key_of(text, context), std::move(text)};
}

std::string FigureBook::State::key_of(const std::string& text, const Context& context) {
  const auto [names, is_new] = names_by_text.try_emplace(context.focus);
  if (is_new) {
    for (const auto& [name, definition] : evaluator.named_figures()) names->second.emplace(canonical_text(bound(definition, context)), name);
  }
  const auto at = names->second.find(text);
  return at == names->second.end() ? text : "$" + at->second;
}

std::string FigureBook::State::name_of(std::uint32_t index) const {
  const dataset::Observation& row = dataset.observations[index];
  const std::string series = dataset.metric_of(row).id + "." + dataset.entity_of(row).id;
  const Found latest = find(dataset, row.metric, row.entity, {});
  if (latest.observation == index) return series;
  return row.id.empty() ? row.key : "obs." + row.id;
}

void FigureBook::State::drop_repeated(std::size_t from) {
  for (std::size_t at = from; at < diagnostics.size();) {
    const Diagnostic& each = diagnostics[at];
    const bool is_new = reported.emplace(each.code, each.span.file, each.span.line, each.span.column, each.message).second;
    if (is_new || !each.span.is_known()) ++at;
    else diagnostics.erase(diagnostics.begin() + static_cast<std::ptrdiff_t>(at));
  }
}

void FigureBook::State::name_findings(std::size_t from, const std::string& name) {
  for (std::size_t at = from; at < diagnostics.size(); ++at) {
    if (!diagnostics[at].is_fatal()) add_once(diagnostics[at].about, name);
  }
}

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
  noted.emplace_back();
  for (const std::uint32_t each : value.disputes) add_once(figures[index].disputes, dispute(each));
  return index;
}

namespace {

/// What the formats change about the number itself, for the key: another rounding, another sign.
std::string precision_suffix(const Evaluated& value, const PrintPlan& plan, const PrintPlan& usual) {
  if (!is_numeric(value) || !value.value.text.empty()) return "";
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
  if (!value.unlike.empty()) figures[index].unlike_reason = sentences_of(dataset, value, lang);
  return index;
}

void FigureBook::State::ensure_notes(FigureIndex index, const std::string& page_lang) {
  const Evaluated& value = values[index];
  if (value.is_document_count || value.is_withdrawn()) return;
  if (std::find(noted[index].begin(), noted[index].end(), page_lang) != noted[index].end()) return;
  noted[index].push_back(page_lang);
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
  if (is_numeric(value)) {
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
  out.text.span = span;
  out.text.flags.is_muted = value.is_missing() || value.is_withdrawn();
  if (has_nothing_behind(value)) return out;
  const bool turns_sign = plan.is_absolute && value.value.kind == FigureValue::Kind::number && value.value.number < 0;
  const std::string suffix = is_numeric(value) ? precision_suffix(value, plan, default_plan(dataset, value)) : "";
  const FigureIndex index = figure_for(key + suffix, expression, turns_sign ? without_sign(value) : value, plan, context, span);
  out.text.figure = index;
  add_once(figures[index].texts, text.text());
  // In the document's language alone; a page in another one says it in its own words.
  if (context.lang == lang && !context.unlike.empty() && !value.unlike.empty() && reasons[index].emplace(context.lang, context.unlike).second) {
    noted[index].clear();  // they say the reason, too
    std::string& said = figures[index].unlike_reason;
    if (said.find(context.unlike) == std::string::npos) said += " " + context.unlike;
  }
  if (context.is_unmarked || has(formats, FormatKind::nomark)) return out;
  ensure_notes(index, context.lang);
  out.notes = figures[index].notes;
  out.disputes = tags_of(value);
  return out;
}

}  // namespace briefpack::resolve
