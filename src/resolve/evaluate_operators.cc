#include <algorithm>
#include <cmath>
#include <utility>

#include "base/utf8.h"
#include "resolve/comparability.h"
#include "resolve/evaluate.h"
#include "resolve/value_arithmetic.h"

namespace briefpack::resolve {

using dataset::Observation;
using document::Calculation;
using expression::Binary;
using Kind = document::FigureValue::Kind;

namespace {

/// A value that says nothing more than why it is not there.
void set_missing(Evaluated& result, const Evaluated& a, const Evaluated& b) {
  const auto status = [](const Evaluated& each) { return each.is_missing() ? each.value.status.missing() : std::nullopt; };
  const auto first = status(a), second = status(b);
  result.value.kind = Kind::missing;
  result.value.status.add(first ? *first : second.value_or(dataset::ObsStatus::O));
}

Calculation::Kind calculation_kind(Binary::Operator op) {
  switch (op) {
    case Binary::Operator::add: return Calculation::Kind::add;
    case Binary::Operator::subtract: return Calculation::Kind::subtract;
    case Binary::Operator::multiply: return Calculation::Kind::multiply;
    case Binary::Operator::divide: return Calculation::Kind::divide;
    default: break;
  }
  return Calculation::Kind::equal;
}

}  // namespace

std::optional<Evaluated> Evaluator::visit(const expression::Unary& unary, SourceSpan span, const Scope& scope) {
  auto operand = evaluate(unary.operand.front(), scope);
  if (!operand) return std::nullopt;
  const bool negates = unary.op == expression::Unary::Operator::negate;
  Evaluated out = *operand;
  out.calculation = {};
  out.calculation.kind = negates ? Calculation::Kind::negate : Calculation::Kind::logical_not;
  out.calculation.arguments = {operand->calculation};
  out.is_computed = !operand->is_document_count;
  if (operand->rests_on_withheld) out.value.kind = Kind::withdrawn;
  if (out.is_missing() || out.is_withdrawn()) return out;
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
  const auto unit = [](const Measure& each) { return each.kind == Measure::Kind::money ? each.currency : each.unit_measure; };
  if (!is_unscaled(x.kind)) out.unit_measure = unit(x) + "/" + unit(y);
  return out;
}

void Evaluator::find_unlike(const Evaluated& a, const Evaluated& b, Use use, Evaluated& result) const {
  for (const std::uint32_t first : a.observations) {
    for (const std::uint32_t second : b.observations) {
      for (const Unlikeness& rule : unlike_rules(dataset_, first, second, use)) {
        const auto is_same = [&](const Unlikeness& each) { return each.rule == rule.rule; };
        if (std::none_of(result.unlike.begin(), result.unlike.end(), is_same)) result.unlike.push_back(rule);
      }
    }
  }
}

void Evaluator::report_unlike(const Evaluated& result, std::size_t from, Use use, SourceSpan span) {
  const Unlikeness* first = nullptr;
  std::string said;
  for (std::size_t i = from; i < result.unlike.size(); ++i) {
    if (!is_refused(result.unlike[i], use)) continue;
    if (first == nullptr) first = &result.unlike[i];
    said += " " + sentence_of(dataset_, result.unlike[i], "en");
  }
  if (first == nullptr) return;
  Diagnostic finding = Diagnostic::untruth(use == Use::claim ? "resolve/unlike-claim" : "resolve/unlike", span,
                                           (use == Use::claim ? "this compares unlike values:" : "these values are unlike:") + said);
  for (const std::uint32_t each : {first->first, first->second}) {
    const Observation& row = dataset_.observations[each];
    finding.notes.push_back({row.places.object, row.key + " stands here"});
    concern(finding, dataset_, each);
  }
  diagnostics_.push_back(std::move(finding).hint(
      use == Use::claim ? "compare like with like, or say in the words what differs and write `; unlike` before `=>`"
                        : "compare like with like, or write the format `unlike` (in an exhibit `:unlike: reason`); the note then says so"));
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
  if (a.is_withdrawn() || b.is_withdrawn() || out.rests_on_withheld || !out.disputes.empty()) {
    out.value.kind = Kind::withdrawn;
    return out;
  }
  if (a.is_missing() || b.is_missing()) {
    set_missing(out, a, b);
    return out;
  }
  const auto measure = measure_of(a, op, b, span);
  if (!measure) return std::nullopt;
  const std::size_t known = out.unlike.size();
  find_unlike(a, b, Use::arithmetic, out);
  if (!allows_unlike) report_unlike(out, known, Use::arithmetic, span);
  out.measure = *measure;
  if (op == Binary::Operator::divide && is_exactly_zero(b.value)) {
    if (b.awaits_document) {
      Evaluated open = counted(0, {});
      open.awaits_document = true;
      return open;
    }
    return fail("resolve/division-by-zero", span, "the divisor is 0");
  }
  const auto result = op == Binary::Operator::add        ? add(a.value, b.value)
                      : op == Binary::Operator::subtract ? subtract(a.value, b.value)
                      : op == Binary::Operator::multiply ? multiply(a.value, b.value)
                                                         : divide(a.value, b.value);
  const bool may_be_zero = op == Binary::Operator::divide && b.value.kind == Kind::interval && b.value.low <= 0 && b.value.high >= 0;
  if (!result && may_be_zero) return fail("resolve/bounds", span, "the divisor may be 0, as its interval reaches from below to above it", "print the values apart");
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
