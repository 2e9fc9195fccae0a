#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "expression/expression.h"

namespace briefpack::expression {

/// What an argument must be; the parser checks it, so that resolve/ meets only these node types:
///   value            any value expression
///   reference        Reference, ObservationName, or Word holding a `$name`
///   metric           MetricName
///   set              Set
///   period           PeriodArgument
///   metric_or_thing  MetricName, or Set when the name is one of count_things()
///   label_or_value   Word holding an id (an exhibit label), or a reference as above (also a `$name`)
///   metric_test      Binary comparison of a MetricName with a value, category or text
///   label            Word
///   entity           Word
enum class Parameter : std::uint8_t {
  value,
  reference,
  metric,
  set,
  period,
  metric_or_thing,
  metric_test,
  label_or_value,
  label,
  entity
};

struct FunctionRow {
  Function function;
  std::string_view name;
  std::vector<Parameter> parameters;
  std::size_t required;    ///< How many of them must be given.
  bool all_or_required;    ///< The optional ones come together: change(x) or change(x, from, to).
  std::string_view usage;  ///< For messages: "change(x[, from, to])".
};

std::span<const FunctionRow> functions();
const FunctionRow& row_of(Function function);
std::string_view name_of(Function function);

/// What count(…) counts besides a metric's values: disputes, actions, changes, notes, sources, observations, entities.
const std::vector<std::string>& count_things();

}  // namespace briefpack::expression
