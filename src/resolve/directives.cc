#include "resolve/directives.h"

#include <algorithm>
#include <array>
#include <utility>

#include <fmt/format.h>

#include "resolve/exhibit.h"

namespace briefpack::resolve {

namespace {

void add_heading(Lowering& lowering, const templates::Directive& directive, const Scope& scope, document::Blocks& to) {
  if (directive.has("title")) {
    document::Heading heading;
    heading.inlines = text_option(lowering, directive, "title", scope);
    to.push_back({std::move(heading)});
  }
  document::Inlines subtitle = text_option(lowering, directive, "subtitle", scope);
  if (!subtitle.empty()) to.push_back({document::Paragraph{document::TextRole::small, std::move(subtitle)}});
}

void add_note(Lowering& lowering, const templates::Directive& directive, const Scope& scope, document::Blocks& to) {
  document::Inlines note = text_option(lowering, directive, "note", scope);
  if (!note.empty()) to.push_back({document::Paragraph{document::TextRole::remark, std::move(note)}});
}

}  // namespace

std::span<const DirectiveLowering> directive_lowerings() {
  using Kind = templates::DirectiveKind;
  using enum DirectiveLowering::Caption;
  static constexpr std::array kRows{
      DirectiveLowering{Kind::key_figures, lower_key_figures, none},
      DirectiveLowering{Kind::key_messages, lower_key_messages, none},
      DirectiveLowering{Kind::comparison, lower_comparison, own, true},
      DirectiveLowering{Kind::chart, lower_chart, own, true},
      DirectiveLowering{Kind::table, lower_table_directive, own, true},
      DirectiveLowering{Kind::ledger, lower_ledger, own, true},
      DirectiveLowering{Kind::actions, lower_actions, own, true},
      DirectiveLowering{Kind::timeline, lower_timeline, own, true},
      DirectiveLowering{Kind::dispute, lower_dispute, none},
      DirectiveLowering{Kind::quality, lower_quality, own_title},
      DirectiveLowering{Kind::coverage, lower_coverage, own, true},
      DirectiveLowering{Kind::changes, lower_changes, own, true},
      DirectiveLowering{Kind::sources, lower_sources, own, true},
      DirectiveLowering{Kind::legend, lower_legend, own_title},
      DirectiveLowering{Kind::contents, lower_contents, own_title},
      DirectiveLowering{Kind::columns, lower_columns, own, true},
      DirectiveLowering{Kind::callout, lower_callout, own},
      DirectiveLowering{Kind::foreach, lower_foreach, own, true},
      DirectiveLowering{Kind::if_, lower_if, own, true},
      DirectiveLowering{Kind::pagebreak, lower_pagebreak, own},
  };
  return kRows;
}

void lower_directive(Lowering& lowering, const templates::Directive& directive, const Scope& scope,
                     document::Blocks& to) {
  const auto rows = directive_lowerings();
  const auto row =
      std::find_if(rows.begin(), rows.end(), [&](const auto& each) { return each.kind == directive.kind; });
  if (row == rows.end()) {
    // cover and page open a section, so they stand at the top level only (lower_sections.cc); column stands in columns.
    lowering.error("resolve/misplaced", directive.name_span, fmt::format("{} cannot stand here", directive.name),
                   "{" + directive.name + "}",
                   directive.kind == templates::DirectiveKind::column ? "put it inside columns"
                                                                      : "put it outside of every other directive");
    return;
  }
  // What is only for the workbook leaves nothing on a page; of the document, a workbook shows the exhibits.
  if (!with_only(directive, scope).in_pdf && !row->makes_exhibits) return;
  if (row->caption == DirectiveLowering::Caption::none) add_heading(lowering, directive, scope, to);
  row->lower(lowering, directive, scope, to);
  if (row->caption != DirectiveLowering::Caption::own) add_note(lowering, directive, scope, to);
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
