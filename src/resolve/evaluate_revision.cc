// revision(x) and count(changes): what the edition before says.
#include <algorithm>
#include <utility>

#include "changes/value.h"
#include "expression/canonical.h"
#include "numfmt/strings.h"
#include "resolve/evaluate.h"
#include "resolve/where.h"

namespace briefpack::resolve {

using document::Calculation;
using Kind = document::FigureValue::Kind;

namespace {

/// A value that says in words that there is nothing to subtract.
Evaluated first_observation(const Evaluated& now, std::string_view lang) {
  Evaluated out = now;
  out.value = {};
  out.value.kind = Kind::text;
  out.value.text = std::string(numfmt::word(numfmt::Word::first_observation, lang));
  out.measure = {};
  out.measure.kind = Measure::Kind::text;
  out.calculation = {};
  out.calculation.kind = Calculation::Kind::stated;
  out.calculation.words = out.value.text;
  out.decimals.reset();
  out.is_revised = false;
  return out;
}

}  // namespace

std::optional<Evaluated> Evaluator::revision(const expression::Call& call, SourceSpan span, const Scope& scope) {
  if (comparison_ == nullptr) {
    return fail("resolve/no-previous", span, "revision(x) needs the edition before",
                "give it with --previous, or put this inside `{if} count(changes) > 0`");
  }
  const auto found = reference(call.arguments[0], scope.context);
  if (!found) return std::nullopt;
  if (found->state == Found::State::withheld) return report_withheld(*found->observation, span);
  if (found->state != Found::State::observation) return absent(dataset::ObsStatus::O);
  Evaluated now = observation(*found->observation, scope.context.lang);
  if (now.is_missing()) return now;
  const auto index = is_earlier_ ? std::nullopt : comparison_->earlier_of[*found->observation];
  const dataset::Dataset& before = *comparison_->earlier;
  if (!index) return first_observation(now, scope.context.lang);
  const dataset::Observation& row = before.observations[*index];
  if (changes::is_hidden(row)) {
    now.rests_on_withheld = true;
    now.value = {};
    now.value.kind = Kind::withdrawn;
    return now;
  }
  if (!changes::has_printable_value(row)) return first_observation(now, scope.context.lang);
  if (now.value.kind != Kind::number || !row.value) {
    return fail("resolve/not-a-number", span, "one of the two values that revision(x) compares is no single number",
                "the directive changes shows both");
  }
  Diagnostics unused;
  const Lookup lookup(before, unused);
  KeptSets none;
  Evaluated was = Evaluator(before, lookup, unused, counts_, none).observation(*index, scope.context.lang);
  // Its provenance is the earlier pack's, which this document does not cite: what is left is a number.
  was.observations.clear();
  was.disputes.clear();
  was.caveats.clear();
  was.measure.metric.reset();
  was.calculation = {};
  was.calculation.number = was.value.number;
  auto out = arithmetic(now, expression::Binary::Operator::subtract, was, span, scope.allows_unlike);
  if (!out) return std::nullopt;
  out->calculation = {};
  out->calculation.kind = Calculation::Kind::change;
  out->calculation.arguments = {now.calculation, was.calculation};
  out->is_computed = true;
  out->is_revised = false;
  return out;
}

std::optional<Evaluated> Evaluator::count_changes(const expression::Where& where, const std::string& words) {
  if (!check_where(where, Thing::change, diagnostics_)) return std::nullopt;
  if (comparison_ == nullptr) return counted(0, words);
  const auto& list = comparison_->changes;
  const auto number = std::count_if(list.begin(), list.end(), [&](const changes::Change& each) { return passes(dataset_, each, where); });
  return counted(static_cast<double>(number), words);
}

}  // namespace briefpack::resolve
