#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "base/nearest.h"
#include "base/utf8.h"
#include "numfmt/names.h"
#include "resolve/comparability.h"
#include "resolve/evaluate.h"
#include "resolve/value_arithmetic.h"

namespace briefpack::resolve {

using document::Calculation;
using expression::Binary;
using Kind = document::FigureValue::Kind;

namespace {

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

}  // namespace

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
  Evaluated out = truth_value((own == *id) == (binary.comparison == expression::Comparison::equal));
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
  Evaluated out = truth_value(false);
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
  Evaluated out = truth_value(false);
  join(out, a);
  join(out, b);
  out.is_document_count = a.is_document_count && b.is_document_count;
  out.calculation.kind = op == Binary::Operator::logical_and ? Calculation::Kind::logical_and : Calculation::Kind::logical_or;
  out.calculation.arguments = {a.calculation, b.calculation};
  if (a.is_withdrawn() || b.is_withdrawn()) out.value.kind = Kind::withdrawn;
  else if (a.is_missing() || b.is_missing()) out.value.kind = Kind::missing;
  const bool x = a.value.number != 0, y = b.value.number != 0;
  out.value.number = (op == Binary::Operator::logical_and ? x && y : x || y) ? 1 : 0;
  return out;
}

}  // namespace briefpack::resolve
