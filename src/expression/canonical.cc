#include "expression/canonical.h"

#include <algorithm>

#include "base/decimal.h"
#include "expression/functions.h"
#include "expression/scan.h"

namespace briefpack::expression {

namespace {

// How tightly an expression binds; an operand that binds less tightly than its place needs parentheses.
enum Binding { kOr = 1, kAnd, kNot, kCompare, kAdd, kMultiply, kNegate, kPrimary };

Binding binding_of(const Binary& binary) {
  switch (binary.op) {
    case Binary::Operator::logical_or:
      return kOr;
    case Binary::Operator::logical_and:
      return kAnd;
    case Binary::Operator::compare:
      return kCompare;
    case Binary::Operator::add:
    case Binary::Operator::subtract:
      return kAdd;
    case Binary::Operator::multiply:
    case Binary::Operator::divide:
      return kMultiply;
  }
  return kPrimary;
}

Binding binding_of(const Expression& expression) {
  if (const auto* binary = as<Binary>(expression)) return binding_of(*binary);
  if (const auto* unary = as<Unary>(expression)) return unary->op == Unary::Operator::negate ? kNegate : kNot;
  return kPrimary;
}

std::string operand_text(const Expression& operand, int at_least) {
  const std::string text = canonical_text(operand);
  return binding_of(operand) < at_least ? "(" + text + ")" : text;
}

std::string quoted_text(const std::string& text) {
  const char quote = text.find('"') == std::string::npos ? '"' : '\'';
  return quote + text + quote;
}

/// A value of a test: an id or date as it is, anything else in quotes.
std::string value_text(const Name& name) {
  if (name.kind != Name::Kind::id) return canonical_text(name);
  const bool is_plain = !name.text.empty() && std::all_of(name.text.begin(), name.text.end(), is_raw_word_character);
  return is_plain && name.text != "focus" ? name.text : quoted_text(name.text);
}

template <typename T, typename F>
std::string joined(const std::vector<T>& list, std::string_view separator, F&& text_of_one) {
  std::string out;
  for (const T& each : list) {
    if (&each != list.data()) out += separator;
    out += text_of_one(each);
  }
  return out;
}

std::string text_of(const Test& test) {
  const auto values = [&] { return joined(test.values, ", ", value_text); };
  switch (test.kind) {
    case Test::Kind::missing:
      return test.field + " missing";
    case Test::Kind::found:
      return test.field + " found";
    case Test::Kind::in:
      return test.field + " in [" + values() + "]";
    case Test::Kind::compare:
      break;
  }
  return test.field + " " + std::string(sign_of(test.comparison)) + " " + values();
}

struct Printer {
  std::string operator()(const Number& number) const { return shortest_decimal(number.value); }
  std::string operator()(const Text& text) const { return quoted_text(text.value); }
  std::string operator()(const Word& word) const { return canonical_text(word.name); }
  std::string operator()(const Reference& reference) const { return canonical_text(reference); }
  std::string operator()(const MetricName& metric) const {
    return canonical_text(metric.metric) + canonical_text(metric.period);
  }
  std::string operator()(const ObservationName& name) const { return "obs." + canonical_text(name.id); }
  std::string operator()(const DisputeName& name) const { return "dispute." + canonical_text(name.id); }
  std::string operator()(const ActionAmount& name) const { return "action." + canonical_text(name.id) + ".amount"; }
  std::string operator()(const Set& set) const { return canonical_text(set); }
  std::string operator()(const PeriodArgument& argument) const {
    const std::string text = canonical_text(argument.period);
    return text.empty() ? "@latest" : text;
  }
  std::string operator()(const Call& call) const {
    const auto one = [](const Expression& e) { return canonical_text(e); };
    return std::string(name_of(call.function)) + "(" + joined(call.arguments, ", ", one) + ")";
  }
  std::string operator()(const Unary& unary) const {
    const bool negates = unary.op == Unary::Operator::negate;
    return (negates ? "-" : "not ") + operand_text(unary.operand.front(), negates ? kPrimary : kNot);
  }
  std::string operator()(const Binary& binary) const {
    const int binding = binding_of(binary);
    // Comparisons do not chain. The others group to the left, so the right operand must bind more tightly.
    const int left = binary.op == Binary::Operator::compare ? binding + 1 : binding;
    const std::string_view sign =
        binary.op == Binary::Operator::compare ? sign_of(binary.comparison) : sign_of(binary.op);
    return operand_text(binary.operands[0], left) + " " + std::string(sign) + " " +
           operand_text(binary.operands[1], binding + 1);
  }
};

}  // namespace

std::string_view sign_of(Comparison comparison) {
  switch (comparison) {
    case Comparison::equal:
      return "=";
    case Comparison::unequal:
      return "!=";
    case Comparison::less:
      return "<";
    case Comparison::less_equal:
      return "<=";
    case Comparison::greater:
      return ">";
    case Comparison::greater_equal:
      return ">=";
  }
  return {};
}

std::string_view sign_of(Binary::Operator op) {
  switch (op) {
    case Binary::Operator::add:
      return "+";
    case Binary::Operator::subtract:
      return "-";
    case Binary::Operator::multiply:
      return "*";
    case Binary::Operator::divide:
      return "/";
    case Binary::Operator::logical_and:
      return "and";
    case Binary::Operator::logical_or:
      return "or";
    case Binary::Operator::compare:
      break;
  }
  return {};
}

std::string canonical_text(const Expression& expression) { return std::visit(Printer{}, expression.node); }

std::string canonical_text(const Name& name) { return name.kind == Name::Kind::variable ? "$" + name.text : name.text; }

std::string canonical_text(const Reference& reference) {
  return canonical_text(reference.metric) + "." + canonical_text(reference.entity) + canonical_text(reference.period);
}

std::string canonical_text(const Period& period) {
  std::string out;
  switch (period.kind) {
    case Period::Kind::latest:
      out = period.occurrence > 1 ? "@latest" : "";
      break;
    case Period::Kind::previous:
      out = "@previous";
      break;
    case Period::Kind::first:
      out = "@first";
      break;
    case Period::Kind::stated:
      out = "@" + period.text;
      break;
    case Period::Kind::unstated:
      out = period.sequence ? "@ns" + std::to_string(period.sequence) : "@ns";
      break;
  }
  if (period.occurrence > 1) out += "#" + std::to_string(period.occurrence);
  return out;
}

std::string canonical_text(const Where& where) { return joined(where, " and ", text_of); }

std::string canonical_text(const Set& set) {
  const auto one = [](const Name& name) { return canonical_text(name); };
  const std::string members = joined(set.members, ", ", one);
  return (set.is_list ? "[" + members + "]" : members) +
         (set.where.empty() ? "" : " where " + canonical_text(set.where));
}

}  // namespace briefpack::expression
