// Template blocks → document blocks. Directives go through their table (directives.cc).
#include <iterator>
#include <utility>

#include "resolve/directives.h"
#include "resolve/lower.h"

namespace briefpack::resolve {

namespace {

using templates::as;

document::List lower_list(Lowering& lowering, const templates::List& list, const Scope& scope) {
  document::List out;
  out.is_ordered = list.is_ordered;
  out.start = list.start;
  out.role = scope.role;
  for (const templates::ListItem& item : list.items) {
    document::ListItem made;
    made.body = lower_blocks(lowering, item.content, scope);
    out.items.push_back(std::move(made));
  }
  return out;
}

/// A table that stands in the text without a directive: no caption, no number, not in the workbook.
document::Exhibit lower_bare_table(Lowering& lowering, const templates::Table& table, const Scope& scope) {
  Scope cells = scope;
  cells.place = FormPlace::table;
  document::Exhibit exhibit;
  exhibit.is_table = true;
  exhibit.in_workbook = false;
  exhibit.content = lower_table(lowering, table, cells);
  return exhibit;
}

}  // namespace

void append_blocks(document::Blocks& to, document::Blocks more) {
  to.insert(to.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
}

document::Blocks lower_blocks(Lowering& lowering, const templates::Blocks& blocks, const Scope& scope) {
  document::Blocks out;
  for (const templates::Block& block : blocks) {
    const std::size_t before = out.size();
    if (!scope.in_pdf && as<templates::Directive>(block) == nullptr) continue;
    if (const auto* heading = as<templates::Heading>(block)) {
      document::Heading made;
      made.level = heading->level <= 2 ? 2 : 3;
      made.has_rule = made.level == 3;
      made.inlines = lower_inlines(lowering, heading->content, scope);
      out.push_back({std::move(made)});
    } else if (const auto* paragraph = as<templates::Paragraph>(block)) {
      document::Inlines inlines = lower_inlines(lowering, paragraph->content, scope);
      if (!inlines.empty()) out.push_back({document::Paragraph{scope.role, std::move(inlines)}});
    } else if (const auto* list = as<templates::List>(block)) {
      out.push_back({lower_list(lowering, *list, scope)});
    } else if (const auto* quote = as<templates::Quote>(block)) {
      out.push_back({document::Quote{lower_blocks(lowering, quote->content, scope)}});
    } else if (const auto* table = as<templates::Table>(block)) {
      out.push_back({lower_bare_table(lowering, *table, scope)});
    } else if (as<templates::Rule>(block) != nullptr) {
      out.push_back({document::Spacer{}});
    } else if (const auto* directive = as<templates::Directive>(block)) {
      lower_directive(lowering, *directive, scope, out);
    }
    // What stands in a loop or condition has its own place already.
    for (std::size_t i = before; i < out.size(); ++i) {
      if (!out[i].span.is_known()) out[i].span = block.span;
    }
  }
  return out;
}

}  // namespace briefpack::resolve
