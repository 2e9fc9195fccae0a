#pragma once

#include <cstdint>
#include <span>

#include "document/block.h"
#include "resolve/lowering.h"
#include "templates/directive_table.h"
#include "templates/tree.h"

namespace briefpack::resolve {

/// How one directive is lowered: what it prints is appended to `to`. A new directive is a row here and one in
/// templates/directive_table.cc.
struct DirectiveLowering {
  /// What becomes of the options title, subtitle and note.
  enum class Caption : std::uint8_t {
    own,        ///< The directive prints them itself, or has none.
    own_title,  ///< It prints its title; the note follows it as a remark.
    none,       ///< They are printed around it: a heading, a small line, a remark.
  };
  templates::DirectiveKind kind;
  void (*lower)(Lowering& lowering, const templates::Directive& directive, const Scope& scope, document::Blocks& to);
  Caption caption = Caption::own;
  bool makes_exhibits = false;  ///< Itself or through its content; the others say nothing to a workbook.
};
std::span<const DirectiveLowering> directive_lowerings();

/// Lowers one directive by its row. Errors: resolve/misplaced for a cover or page inside another block.
void lower_directive(Lowering& lowering, const templates::Directive& directive, const Scope& scope,
                     document::Blocks& to);

// The families (directive_*.cc).
void lower_columns(Lowering&, const templates::Directive&, const Scope&, document::Blocks&);
void lower_callout(Lowering&, const templates::Directive&, const Scope&, document::Blocks&);
void lower_foreach(Lowering&, const templates::Directive&, const Scope&, document::Blocks&);
void lower_if(Lowering&, const templates::Directive&, const Scope&, document::Blocks&);
void lower_pagebreak(Lowering&, const templates::Directive&, const Scope&, document::Blocks&);
void lower_contents(Lowering&, const templates::Directive&, const Scope&, document::Blocks&);
void lower_key_figures(Lowering&, const templates::Directive&, const Scope&, document::Blocks&);
void lower_key_messages(Lowering&, const templates::Directive&, const Scope&, document::Blocks&);
void lower_comparison(Lowering&, const templates::Directive&, const Scope&, document::Blocks&);
void lower_chart(Lowering&, const templates::Directive&, const Scope&, document::Blocks&);
void lower_table_directive(Lowering&, const templates::Directive&, const Scope&, document::Blocks&);
void lower_ledger(Lowering&, const templates::Directive&, const Scope&, document::Blocks&);
void lower_actions(Lowering&, const templates::Directive&, const Scope&, document::Blocks&);
void lower_timeline(Lowering&, const templates::Directive&, const Scope&, document::Blocks&);
void lower_dispute(Lowering&, const templates::Directive&, const Scope&, document::Blocks&);
void lower_coverage(Lowering&, const templates::Directive&, const Scope&, document::Blocks&);
void lower_quality(Lowering&, const templates::Directive&, const Scope&, document::Blocks&);
void lower_changes(Lowering&, const templates::Directive&, const Scope&, document::Blocks&);
void lower_sources(Lowering&, const templates::Directive&, const Scope&, document::Blocks&);
void lower_legend(Lowering&, const templates::Directive&, const Scope&, document::Blocks&);

/// True when the blocks of a foreach or if hold a cover or page of their own, so that they make sections.
bool holds_pages(const templates::Blocks& blocks);

/// Runs `each` once for every entity of the loop, with the loop's variable bound.
template <typename Each>
void for_each_of(Lowering& lowering, const expression::Loop& loop, const Scope& scope, const Each& each) {
  const auto entities = lowering.book.lookup().entities(loop.set, scope.context);
  if (!entities) return;
  for (const std::uint32_t entity : *entities) {
    Scope inner = scope;
    inner.context.variables.emplace_back(loop.variable.text, lowering.dataset.entities[entity].id);
    each(inner);
  }
}

}  // namespace briefpack::resolve
