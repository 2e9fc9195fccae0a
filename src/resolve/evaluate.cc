#include "resolve/evaluate.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "base/decimal.h"
#include "base/nearest.h"
#include "base/utf8.h"
#include "expression/functions.h"
#include "numfmt/names.h"
#include "resolve/comparability.h"
#include "resolve/value_arithmetic.h"

namespace briefpack::resolve {

namespace {

using dataset::Dataset;
using dataset::MetricType;
using dataset::Observation;
using document::Calculation;
using expression::Binary;
using Kind = FigureValue::Kind;

void add_once(std::vector<std::uint32_t>& to, std::uint32_t index) {
  if (std::find(to.begin(), to.end(), index) == to.end()) to.push_back(index);
}

double power_of_ten(int power) { return std::pow(10.0, power); }

/// A number as written → absolute units; dividing by an exact power keeps the last digit right.
double absolute(double written, int unit_mult) {
  return unit_mult >= 0 ? written * power_of_ten(unit_mult) : written / power_of_ten(-unit_mult);
}

/// The cell of the data, times its power of ten: what a formula over the data's own column has to compute.
Calculation scaled_cell(Calculation::Kind kind, const std::string& key, int unit_mult) {
  Calculation cell;
  cell.kind = kind;
  cell.key = key;
  if (unit_mult == 0) return cell;
  Calculation factor;
  factor.number = power_of_ten(std::abs(unit_mult));
  factor.words = "unit_mult";
  Calculation out;
  out.kind = unit_mult > 0 ? Calculation::Kind::multiply : Calculation::Kind::divide;
  out.arguments = {std::move(cell), std::move(factor)};
  return out;
}

Measure::Kind measure_kind(MetricType type) {
  switch (type) {
    case MetricType::quantity: return Measure::Kind::quantity;
    case MetricType::money: return Measure::Kind::money;
    case MetricType::share: return Measure::Kind::share;
    case MetricType::index: return Measure::Kind::index;
    case MetricType::rank: return Measure::Kind::rank;
    case MetricType::category: return Measure::Kind::category;
  }
  return Measure::Kind::number;
}

Evaluated constant(double number) {
  Evaluated out;
  out.value = exact(number);
  out.calculation.number = number;
  out.decimals = decimals_of(number);
  return out;
}

bool is_numeric(const Evaluated& value) { return value.value.kind == Kind::number || value.value.kind == Kind::interval; }

bool is_constant(const Evaluated& value) {
  return value.observations.empty() && value.actions.empty() && !value.is_document_count && value.measure.kind == Measure::Kind::number;
}

/// A value that says nothing more than why it is not there.
void set_missing(Evaluated& result, const Evaluated& a, const Evaluated& b) {
  const auto status = [](const Evaluated& each) { return each.is_missing() ? each.value.status.missing() : std::nullopt; };
  const auto first = status(a), second = status(b);
  result.value.kind = Kind::missing;
  result.value.status.add(first ? *first : second.value_or(dataset::ObsStatus::O));
}

Evaluated truth(bool holds) {
  Evaluated out;
  out.value.kind = Kind::truth;
  out.value.number = holds ? 1 : 0;
  out.measure.kind = Measure::Kind::truth;
  out.is_computed = true;
  return out;
}

std::string description(const Measure& measure) {
  switch (measure.kind) {
    case Measure::Kind::number: return "a plain number";
    case Measure::Kind::quantity: return measure.unit_measure.empty() ? "a quantity" : "a quantity in " + measure.unit_measure;
    case Measure::Kind::money: return "an amount in " + (measure.currency.empty() ? "money" : measure.currency);
    case Measure::Kind::index: return "an index value";
    case Measure::Kind::share: return "a share in per cent";
    case Measure::Kind::points: return "a difference in percentage points";
    case Measure::Kind::fraction: return "a share";
    case Measure::Kind::multiple: return "a multiple";
    case Measure::Kind::rank: return "a rank";
    case Measure::Kind::places: return "a number of places";
    case Measure::Kind::category: return "a category";
    case Measure::Kind::text: return "a text";
    case Measure::Kind::truth: return "a condition";
  }
  return {};
}

Calculation::Kind calculation_kind(Binary::Operator op) {
  switch (op) {
    case Binary::Operator::add: return Calculation::Kind::add;
    case Binary::Operator::subtract: return Calculation::Kind::subtract;
    case Binary::Operator::multiply: return Calculation::Kind::multiply;
    case Binary::Operator::divide: return Calculation::Kind::divide;
    case Binary::Operator::logical_and: return Calculation::Kind::logical_and;
    case Binary::Operator::logical_or: return Calculation::Kind::logical_or;
    case Binary::Operator::compare: break;
  }
  return Calculation::Kind::equal;
}

Calculation::Kind calculation_kind(expression::Comparison comparison) {
  switch (comparison) {
    case expression::Comparison::equal: return Calculation::Kind::equal;
    case expression::Comparison::unequal: return Calculation::Kind::not_equal;
    case expression::Comparison::less: return Calculation::Kind::less;
    case expression::Comparison::less_equal: return Calculation::Kind::less_equal;
    case expression::Comparison::greater: return Calculation::Kind::greater;
    case expression::Comparison::greater_equal: return Calculation::Kind::greater_equal;
  }
  return Calculation::Kind::equal;
}

bool is_unscaled(Measure::Kind kind) {
  return kind == Measure::Kind::number || kind == Measure::Kind::multiple || kind == Measure::Kind::fraction;
}

}  // namespace

void join(Evaluated& result, const Evaluated& operand) {
  for (const std::uint32_t each : operand.observations) add_once(result.observations, each);
  for (const std::uint32_t each : operand.actions) add_once(result.actions, each);
  for (const std::uint32_t each : operand.disputes) add_once(result.disputes, each);
  for (const std::uint32_t each : operand.caveats) add_once(result.caveats, each);
  result.unlike.insert(result.unlike.end(), operand.unlike.begin(), operand.unlike.end());
  result.value.status.add(operand.value.status);
  result.is_revised |= operand.is_revised;
  result.rests_on_withheld |= operand.rests_on_withheld;
}

Evaluated counted(double number, std::string words) {
  Evaluated out = constant(number);
  out.decimals = 0;
  out.calculation.kind = Calculation::Kind::stated;
  out.calculation.words = std::move(words);
  out.is_document_count = true;
  return out;
}

std::nullopt_t Evaluator::fail(std::string code, SourceSpan span, std::string message, std::string hint) {
  Diagnostic report = Diagnostic::error(std::move(code), span, std::move(message));
  if (!hint.empty()) report.hints.push_back(std::move(hint));
  diagnostics_.push_back(std::move(report));
  return std::nullopt;
}

std::nullopt_t Evaluator::fail_withheld(std::uint32_t index, SourceSpan span) {
  const Observation& row = dataset_.observations[index];
  diagnostics_.push_back(Diagnostic::error("resolve/withheld", span, "the value of " + quoted(row.key) + " is withheld and cannot be printed")
                             .note(row.places.of("withhold"), "withheld here")
                             .hint("leave the figure out, or take `withhold` from the observation"));
  return std::nullopt;
}

void Evaluator::name_figure(std::string name, Expression expression) { named_.insert_or_assign(std::move(name), std::move(expression)); }

const expression::Expression* Evaluator::named_figure(const std::string& name) const {
  const auto at = named_.find(name);
  return at == named_.end() ? nullptr : &at->second;
}

// ---- things of the dataset ----

Evaluated Evaluator::absent(dataset::ObsStatus status) {
  Evaluated out;
  out.value.kind = Kind::missing;
  out.value.status.add(status);
  return out;
}

Evaluated Evaluator::observation(std::uint32_t index, std::string_view lang) const {
  const Observation& row = dataset_.observations[index];
  const dataset::Metric& metric = dataset_.metric_of(row);
  // Nothing of a confidential or withheld row may leave, not even its key.
  if (row.is_confidential) return absent(dataset::ObsStatus::Q);
  if (row.is_withheld) return absent(dataset::ObsStatus::O);
  Evaluated out;
  out.observations = {index};
  out.disputes = disputes_about(dataset_, index);
  for (std::uint32_t i = 0; i < dataset_.caveats.size(); ++i) {
    const auto& about = dataset_.caveats[i].observations;
    if (std::find(about.begin(), about.end(), index) != about.end()) out.caveats.push_back(i);
  }
  out.is_revised = !row.revision.kind.empty();
  out.measure.kind = measure_kind(metric.type);
  out.measure.metric = row.metric;
  out.measure.unit_measure = unit_of(dataset_, row);
  out.measure.currency = currency_of(dataset_, row);
  out.out_of = resolve::out_of(dataset_, row);
  const int unit_mult = unit_mult_of(dataset_, row);
  // A table's own number of decimals may be smaller than the source's, never larger.
  out.decimals = std::min(row.value_decimals, metric.decimals.value_or(row.value_decimals)) - unit_mult;
  out.value.status = row.status;
  out.value.qualifier = row.qualifier;
  out.value.text = row.text.in(lang);
  if (!has_printable_value(row)) {
    out.value.kind = Kind::missing;
    out.value.text.clear();
    if (!row.status.missing()) out.value.status.add(dataset::ObsStatus::O);
    out.calculation = scaled_cell(Calculation::Kind::observation, row.key, 0);
  } else if (row.value) {
    out.value.kind = Kind::number;
    out.value.number = absolute(*row.value, unit_mult);
    out.calculation = scaled_cell(Calculation::Kind::observation, row.key, unit_mult);
  } else if (row.range) {
    out.value.kind = Kind::interval;
    out.value.low = absolute(row.range->first, unit_mult);
    out.value.high = absolute(row.range->second, unit_mult);
    out.decimals = std::max(decimals_of(row.range->first), decimals_of(row.range->second)) - unit_mult;
    out.calculation = scaled_cell(row.text.empty() ? Calculation::Kind::low : Calculation::Kind::text, row.key, row.text.empty() ? unit_mult : 0);
  } else {
    out.value.kind = Kind::text;
    out.category = row.category;
    if (!row.category.empty()) out.value.text = numfmt::category_name(metric, row.category, lang);
    if (row.category.empty()) out.measure.kind = Measure::Kind::text;
    out.calculation = scaled_cell(Calculation::Kind::text, row.key, 0);
  }
  return out;
}

Evaluated Evaluator::amount(std::uint32_t index) const {
  const dataset::Action& action = dataset_.actions[index];
  Evaluated out;
  out.actions = {index};
  out.measure.kind = Measure::Kind::money;
  for (std::uint32_t i = 0; i < dataset_.disputes.size(); ++i) {
    const auto& about = dataset_.disputes[i].actions;
    if (dataset_.disputes[i].is_open() && std::find(about.begin(), about.end(), index) != about.end()) out.disputes.push_back(i);
  }
  for (std::uint32_t i = 0; i < dataset_.caveats.size(); ++i) {
    const auto& about = dataset_.caveats[i].actions;
    if (std::find(about.begin(), about.end(), index) != about.end()) out.caveats.push_back(i);
  }
  out.value.status = action.obs_status;
  if (!action.amount || !action.amount->value) {
    out.value.kind = Kind::missing;
    const auto status = action.amount ? action.amount->status.missing() : std::nullopt;
    out.value.status.add(status.value_or(dataset::ObsStatus::O));
    return out;
  }
  out.value.kind = Kind::number;
  out.value.number = absolute(*action.amount->value, action.amount->unit_mult);
  out.value.qualifier = action.amount->qualifier;
  out.measure.currency = action.amount->currency;
  out.measure.unit_measure = action.amount->currency;
  out.decimals = action.amount->value_decimals - action.amount->unit_mult;
  out.calculation = scaled_cell(Calculation::Kind::amount, action.id, action.amount->unit_mult);
  return out;
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
    Diagnostic report = Diagnostic::error("resolve/mixed-periods", span,
                                          metric->id + "." + entity->id + " has values that no order joins, so none is the latest");
    for (const std::uint32_t each : series) {
      const Observation& row = dataset_.observations[each];
      report.notes.push_back({row.places.of("time_period"), row.period ? "period " + row.period->text : std::string("period not stated")});
    }
    diagnostics_.push_back(std::move(report).hint("say which period is meant: " + metric->id + "." + entity->id + "@2024 or @ns1"));
    return std::nullopt;
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
    case Found::State::withheld: return fail_withheld(*found.observation, span);
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
  return row->is_withheld ? fail_withheld(index, span) : std::optional(observation(index, scope.context.lang));
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

// ---- operators ----

std::optional<Evaluated> Evaluator::visit(const expression::Unary& unary, SourceSpan span, const Scope& scope) {
  auto operand = evaluate(unary.operand.front(), scope);
  if (!operand) return std::nullopt;
  const bool negates = unary.op == expression::Unary::Operator::negate;
  Evaluated out = *operand;
  out.calculation = {};
  out.calculation.kind = negates ? Calculation::Kind::negate : Calculation::Kind::logical_not;
  out.calculation.arguments = {operand->calculation};
  out.is_computed = !operand->is_document_count;
  if (operand->is_missing() || operand->is_withdrawn()) return out;
  if (negates) {
    if (!is_numeric(*operand)) return fail("resolve/not-a-number", span, "a minus before " + description(operand->measure));
    const dataset::ObsStatusSet status = out.value.status;
    out.value = negate(operand->value);
    out.value.status = status;
  } else {
    out.value.number = operand->value.number == 0 ? 1 : 0;
  }
  return out;
}

std::optional<Evaluated> Evaluator::visit(const Binary& binary, SourceSpan span, const Scope& scope) {
  const Expression& left = binary.operands[0];
  const Expression& right = binary.operands[1];
  if (binary.op == Binary::Operator::compare) {
    const auto is_id = [](const Expression& each) {
      const auto* word = as<expression::Word>(each);
      return word != nullptr && word->name.kind != expression::Name::Kind::variable && word->name.text != "missing";
    };
    if (is_id(right)) return compare_with_word(left, binary, right, scope);
    if (is_id(left)) return compare_with_word(right, binary, left, scope);
  }
  // Both are evaluated before either is judged, so that one run reports the faults of both.
  const auto a = evaluate(left, scope);
  const auto b = evaluate(right, scope);
  if (!a || !b) return std::nullopt;
  switch (binary.op) {
    case Binary::Operator::compare: return compare(*a, binary, *b, span, scope.allows_unlike);
    case Binary::Operator::logical_and:
    case Binary::Operator::logical_or: return connect(*a, binary.op, *b, span);
    default: return arithmetic(*a, binary.op, *b, span, scope.allows_unlike);
  }
}

/// `bcg_tier.KOR = second`, `leader(h100_gpus) = KOR`: a category or an entity by its id.
std::optional<Evaluated> Evaluator::compare_with_word(const Expression& left, const Binary& binary, const Expression& right, const Scope& scope) {
  const auto value = evaluate(left, scope);
  const auto id = lookup_.id_of(as<expression::Word>(right)->name, scope.context);
  if (!value || !id) return std::nullopt;
  const bool is_equality = binary.comparison == expression::Comparison::equal || binary.comparison == expression::Comparison::unequal;
  if (!is_equality) return fail("resolve/no-order", binary.operator_span, "categories and names have no order here", "compare with = or !=");
  if (!value->entity.empty()) {
    if (lookup_.entity(as<expression::Word>(right)->name, scope.context) == nullptr) return std::nullopt;
  } else if (value->measure.metric && value->measure.kind == Measure::Kind::category) {
    std::vector<std::string> known;
    for (const auto& each : dataset_.metrics[*value->measure.metric].categories) known.push_back(each.id);
    if (std::find(known.begin(), known.end(), *id) == known.end()) {
      return fail("resolve/unknown-category", right.span, quoted(*id) + " is no category of " + dataset_.metrics[*value->measure.metric].id, nearest_hint(*id, known));
    }
  } else if (is_numeric(*value)) {
    return fail("resolve/not-a-number", right.span, quoted(*id) + " is no number", "write metric.ENTITY or a number");
  }
  const std::string& own = value->entity.empty() ? value->category : value->entity;
  Evaluated out = truth((own == *id) == (binary.comparison == expression::Comparison::equal));
  join(out, *value);
  out.calculation.kind = calculation_kind(binary.comparison);
  Calculation wanted;
  wanted.kind = Calculation::Kind::stated;
  wanted.words = value->measure.metric ? numfmt::category_name(dataset_.metrics[*value->measure.metric], *id, scope.context.lang) : *id;
  out.calculation.arguments = {value->calculation, std::move(wanted)};
  if (!value->disputes.empty() || value->is_withdrawn()) out.value.kind = Kind::withdrawn;
  else if (value->is_missing()) out.value.kind = Kind::missing;
  return out;
}

std::optional<Evaluated> Evaluator::compare(const Evaluated& a, const Binary& binary, const Evaluated& b, SourceSpan span, bool allows_unlike) {
  Evaluated out = truth(false);
  join(out, a);
  join(out, b);
  out.is_document_count = (a.is_document_count || is_constant(a)) && (b.is_document_count || is_constant(b));
  out.calculation.kind = calculation_kind(binary.comparison);
  out.calculation.arguments = {a.calculation, b.calculation};
  if (a.is_withdrawn() || b.is_withdrawn() || !out.disputes.empty()) {
    out.value.kind = Kind::withdrawn;
    return out;
  }
  if (a.is_missing() || b.is_missing()) {
    out.value.kind = Kind::missing;
    return out;
  }
  if (a.value.kind == Kind::text && b.value.kind == Kind::text) {
    const bool is_equality = binary.comparison == expression::Comparison::equal || binary.comparison == expression::Comparison::unequal;
    if (!is_equality) return fail("resolve/no-order", binary.operator_span, "words have no order here", "compare with = or !=");
    out.value.number = (a.value.text == b.value.text) == (binary.comparison == expression::Comparison::equal) ? 1 : 0;
    return out;
  }
  if (!is_numeric(a) || !is_numeric(b)) {
    return fail("resolve/not-a-number", span, description(a.measure) + " cannot be compared with " + description(b.measure));
  }
  const bool has_same_unit = a.measure.kind == b.measure.kind && (a.measure.kind == Measure::Kind::money ? a.measure.currency == b.measure.currency
                                                                                                      : a.measure.unit_measure == b.measure.unit_measure ||
                                                                                                            a.measure.kind != Measure::Kind::quantity);
  if (!has_same_unit && !is_constant(a) && !is_constant(b) && !(is_unscaled(a.measure.kind) && is_unscaled(b.measure.kind))) {
    return fail("resolve/unit-mismatch", span, description(a.measure) + " cannot be compared with " + description(b.measure));
  }
  // Before a document is counted its counts are 0, which no claim may be judged by.
  if (!counts_.is_known && (a.is_document_count || b.is_document_count)) {
    out.value.number = 1;
    return out;
  }
  if (!allows_unlike) warn_of_unlike(a, b, span);
  const auto decided = holds(a.value, binary.comparison, b.value);
  if (!decided) return fail("resolve/undecidable", span, "the bounds of these values leave this comparison open", "a bound such as “over 500” can be compared with 500 or less only");
  out.value.number = *decided ? 1 : 0;
  return out;
}

/// Words about two values of one metric cannot carry the note that a figure would; the writer should know.
void Evaluator::warn_of_unlike(const Evaluated& a, const Evaluated& b, SourceSpan span) {
  if (a.is_computed || b.is_computed || a.measure.metric != b.measure.metric) return;
  for (const std::uint32_t first : a.observations) {
    for (const std::uint32_t second : b.observations) {
      const auto rules = unlike_rules(dataset_, first, second);
      if (rules.empty()) continue;
      diagnostics_.push_back(Diagnostic::warning("resolve/unlike-claim", span, "this compares unlike values: " + sentence_of(dataset_, rules.front(), "en"))
                                 .note(dataset_.observations[first].places.object, dataset_.observations[first].key + " stands here")
                                 .note(dataset_.observations[second].places.object, dataset_.observations[second].key + " stands here")
                                 .hint("say in the text what differs, or compare like with like"));
      return;
    }
  }
}

std::optional<Evaluated> Evaluator::connect(const Evaluated& a, Binary::Operator op, const Evaluated& b, SourceSpan span) {
  const auto is_condition = [](const Evaluated& each) { return each.measure.kind == Measure::Kind::truth; };
  if (!is_condition(a) || !is_condition(b)) return fail("resolve/not-a-condition", span, "`and` and `or` join conditions");
  Evaluated out = truth(false);
  join(out, a);
  join(out, b);
  out.is_document_count = a.is_document_count && b.is_document_count;
  out.calculation.kind = calculation_kind(op);
  out.calculation.arguments = {a.calculation, b.calculation};
  if (a.is_withdrawn() || b.is_withdrawn()) out.value.kind = Kind::withdrawn;
  else if (a.is_missing() || b.is_missing()) out.value.kind = Kind::missing;
  const bool x = a.value.number != 0, y = b.value.number != 0;
  out.value.number = (op == Binary::Operator::logical_and ? x && y : x || y) ? 1 : 0;
  return out;
}

// ---- arithmetic ----

std::optional<Measure> Evaluator::measure_of(const Evaluated& a, Binary::Operator op, const Evaluated& b, SourceSpan span) {
  const Measure& x = a.measure;
  const Measure& y = b.measure;
  const auto refuse = [&](std::string_view verb) -> std::optional<Measure> {
    return fail("resolve/unit-mismatch", span, description(x) + " and " + description(y) + " cannot be " + std::string(verb));
  };
  const auto of_kind = [](Measure::Kind kind) {
    Measure out;
    out.kind = kind;
    return out;
  };
  const bool has_rank = x.kind == Measure::Kind::rank || y.kind == Measure::Kind::rank;
  switch (op) {
    case Binary::Operator::add:
    case Binary::Operator::subtract: {
      const std::string_view verb = op == Binary::Operator::add ? "added" : "subtracted";
      if (has_rank) {
        return x.kind == y.kind && op == Binary::Operator::subtract ? std::optional(of_kind(Measure::Kind::places)) : refuse(verb);
      }
      if (x.kind != y.kind) {
        if (is_constant(b) || (is_unscaled(x.kind) && is_unscaled(y.kind))) return x;
        return is_constant(a) ? std::optional(y) : refuse(verb);
      }
      if (x.kind == Measure::Kind::share && op == Binary::Operator::subtract) return of_kind(Measure::Kind::points);
      const bool is_same = x.kind == Measure::Kind::money ? x.currency == y.currency : x.unit_measure == y.unit_measure;
      return is_same ? std::optional(x) : refuse(verb);
    }
    case Binary::Operator::multiply:
      if (has_rank) return refuse("multiplied");
      if (is_unscaled(x.kind)) return y;
      return is_unscaled(y.kind) ? std::optional(x) : refuse("multiplied");
    default: break;
  }
  if (has_rank) return refuse("divided");
  if (x.kind == Measure::Kind::number && y.kind == Measure::Kind::number) return of_kind(Measure::Kind::number);
  if (is_unscaled(y.kind)) return x;
  if (x.kind == y.kind && (x.kind == Measure::Kind::money ? x.currency == y.currency : x.unit_measure == y.unit_measure)) {
    return of_kind(Measure::Kind::multiple);
  }
  Measure out = of_kind(is_unscaled(x.kind) ? Measure::Kind::number : Measure::Kind::quantity);
  if (!is_unscaled(x.kind)) out.unit_measure = x.unit_measure + "/" + y.unit_measure;
  return out;
}

bool Evaluator::check_alike(const Evaluated& a, const Evaluated& b, SourceSpan span, bool allows_unlike, Evaluated& result) {
  for (const std::uint32_t first : a.observations) {
    for (const std::uint32_t second : b.observations) {
      for (const Unlikeness& rule : unlike_rules(dataset_, first, second)) {
        const auto is_same = [&](const Unlikeness& each) { return each.rule == rule.rule; };
        if (std::any_of(result.unlike.begin(), result.unlike.end(), is_same)) continue;
        if (!allows_unlike) {
          const auto place = [&](std::uint32_t each) { return dataset_.observations[each].places.object; };
          diagnostics_.push_back(Diagnostic::error("resolve/unlike", span, "these values are unlike: " + sentence_of(dataset_, rule, "en"))
                                     .note(place(first), dataset_.observations[first].key + " stands here")
                                     .note(place(second), dataset_.observations[second].key + " stands here")
                                     .hint("compare like with like, or write the format `unlike` (in an exhibit `:unlike: reason`); the note then says so"));
          return false;
        }
        result.unlike.push_back(rule);
      }
    }
  }
  return true;
}

std::optional<Evaluated> Evaluator::arithmetic(const Evaluated& a, Binary::Operator op, const Evaluated& b, SourceSpan span, bool allows_unlike) {
  for (const Evaluated* each : {&a, &b}) {
    const bool is_word = each->value.kind == Kind::text || each->measure.kind == Measure::Kind::truth ||
                         (each->is_missing() && each->measure.kind == Measure::Kind::text);
    if (is_word) return fail("resolve/not-a-number", span, description(each->measure) + " cannot be computed with");
  }
  Evaluated out;
  join(out, a);
  join(out, b);
  out.is_document_count = (a.is_document_count || is_constant(a)) && (b.is_document_count || is_constant(b)) && (a.is_document_count || b.is_document_count);
  out.is_computed = !out.is_document_count;
  out.calculation.kind = calculation_kind(op);
  out.calculation.arguments = {a.calculation, b.calculation};
  if (a.is_withdrawn() || b.is_withdrawn() || !out.disputes.empty()) {
    out.value.kind = Kind::withdrawn;
    return out;
  }
  if (a.is_missing() || b.is_missing()) {
    set_missing(out, a, b);
    return out;
  }
  const auto measure = measure_of(a, op, b, span);
  if (!measure || !check_alike(a, b, span, allows_unlike, out)) return std::nullopt;
  out.measure = *measure;
  if (op == Binary::Operator::divide && is_exactly_zero(b.value)) {
    if (!counts_.is_known && b.is_document_count) return counted(0, {});
    return fail("resolve/division-by-zero", span, "the divisor is 0");
  }
  const auto result = op == Binary::Operator::add        ? add(a.value, b.value)
                      : op == Binary::Operator::subtract ? subtract(a.value, b.value)
                      : op == Binary::Operator::multiply ? multiply(a.value, b.value)
                                                         : divide(a.value, b.value);
  if (!result) {
    return fail("resolve/bounds", span, "the bounds of these values leave the result open", "two bounds must push the result in the same direction");
  }
  if (!std::isfinite(result->number) || !std::isfinite(result->low) || !std::isfinite(result->high)) {
    return fail("resolve/not-finite", span, "the result is too large to be a number");
  }
  const dataset::ObsStatusSet status = out.value.status;
  out.value = *result;
  out.value.status = status;
  const bool is_exact_sum = op == Binary::Operator::add || op == Binary::Operator::subtract;
  if (is_exact_sum && a.decimals && b.decimals) out.decimals = std::max(*a.decimals, *b.decimals);
  return out;
}

std::optional<Evaluated> Evaluator::quotient(const Evaluated& first, const Evaluated& second, Measure::Kind kind, SourceSpan span, bool allows_unlike) {
  auto out = arithmetic(first, Binary::Operator::divide, second, span, allows_unlike);
  if (out && !out->is_withdrawn() && !out->is_missing() && out->measure.kind != Measure::Kind::quantity) out->measure.kind = kind;
  return out;
}

}  // namespace briefpack::resolve
