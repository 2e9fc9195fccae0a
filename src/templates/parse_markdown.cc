#include "templates/parse_markdown.h"

#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm-extension_api.h>
#include <cmark-gfm.h>

#include <memory>
#include <utility>

#include "templates/read_template.h"

namespace briefpack::templates {

namespace {

using Kind = MarkdownNode::Kind;

struct Freed {
  void operator()(cmark_node* node) const { cmark_node_free(node); }
  void operator()(cmark_parser* parser) const { cmark_parser_free(parser); }
};

std::unique_ptr<cmark_node, Freed> cmark_tree(std::string_view text) {
  // The library keeps its extensions in a global list that is not guarded; a function-local static is.
  static cmark_syntax_extension* const kTables = [] {
    cmark_gfm_core_extensions_ensure_registered();
    return cmark_find_syntax_extension("table");
  }();
  const std::unique_ptr<cmark_parser, Freed> parser(cmark_parser_new(CMARK_OPT_DEFAULT));
  cmark_parser_attach_syntax_extension(parser.get(), kTables);
  cmark_parser_feed(parser.get(), text.data(), text.size());
  std::unique_ptr<cmark_node, Freed> root(cmark_parser_finish(parser.get()));
  cmark_consolidate_text_nodes(root.get());
  return root;
}

std::string owned(const char* text) { return text ? text : ""; }

Kind kind_of(cmark_node* node) {
  switch (cmark_node_get_type(node)) {
    case CMARK_NODE_DOCUMENT:
      return Kind::document;
    case CMARK_NODE_BLOCK_QUOTE:
      return Kind::quote;
    case CMARK_NODE_LIST:
      return Kind::list;
    case CMARK_NODE_ITEM:
      return Kind::item;
    case CMARK_NODE_HTML_BLOCK:
      return Kind::html_block;
    case CMARK_NODE_PARAGRAPH:
      return Kind::paragraph;
    case CMARK_NODE_HEADING:
      return Kind::heading;
    case CMARK_NODE_THEMATIC_BREAK:
      return Kind::rule;
    case CMARK_NODE_TEXT:
      return Kind::text;
    case CMARK_NODE_SOFTBREAK:
      return Kind::soft_break;
    case CMARK_NODE_LINEBREAK:
      return Kind::line_break;
    case CMARK_NODE_CODE:
      return Kind::code;
    case CMARK_NODE_HTML_INLINE:
      return Kind::html_inline;
    case CMARK_NODE_EMPH:
      return Kind::emphasis;
    case CMARK_NODE_STRONG:
      return Kind::strong;
    case CMARK_NODE_LINK:
      return Kind::link;
    case CMARK_NODE_IMAGE:
      return Kind::image;
    case CMARK_NODE_CODE_BLOCK: {
      int length = 0, offset = 0;
      char character = 0;
      return cmark_node_get_fenced(node, &length, &offset, &character) ? Kind::fenced_code : Kind::indented_code;
    }
    default:
      break;
  }
  const std::string_view type = cmark_node_get_type_string(node);
  if (type == "table") return Kind::table;
  return type == "table_cell" ? Kind::cell : Kind::row;  // the table extension adds no other types
}

std::vector<Align> aligns_of(cmark_node* table) {
  std::vector<Align> out;
  const std::uint8_t* letters = cmark_gfm_extensions_get_table_alignments(table);
  for (std::uint16_t i = 0; i < cmark_gfm_extensions_get_table_columns(table); ++i) {
    const char letter = letters ? static_cast<char>(letters[i]) : 0;
    out.push_back(letter == 'l'   ? Align::left
                  : letter == 'r' ? Align::right
                  : letter == 'c' ? Align::center
                                  : Align::none);
  }
  return out;
}

MarkdownNode copy_of(cmark_node* node) {
  MarkdownNode out;
  out.kind = kind_of(node);
  out.line = cmark_node_get_start_line(node);
  out.column = cmark_node_get_start_column(node);
  out.end_line = cmark_node_get_end_line(node);
  out.literal = owned(cmark_node_get_literal(node));
  switch (out.kind) {
    case Kind::link:
      out.url = owned(cmark_node_get_url(node));
      out.title = owned(cmark_node_get_title(node));
      break;
    case Kind::heading:
      out.level = cmark_node_get_heading_level(node);
      break;
    case Kind::list:
      out.is_ordered = cmark_node_get_list_type(node) == CMARK_ORDERED_LIST;
      out.level = cmark_node_get_list_start(node);
      out.is_tight = cmark_node_get_list_tight(node) != 0;
      break;
    case Kind::table:
      out.aligns = aligns_of(node);
      break;
    default:
      break;
  }
  return out;
}

/// Copies a tree with its limits on depth and size.
struct Copy {
  MarkdownParse& parse;
  std::size_t nodes_left;

  void children(cmark_node* from, MarkdownNode& to, int depth) {
    for (cmark_node* child = cmark_node_first_child(from); child; child = cmark_node_next(child)) {
      if (nodes_left == 0) {
        parse.is_too_large = true;
        return;
      }
      --nodes_left;
      to.children.push_back(copy_of(child));
      if (!cmark_node_first_child(child)) continue;
      if (depth < kNestingLimit) {
        children(child, to.children.back(), depth + 1);
      } else if (!parse.is_too_deep) {
        parse.is_too_deep = true;
        parse.deep_line = to.children.back().line ? to.children.back().line : to.line;
      }
    }
  }
};

}  // namespace

MarkdownParse parse_markdown(std::string_view text, std::size_t node_limit) {
  const auto root = cmark_tree(text);
  MarkdownParse out;
  out.document = copy_of(root.get());
  Copy{out, node_limit}.children(root.get(), out.document, 0);
  return out;
}

std::optional<std::string> decode_entity(std::string_view entity) {
  const auto root = cmark_tree(entity);
  cmark_node* paragraph = cmark_node_first_child(root.get());
  cmark_node* text = paragraph ? cmark_node_first_child(paragraph) : nullptr;
  if (!text || cmark_node_get_type(text) != CMARK_NODE_TEXT || cmark_node_next(text)) return std::nullopt;
  std::string out = owned(cmark_node_get_literal(text));
  if (out == entity) return std::nullopt;
  return out;
}

}  // namespace briefpack::templates
