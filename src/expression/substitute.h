#pragma once

#include <functional>
#include <optional>
#include <string>

#include "expression/expression.h"

namespace briefpack::expression {

/// The id that a variable or the focus stands for here, or nothing to leave the name as it is (a named figure).
using Binding = std::function<std::optional<std::string>(const Name& name)>;

/// The same tree with every bound name replaced by its id; places stay those of the template.
Expression substitute(Expression expression, const Binding& binding);
Name substitute(Name name, const Binding& binding);
Set substitute(Set set, const Binding& binding);
Where substitute(Where where, const Binding& binding);

}  // namespace briefpack::expression
