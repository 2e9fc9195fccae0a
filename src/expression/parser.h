#pragma once

#include <optional>
#include <string>
#include <string_view>

#include <briefpack/result.h>

#include "expression/functions.h"
#include "expression/parse.h"
#include "expression/scan.h"

namespace briefpack::expression {

/// Recursive descent over one text; the methods follow the grammar in docs/template.md. A method that gives nothing has
/// reported why. Internal to expression/: others use parse.h.
class Parser {
 public:
  Parser(std::string_view text, const Locate& locate) : scanner_(text), locate_(locate) {}

  std::optional<Expression> value();
  std::optional<Expression> condition();
  std::optional<Set> set();
  std::optional<Where> where();
  std::optional<Loop> loop();
  std::optional<Period> period();
  std::optional<Name> name(std::string_view expected);

  /// Reports whatever stands before the end; true when nothing does.
  bool expect_end(std::string_view expected);
  const Token& token() const { return scanner_.token(); }
  bool had_errors() const { return has_errors(diagnostics_); }
  Diagnostics take_diagnostics() { return std::move(diagnostics_); }
  SourceSpan place(std::size_t begin, std::size_t end) const { return locate_(begin, end); }
  void report(std::string code, SourceSpan span, std::string message, std::string hint = {});

 private:
  /// An expression with the height of its tree, which the depth limit is about.
  struct Branch {
    Expression expression;
    std::size_t height = 1;
    std::size_t begin = 0;
    std::size_t end = 0;
  };
  using Step = std::optional<Branch> (Parser::*)();

  std::optional<Branch> disjunction();
  std::optional<Branch> conjunction();
  std::optional<Branch> negation();
  std::optional<Branch> comparison();
  std::optional<Branch> sum();
  std::optional<Branch> product();
  std::optional<Branch> signed_primary();
  std::optional<Branch> primary();
  std::optional<Branch> number();
  std::optional<Branch> text();
  std::optional<Branch> parenthesis();
  std::optional<Branch> named();
  std::optional<Branch> dotted(const Token& first);
  std::optional<Branch> call(const Token& function_name);
  std::optional<Branch> argument(const FunctionRow& row, std::size_t index);
  std::optional<Branch> metric_argument(bool may_be_thing, const FunctionRow& row);
  std::optional<Branch> metric_test(const FunctionRow& row);
  std::optional<Branch> word_argument(const FunctionRow& row);
  std::optional<Test> test();
  std::optional<Name> test_value();
  bool list(std::vector<Name>& members, bool of_values);

  std::optional<Branch> chain(Step operand, bool (Parser::*is_operator)(Binary::Operator&));
  bool at_sum_operator(Binary::Operator& op);
  bool at_product_operator(Binary::Operator& op);
  bool at_or(Binary::Operator& op);
  bool at_and(Binary::Operator& op);
  std::optional<Comparison> at_comparison() const;
  std::optional<Branch> join(Branch left, Branch right, Binary binary);
  std::optional<Branch> too_deep(std::size_t begin, std::size_t end);

  bool at_word(std::string_view word) const;
  bool take(TokenKind kind);
  bool check_minus();
  bool check_value(const Branch& branch);
  bool check_condition(const Branch& branch);
  bool check_name(const Token& token, std::size_t prefix);
  std::optional<Period> period_of(std::string_view word, const Token& token);
  std::optional<Period> optional_period();
  Branch branch(decltype(Expression::node) node, std::size_t begin, std::size_t end, std::size_t height = 1);
  std::optional<Branch> unexpected(std::string_view expected);
  std::string found() const;
  SourceSpan here() const { return place(token().begin, token().end); }

  Scanner scanner_;
  const Locate& locate_;
  Diagnostics diagnostics_;
  std::size_t nesting_ = 0;
  std::size_t last_end_ = 0;  ///< Where the last taken token ended.
};

}  // namespace briefpack::expression
