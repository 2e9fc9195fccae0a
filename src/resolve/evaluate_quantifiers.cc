// all, any and most: one comparison asked of each member of a set.
#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "resolve/evaluate.h"

namespace briefpack::resolve {

using document::Calculation;
using expression::Function;
using Kind = document::FigureValue::Kind;

namespace {

/// How the members answered.
struct Answers {
  std::vector<std::string> yes, no, open;  ///< Entity ids; open: without a value.
  std::size_t all() const { return yes.size() + no.size() + open.size(); }
};

std::string listed(const std::vector<std::string>& names) {
  std::string out;
  for (const std::string& each : names) out += (out.empty() ? "" : ", ") + each;
  return out;
}

/// Nothing where it depends on those without a value.
std::optional<bool> outcome_of(Function function, const Answers& answers) {
  const std::size_t yes = answers.yes.size(), open = answers.open.size();
  switch (function) {
    case Function::all:
      if (!answers.no.empty()) return false;
      return open > 0 ? std::nullopt : std::optional(true);
    case Function::any:
      if (yes > 0) return true;
      return open > 0 ? std::nullopt : std::optional(false);
    default:
      if (yes * 2 > answers.all()) return true;
      return (yes + open) * 2 > answers.all() ? std::nullopt : std::optional(false);
  }
}

/// AND, OR, or the number of those that hold against half of all.
Calculation calculation_of(Function function, std::vector<Calculation> conditions, std::size_t all) {
  Calculation out;
  if (conditions.empty()) {
    out.kind = Calculation::Kind::stated;
    return out;
  }
  out.arguments = std::move(conditions);
  out.kind = function == Function::all ? Calculation::Kind::logical_and : Calculation::Kind::logical_or;
  if (function != Function::most) return out;
  out.kind = Calculation::Kind::count;
  Calculation half;
  half.number = static_cast<double>(all) / 2;
  Calculation more;
  more.kind = Calculation::Kind::greater;
  more.arguments = {std::move(out), std::move(half)};
  return more;
}

}  // namespace

std::optional<Evaluated> Evaluator::quantifier(const expression::Call& call, SourceSpan span, const Scope& scope) {
  const auto& test = *as<expression::Binary>(call.arguments[0]);
  const auto& asked = *as<expression::MetricName>(test.operands[0]);
  const dataset::Metric* metric = lookup_.metric(asked.metric, scope.context);
  const auto entities = members_of(call.arguments.size() > 1 ? as<expression::Set>(call.arguments[1]) : nullptr, span, scope.context);
  const auto* word = as<expression::Word>(test.operands[1]);
  const bool is_word = word != nullptr && word->name.kind != expression::Name::Kind::variable;
  const auto wanted = is_word ? std::nullopt : evaluate(test.operands[1], scope);
  if (metric == nullptr || !entities || (!is_word && !wanted)) return std::nullopt;
  const auto index = static_cast<std::uint32_t>(metric - dataset_.metrics.data());
  Evaluated out = truth_value(false);
  Answers answers;
  std::vector<Calculation> conditions;
  bool is_withdrawn = false;
  for (const std::uint32_t entity : *entities) {
    Found found = find(dataset_, index, entity, asked.period);
    if (found.state == Found::State::mixed) {
      report_mixed(index, entity, span);
      found = last_in_file(dataset_, index, entity);
    }
    if (found.state == Found::State::not_applicable) continue;
    const std::string& id = dataset_.entities[entity].id;
    out.rests_on_withheld |= found.state == Found::State::withheld;
    const Evaluated value = found.state == Found::State::observation ? observation(*found.observation, scope.context.lang) : absent(dataset::ObsStatus::O);
    if (value.is_missing()) {
      if (found.state == Found::State::observation) join(out, value);
      answers.open.push_back(id);
      continue;
    }
    const auto answer = is_word ? equals_word(value, test, test.operands[1], scope) : compare(value, test, *wanted, span, scope.allows_unlike);
    if (!answer) return std::nullopt;
    join(out, *answer);
    is_withdrawn |= answer->is_withdrawn();
    out.is_undecided |= answer->is_undecided;
    conditions.push_back(answer->calculation);
    if (answer->is_missing()) answers.open.push_back(id);
    else (answer->value.number != 0 ? answers.yes : answers.no).push_back(id);
  }
  out.calculation = calculation_of(call.function, std::move(conditions), answers.all());
  out.calculation.words = out.calculation.kind == Calculation::Kind::stated ? "asked of " + std::to_string(answers.all()) + " members" : "";
  out.outcome = "it holds for " + std::to_string(answers.yes.size()) + " of " + std::to_string(answers.all()) +
                (answers.no.empty() ? "" : ", not for " + listed(answers.no)) + (answers.open.empty() ? "" : "; no value for " + listed(answers.open));
  if (is_withdrawn || out.rests_on_withheld) {
    out.value.kind = Kind::withdrawn;
    return out;
  }
  const auto holds = outcome_of(call.function, answers);
  if (!holds || answers.all() == 0 || out.is_undecided) {
    if (!out.is_undecided) {
      const bool none_has_value = answers.yes.empty() && answers.no.empty();
      report("resolve/undecidable", span, answers.all() == 0 ? "no member of this set can have a value" : out.outcome + ", on which it depends", out,
             none_has_value ? "ask for a period, or of a set, that has values"
             : answers.open.empty() ? "" : "leave those without a value out of the set: [" + listed(answers.yes) + (answers.yes.empty() || answers.no.empty() ? "" : ", ") + listed(answers.no) + "]");
    }
    out.is_undecided = true;
    out.value.kind = Kind::missing;
    out.calculation = {};
    out.calculation.kind = Calculation::Kind::stated;
    out.calculation.words = "undecided";
    return out;
  }
  out.value.number = *holds ? 1 : 0;
  if (out.calculation.kind == Calculation::Kind::stated) out.calculation.number = out.value.number;
  return out;
}

}  // namespace briefpack::resolve
