#include <algorithm>
#include <utility>

#include "base/utf8.h"
#include "expression/canonical.h"
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

std::optional<std::vector<std::uint32_t>> Evaluator::members_of(const expression::Set* set, SourceSpan span, const Context& context) {
  expression::Set default_set;
  default_set.members.push_back({expression::Name::Kind::id, "entities", span});
  return lookup_.entities(set != nullptr ? *set : default_set, context);
}

std::shared_ptr<const Evaluator::Members> Evaluator::gather(const expression::Name& name, const expression::Period& period,
                                                            const expression::Set* set, SourceSpan span, const Scope& scope) {
  const dataset::Metric* metric = lookup_.metric(name, scope.context);
  const auto entities = members_of(set, span, scope.context);
  if (metric == nullptr || !entities) return nullptr;
  const auto index = static_cast<std::uint32_t>(metric - dataset_.metrics.data());
  const std::string period_text = expression::canonical_text(period);
  const auto known = kept_.members.find([&](const KeptSets::MembersKey& each) {
    return each.metric == index && each.period == period_text && each.lang == scope.context.lang && each.entities == *entities;
  });
  if (known) return known;
  auto members = std::make_shared<Members>();
  Members& out = *members;
  out.metric = index;
  bool is_mixed = false;
  for (const std::uint32_t entity : *entities) {
    Found found = find(dataset_, out.metric, entity, period);
    if (found.state == Found::State::mixed) {
      is_mixed = true;
      report_mixed(out.metric, entity, span);
      found = last_in_file(dataset_, out.metric, entity);
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
  if (is_mixed) return members;  // which is reported at each use
  kept_.members.keep({index, period_text, scope.context.lang, *entities}, members);
  return members;
}

std::optional<Evaluated> Evaluator::set_call(const Call& call, SourceSpan span, const Scope& scope) {
  const Context& context = scope.context;
  const auto evaluated = [&] {
    switch (call.function) {
      case Function::rank: return rank(call, span, scope);
      case Function::leader: return leader(call, span, scope);
      default: return over_set(call, span, scope);
    }
  };
  std::string text = canonical_text(bound({call, span}, context));
  // A named figure may mean another thing in another edition.
  if (text.find('$') != std::string::npos) return evaluated();
  const auto kept = kept_.values.find([&](const KeptSets::ValueKey& each) {
    return each.call == text && each.allows_unlike == scope.allows_unlike && each.lang == context.lang && each.entities == context.entities;
  });
  if (kept) return *kept;
  const std::size_t faults = diagnostics_.size();
  auto out = evaluated();
  if (out && diagnostics_.size() == faults)
    kept_.values.keep({std::move(text), context.lang, scope.allows_unlike, context.entities}, std::make_shared<const Evaluated>(*out));
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
  const Use use = is_selection ? Use::ranking : Use::arithmetic;
  const std::size_t known = out.unlike.size();
  for (const auto& member : members->found) find_unlike(members->found.front().value, member.value, use, out);
  if (!scope.allows_unlike) report_unlike(out, known, use, span);
  const auto result = folded(call.function, values);
  if (!result) return fail("resolve/bounds", span, "the bounds of these values leave the result open", "leave the bounds out of the set");
  const dataset::ObsStatusSet status = out.value.status;
  out.value = *result;
  out.value.status = status;
  return out;
}

namespace {

/// Whether the first is better for all that both may be, for none, or for some.
std::optional<bool> is_better(const Evaluated& a, const Evaluated& b, dataset::Direction direction) {
  const auto comparison = direction == dataset::Direction::higher_is_better ? expression::Comparison::greater : expression::Comparison::less;
  return holds(a.value, comparison, b.value);
}

bool is_bound(const Evaluated& value) {
  return value.value.kind == Kind::number && (dataset::is_lower_bound(value.value.qualifier) || dataset::is_upper_bound(value.value.qualifier));
}

FigureValue place_between(int best, int worst) {
  if (best == worst) return exact(best);
  FigureValue out;
  out.kind = Kind::interval;
  out.low = best;
  out.high = worst;
  return out;
}

}  // namespace

std::optional<Evaluated> Evaluator::rank(const Call& call, SourceSpan span, const Scope& scope) {
  const auto found = reference(call.arguments[0], scope.context);
  if (!found) return std::nullopt;
  if (found->state == Found::State::withheld) return report_withheld(*found->observation, span);
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
  int best = 1, worst = 1, ranked = 0;
  bool is_open = false;
  const std::size_t known = out.unlike.size();
  for (const auto& member : members->found) {
    // A disputed value takes no place and pushes nobody down.
    if (!member.value.disputes.empty()) continue;
    ++ranked;
    out.calculation.arguments.push_back(member.value.calculation);
    if (member.entity == row.entity) continue;
    join(out, member.value);
    find_unlike(own, member.value, Use::ranking, out);
    const auto better = is_better(member.value, own, metric.direction);
    if (better.value_or(false)) ++best;
    if (better.value_or(true)) ++worst;
    is_open |= !better && (is_bound(own) || is_bound(member.value));
  }
  if (!scope.allows_unlike) report_unlike(out, known, Use::ranking, span);
  // Between two intervals the place is an interval; a bound reaches without end, so that it decides nothing.
  if (is_open) report("resolve/undecidable", span, "the bounds of these values leave their order open", out, "rank it among values that a bound can be set against");
  const dataset::ObsStatusSet status = out.value.status;
  out.value = place_between(best, worst);
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
  out.calculation.is_descending = metric.direction == dataset::Direction::higher_is_better;
  for (const auto& member : members->found) out.calculation.arguments.push_back(member.value.calculation);
  if (members->has_withheld || !members->disputed.empty()) {
    out.rests_on_withheld = members->has_withheld;
    return withdrawn(out);
  }
  if (members->found.empty()) return absent(dataset::ObsStatus::O);
  const std::size_t known = out.unlike.size();
  for (const auto& member : members->found) find_unlike(members->found.front().value, member.value, Use::ranking, out);
  if (!scope.allows_unlike) report_unlike(out, known, Use::ranking, span);
  // The one that is better than each other; or those that no other is better than, who share the place.
  const Members::Member* best = nullptr;
  std::vector<const Members::Member*> first;
  for (const auto& member : members->found) {
    bool is_ahead = true, is_behind = false;
    for (const auto& other : members->found) {
      if (&other == &member) continue;
      is_ahead &= is_better(member.value, other.value, metric.direction).value_or(false);
      is_behind |= is_better(other.value, member.value, metric.direction).value_or(true);
    }
    if (is_ahead) best = &member;
    if (!is_behind) first.push_back(&member);
  }
  if (best == nullptr && first.empty()) {
    report("resolve/undecidable", span, "the bounds of these values leave their order open", out);
    out.value.kind = Kind::missing;
    out.is_undecided = true;
    out.calculation = stated("undecided");
    return out;
  }
  if (best == nullptr) {
    std::string names;
    for (const Members::Member* each : first) names += (names.empty() ? "" : ", ") + dataset_.entities[each->entity].id;
    report("resolve/tie", span, "more than one entity leads in " + metric.id + ": " + names, first.front()->value, "name them in the text and bind the words to a condition");
    best = first.front();
    out.calculation.number = 1;
  }
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
