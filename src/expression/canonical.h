#pragma once

#include <string>

#include "expression/expression.h"

namespace briefpack::expression {

/// The one text that stands for an expression: spaces normalised, only needed parentheses, `=` for `==`, `@latest` left out,
/// numbers in their shortest form. Equal expressions have equal texts; parsing the text gives the same expression. It is the
/// stable key of an unnamed figure, so substitute `$c` and `focus` first (substitute.h).
std::string canonical_text(const Expression& expression);
std::string canonical_text(const Reference& reference);
/// "@2024", "@ns1"; "" for the default @latest.
std::string canonical_text(const Period& period);
std::string canonical_text(const Set& set);
std::string canonical_text(const Where& where);
/// "$c", "focus" or the id.
std::string canonical_text(const Name& name);

}  // namespace briefpack::expression
