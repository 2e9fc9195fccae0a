// Directives that arrange other blocks: columns, callout, foreach, if, pagebreak, contents.
#include <algorithm>
#include <cmath>
#include <utility>

#include <fmt/format.h>

#include "resolve/directives.h"
#include "resolve/exhibit.h"
#include "resolve/lower.h"

namespace briefpack::resolve {

namespace {

using numfmt::Word;
using templates::as;

constexpr int kMeasure = 12;  // Columns of the grid (visual specification, section 1).

const templates::Directive* column_in(const templates::Block& block) {
  const auto* directive = as<templates::Directive>(block);
  return directive != nullptr && directive->kind == templates::DirectiveKind::column ? directive : nullptr;
}

/// Widths in twelfths of the measure; without any, equal ones.
std::vector<int> grid_widths(const std::vector<double>& widths, std::size_t count) {
  std::vector<int> out;
  for (const double width : widths)
    out.push_back(static_cast<int>(std::lround(width)));
  if (out.empty() && count > 0) out.assign(count, kMeasure / static_cast<int>(std::min<std::size_t>(count, kMeasure)));
  return out;
}

}  // namespace

void lower_columns(Lowering& lowering, const templates::Directive& directive, const Scope& scope,
                   document::Blocks& to) {
  std::vector<const templates::Directive*> columns;
  for (const templates::Block& block : directive.body) {
    if (const auto* column = column_in(block)) columns.push_back(column);
  }
  document::Columns out;
  out.widths = grid_widths(directive.widths, columns.size());
  const std::size_t count = columns.empty() ? std::max<std::size_t>(out.widths.size(), 1) : columns.size();
  int total = 0;
  for (const int width : out.widths)
    total += width;
  if (out.widths.size() != count || total > kMeasure ||
      std::any_of(out.widths.begin(), out.widths.end(), [](int w) { return w < 1; })) {
    lowering.error("resolve/columns", directive.name_span,
                   fmt::format("{} widths that sum to {} for {} columns", out.widths.size(), total, count), "{columns}",
                   "give one width for each column, in twelfths of the page, such as `8 4`");
    return;
  }
  Scope inner = with_only(directive, scope);
  // Three and more columns hold small print (visual specification, pages 5 and 10).
  if (count >= 3) inner.role = document::TextRole::small;
  if (!inner.in_pdf) {
    // A workbook has no columns: its exhibits follow each other.
    for (const auto* column : columns)
      append_blocks(to, lower_blocks(lowering, column->body, inner));
    if (columns.empty()) append_blocks(to, lower_blocks(lowering, directive.body, inner));
    return;
  }
  for (const auto* column : columns)
    out.columns.push_back(lower_blocks(lowering, column->body, with_only(*column, inner)));
  if (columns.empty()) {
    out.columns.push_back(lower_blocks(lowering, directive.body, inner));
    out.is_flow = true;
    // Text that flows is set once, so all its columns are as wide as the narrowest.
    out.widths.assign(count, *std::min_element(out.widths.begin(), out.widths.end()));
  } else if (directive.has("balance")) {
    document::Blocks text;
    for (document::Blocks& column : out.columns) append_blocks(text, std::move(column));
    out.columns.assign(1, std::move(text));
    out.is_flow = true;
    out.widths.assign(count, *std::min_element(out.widths.begin(), out.widths.end()));
  }
  to.push_back({std::move(out)});
}

void lower_callout(Lowering& lowering, const templates::Directive& directive, const Scope& scope,
                   document::Blocks& to) {
  Scope inner = with_only(directive, scope);
  inner.role = document::TextRole::small;
  document::Box box;
  box.label = directive.label.text;
  if (!box.label.empty()) lowering.take_label(box.label, directive.label.span);
  box.heading = directive.argument.text.empty() ? text_option(lowering, directive, "title", inner)
                                                : text_inlines(directive.argument.text);
  box.aside = text_option(lowering, directive, "subtitle", inner);
  box.body = lower_blocks(lowering, directive.body, inner);
  document::Inlines note = text_option(lowering, directive, "note", inner);
  if (!note.empty()) box.body.push_back({document::Paragraph{document::TextRole::remark, std::move(note)}});
  to.push_back({std::move(box)});
}

void lower_foreach(Lowering& lowering, const templates::Directive& directive, const Scope& scope,
                   document::Blocks& to) {
  if (!directive.loop) return;
  for_each_of(lowering, *directive.loop, scope,
              [&](const Scope& inner) { append_blocks(to, lower_blocks(lowering, directive.body, inner)); });
}

void lower_if(Lowering& lowering, const templates::Directive& directive, const Scope& scope, document::Blocks& to) {
  if (!directive.condition || !lowering.book.test(*directive.condition, scope.context).value_or(false)) return;
  append_blocks(to, lower_blocks(lowering, directive.body, scope));
}

void lower_pagebreak(Lowering&, const templates::Directive&, const Scope&, document::Blocks& to) {
  to.push_back({document::PageBreak{}});
}

void lower_contents(Lowering& lowering, const templates::Directive& directive, const Scope& scope,
                    document::Blocks& to) {
  document::Contents contents;
  contents.heading = text_option(lowering, directive, "title", scope);
  if (contents.heading.empty())
    contents.heading = text_inlines(std::string(numfmt::word(Word::contents, scope.lang())));
  for (const Foreknowledge::Section& section : lowering.foreknown().sections) {
    if (!section.is_cover) contents.entries.push_back({section.title, section.label, section.lang});
  }
  to.push_back({std::move(contents)});
}

}  // namespace briefpack::resolve
