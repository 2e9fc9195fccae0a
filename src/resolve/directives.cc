#include "resolve/directives.h"

#include <algorithm>
#include <array>

#include <fmt/format.h>

namespace briefpack::resolve {

std::span<const DirectiveLowering> directive_lowerings() {
  using Kind = templates::DirectiveKind;
  static constexpr std::array kRows{
      DirectiveLowering{Kind::key_figures, lower_key_figures},
      DirectiveLowering{Kind::key_messages, lower_key_messages},
      DirectiveLowering{Kind::comparison, lower_comparison},
      DirectiveLowering{Kind::chart, lower_chart},
      DirectiveLowering{Kind::table, lower_table_directive},
      DirectiveLowering{Kind::ledger, lower_ledger},
      DirectiveLowering{Kind::actions, lower_actions},
      DirectiveLowering{Kind::timeline, lower_timeline},
      DirectiveLowering{Kind::dispute, lower_dispute},
      DirectiveLowering{Kind::quality, lower_quality},
      DirectiveLowering{Kind::sources, lower_sources},
      DirectiveLowering{Kind::legend, lower_legend},
      DirectiveLowering{Kind::contents, lower_contents},
      DirectiveLowering{Kind::columns, lower_columns},
      DirectiveLowering{Kind::callout, lower_callout},
      DirectiveLowering{Kind::foreach, lower_foreach},
      DirectiveLowering{Kind::if_, lower_if},
      DirectiveLowering{Kind::pagebreak, lower_pagebreak},
  };
  return kRows;
}

void lower_directive(Lowering& lowering, const templates::Directive& directive, const Scope& scope, document::Blocks& to) {
  const auto rows = directive_lowerings();
  const auto row = std::find_if(rows.begin(), rows.end(), [&](const auto& each) { return each.kind == directive.kind; });
  if (row == rows.end()) {
    // cover and page open a section, so they stand at the top level only (lower_sections.cc); column stands in columns.
    lowering.error("resolve/misplaced", directive.name_span, fmt::format("{} cannot stand here", directive.name),
                   "{" + directive.name + "}",
                   directive.kind == templates::DirectiveKind::column ? "put it inside columns" : "put it outside of every other directive");
    return;
  }
  row->lower(lowering, directive, scope, to);
}

bool holds_pages(const templates::Blocks& blocks) {
  using Kind = templates::DirectiveKind;
  return std::any_of(blocks.begin(), blocks.end(), [](const templates::Block& block) {
    const auto* directive = templates::as<templates::Directive>(block);
    if (directive == nullptr) return false;
    if (directive->kind == Kind::cover || directive->kind == Kind::page) return true;
    return (directive->kind == Kind::foreach || directive->kind == Kind::if_) && holds_pages(directive->body);
  });
}

}  // namespace briefpack::resolve
