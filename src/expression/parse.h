#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <briefpack/result.h>

#include "expression/expression.h"
#include "expression/format.h"

namespace briefpack::expression {

/// Where bytes [begin, end) of the parsed text stand in their file. The caller knows; an expression has no place itself.
using Locate = std::function<SourceSpan(std::size_t begin, std::size_t end)>;

/// A locator for a text that stands unbroken on one line from `start` on.
Locate locate_on_line(std::string_view text, SourceSpan start);
/// For texts from the command line: every place is unknown.
Locate nowhere();

/// `EXPR ; format, format`. The ` | ` of prose is the same as `;`.
struct FigureText {
  Expression expression;
  Formats formats;
};

/// `CONDITION => words` or `CONDITION ; unlike => words`: the words are bytes [words_begin, words_end) of the text, for the
/// template reader to parse.
struct ClaimText {
  Expression condition;
  bool allows_unlike = false;  ///< What it compares is unlike, which is meant.
  std::size_t words_begin = 0;
  std::size_t words_end = 0;
};

/// `$c in entities where kind = country`.
struct Loop {
  Name variable;
  Set set;
  SourceSpan span;
};

/// All report every fault that they find, with code expression/… (docs/diagnostics.md), and never throw.
/// A value: what {fig} prints. Comparisons and `and or not` are refused: expression/not-a-value.
Result<Expression> parse_value(std::string_view text, const Locate& locate);
/// What {claim} and {if} test: expression/not-a-condition for a number.
Result<Expression> parse_condition(std::string_view text, const Locate& locate);
Result<FigureText> parse_figure(std::string_view text, const Locate& locate);
Result<ClaimText> parse_claim(std::string_view text, const Locate& locate);
Result<Loop> parse_loop(std::string_view text, const Locate& locate);
/// `FIELD op VALUE and …`, without the word `where`.
Result<Where> parse_where(std::string_view text, const Locate& locate);
Result<Set> parse_set(std::string_view text, const Locate& locate);
/// `2024`, `@2024`, `latest`, `@ns1`.
Result<Period> parse_period(std::string_view text, const Locate& locate);
/// One id, `$name` or `focus`.
Result<Name> parse_name(std::string_view text, const Locate& locate);
Result<Formats> parse_formats(std::string_view text, const Locate& locate);

/// True when the expression is a truth (comparison, and, or, not, missing(x)) and no number.
bool is_condition(const Expression& expression);

/// `[A-Za-z][A-Za-z0-9_-]*`, at most 200 bytes.
bool is_id(std::string_view text);

}  // namespace briefpack::expression
