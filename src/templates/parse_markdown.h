#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "templates/tree.h"

namespace briefpack::templates {

/// What cmark-gfm makes of a text, in our own types: the one place that knows the library. Lines count from 1 within the text
/// parsed; columns are bytes from 1, and are trusted for a block's first line only.
struct MarkdownNode {
  enum class Kind : std::uint8_t {
    document,
    paragraph,
    heading,
    rule,
    quote,
    list,
    item,
    table,
    row,
    cell,
    fenced_code,
    indented_code,
    html_block,
    text,
    strong,
    emphasis,
    code,
    link,
    image,
    html_inline,
    soft_break,
    line_break
  };
  Kind kind = Kind::document;
  int line = 0;  ///< 0 where the library does not say (a paragraph whose last line became a table's head).
  int column = 0;
  int end_line = 0;
  std::string literal;  ///< Of text, code, html and code blocks.
  std::string url, title;
  int level = 0;  ///< Heading level; first number of an ordered list.
  bool is_ordered = false;
  bool is_tight = false;
  std::vector<Align> aligns;
  std::vector<MarkdownNode> children;
};

struct MarkdownParse {
  MarkdownNode document;
  bool is_too_deep = false;   ///< Nodes below kNestingLimit were left out.
  int deep_line = 0;          ///< Line of the first of them.
  bool is_too_large = false;  ///< The tree was cut at `node_limit` nodes.
};

/// CommonMark 0.29 with tables. REQUIRES: valid UTF-8 without NUL.
MarkdownParse parse_markdown(std::string_view text, std::size_t node_limit);

/// What `&name;` or `&#n;` stands for, or nothing when it is no entity.
std::optional<std::string> decode_entity(std::string_view entity);

}  // namespace briefpack::templates
