#include "templates/read_blocks.h"

#include <algorithm>
#include <utility>

#include "base/utf8.h"
#include "templates/read_directive.h"
#include "templates/read_inlines.h"

namespace briefpack::templates {

namespace {

using Kind = MarkdownNode::Kind;

ViewLine tail(const ViewLine& line, std::size_t from) {
  from = std::min(from, line.text.size());
  return {line.text.substr(from), line.line, line.byte + static_cast<std::uint32_t>(from)};
}

/// `[label]: url "title"`: cmark takes such lines out of the paragraph that they start.
bool is_link_definition(std::string_view line) {
  if (!line.starts_with('[')) return false;
  const std::size_t close = line.find("]:");
  return close != std::string_view::npos && close > 1 && !trimmed(line.substr(close + 2)).empty();
}

bool is_setext_underline(std::string_view line) {
  const std::string_view marks = trimmed(line);
  if (marks.empty()) return false;
  return marks.find_first_not_of('=') == std::string_view::npos ||
         marks.find_first_not_of('-') == std::string_view::npos;
}

/// The delimiter row stands one line above the first body row, or is the last line; the head stands above it.
int head_line_of(const MarkdownNode& table) {
  return (table.children.size() > 1 ? table.children[1].line - 1 : table.end_line) - 1;
}

/// Where a table row's cells stand: GFM splits at each `|` without a backslash, also inside code.
std::vector<Content> cells_of(const ViewLine& line, const SourceFile* file) {
  std::vector<Content> out;
  const std::string_view text = line.text;
  std::size_t at = indent_of(text);
  if (at < text.size() && text[at] == '|') ++at;
  while (at < text.size()) {
    Content cell(file);
    std::size_t piece = at;
    while (at < text.size() && text[at] != '|') {
      if (text[at] != '\\' || at + 1 == text.size()) {
        ++at;
      } else if (text[at + 1] == '|') {
        cell.append(text.substr(piece, at - piece), line.line, line.byte + piece);
        piece = at + 1;
        at += 2;
      } else
        at += 2;
    }
    cell.append(text.substr(piece, at - piece), line.line, line.byte + piece);
    out.push_back(cell.trimmed());
    ++at;
  }
  return out;
}

class BlockReader {
 public:
  BlockReader(const View& view, Reading& reading) : view_(view), reading_(reading) {}

  Blocks all(const std::vector<MarkdownNode>& nodes, int depth);

 private:
  void one(const MarkdownNode& node, const MarkdownNode* next, int depth, Blocks& out);
  void paragraph(const MarkdownNode& node, const MarkdownNode* next, int depth, Blocks& out);
  void heading(const MarkdownNode& node, int depth, Blocks& out);
  void list(const MarkdownNode& node, int depth, Blocks& out);
  void quote(const MarkdownNode& node, int depth, Blocks& out);
  void table(const MarkdownNode& node, int depth, Blocks& out);
  TableRow table_row(const MarkdownNode& node, const ViewLine& line, std::size_t columns, int depth);
  void fenced_code(const MarkdownNode& node, int depth, Blocks& out);
  void add(decltype(Block::node) node, SourceSpan span, Blocks& out);

  const ViewLine& line_at(int number) const;
  ViewLine first_line(const MarkdownNode& node) const;
  ViewLine without_containers(int number) const;
  std::vector<ViewLine> lines_of(const MarkdownNode& node, int last) const;
  Content content_of(const std::vector<ViewLine>& lines) const;
  SourceSpan span(const ViewLine& line) const;

  const View& view_;
  Reading& reading_;
  int quotes_ = 0;  ///< Quotes around the block being read.
};

void BlockReader::add(decltype(Block::node) node, SourceSpan span, Blocks& out) {
  if (reading_.may_add_node(span)) out.push_back(Block{std::move(node), span});
}

const ViewLine& BlockReader::line_at(int number) const {
  static const ViewLine kNone{};
  if (number < 1 || static_cast<std::size_t>(number) > view_.lines.size()) return kNone;
  return view_.lines[static_cast<std::size_t>(number) - 1];
}

SourceSpan BlockReader::span(const ViewLine& line) const {
  return view_.file->span(line.line, line.byte, line.byte + trimmed(line.text).size());
}

/// The block's first line from its first character on; the library is right about that column.
ViewLine BlockReader::first_line(const MarkdownNode& node) const {
  const ViewLine from = tail(line_at(node.line), static_cast<std::size_t>(std::max(node.column, 1)) - 1);
  return tail(from, indent_of(from.text));
}

/// A later line of a block, without the quote marks and the indentation of what it is in. Lazy lines lack the marks.
ViewLine BlockReader::without_containers(int number) const {
  ViewLine line = line_at(number);
  for (int marks = 0;; ++marks) {
    line = tail(line, indent_of(line.text));
    if (marks == quotes_ || !line.text.starts_with('>')) return line;
    line = tail(line, 1);
  }
}

std::vector<ViewLine> BlockReader::lines_of(const MarkdownNode& node, int last) const {
  std::vector<ViewLine> out{first_line(node)};
  for (int number = node.line + 1; number <= last; ++number)
    out.push_back(without_containers(number));
  return out;
}

Content BlockReader::content_of(const std::vector<ViewLine>& lines) const {
  Content out(view_.file);
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (i > 0) out.append_joint('\n');
    out.append(lines[i].text, lines[i].line, lines[i].byte);
  }
  return out.trimmed();
}

Blocks BlockReader::all(const std::vector<MarkdownNode>& nodes, int depth) {
  Blocks out;
  for (std::size_t i = 0; i < nodes.size(); ++i)
    one(nodes[i], i + 1 < nodes.size() ? &nodes[i + 1] : nullptr, depth, out);
  return out;
}

void BlockReader::one(const MarkdownNode& node, const MarkdownNode* next, int depth, Blocks& out) {
  switch (node.kind) {
    case Kind::paragraph:
      return paragraph(node, next, depth, out);
    case Kind::heading:
      return heading(node, depth, out);
    case Kind::list:
      return list(node, depth, out);
    case Kind::quote:
      return quote(node, depth, out);
    case Kind::table:
      return table(node, depth, out);
    case Kind::fenced_code:
      return fenced_code(node, depth, out);
    case Kind::rule:
      return add(Rule{}, span(first_line(node)), out);
    case Kind::indented_code:
      return reading_.error("template/indented-code", span(first_line(node)),
                            "a line indented by four spaces or more is code, which has no place in a template",
                            "indent it by less, or as much as the list item that it belongs to");
    case Kind::html_block: {
      const std::string_view html =
          trimmed(std::string_view(node.literal).substr(0, node.literal.find_last_not_of(" \t\n") + 1));
      // A comment is a note for the template's author, as long as nothing to print stands behind it.
      if (html.starts_with("<!--") && html.find("-->") + 3 == html.size()) return;
      return reading_.error("template/raw-html", span(first_line(node)), "raw HTML has no place in a template",
                            "write a backslash before \"<\" to print it");
    }
    default:
      return;
  }
}

void BlockReader::paragraph(const MarkdownNode& node, const MarkdownNode* next, int depth, Blocks& out) {
  MarkdownNode placed = node;
  int last = node.end_line;
  if (node.line == 0 && next && next->kind == Kind::table) {
    // Its last line became the head of the table behind it, which has the paragraph's place.
    placed.line = next->line;
    placed.column = next->column;
    last = head_line_of(*next) - 1;
  }
  std::vector<ViewLine> lines = lines_of(placed, last);
  if (report_lost_fences(lines, *view_.file, reading_)) return;
  const auto text =
      std::find_if(lines.begin(), lines.end(), [](const ViewLine& l) { return !is_link_definition(l.text); });
  if (text != lines.end()) lines.erase(lines.begin(), text);
  const Content content = content_of(lines);
  add(Paragraph{read_inlines(node, content, depth, reading_)}, span(lines.front()), out);
}

void BlockReader::heading(const MarkdownNode& node, int depth, Blocks& out) {
  ViewLine first = first_line(node);
  const std::size_t marks = std::min(first.text.find_first_not_of('#'), first.text.size());
  const bool is_atx =
      marks >= 1 && marks <= 6 && (marks == first.text.size() || first.text[marks] == ' ' || first.text[marks] == '\t');
  const SourceSpan place = span(first);
  if (is_atx) {
    first = tail(first, marks);
    const Content content = content_of({tail(first, indent_of(first.text))});
    return add(Heading{node.level, read_inlines(node, content, depth, reading_)}, place, out);
  }
  int last = node.line;
  while (static_cast<std::size_t>(last) < view_.lines.size() && !is_setext_underline(without_containers(last + 1).text))
    ++last;
  std::vector<ViewLine> lines = lines_of(node, last);
  if (report_lost_fences(lines, *view_.file, reading_)) return;
  const auto text =
      std::find_if(lines.begin(), lines.end(), [](const ViewLine& l) { return !is_link_definition(l.text); });
  if (text != lines.end()) lines.erase(lines.begin(), text);
  add(Heading{node.level, read_inlines(node, content_of(lines), depth, reading_)}, span(lines.front()), out);
}

void BlockReader::list(const MarkdownNode& node, int depth, Blocks& out) {
  const SourceSpan place = span(first_line(node));
  if (!reading_.may_nest(depth + 1, place)) return;
  List list{node.is_ordered, node.level, node.is_tight, {}};
  for (const MarkdownNode& item : node.children) {
    const SourceSpan item_place = span(first_line(item));
    if (!reading_.may_add_node(item_place)) return;
    list.items.push_back(ListItem{all(item.children, depth + 1), item_place});
  }
  add(std::move(list), place, out);
}

void BlockReader::quote(const MarkdownNode& node, int depth, Blocks& out) {
  const SourceSpan place = span(first_line(node));
  if (!reading_.may_nest(depth + 1, place)) return;
  ++quotes_;
  Quote quote{all(node.children, depth + 1)};
  --quotes_;
  add(std::move(quote), place, out);
}

TableRow BlockReader::table_row(const MarkdownNode& node, const ViewLine& line, std::size_t columns, int depth) {
  TableRow row;
  row.span = span(line);
  const std::vector<Content> contents = cells_of(line, view_.file);
  for (std::size_t i = 0; i < columns; ++i) {
    if (!reading_.may_add_node(row.span)) break;
    const bool is_written = i < contents.size();
    TableCell cell;
    cell.span = is_written ? contents[i].span(0, contents[i].size()) : row.span;
    if (is_written && i < node.children.size())
      cell.content = read_inlines(node.children[i], contents[i], depth, reading_);
    row.cells.push_back(std::move(cell));
  }
  if (contents.size() > columns) {
    const Content& surplus = contents[columns];
    reading_.error(
        "template/table-row", surplus.span(0, surplus.size()),
        "a row of " + std::to_string(contents.size()) + " cells in a table of " + std::to_string(columns) + " columns",
        "a \"|\" inside a cell is written \\|, also in a role; before formats write \";\"");
  }
  return row;
}

void BlockReader::table(const MarkdownNode& node, int depth, Blocks& out) {
  if (node.children.empty()) return;
  Table table;
  table.aligns = node.aligns;
  const std::size_t columns = node.aligns.size();
  const int head_line = head_line_of(node);
  const bool starts_here = head_line <= node.line;
  const ViewLine head = starts_here ? first_line(node) : without_containers(head_line);
  table.head = table_row(node.children.front(), head, columns, depth);
  for (std::size_t i = 1; i < node.children.size(); ++i) {
    table.rows.push_back(table_row(node.children[i], without_containers(node.children[i].line), columns, depth));
  }
  add(std::move(table), span(head), out);
}

void BlockReader::fenced_code(const MarkdownNode& node, int depth, Blocks& out) {
  Fence fence;
  fence.opening = first_line(node);
  fence.body.file = view_.file;
  // The library has taken the containers and the fence's indentation off each line, so each is the tail of its source line.
  std::size_t at = 0;
  int number = node.line + 1;
  for (; at < node.literal.size(); ++number) {
    const std::size_t end = std::min(node.literal.find('\n', at), node.literal.size());
    const std::string_view body_line = std::string_view(node.literal).substr(at, end - at);
    const ViewLine& source = line_at(number);
    if (source.text.ends_with(body_line)) {
      fence.body.lines.push_back(tail(source, source.text.size() - body_line.size()));
    } else {
      fence.body.lines.push_back(without_containers(number));  // half a tab was taken: the rest of it is indentation
    }
    at = end + 1;
  }
  char open = 0, close = 0;
  std::size_t open_length = 0, close_length = 0;
  starts_fence(fence.opening.text, open, open_length);
  const std::string_view last = without_containers(number).text;
  fence.is_closed = number <= node.end_line && starts_fence(last, close, close_length) && close == open &&
                    close_length >= open_length && trimmed(last.substr(close_length)).empty();
  read_fence(fence, depth, reading_, out);
}

}  // namespace

bool starts_fence(std::string_view line, char& character, std::size_t& length) {
  if (line.empty() || (line.front() != '`' && line.front() != '~')) return false;
  character = line.front();
  length = std::min(line.find_first_not_of(character), line.size());
  return length >= 3;
}

Blocks read_markdown(const View& view, int depth, Reading& reading) {
  const MarkdownParse parse = parse_markdown(view.joined(), reading.nodes_left());
  if (parse.is_too_deep && parse.deep_line > 0) {
    const ViewLine& line = view.lines[std::min(static_cast<std::size_t>(parse.deep_line), view.lines.size()) - 1];
    reading.may_nest(kNestingLimit + 1, view.file->span(line.line, line.byte, line.byte + line.text.size()));
  }
  if (parse.is_too_large && !view.lines.empty()) {
    // The cut may run through a role or a table, so nothing behind it is judged.
    reading.refuse_size(view.file->span(view.lines.front().line, 0, 0));
    return {};
  }
  return BlockReader(view, reading).all(parse.document.children, depth);
}

}  // namespace briefpack::templates
