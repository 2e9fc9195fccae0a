#include "templates/tree.h"

#include <algorithm>

#include "base/utf8.h"

namespace briefpack::templates {

namespace {

/// The column of byte `at` of a text.
std::uint32_t column_of(const Text& text, std::uint32_t first_column, std::size_t at) {
  std::size_t from = 0;
  std::uint32_t column = first_column;
  for (const auto& [offset, shifted] : text.shifts) {
    if (offset > at) break;
    from = offset;
    column = shifted;
  }
  return column + static_cast<std::uint32_t>(count_code_points(std::string_view(text.text).substr(from, at - from)));
}

}  // namespace

SourceSpan span_within(const Inline& node, std::size_t begin, std::size_t end) {
  const auto* text = as<Text>(node);
  SourceSpan out = node.span;
  if (!text || !out.is_known()) return out;
  out.column = column_of(*text, node.span.column, begin);
  const std::uint32_t behind =
      end >= text->text.size() ? node.span.column + node.span.length : column_of(*text, node.span.column, end);
  out.length = std::max(behind, out.column) - out.column;
  return out;
}

const Option* Directive::find(std::string_view option) const {
  const auto it = std::find_if(options.begin(), options.end(), [&](const Option& o) { return o.name == option; });
  return it == options.end() ? nullptr : &*it;
}

const NamedFigure* FrontMatter::figure(std::string_view name) const {
  const auto it = std::find_if(figures.begin(), figures.end(), [&](const NamedFigure& f) { return f.name == name; });
  return it == figures.end() ? nullptr : &*it;
}

}  // namespace briefpack::templates
