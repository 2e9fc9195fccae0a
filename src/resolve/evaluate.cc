#include "resolve/evaluate.h"

#include <algorithm>
#include <utility>

#include "base/nearest.h"
#include "base/utf8.h"
#include "resolve/value_arithmetic.h"

namespace briefpack::resolve {

using dataset::Observation;
using Kind = document::FigureValue::Kind;

std::nullopt_t Evaluator::fail(std::string code, SourceSpan span, std::string message, std::string hint) {
  Diagnostic report = Diagnostic::error(std::move(code), span, std::move(message));
  if (!hint.empty()) report.hints.push_back(std::move(hint));
  diagnostics_.push_back(std::move(report));
  return std::nullopt;
}

void Evaluator::report(std::string code, SourceSpan span, std::string message, const Evaluated& about, std::string hint) {
  Diagnostic finding = Diagnostic::untruth(std::move(code), span, std::move(message));
  constexpr std::size_t kMostNotes = 6;
  for (const std::uint32_t each : about.observations) {
    const Observation& row = dataset_.observations[each];
    if (finding.notes.size() < kMostNotes) finding.notes.push_back({row.places.object, row.key + " stands here"});
    concern(finding, dataset_, each);
  }
  if (!hint.empty()) finding.hints.push_back(std::move(hint));
  diagnostics_.push_back(std::move(finding));
}

Evaluated Evaluator::report_withheld(std::uint32_t index, SourceSpan span) {
  const Observation& row = dataset_.observations[index];
  Diagnostic finding = Diagnostic::untruth("resolve/withheld", span, "the value of " + quoted(row.key) + " is withheld and cannot be printed")
                           .note(row.places.of("withhold"), "withheld here")
                           .hint("leave the figure out, or take `withhold` from the observation");
  concern(finding, dataset_, index);
  diagnostics_.push_back(std::move(finding));
  // Printed alone it is "..", as if it were not there; whatever is computed from it is withdrawn.
  Evaluated out = absent(dataset::ObsStatus::O);
  out.rests_on_withheld = true;
  return out;
}

void Evaluator::report_mixed(std::uint32_t metric, std::uint32_t entity, SourceSpan span) {
  const std::string series = dataset_.metrics[metric].id + "." + dataset_.entities[entity].id;
  Diagnostic finding = Diagnostic::untruth("resolve/mixed-periods", span, series + " has values that no order joins, so none is the latest").concerns(series);
  for (const std::uint32_t each : dataset_.series(metric, entity)) {
    const Observation& row = dataset_.observations[each];
    finding.notes.push_back({row.places.of("time_period"), row.period ? "period " + row.period->text : std::string("period not stated")});
  }
  diagnostics_.push_back(std::move(finding).hint("say which period is meant: " + series + "@2024 or @ns1; until then the last one in the file is taken"));
}

void Evaluator::name_figure(std::string name, Expression expression) { named_.insert_or_assign(std::move(name), std::move(expression)); }

const expression::Expression* Evaluator::named_figure(const std::string& name) const {
  const auto at = named_.find(name);
  return at == named_.end() ? nullptr : &at->second;
}

// ---- references and names ----

std::optional<Found> Evaluator::find_reference(const expression::Reference& reference, SourceSpan span, const Context& context) {
  const dataset::Metric* metric = lookup_.metric(reference.metric, context);
  const dataset::Entity* entity = lookup_.entity(reference.entity, context);
  if (metric == nullptr || entity == nullptr) return std::nullopt;
  const auto metric_index = static_cast<std::uint32_t>(metric - dataset_.metrics.data());
  const auto entity_index = static_cast<std::uint32_t>(entity - dataset_.entities.data());
  const Found found = find(dataset_, metric_index, entity_index, reference.period);
  const auto& series = dataset_.series(metric_index, entity_index);
  if (found.state == Found::State::mixed) {
    report_mixed(metric_index, entity_index, span);
    return last_in_file(dataset_, metric_index, entity_index);
  }
  const bool names_period = reference.period.kind == expression::Period::Kind::stated || reference.period.kind == expression::Period::Kind::unstated;
  if (found.state == Found::State::none && names_period && !series.empty()) {
    Diagnostic report = Diagnostic::error("resolve/no-such-period", reference.period.span.is_known() ? reference.period.span : span,
                                          metric->id + "." + entity->id + " has no value at that period");
    for (const std::uint32_t each : series) {
      const Observation& row = dataset_.observations[each];
      report.notes.push_back({row.places.of("time_period"), "a value of it: " + row.key});
    }
    diagnostics_.push_back(std::move(report));
    return std::nullopt;
  }
  return found;
}

std::optional<Evaluated> Evaluator::value_of(const Found& found, SourceSpan span, std::string_view lang) {
  switch (found.state) {
    case Found::State::observation: return observation(*found.observation, lang);
    case Found::State::withheld: return report_withheld(*found.observation, span);
    case Found::State::not_applicable: return absent(dataset::ObsStatus::M);
    case Found::State::none:
    case Found::State::mixed: break;
  }
  return absent(dataset::ObsStatus::O);
}

std::optional<Found> Evaluator::reference(const Expression& expression, const Context& context) {
  if (const auto* reference = as<expression::Reference>(expression)) return find_reference(*reference, expression.span, context);
  if (const auto* name = as<expression::ObservationName>(expression)) {
    const Observation* row = lookup_.observation(name->id, context);
    if (row == nullptr) return std::nullopt;
    return Found{row->is_withheld ? Found::State::withheld : Found::State::observation, dataset_.index_of(*row)};
  }
  if (const auto* word = as<expression::Word>(expression)) {
    const Expression* named = word->name.kind == expression::Name::Kind::variable ? named_figure(word->name.text) : nullptr;
    const bool is_circle = std::find(open_names_.begin(), open_names_.end(), word->name.text) != open_names_.end();
    if (named != nullptr && !is_circle) {
      open_names_.push_back(word->name.text);
      auto found = this->reference(*named, context);
      open_names_.pop_back();
      return found;
    }
  }
  return fail("resolve/not-a-reference", expression.span, "this is no single observation", "write metric.ENTITY, with @period where needed");
}

std::optional<Evaluated> Evaluator::value(const Expression& expression, const Context& context, bool allows_unlike) {
  steps_ = 0;
  auto out = evaluate(expression, {context, allows_unlike});
  if (out && out->value.kind == Kind::truth) {
    return fail("resolve/not-a-value", expression.span, "this is a condition, not a value", "conditions stand in {claim} and {if}");
  }
  return out;
}

std::optional<Evaluated> Evaluator::condition(const Expression& expression, const Context& context, bool allows_unlike) {
  steps_ = 0;
  auto out = evaluate(expression, {context, allows_unlike});
  if (!out) return std::nullopt;
  const bool is_open = out->is_missing() || out->is_withdrawn();
  if (out->value.kind == Kind::truth || (is_open && out->measure.kind == Measure::Kind::truth)) return out;
  return fail("resolve/not-a-condition", expression.span, "this is a value, not a condition", "compare it with something: <, <=, =, !=, >=, >");
}

std::optional<Evaluated> Evaluator::evaluate(const Expression& expression, const Scope& scope) {
  const SourceSpan span = expression.span;
  if (++steps_ > kStepLimit) {
    // Said once; the callers on the way back add nothing.
    if (steps_ == kStepLimit + 1) fail("resolve/too-large", span, "this figure comes to more than " + std::to_string(kStepLimit) + " steps");
    return std::nullopt;
  }
  return std::visit(
      [&](const auto& node) -> std::optional<Evaluated> {
        using Node = std::decay_t<decltype(node)>;
        if constexpr (std::is_same_v<Node, expression::Number>) {
          return constant(node.value);
        } else if constexpr (std::is_same_v<Node, expression::Text>) {
          Evaluated out;
          out.value.kind = Kind::text;
          out.value.text = node.value;
          out.measure.kind = Measure::Kind::text;
          return out;
        } else if constexpr (std::is_same_v<Node, expression::MetricName> || std::is_same_v<Node, expression::Set> ||
                             std::is_same_v<Node, expression::PeriodArgument>) {
          return fail("resolve/not-a-value", span, "this has no value by itself", "write metric.ENTITY");
        } else {
          return visit(node, span, scope);
        }
      },
      expression.node);
}

std::optional<Evaluated> Evaluator::visit(const expression::Word& word, SourceSpan span, const Scope& scope) {
  const std::string& name = word.name.text;
  if (word.name.kind == expression::Name::Kind::id && name == "missing") return absent(dataset::ObsStatus::O);
  if (word.name.kind != expression::Name::Kind::variable) {
    return fail("resolve/not-a-value", span, quoted(name) + " has no value by itself", "write metric.ENTITY, or $" + name + " for a figure of the front matter");
  }
  const Expression* named = named_figure(name);
  if (named == nullptr) {
    std::vector<std::string> known;
    for (const auto& [each, expression] : named_) known.push_back(each);
    return fail("resolve/unknown-name", span, "the front matter has no figure " + quoted(name), nearest_hint(name, known));
  }
  if (std::find(open_names_.begin(), open_names_.end(), name) != open_names_.end()) {
    return fail("resolve/circular-figure", named->span, "figure " + quoted(name) + " is defined by itself");
  }
  open_names_.push_back(name);
  auto out = evaluate(*named, scope);
  open_names_.pop_back();
  return out;
}

std::optional<Evaluated> Evaluator::visit(const expression::Reference& reference, SourceSpan span, const Scope& scope) {
  const auto found = find_reference(reference, span, scope.context);
  return found ? value_of(*found, span, scope.context.lang) : std::nullopt;
}

std::optional<Evaluated> Evaluator::visit(const expression::ObservationName& name, SourceSpan span, const Scope& scope) {
  const Observation* row = lookup_.observation(name.id, scope.context);
  if (row == nullptr) return std::nullopt;
  const std::uint32_t index = dataset_.index_of(*row);
  return row->is_withheld ? report_withheld(index, span) : observation(index, scope.context.lang);
}

std::optional<Evaluated> Evaluator::visit(const expression::DisputeName& name, SourceSpan span, const Scope& scope) {
  const dataset::Dispute* dispute = lookup_.dispute(name.id, scope.context);
  if (dispute == nullptr) return std::nullopt;
  // The one number that several positions give to different holders; where they give different ones there is none to print.
  std::optional<Evaluated> out;
  for (const std::uint32_t each : dispute->observations) {
    if (!has_printable_value(dataset_.observations[each])) continue;
    const Evaluated value = observation(each, scope.context.lang);
    if (!out) {
      out = value;
      continue;
    }
    const bool is_same = is_numeric(*out) && is_numeric(value) && holds(out->value, expression::Comparison::equal, value.value) == true;
    if (!is_same) out.reset();
    if (!out) break;
    join(*out, value);
  }
  if (out) return out;
  return fail("resolve/not-a-value", span, "the positions of dispute " + quoted(dispute->id) + " do not share one number",
              "print each position's own observation");
}

std::optional<Evaluated> Evaluator::visit(const expression::ActionAmount& name, SourceSpan, const Scope& scope) {
  const dataset::Action* action = lookup_.action(name.id, scope.context);
  if (action == nullptr) return std::nullopt;
  return amount(static_cast<std::uint32_t>(action - dataset_.actions.data()));
}

}  // namespace briefpack::resolve
