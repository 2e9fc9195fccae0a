#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include <briefpack/source_span.h>

/// Figure expressions: text → syntax tree with places. The grammar is in docs/template.md, "Expressions".
///   parse.h      text → Expression, Condition, Loop, FigureText, ClaimText
///   functions.h  the table of functions: names, parameters, what they give
///   substitute.h puts ids in the place of `$c` and `focus`
///   canonical.h  Expression → the one text that is its stable key
namespace briefpack::expression {

struct Expression;

/// A name as it stands in an expression: an id, a `$name` (loop variable or named figure), or the word `focus`.
struct Name {
  enum class Kind : std::uint8_t { id, variable, focus };
  Kind kind = Kind::id;
  std::string text;  ///< Without the `$`; "focus" for the focus; empty where a name is optional and absent.
  SourceSpan span;
  bool empty() const { return text.empty(); }
};

/// What stands behind `@`.
struct Period {
  enum class Kind : std::uint8_t { latest, previous, first, stated, unstated };
  Kind kind = Kind::latest;
  std::string text;  ///< stated: ISO 8601 as written ("2024", "2024-Q1", "2010/2021"); checked for its shape only.
  std::uint32_t sequence = 0;    ///< unstated: 1 for `@ns1`; 0 for `@ns`.
  std::uint32_t occurrence = 1;  ///< The n of `#n`: which of several observations with the same key.
  SourceSpan span;               ///< Not known when the period was not written.
};

/// `metric.ENTITY@period`: one observation.
struct Reference {
  Name metric;
  Name entity;
  Period period;
};

/// A metric alone, where a function works over a set: `h100_gpus`, `h100_gpus@2024`.
struct MetricName {
  Name metric;
  Period period;
};

/// A number as written; `text` has at most 15 significant digits.
struct Number {
  double value = 0;
  std::string text;
};

/// A quoted text, without its quotes.
struct Text {
  std::string value;
};

/// A name alone. `missing` as a whole expression prints the mark of a figure that was not found; `$gap` is a named figure or a loop variable; an id is an entity, category or label, by its context.
struct Word {
  Name name;
};

/// `obs.ID`, `dispute.ID`, `action.ID.amount`.
struct ObservationName {
  Name id;
};
struct DisputeName {
  Name id;
};
struct ActionAmount {
  Name id;
};

enum class Comparison : std::uint8_t { equal, unequal, less, less_equal, greater, greater_equal };

/// One test of a `where`: FIELD op VALUE, FIELD in [A, B], FIELD missing, FIELD found.
struct Test {
  enum class Kind : std::uint8_t { compare, in, missing, found };
  Kind kind = Kind::compare;
  std::string field;
  SourceSpan field_span;
  Comparison comparison = Comparison::equal;
  /// One for compare, one or more for in, else none. Dates and numbers are ids here, as written.
  std::vector<Name> values;
};

/// `where` with its tests joined by `and`; empty when there is none.
using Where = std::vector<Test>;

/// A set: `entities`, `$group`, `[KOR, CHN]`, or one of them with a where. For count also a thing: `actions`, `notes`.
struct Set {
  std::vector<Name> members;  ///< One name when not a list.
  bool is_list = false;
  Where where;
};

/// A period as an argument: change(x, 2023, @latest).
struct PeriodArgument {
  Period period;
};

enum class Function : std::uint8_t {
  change,
  pct_change,
  ratio,
  gap,
  share,
  rank,
  leader,
  count,
  sum,
  mean,
  median,
  min,
  max,
  revision,
  missing,
  found,
  disputed,
  cells,
  all,
  any,
  most
};

/// The first argument of all, any and most is a comparison whose left side is a MetricName: `all(h100_gpus > 5)`.
struct Call {
  Function function = Function::count;
  std::vector<Expression> arguments;
};

struct Unary {
  enum class Operator : std::uint8_t { negate, logical_not };
  Operator op = Operator::negate;
  std::vector<Expression> operand;  ///< Exactly one.
};

struct Binary {
  enum class Operator : std::uint8_t { add, subtract, multiply, divide, compare, logical_and, logical_or };
  Operator op = Operator::add;
  Comparison comparison = Comparison::equal;  ///< For compare.
  SourceSpan operator_span;
  std::vector<Expression> operands;  ///< Exactly two.
};

/// One node of the tree. At most kDepthLimit deep, so walking it by recursion is safe.
struct Expression {
  std::variant<Number, Text, Word, Reference, MetricName, ObservationName, DisputeName, ActionAmount, Set,
               PeriodArgument, Call, Unary, Binary>
      node;
  SourceSpan span;
};

/// Operators and calls nest and chain at most this deep: `1 + 1 + … ` counts one level a step.
inline constexpr std::size_t kDepthLimit = 64;
/// Bytes of one expression, its formats and claim words included.
inline constexpr std::size_t kLengthLimit = 4000;

std::string_view sign_of(Comparison comparison);
std::string_view sign_of(Binary::Operator op);  ///< "" for compare.

/// The node as T, or nullptr: `if (const auto* call = as<Call>(expression))`.
template <typename T>
const T* as(const Expression& expression) {
  return std::get_if<T>(&expression.node);
}

}  // namespace briefpack::expression
