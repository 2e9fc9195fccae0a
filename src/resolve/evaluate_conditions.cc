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

/// A condition that is neither true nor false: no formula can prove it.
Evaluated undecided(Evaluated out) {
  out.value.kind = Kind::missing;
  out.is_undecided = true;
  out.calculation = {};
  out.calculation.kind = Calculation::Kind::stated;
  out.calculation.words = "undecided";
  return out;
}

}  // namespace

/// `bcg_tier.KOR = second`, `leader(h100_gpus) = KOR`, `focus = KOR`: a category or an entity by its id.
std::optional<Evaluated> Evaluator::compare_with_word(const Expression& left, const Binary& binary, const Expression& right, const Scope& scope) {
  // The focus and a loop's variable stand here as the entity that they mean.
  const auto* word = as<expression::Word>(left);
  if (word != nullptr && word->name.kind != expression::Name::Kind::variable) {
    const dataset::Entity* own = lookup_.entity(word->name, scope.context);
    if (own == nullptr) return std::nullopt;
    Evaluated named;
    named.entity = own->id;
    auto out = equals_word(named, binary, right, scope);
    if (!out) return std::nullopt;
    // It holds of the edition and not of any value, so that nothing is left to prove.
    out->calculation = constant(out->value.number).calculation;
    out->outcome.clear();
    return out;
  }
  const auto value = evaluate(left, scope);
  return value ? equals_word(*value, binary, right, scope) : std::nullopt;
}

std::optional<Evaluated> Evaluator::equals_word(const Evaluated& operand, const Binary& binary, const Expression& right, const Scope& scope) {
  const Evaluated* value = &operand;
  const auto id = lookup_.id_of(as<expression::Word>(right)->name, scope.context);
  if (!id) return std::nullopt;
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
  if (!value->entity.empty()) {
    out.calculation = leads(*value, *id, binary.comparison == expression::Comparison::equal);
    if (out.calculation.kind == Calculation::Kind::stated) out.calculation.number = out.value.number;
    out.outcome = value->entity + " leads";
    return out;
  }
  out.calculation.kind = calculation_kind(binary.comparison);
  Calculation wanted;
  wanted.kind = Calculation::Kind::stated;
  wanted.words = value->measure.metric ? numfmt::category_name(dataset_.metrics[*value->measure.metric], *id, scope.context.lang) : *id;
  out.calculation.arguments = {value->calculation, std::move(wanted)};
  if (value->is_undecided) return undecided(std::move(out));
  if (!value->disputes.empty() || value->is_withdrawn() || value->rests_on_withheld) out.value.kind = Kind::withdrawn;
  else if (value->is_missing()) out.value.kind = Kind::missing;
  return out;
}

/// `leader(m) = KOR` as what it means: KOR is better than each other member.
Calculation Evaluator::leads(const Evaluated& leader, const std::string& wanted, bool is_equality) const {
  constexpr std::size_t kMostMembers = 60;  // more would not fit into a formula
  Calculation out;
  out.kind = Calculation::Kind::stated;
  out.words = leader.calculation.words + " is " + wanted;
  const auto& members = leader.calculation.arguments;
  const auto is_wanted = [&](const Calculation& each) {
    const Calculation& cell = each.arguments.empty() ? each : each.arguments.front();
    const auto* row = dataset_.find_observation(cell.key);
    return row != nullptr && dataset_.entity_of(*row).id == wanted;
  };
  const auto own = std::find_if(members.begin(), members.end(), is_wanted);
  // The first of several that lead is no better than they are.
  const bool is_tied = leader.calculation.number != 0;
  if (own == members.end() || members.size() < 2 || members.size() > kMostMembers || (is_tied && leader.entity != wanted)) return out;
  Calculation all;
  all.kind = Calculation::Kind::logical_and;
  for (const Calculation& each : members) {
    if (&each == &*own) continue;
    Calculation is_better;
    is_better.kind = leader.calculation.is_descending ? (is_tied ? Calculation::Kind::greater_equal : Calculation::Kind::greater)
                                                      : (is_tied ? Calculation::Kind::less_equal : Calculation::Kind::less);
    is_better.arguments = {*own, each};
    all.arguments.push_back(std::move(is_better));
  }
  if (is_equality) return all;
  out.kind = Calculation::Kind::logical_not;
  out.words.clear();
  out.arguments = {std::move(all)};
  return out;
}

std::optional<Evaluated> Evaluator::compare(const Evaluated& a, const Binary& binary, const Evaluated& b, SourceSpan span, bool allows_unlike) {
  Evaluated out = truth_value(false);
  join(out, a);
  join(out, b);
  out.is_document_count = (a.is_document_count || is_constant(a)) && (b.is_document_count || is_constant(b));
  out.calculation.kind = calculation_kind(binary.comparison);
  out.calculation.arguments = {a.calculation, b.calculation};
  if (a.is_withdrawn() || b.is_withdrawn() || out.rests_on_withheld || !out.disputes.empty()) {
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
  if (out.awaits_document) {
    out.value.number = 1;
    return out;
  }
  // What was computed has been looked at on the way.
  if (!allows_unlike && !a.is_computed && !b.is_computed) {
    const std::size_t known = out.unlike.size();
    find_unlike(a, b, Use::claim, out);
    report_unlike(out, known, Use::claim, span);
  }
  const auto decided = holds(a.value, binary.comparison, b.value);
  if (!decided) {
    report("resolve/undecidable", span, "the bounds of these values leave this comparison open", out, "a bound such as “over 500” can be compared with 500 or less only");
    return undecided(std::move(out));
  }
  out.value.number = *decided ? 1 : 0;
  return out;
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
  if (a.is_undecided || b.is_undecided) return undecided(std::move(out));
  const bool x = a.value.number != 0, y = b.value.number != 0;
  out.value.number = (op == Binary::Operator::logical_and ? x && y : x || y) ? 1 : 0;
  return out;
}

}  // namespace briefpack::resolve
