#include <algorithm>
#include <utility>

#include "base/utf8.h"
#include "numfmt/names.h"
#include "resolve/comparability.h"
#include "resolve/evaluate.h"
#include "resolve/value_arithmetic.h"

namespace briefpack::resolve {

using document::Calculation;
using expression::Call;
using expression::Function;
using Kind = document::FigureValue::Kind;

namespace {

Calculation stated(std::string words) {
  Calculation out;
  out.kind = Calculation::Kind::stated;
  out.words = std::move(words);
  return out;
}

Evaluated withdrawn(const Evaluated& base) {
  Evaluated out = base;
  out.value.kind = Kind::withdrawn;
  out.is_computed = true;
  return out;
}
}  // namespace

std::optional<Evaluator::Members> Evaluator::gather(const expression::Name& name, const expression::Period& period,
                                                    const expression::Set* set, SourceSpan span, const Scope& scope) {
  const dataset::Metric* metric = lookup_.metric(name, scope.context);
  expression::Set default_set;
  default_set.members.push_back({expression::Name::Kind::id, "entities", span});
  const auto entities = lookup_.entities(set != nullptr ? *set : default_set, scope.context);
  if (metric == nullptr || !entities) return std::nullopt;
  Members out;
  out.metric = static_cast<std::uint32_t>(metric - dataset_.metrics.data());
  for (const std::uint32_t entity : *entities) {
    const Found found = find(dataset_, out.metric, entity, period);
    if (found.state == Found::State::mixed) {
      return fail("resolve/mixed-periods", span, metric->id + "." + dataset_.entities[entity].id + " has values that no order joins, so none is the latest",
                  "say which period is meant: " + metric->id + "@2024");
    }
    if (found.state == Found::State::withheld) out.has_withheld = true;
    if (found.state != Found::State::observation) continue;
    Evaluated value = observation(*found.observation, scope.context.lang);
    if (value.is_missing()) continue;
    out.printable.push_back(*found.observation);
    if (!is_numeric(value)) continue;
    if (!value.disputes.empty()) out.disputed.push_back({entity, value});
    out.found.push_back({entity, std::move(value)});
  }
  return out;
}

namespace {

const expression::MetricName& metric_of(const Call& call) { return *expression::as<expression::MetricName>(call.arguments[0]); }

const expression::Set* set_of(const Call& call) {
  return call.arguments.size() > 1 ? expression::as<expression::Set>(call.arguments[1]) : nullptr;
}

Calculation::Kind calculation_kind(Function function) {
  switch (function) {
    case Function::sum: return Calculation::Kind::sum;
    case Function::mean: return Calculation::Kind::mean;
    case Function::median: return Calculation::Kind::median;
    case Function::min: return Calculation::Kind::min;
    default: return Calculation::Kind::max;
  }
}

/// The middle of the values, the mean of the two middle ones when their number is even.
std::optional<FigureValue> median_of(std::vector<FigureValue> values) {
  for (const FigureValue& each : values) {
    if (each.kind != Kind::number || (each.qualifier != dataset::Qualifier::none && each.qualifier != dataset::Qualifier::about)) return std::nullopt;
  }
  std::sort(values.begin(), values.end(), [](const FigureValue& a, const FigureValue& b) { return a.number < b.number; });
  const std::size_t middle = values.size() / 2;
  if (values.size() % 2 == 1) return values[middle];
  const auto both = add(values[middle - 1], values[middle]);
  return both ? divide(*both, exact(2)) : std::nullopt;
}

std::optional<FigureValue> folded(Function function, const std::vector<FigureValue>& values) {
  if (function == Function::median) return median_of(values);
  std::optional<FigureValue> out = values.front();
  for (std::size_t i = 1; i < values.size() && out; ++i) {
    switch (function) {
      case Function::min: out = smaller(*out, values[i]); break;
      case Function::max: out = larger(*out, values[i]); break;
      default: out = add(*out, values[i]);
    }
  }
  if (out && function == Function::mean) out = divide(*out, exact(static_cast<double>(values.size())));
  return out;
}

}  // namespace

std::optional<Evaluated> Evaluator::over_set(const Call& call, SourceSpan span, const Scope& scope) {
  const auto members = gather(metric_of(call).metric, metric_of(call).period, set_of(call), span, scope);
  if (!members) return std::nullopt;
  const bool is_selection = call.function == Function::min || call.function == Function::max || call.function == Function::median;
  if (dataset_.metrics[members->metric].type == dataset::MetricType::rank && !is_selection) {
    return fail("resolve/unit-mismatch", span, "ranks cannot be summed or averaged", "print them one by one, or use median");
  }
  Evaluated out;
  std::vector<FigureValue> values;
  bool has_decimals = true;
  for (const auto& member : members->found) {
    if (out.observations.empty()) out.measure = member.value.measure;
    join(out, member.value);
    out.calculation.arguments.push_back(member.value.calculation);
    values.push_back(member.value.value);
    has_decimals &= member.value.decimals.has_value();
    if (member.value.decimals) out.decimals = std::max(out.decimals.value_or(*member.value.decimals), *member.value.decimals);
  }
  out.is_computed = true;
  out.calculation.kind = calculation_kind(call.function);
  // A mean may show one decimal more than its operands, which the rule for quotients decides.
  if (!has_decimals || call.function == Function::mean || call.function == Function::median) out.decimals.reset();
  if (members->has_withheld || !members->disputed.empty()) {
    out.rests_on_withheld = members->has_withheld;
    return withdrawn(out);
  }
  if (values.empty()) return absent(dataset::ObsStatus::O);
  for (const auto& member : members->found) {
    if (!check_alike(members->found.front().value, member.value, span, scope.allows_unlike, out)) return std::nullopt;
  }
  const auto result = folded(call.function, values);
  if (!result) return fail("resolve/bounds", span, "the bounds of these values leave the result open", "leave the bounds out of the set");
  const dataset::ObsStatusSet status = out.value.status;
  out.value = *result;
  out.value.status = status;
  return out;
}

bool Evaluator::is_better(const Evaluated& a, const Evaluated& b, dataset::Direction direction, SourceSpan span, bool& is_decided) {
  const auto comparison = direction == dataset::Direction::higher_is_better ? expression::Comparison::greater : expression::Comparison::less;
  const auto better = holds(a.value, comparison, b.value);
  if (!better && is_decided) {
    fail("resolve/undecidable", span, "the bounds of these values leave their order open");
    is_decided = false;
  }
  return better.value_or(false);
}

std::optional<Evaluated> Evaluator::rank(const Call& call, SourceSpan span, const Scope& scope) {
  const auto found = reference(call.arguments[0], scope.context);
  if (!found) return std::nullopt;
  if (found->state == Found::State::withheld) return fail_withheld(*found->observation, span);
  if (found->state != Found::State::observation) return absent(dataset::ObsStatus::O);
  const dataset::Observation& row = dataset_.observations[*found->observation];
  const dataset::Metric& metric = dataset_.metric_of(row);
  const Evaluated own = observation(*found->observation, scope.context.lang);
  if (own.is_missing()) return own;
  if (!is_numeric(own)) return fail("resolve/not-a-number", span, metric.id + "." + dataset_.entity_of(row).id + " is no number and has no place");
  if (metric.direction == dataset::Direction::none) {
    diagnostics_.push_back(Diagnostic::error("resolve/no-direction", span, "metric " + quoted(metric.id) + " does not say which end is better")
                               .note(metric.places.of("direction"), "direction stands here")
                               .hint("give the metric \"direction\": \"higher_is_better\" or \"lower_is_better\""));
    return std::nullopt;
  }
  if (!own.disputes.empty()) return withdrawn(own);
  const expression::Name name{expression::Name::Kind::id, metric.id, span};
  expression::Period period;
  if (const auto* written = as<expression::Reference>(call.arguments[0])) period = written->period;
  const auto members = gather(name, period, set_of(call), span, scope);
  if (!members) return std::nullopt;
  const bool is_member = std::any_of(members->found.begin(), members->found.end(), [&](const auto& each) { return each.entity == row.entity; });
  if (!is_member) return fail("resolve/not-in-set", span, quoted(dataset_.entity_of(row).id) + " is not in the set that it is ranked in");
  Evaluated out = own;
  out.is_computed = true;
  out.calculation = {};
  out.calculation.kind = Calculation::Kind::rank;
  out.calculation.is_descending = metric.direction == dataset::Direction::higher_is_better;
  out.calculation.arguments = {own.calculation};
  int place = 1, ranked = 0;
  bool is_decided = true;
  for (const auto& member : members->found) {
    // A disputed value takes no place and pushes nobody down.
    if (!member.value.disputes.empty()) continue;
    ++ranked;
    out.calculation.arguments.push_back(member.value.calculation);
    if (member.entity == row.entity) continue;
    join(out, member.value);
    if (!check_alike(own, member.value, span, scope.allows_unlike, out)) return std::nullopt;
    if (is_better(member.value, own, metric.direction, span, is_decided)) ++place;
  }
  if (!is_decided) return std::nullopt;
  const dataset::ObsStatusSet status = out.value.status;
  out.value = exact(place);
  out.value.status = status;
  out.measure = {};
  out.measure.kind = Measure::Kind::rank;
  out.decimals = 0;
  out.out_of = ranked;
  return out;
}

std::optional<Evaluated> Evaluator::leader(const Call& call, SourceSpan span, const Scope& scope) {
  const auto members = gather(metric_of(call).metric, metric_of(call).period, set_of(call), span, scope);
  if (!members) return std::nullopt;
  const dataset::Metric& metric = dataset_.metrics[members->metric];
  if (metric.direction == dataset::Direction::none) {
    return fail("resolve/no-direction", span, "metric " + quoted(metric.id) + " does not say which end is better", "give the metric a direction");
  }
  Evaluated out;
  for (const auto& member : members->found) join(out, member.value);
  out.is_computed = true;
  out.measure.kind = Measure::Kind::text;
  out.calculation = stated("first in " + metric.id);
  if (members->has_withheld || !members->disputed.empty()) {
    out.rests_on_withheld = members->has_withheld;
    return withdrawn(out);
  }
  if (members->found.empty()) return absent(dataset::ObsStatus::O);
  const auto* best = &members->found.front();
  bool is_tied = false, is_decided = true;
  for (const auto& member : members->found) {
    if (&member == best) continue;
    if (!check_alike(best->value, member.value, span, scope.allows_unlike, out)) return std::nullopt;
    const bool is_ahead = is_better(member.value, best->value, metric.direction, span, is_decided);
    is_tied = !is_ahead && (is_tied || !is_better(best->value, member.value, metric.direction, span, is_decided));
    if (is_ahead) best = &member;
  }
  if (!is_decided) return std::nullopt;
  if (is_tied) return fail("resolve/tie", span, "more than one entity leads in " + metric.id, "name them in the text and bind the words to a condition");
  out.value.kind = Kind::text;
  out.entity = dataset_.entities[best->entity].id;
  out.value.text = numfmt::entity_name(dataset_.entities[best->entity], scope.context.lang);
  return out;
}

std::optional<Evaluated> Evaluator::count(const Call& call, SourceSpan span, const Scope& scope) {
  if (const auto* thing = as<expression::Set>(call.arguments[0])) return count_things(*thing, span, scope.context);
  const auto members = gather(metric_of(call).metric, metric_of(call).period, set_of(call), span, scope);
  if (!members) return std::nullopt;
  Evaluated out = counted(static_cast<double>(members->printable.size()), {});
  out.calculation.kind = Calculation::Kind::count;
  for (const std::uint32_t each : members->printable) {
    Calculation cell;
    cell.kind = Calculation::Kind::observation;
    cell.key = dataset_.observations[each].key;
    out.calculation.arguments.push_back(std::move(cell));
    out.observations.push_back(each);
  }
  return out;
}

}  // namespace briefpack::resolve
