#include "expression/parser.h"

#include <algorithm>
#include <charconv>
#include <utility>

#include "base/nearest.h"
#include "base/utf8.h"

namespace briefpack::expression {

namespace {

/// What people type for an operator, and what to write instead.
std::string replacement_for(std::string_view character) {
  static const std::pair<std::string_view, std::string_view> kPairs[] = {
      {"−", "-"},   {"–", "-"},  {"×", "*"},  {"÷", "/"},
      {"≥", ">="},  {"≤", "<="}, {"≠", "!="}, {"%", "a share as 0.25, or the format percent"},
      {"&", "and"}, {"“", "\""}, {"”", "\""}, {"‘", "'"},
      {"’", "'"},   {"!", "not"}};
  for (const auto& [wrong, right] : kPairs) {
    if (character == wrong) return "write " + std::string(right);
  }
  return {};
}

std::size_t significant_digits(std::string_view number) {
  std::string digits;
  for (const char c : number) {
    if (is_digit(c)) digits.push_back(c);
  }
  const std::size_t first = digits.find_first_not_of('0');
  if (first == std::string::npos) return 0;
  if (number.find('.') == std::string_view::npos) {
    return digits.find_last_not_of('0') - first + 1;
  }
  return digits.size() - first;
}

}  // namespace

void Parser::report(std::string code, SourceSpan span, std::string message, std::string hint) {
  Diagnostic fault = Diagnostic::error(std::move(code), span, std::move(message));
  if (!hint.empty()) fault.hints.push_back(std::move(hint));
  diagnostics_.push_back(std::move(fault));
}

std::string Parser::found() const {
  switch (token().kind) {
    case TokenKind::end:
      return "the end";
    case TokenKind::unclosed_text:
      return "a text without its closing quote";
    default:
      return quoted(scanner_.spelling());
  }
}

std::optional<Parser::Branch> Parser::unexpected(std::string_view expected) {
  if (token().kind == TokenKind::unclosed_text) {
    report("expression/unclosed", here(), "a text starts here and has no closing quote");
  } else {
    const std::string_view text = scanner_.text();
    const bool is_grouping = token().kind == TokenKind::comma && token().begin > 0 &&
                             is_digit(text[token().begin - 1]) && token().end < text.size() &&
                             is_digit(text[token().end]);
    report("expression/unexpected", here(), "found " + found() + ", expected " + std::string(expected),
           is_grouping ? "numbers are written without separators: 350000" : replacement_for(scanner_.spelling()));
  }
  return std::nullopt;
}

bool Parser::expect_end(std::string_view expected) {
  if (token().kind == TokenKind::end) return true;
  unexpected(expected);
  return false;
}

Parser::Branch Parser::branch(decltype(Expression::node) node, std::size_t begin, std::size_t end, std::size_t height) {
  return Branch{Expression{std::move(node), place(begin, end)}, height, begin, end};
}

std::optional<Parser::Branch> Parser::too_deep(std::size_t begin, std::size_t end) {
  report("expression/too-deep", place(begin, end),
         "the expression nests or chains more than " + std::to_string(kDepthLimit) + " steps",
         "name a part of it under figures in the front matter and use it as $name");
  return std::nullopt;
}

bool Parser::at_word(std::string_view word) const {
  return token().kind == TokenKind::name && scanner_.spelling() == word;
}

bool Parser::take(TokenKind kind) {
  if (token().kind != kind) return false;
  last_end_ = token().end;
  scanner_.advance();
  return true;
}

// ---- what an expression gives ----

bool is_condition(const Expression& expression) {
  if (const auto* unary = as<Unary>(expression)) return unary->op == Unary::Operator::logical_not;
  if (const auto* binary = as<Binary>(expression)) {
    return binary->op == Binary::Operator::compare || binary->op == Binary::Operator::logical_and ||
           binary->op == Binary::Operator::logical_or;
  }
  if (const auto* call = as<Call>(expression)) {
    const bool is_quantifier = call->function == Function::all || call->function == Function::any || call->function == Function::most;
    if (is_quantifier) return true;
    if (call->function != Function::missing && call->function != Function::disputed) return false;
    // missing(LABEL) counts over the document; missing(x) and missing($x) are truths about one value.
    const auto* label = as<Word>(call->arguments.front());
    return label == nullptr || label->name.kind != Name::Kind::id;
  }
  return false;
}

bool Parser::check_value(const Branch& branch) {
  const Expression& e = branch.expression;
  if (is_condition(e)) {
    report("expression/not-a-value", e.span, "a condition stands where a number is expected");
    return false;
  }
  if (as<Text>(e)) {
    report("expression/not-a-value", e.span, "a text stands where a number is expected", "a text can only be compared");
    return false;
  }
  const auto* word = as<Word>(e);
  if (word && word->name.kind != Name::Kind::variable) {
    report("expression/bare-name", e.span, quoted(word->name.text) + " alone is no value",
           word->name.kind == Name::Kind::focus ? "write metric.focus"
                                                : "write " + word->name.text + ".ENTITY, or $" + word->name.text +
                                                      " for a figure named in the front matter");
    return false;
  }
  return true;
}

bool Parser::check_condition(const Branch& branch) {
  const Expression& e = branch.expression;
  if (is_condition(e) || as<DisputeName>(e)) return true;
  report("expression/not-a-condition", e.span, "a number stands where a condition is expected",
         "compare it: for example, x > 0");
  return false;
}

std::optional<Expression> Parser::value() {
  auto result = disjunction();
  // `missing` alone prints the mark of a figure that was not found.
  const auto* word = result ? as<Word>(result->expression) : nullptr;
  if (word && word->name.kind == Name::Kind::id && word->name.text == "missing") return std::move(result->expression);
  if (!result || !check_value(*result)) return std::nullopt;
  return std::move(result->expression);
}

std::optional<Expression> Parser::condition() {
  auto result = disjunction();
  if (!result || !check_condition(*result)) return std::nullopt;
  return std::move(result->expression);
}

// ---- operators, from the loosest to the tightest ----

std::optional<Parser::Branch> Parser::join(Branch left, Branch right, Binary binary) {
  const std::size_t begin = left.begin;
  const std::size_t end = right.end;
  const std::size_t height = std::max(left.height, right.height) + 1;
  if (height > kDepthLimit) return too_deep(begin, end);
  binary.operands.push_back(std::move(left.expression));
  binary.operands.push_back(std::move(right.expression));
  return branch(std::move(binary), begin, end, height);
}

std::optional<Parser::Branch> Parser::chain(Step operand, bool (Parser::*is_operator)(Binary::Operator&)) {
  auto left = (this->*operand)();
  Binary binary;
  while (left && (this->*is_operator)(binary.op)) {
    binary.operator_span = here();
    if (!check_minus()) return std::nullopt;
    take(token().kind);
    auto right = (this->*operand)();
    if (!right) return std::nullopt;
    const bool joins_truths = binary.op == Binary::Operator::logical_and || binary.op == Binary::Operator::logical_or;
    const bool left_fits = joins_truths ? check_condition(*left) : check_value(*left);
    const bool right_fits = joins_truths ? check_condition(*right) : check_value(*right);
    if (!left_fits || !right_fits) return std::nullopt;
    left = join(*std::move(left), *std::move(right), binary);
  }
  return left;
}

bool Parser::at_or(Binary::Operator& op) {
  op = Binary::Operator::logical_or;
  return at_word("or");
}

bool Parser::at_and(Binary::Operator& op) {
  op = Binary::Operator::logical_and;
  return at_word("and");
}

bool Parser::at_sum_operator(Binary::Operator& op) {
  op = token().kind == TokenKind::minus ? Binary::Operator::subtract : Binary::Operator::add;
  return token().kind == TokenKind::minus || token().kind == TokenKind::plus;
}

bool Parser::at_product_operator(Binary::Operator& op) {
  op = token().kind == TokenKind::slash ? Binary::Operator::divide : Binary::Operator::multiply;
  return token().kind == TokenKind::slash || token().kind == TokenKind::star;
}

bool Parser::check_minus() {
  if (token().kind != TokenKind::minus || (token().space_before && token().space_after)) return true;
  report("expression/minus-spaces", here(), "a minus has a space on both sides",
         "ids may hold a \"-\", so that a-b is one id and a - b is a difference");
  return false;
}

std::optional<Parser::Branch> Parser::disjunction() { return chain(&Parser::conjunction, &Parser::at_or); }
std::optional<Parser::Branch> Parser::conjunction() { return chain(&Parser::negation, &Parser::at_and); }
std::optional<Parser::Branch> Parser::sum() { return chain(&Parser::product, &Parser::at_sum_operator); }
std::optional<Parser::Branch> Parser::product() { return chain(&Parser::signed_primary, &Parser::at_product_operator); }

std::optional<Parser::Branch> Parser::negation() {
  if (!at_word("not")) return comparison();
  const std::size_t begin = token().begin;
  if (++nesting_ > kDepthLimit) return too_deep(begin, token().end);
  take(TokenKind::name);
  auto operand = negation();
  --nesting_;
  if (!operand || !check_condition(*operand)) return std::nullopt;
  if (operand->height == kDepthLimit) return too_deep(begin, operand->end);
  Unary node{Unary::Operator::logical_not, {}};
  node.operand.push_back(std::move(operand->expression));
  return branch(std::move(node), begin, operand->end, operand->height + 1);
}

std::optional<Comparison> Parser::at_comparison() const {
  switch (token().kind) {
    case TokenKind::equal:
      return Comparison::equal;
    case TokenKind::unequal:
      return Comparison::unequal;
    case TokenKind::less:
      return Comparison::less;
    case TokenKind::less_equal:
      return Comparison::less_equal;
    case TokenKind::greater:
      return Comparison::greater;
    case TokenKind::greater_equal:
      return Comparison::greater_equal;
    default:
      return std::nullopt;
  }
}

std::optional<Parser::Branch> Parser::comparison() {
  auto left = sum();
  if (!left) return std::nullopt;
  const auto sign = at_comparison();
  if (!sign) return left;
  Binary binary;
  binary.op = Binary::Operator::compare;
  binary.comparison = *sign;
  binary.operator_span = here();
  take(token().kind);
  auto right = sum();
  if (!right) return std::nullopt;
  for (const Branch* side : {&*left, &*right}) {
    // Names and texts may be compared (leader(m) = KOR), truths may not.
    if (is_condition(side->expression)) return check_value(*side), std::nullopt;
  }
  if (at_comparison()) {
    report("expression/chained-comparison", here(), "comparisons do not chain", "write a < b and b < c");
    return std::nullopt;
  }
  return join(*std::move(left), *std::move(right), std::move(binary));
}

std::optional<Parser::Branch> Parser::signed_primary() {
  if (token().kind != TokenKind::minus) return primary();
  const std::size_t begin = token().begin;
  if (++nesting_ > kDepthLimit) return too_deep(begin, token().end);
  take(TokenKind::minus);
  auto operand = signed_primary();
  --nesting_;
  if (!operand || !check_value(*operand)) return std::nullopt;
  if (operand->height == kDepthLimit) return too_deep(begin, operand->end);
  Unary node{Unary::Operator::negate, {}};
  node.operand.push_back(std::move(operand->expression));
  return branch(std::move(node), begin, operand->end, operand->height + 1);
}

// ---- operands ----

std::optional<Parser::Branch> Parser::primary() {
  switch (token().kind) {
    case TokenKind::number:
      return number();
    case TokenKind::text:
      return text();
    case TokenKind::open:
      return parenthesis();
    case TokenKind::name:
      if (at_word("and") || at_word("or") || at_word("not") || at_word("where") || at_word("in")) break;
      return named();
    case TokenKind::variable:
      return named();
    case TokenKind::open_list:
      report("expression/unexpected", here(), "a list stands only as the set of a function",
             "for example, rank(m.KOR, [KOR, CHN])");
      return std::nullopt;
    default:
      break;
  }
  return unexpected("a value such as metric.ENTITY, a number or a function");
}

std::optional<Parser::Branch> Parser::number() {
  const Token at = token();
  const std::string spelling(scanner_.spelling());
  // A double holds any decimal of 15 significant digits exactly as written (IEEE 754 binary64).
  if (significant_digits(spelling) > 15 || spelling.size() > 300) {
    report("expression/number", here(), "a number with more than 15 significant digits");
    return std::nullopt;
  }
  double value = 0;
  std::from_chars(spelling.data(), spelling.data() + spelling.size(), value);
  take(TokenKind::number);
  const bool is_glued =
      token().begin == at.end && (token().kind == TokenKind::name || token().kind == TokenKind::number);
  if (is_glued) return unexpected("an operator or a space after the number");
  return branch(Number{value, spelling}, at.begin, at.end);
}

std::optional<Parser::Branch> Parser::text() {
  const Token at = token();
  std::string value(scanner_.text().substr(at.begin + 1, at.end - at.begin - 2));
  take(TokenKind::text);
  return branch(Text{std::move(value)}, at.begin, at.end);
}

std::optional<Parser::Branch> Parser::parenthesis() {
  const Token open = token();
  if (++nesting_ > kDepthLimit) return too_deep(open.begin, open.end);
  take(TokenKind::open);
  auto inner = disjunction();
  --nesting_;
  if (!inner) return std::nullopt;
  if (token().kind == TokenKind::end) {
    report("expression/unclosed", place(open.begin, open.end), "this parenthesis is never closed");
    return std::nullopt;
  }
  if (!take(TokenKind::close)) return unexpected("an operator or \")\"");
  inner->begin = open.begin;
  inner->end = last_end_;
  inner->expression.span = place(open.begin, last_end_);
  return inner;
}

std::optional<Parser::Branch> Parser::named() {
  const Token first = token();
  const std::string spelling(scanner_.spelling());
  const bool is_variable = first.kind == TokenKind::variable;
  take(first.kind);
  const bool is_glued = token().begin == first.end;
  if (token().kind == TokenKind::open && !is_variable) return call(first);
  if (!check_name(first, is_variable ? 1 : 0)) return std::nullopt;
  if (token().kind == TokenKind::dot && is_glued) return dotted(first);
  Name name{is_variable           ? Name::Kind::variable
            : spelling == "focus" ? Name::Kind::focus
                                  : Name::Kind::id,
            spelling.substr(is_variable ? 1 : 0), place(first.begin, first.end)};
  if (token().kind == TokenKind::period && is_glued) {
    report("expression/bare-name", place(first.begin, token().end), quoted(spelling) + " has a period and no entity",
           "write " + spelling + ".ENTITY" + std::string(scanner_.spelling()));
    return std::nullopt;
  }
  return branch(Word{std::move(name)}, first.begin, first.end);
}

/// Behind `first` stands a dot: metric.ENTITY, obs.ID, dispute.ID or action.ID.amount.
std::optional<Parser::Branch> Parser::dotted(const Token& first) {
  const std::string head(scanner_.text().substr(first.begin, first.end - first.begin));
  take(TokenKind::dot);
  const bool is_variable = first.kind == TokenKind::variable;
  const bool is_record = head == "obs" || head == "dispute" || head == "action";
  auto second = name(is_record ? "an id after \"" + head + ".\"" : "an entity after \"" + head + ".\"");
  if (!second) return std::nullopt;
  const std::size_t second_end = last_end_;
  if (head == "obs") return branch(ObservationName{*std::move(second)}, first.begin, second_end);
  if (head == "dispute") return branch(DisputeName{*std::move(second)}, first.begin, second_end);
  if (head == "action") {
    if (token().kind != TokenKind::dot || token().begin != second_end) {
      return unexpected("\".amount\" after the action's id");
    }
    take(TokenKind::dot);
    if (!at_word("amount")) return unexpected("amount, the only field of an action that has a value");
    take(TokenKind::name);
    return branch(ActionAmount{*std::move(second)}, first.begin, last_end_);
  }
  auto period = optional_period();
  if (!period) return std::nullopt;
  Name metric{is_variable ? Name::Kind::variable : Name::Kind::id, head.substr(is_variable ? 1 : 0),
              place(first.begin, first.end)};
  return branch(Reference{std::move(metric), *std::move(second), *std::move(period)}, first.begin, last_end_);
}

bool Parser::check_name(const Token& token, std::size_t prefix) {
  const std::string_view spelling = scanner_.text().substr(token.begin + prefix, token.end - token.begin - prefix);
  if (spelling.size() > 200) {
    report("expression/id", place(token.begin, token.end), "an id longer than 200 characters");
    return false;
  }
  if (spelling.back() == '-') {
    report("expression/minus-spaces", place(token.end - 1, token.end), "a minus has a space on both sides",
           "ids may hold a \"-\", so that a-b is one id and a - b is a difference");
    return false;
  }
  return true;
}

std::optional<Name> Parser::name(std::string_view expected) {
  const Token at = token();
  const std::string_view spelling = scanner_.spelling();
  if (at.kind != TokenKind::name && at.kind != TokenKind::variable) {
    unexpected(expected);
    return std::nullopt;
  }
  const bool is_variable = at.kind == TokenKind::variable;
  if (!check_name(at, is_variable ? 1 : 0)) return std::nullopt;
  Name out{is_variable           ? Name::Kind::variable
           : spelling == "focus" ? Name::Kind::focus
                                 : Name::Kind::id,
           std::string(spelling.substr(is_variable ? 1 : 0)), place(at.begin, at.end)};
  take(at.kind);
  return out;
}

}  // namespace briefpack::expression
