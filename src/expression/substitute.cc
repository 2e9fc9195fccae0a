#include "expression/substitute.h"

#include <utility>

namespace briefpack::expression {

namespace {

struct Substitution {
  const Binding& binding;

  void name(Name& target) const {
    if (target.kind == Name::Kind::id) return;
    if (auto id = binding(target)) {
      target.kind = Name::Kind::id;
      target.text = *std::move(id);
    }
  }
  void where(Where& tests) const {
    for (Test& test : tests) {
      for (Name& value : test.values)
        name(value);
    }
  }
  void set(Set& target) const {
    for (Name& member : target.members)
      name(member);
    where(target.where);
  }
  void all(std::vector<Expression>& list) const {
    for (Expression& each : list)
      std::visit(*this, each.node);
  }

  void operator()(Number&) const {}
  void operator()(Text&) const {}
  void operator()(PeriodArgument&) const {}
  void operator()(Word& word) const { name(word.name); }
  void operator()(Reference& reference) const {
    name(reference.metric);
    name(reference.entity);
  }
  void operator()(MetricName& metric) const { name(metric.metric); }
  void operator()(ObservationName& target) const { name(target.id); }
  void operator()(DisputeName& target) const { name(target.id); }
  void operator()(ActionAmount& target) const { name(target.id); }
  void operator()(Set& target) const { set(target); }
  void operator()(Call& call) const { all(call.arguments); }
  void operator()(Unary& unary) const { all(unary.operand); }
  void operator()(Binary& binary) const { all(binary.operands); }
};

}  // namespace

Expression substitute(Expression expression, const Binding& binding) {
  std::visit(Substitution{binding}, expression.node);
  return expression;
}

Name substitute(Name name, const Binding& binding) {
  Substitution{binding}.name(name);
  return name;
}

Set substitute(Set set, const Binding& binding) {
  Substitution{binding}.set(set);
  return set;
}

Where substitute(Where where, const Binding& binding) {
  Substitution{binding}.where(where);
  return where;
}

}  // namespace briefpack::expression
