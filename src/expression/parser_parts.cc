// Calls with their arguments, periods, sets and tests: the parts of an expression that are no arithmetic.
#include <algorithm>
#include <charconv>
#include <utility>

#include "base/nearest.h"
#include "base/utf8.h"
#include "expression/canonical.h"
#include "expression/parser.h"

namespace briefpack::expression {

// ---- periods ----

namespace {

bool is_all_digits(std::string_view text) { return !text.empty() && std::all_of(text.begin(), text.end(), is_digit); }

/// ISO 8601 with reduced precision: a year, half, quarter, month, week or day.
bool is_single_period(std::string_view text) {
  if (text.size() < 4 || !is_all_digits(text.substr(0, 4))) return false;
  if (text.size() == 4) return true;
  if (text[4] != '-') return false;
  const std::string_view rest = text.substr(5);
  if (rest.size() == 2 && rest[0] == 'Q') return rest[1] >= '1' && rest[1] <= '4';
  if (rest.size() == 2 && rest[0] == 'S') return rest[1] == '1' || rest[1] == '2';
  if (rest.size() == 3 && rest[0] == 'W') return is_all_digits(rest.substr(1));
  if (rest.size() == 2) return is_all_digits(rest);
  return rest.size() == 5 && is_all_digits(rest.substr(0, 2)) && rest[2] == '-' && is_all_digits(rest.substr(3));
}

bool is_stated_period(std::string_view text) {
  const std::size_t slash = text.find('/');
  if (slash == std::string_view::npos) return is_single_period(text);
  return is_single_period(text.substr(0, slash)) && is_single_period(text.substr(slash + 1));
}

/// A whole number from 1 to 9999, or nothing.
std::optional<std::uint32_t> small_number(std::string_view digits) {
  std::uint32_t value = 0;
  if (!is_all_digits(digits) || digits.size() > 4) return std::nullopt;
  std::from_chars(digits.data(), digits.data() + digits.size(), value);
  if (value == 0) return std::nullopt;
  return value;
}

}  // namespace

std::optional<Period> Parser::period_of(std::string_view word, const Token& at) {
  Period out;
  out.span = place(at.begin, at.end);
  bool is_good = true;
  if (const std::size_t hash = word.find('#'); hash != std::string_view::npos) {
    const auto occurrence = small_number(word.substr(hash + 1));
    is_good = occurrence.has_value();
    out.occurrence = occurrence.value_or(1);
    word = word.substr(0, hash);
  }
  if (word == "latest")
    out.kind = Period::Kind::latest;
  else if (word == "previous")
    out.kind = Period::Kind::previous;
  else if (word == "first")
    out.kind = Period::Kind::first;
  else if (word == "ns")
    out.kind = Period::Kind::unstated;
  else if (word.starts_with("ns") && small_number(word.substr(2))) {
    out.kind = Period::Kind::unstated;
    out.sequence = *small_number(word.substr(2));
  } else if (is_stated_period(word)) {
    out.kind = Period::Kind::stated;
    out.text = std::string(word);
  } else
    is_good = false;
  if (is_good) return out;
  const auto near = nearest(word, {"latest", "previous", "first"});
  report("expression/period", out.span, quoted("@" + std::string(word)) + " is no period",
         near ? "did you mean \"@" + *near + "\"?"
              : "periods are @2024, @2024-Q1, @2024-12, @2010/2021, @latest, @previous, @first, @ns and @ns1");
  return std::nullopt;
}

std::optional<Period> Parser::optional_period() {
  if (token().kind != TokenKind::period || token().begin != last_end_) return Period{};
  auto out = period_of(scanner_.spelling().substr(1), token());
  take(TokenKind::period);
  return out;
}

std::optional<Period> Parser::period() {
  if (token().kind == TokenKind::name || token().kind == TokenKind::number)
    scanner_.widen_to_raw_word();
  else if (token().kind != TokenKind::period) {
    unexpected("a period such as 2024 or @latest");
    return std::nullopt;
  }
  const Token at = token();
  const std::string_view spelling = scanner_.spelling();
  auto out = period_of(at.kind == TokenKind::period ? spelling.substr(1) : spelling, at);
  take(at.kind);
  return out;
}

// ---- calls ----

std::optional<Parser::Branch> Parser::call(const Token& function_name) {
  const std::string spelling(scanner_.text().substr(function_name.begin, function_name.end - function_name.begin));
  const auto rows = functions();
  const auto row = std::find_if(rows.begin(), rows.end(), [&](const FunctionRow& r) { return r.name == spelling; });
  if (row == rows.end()) {
    std::vector<std::string> names;
    for (const FunctionRow& each : rows)
      names.emplace_back(each.name);
    const auto near = nearest(spelling, names);
    report("expression/unknown-function", place(function_name.begin, function_name.end),
           "there is no function " + quoted(spelling), near ? "did you mean \"" + *near + "\"?" : "");
    return std::nullopt;
  }
  const Token open = token();
  if (++nesting_ > kDepthLimit) return too_deep(open.begin, open.end);
  take(TokenKind::open);
  Call node{row->function, {}};
  std::size_t height = 0;
  while (token().kind != TokenKind::close) {
    if (token().kind == TokenKind::end) {
      report("expression/unclosed", place(open.begin, open.end), "this parenthesis is never closed");
      return std::nullopt;
    }
    if (node.arguments.size() == row->parameters.size()) {
      report("expression/arguments", here(), "too many arguments", "write " + std::string(row->usage));
      return std::nullopt;
    }
    auto one = argument(*row, node.arguments.size());
    if (!one) return std::nullopt;
    height = std::max(height, one->height);
    node.arguments.push_back(std::move(one->expression));
    if (token().kind == TokenKind::close || token().kind == TokenKind::end) continue;
    if (!take(TokenKind::comma)) return unexpected("\",\" or \")\"");
    if (token().kind == TokenKind::close) return unexpected("another argument");
  }
  --nesting_;
  take(TokenKind::close);
  const std::size_t given = node.arguments.size();
  const bool is_partial = row->all_or_required && given > row->required && given < row->parameters.size();
  if (given < row->required || is_partial) {
    report("expression/arguments", place(function_name.begin, last_end_),
           spelling + (given == 0 ? " has no argument" : " has too few arguments"), "write " + std::string(row->usage));
    return std::nullopt;
  }
  if (height == kDepthLimit) return too_deep(function_name.begin, last_end_);
  return branch(std::move(node), function_name.begin, last_end_, height + 1);
}

std::optional<Parser::Branch> Parser::argument(const FunctionRow& row, std::size_t index) {
  const std::size_t begin = token().begin;
  switch (row.parameters[index]) {
    case Parameter::value: {
      auto out = disjunction();
      if (!out || !check_value(*out)) return std::nullopt;
      return out;
    }
    case Parameter::reference:
    case Parameter::label_or_value: {
      auto out = primary();
      if (!out) return std::nullopt;
      const auto* word = as<Word>(out->expression);
      const bool is_fitting_word =
          word && (word->name.kind == Name::Kind::variable || row.parameters[index] == Parameter::label_or_value);
      if (is_fitting_word || as<Reference>(out->expression) || as<ObservationName>(out->expression)) return out;
      report("expression/argument-kind", out->expression.span,
             std::string(row.name) + " needs one observation: metric.ENTITY", "write " + std::string(row.usage));
      return std::nullopt;
    }
    case Parameter::metric:
      return metric_argument(false, row);
    case Parameter::metric_or_thing:
      return metric_argument(true, row);
    case Parameter::metric_test:
      return metric_test(row);
    case Parameter::label:
    case Parameter::entity:
      return word_argument(row);
    case Parameter::set: {
      auto out = set();
      if (!out) return std::nullopt;
      return branch(*std::move(out), begin, last_end_);
    }
    case Parameter::period: {
      auto out = period();
      if (!out) return std::nullopt;
      return branch(PeriodArgument{*std::move(out)}, begin, last_end_);
    }
  }
  return std::nullopt;
}

std::optional<Parser::Branch> Parser::metric_argument(bool may_be_thing, const FunctionRow& row) {
  const std::size_t begin = token().begin;
  auto first = name("a metric" + std::string(may_be_thing ? " or what to count" : ""));
  if (!first) return std::nullopt;
  if (token().kind == TokenKind::dot && token().begin == last_end_) {
    const std::string metric = canonical_text(*first);
    take(TokenKind::dot);
    report("expression/argument-kind", place(begin, token().end),
           std::string(row.name) + " works over a metric, not over one value",
           "write " + std::string(row.name) + "(" + metric + ") or " + std::string(row.name) + "(" + metric +
               ", [KOR, CHN])");
    return std::nullopt;
  }
  const auto& things = count_things();
  const bool is_thing = may_be_thing && first->kind == Name::Kind::id &&
                        std::find(things.begin(), things.end(), first->text) != things.end();
  if (is_thing) {
    Set out;
    out.members.push_back(*std::move(first));
    if (at_word("where")) {
      take(TokenKind::name);
      auto tests = where();
      if (!tests) return std::nullopt;
      out.where = *std::move(tests);
    }
    return branch(std::move(out), begin, last_end_);
  }
  if (may_be_thing && at_word("where")) {
    report("expression/unknown-thing", first->span, quoted(first->text) + " cannot be counted with a where",
           nearest_hint(first->text, things));
    return std::nullopt;
  }
  auto period = optional_period();
  if (!period) return std::nullopt;
  return branch(MetricName{*std::move(first), *std::move(period)}, begin, last_end_);
}

/// `h100_gpus@2024 > 500`, as all, any and most ask it of each member of a set.
std::optional<Parser::Branch> Parser::metric_test(const FunctionRow& row) {
  auto metric = metric_argument(false, row);
  if (!metric) return std::nullopt;
  const auto sign = at_comparison();
  if (!sign) {
    report("expression/argument-kind", here(), std::string(row.name) + " needs a comparison for each member of the set",
           "write " + std::string(row.usage));
    return std::nullopt;
  }
  Binary binary;
  binary.op = Binary::Operator::compare;
  binary.comparison = *sign;
  binary.operator_span = here();
  take(token().kind);
  auto value = sum();
  if (!value) return std::nullopt;
  if (is_condition(value->expression)) return check_value(*value), std::nullopt;
  return join(*std::move(metric), *std::move(value), std::move(binary));
}

std::optional<Parser::Branch> Parser::word_argument(const FunctionRow& row) {
  const std::size_t begin = token().begin;
  auto out = name("a name, as in " + std::string(row.usage));
  if (!out) return std::nullopt;
  return branch(Word{*std::move(out)}, begin, last_end_);
}

// ---- sets and tests ----

bool Parser::list(std::vector<Name>& members, bool of_values) {
  const Token open = token();
  take(TokenKind::open_list);
  while (token().kind != TokenKind::close_list) {
    if (token().kind == TokenKind::end) {
      report("expression/unclosed", place(open.begin, open.end), "this list is never closed");
      return false;
    }
    auto member = of_values ? test_value() : name("an id");
    if (!member) return false;
    members.push_back(*std::move(member));
    if (token().kind == TokenKind::close_list || token().kind == TokenKind::end) continue;
    if (!take(TokenKind::comma)) return unexpected("\",\" or \"]\""), false;
  }
  if (members.empty()) {
    report("expression/unexpected", place(open.begin, token().end), "an empty list");
    return false;
  }
  take(TokenKind::close_list);
  return true;
}

std::optional<Set> Parser::set() {
  Set out;
  if (token().kind == TokenKind::open_list) {
    out.is_list = true;
    if (!list(out.members, false)) return std::nullopt;
  } else {
    auto one = name("a set: entities, a group, or a list such as [KOR, CHN]");
    if (!one) return std::nullopt;
    out.members.push_back(*std::move(one));
  }
  if (at_word("where")) {
    take(TokenKind::name);
    auto tests = where();
    if (!tests) return std::nullopt;
    out.where = *std::move(tests);
  }
  return out;
}

std::optional<Where> Parser::where() {
  Where out;
  do {
    auto one = test();
    if (!one) return std::nullopt;
    out.push_back(*std::move(one));
  } while (at_word("and") && take(TokenKind::name));
  if (at_word("or")) {
    report("expression/unexpected", here(), "tests of a where are joined by and only",
           "write FIELD in [A, B] for one of several values");
    return std::nullopt;
  }
  return out;
}

std::optional<Test> Parser::test() {
  auto field = name("a field such as kind or status");
  if (!field) return std::nullopt;
  Test out;
  out.field = field->text;
  out.field_span = field->span;
  if (field->kind == Name::Kind::variable) {
    report("expression/unexpected", field->span, "a test starts with a field, not with a variable");
    return std::nullopt;
  }
  if (at_word("missing") || at_word("found")) {
    out.kind = at_word("missing") ? Test::Kind::missing : Test::Kind::found;
    take(TokenKind::name);
    return out;
  }
  if (at_word("in")) {
    out.kind = Test::Kind::in;
    take(TokenKind::name);
    if (token().kind != TokenKind::open_list) return unexpected("a list such as [KOR, CHN]"), std::nullopt;
    if (!list(out.values, true)) return std::nullopt;
    return out;
  }
  const auto sign = at_comparison();
  if (!sign) return unexpected("a comparison, in, missing or found after the field"), std::nullopt;
  out.comparison = *sign;
  take(token().kind);
  auto value = test_value();
  if (!value) return std::nullopt;
  out.values.push_back(*std::move(value));
  return out;
}

/// The value of a test: an id, `$c`, `focus`, a number, a date, or a text in quotes.
std::optional<Name> Parser::test_value() {
  if (token().kind == TokenKind::variable) return name("a value");
  if (token().kind == TokenKind::text) {
    Name out{Name::Kind::id, std::string(scanner_.text().substr(token().begin + 1, token().end - token().begin - 2)),
             here()};
    take(TokenKind::text);
    return out;
  }
  if (token().kind != TokenKind::name && token().kind != TokenKind::number) {
    unexpected("a value: a word, a number, a date, or a text in quotes");
    return std::nullopt;
  }
  scanner_.widen_to_raw_word();
  const std::string word(scanner_.spelling());
  Name out{word == "focus" ? Name::Kind::focus : Name::Kind::id, word, here()};
  take(TokenKind::name);
  return out;
}

std::optional<Loop> Parser::loop() {
  if (token().kind != TokenKind::variable) return unexpected("a loop such as $c in entities"), std::nullopt;
  auto variable = name("a variable");
  if (!variable) return std::nullopt;
  if (!at_word("in")) return unexpected("in, as in $c in entities"), std::nullopt;
  take(TokenKind::name);
  auto over = set();
  if (!over) return std::nullopt;
  return Loop{*std::move(variable), *std::move(over), place(0, last_end_)};
}

}  // namespace briefpack::expression
