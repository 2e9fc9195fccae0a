#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace briefpack::templates {

enum class DirectiveKind : std::uint8_t {
  cover,
  page,
  key_figures,
  key_messages,
  comparison,
  chart,
  table,
  ledger,
  actions,
  timeline,
  dispute,
  quality,
  coverage,
  changes,
  columns,
  column,
  callout,
  foreach,
  if_,
  legend,
  sources,
  contents,
  include,
  pagebreak
};

/// What an option's value is, and the field of Option (tree.h) that holds it. Option::text always holds it as typed.
enum class OptionKind : std::uint8_t {
  plain,    ///< Text without roles: `text` alone.
  text,     ///< Text that may hold roles: `inlines`.
  flag,     ///< No value, or yes; with no it is as if it were not written, and is left out of the tree.
  choice,   ///< One of the row's choices: `words`, exactly one.
  choices,  ///< Some of the row's choices, with commas: `words`.
  names,    ///< Ids, `$c` or `focus`, with commas: `names`.
  set,      ///< A set expression, or names with commas: `set`.
  groups,   ///< Lines `Group: m1, m2`: `groups`.
  rows,     ///< Lines `EXPR ; formats = label`: `rows`.
  row,      ///< One such line: `rows`, exactly one.
  numbers,  ///< Positive numbers with spaces: `numbers`.
  periods,  ///< `PERIOD = label`, with commas: `periods` and `period_labels`.
  period,   ///< One period: `periods`, exactly one.
  where,    ///< Tests joined by `and`: `where`.
};

enum class ArgumentKind : std::uint8_t { none, label, heading, widths, id, loop, condition, choice, path };

enum class BodyKind : std::uint8_t {
  none,            ///< Only options.
  blocks,          ///< Any Markdown.
  list,            ///< Exactly one list.
  table,           ///< Exactly one table.
  optional_table,  ///< One table or nothing.
  columns,         ///< `column` directives only, or any Markdown without them.
};

struct OptionRow {
  std::string_view name;
  OptionKind kind;
  std::vector<std::string> choices;  ///< For choice and choices.
  bool is_required = false;
};

/// One directive: everything that the reader checks about it. A new directive is a new row.
struct DirectiveRow {
  DirectiveKind kind;
  std::string_view name;
  ArgumentKind argument;
  bool needs_argument;
  std::vector<std::string> argument_choices;
  BodyKind body;
  /// The common ones (title, subtitle, label, note, only, unlike) included where they apply.
  std::vector<OptionRow> options;
};

std::span<const DirectiveRow> directives();
const DirectiveRow* directive_named(std::string_view name);
std::string_view name_of(DirectiveKind kind);

}  // namespace briefpack::templates
