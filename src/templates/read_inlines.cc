#include "templates/read_inlines.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "base/utf8.h"
#include "templates/align.h"
#include "templates/check_source.h"
#include "templates/read_role.h"

namespace briefpack::templates {

namespace {

using Kind = MarkdownNode::Kind;

bool is_role_character(char c) { return (c >= 'a' && c <= 'z') || c == '-'; }

/// `{name}` in a text: bytes [begin, end).
struct Braced {
  std::size_t begin = 0;
  std::size_t end = 0;
  std::string_view name;
};

std::optional<Braced> next_braced(std::string_view text, std::size_t from) {
  for (std::size_t open = text.find('{', from); open != std::string_view::npos; open = text.find('{', open + 1)) {
    std::size_t at = open + 1;
    while (at < text.size() && is_role_character(text[at]))
      ++at;
    if (at > open + 1 && at < text.size() && text[at] == '}')
      return Braced{open, at + 1, text.substr(open + 1, at - open - 1)};
  }
  return std::nullopt;
}

/// Schemes are an allow list: whatever else a viewer might open or run has no place in a briefing.
bool is_allowed_link(std::string_view url) {
  for (const std::string_view scheme : {"https://", "http://", "mailto:", "#"}) {
    if (url.starts_with(scheme)) return url.size() > scheme.size() && url.find_first_of(" \t\n\"<>") == std::string_view::npos;
  }
  return false;
}

class InlineReader {
 public:
  InlineReader(const Content& content, Reading& reading) : content_(content), reading_(reading), aligner_(content) {}

  Inlines all(const std::vector<MarkdownNode>& nodes, int depth);

 private:
  void one(const MarkdownNode& node, const MarkdownNode* next, int depth, Inlines& out);
  void text(const MarkdownNode& node, const MarkdownNode* next, int depth, Inlines& out);
  void code(const MarkdownNode& node, int depth, Inlines& out);
  void container(const MarkdownNode& node, int depth, Inlines& out);
  void check_stray_roles(const std::string& literal, std::size_t end, const std::vector<std::uint32_t>& places);
  void check_characters(const std::string& literal, const std::vector<std::uint32_t>& places);
  void add(decltype(Inline::node) node, SourceSpan span, Inlines& out);
  SourceSpan span(std::size_t begin, std::size_t end) const { return content_.span(begin, end); }
  bool is_escaped(std::size_t at) const { return at < content_.size() && content_.text()[at] == '\\'; }

  /// A role's name, read at the end of a text and waiting for the code span behind it.
  struct OpenRole {
    std::string name;
    std::size_t begin = 0;
    std::size_t end = 0;
  };

  const Content& content_;
  Reading& reading_;
  Aligner aligner_;
  std::optional<OpenRole> open_role_;
};

void InlineReader::add(decltype(Inline::node) node, SourceSpan span, Inlines& out) {
  if (reading_.may_add_node(span)) out.push_back(Inline{std::move(node), span});
}

Inlines InlineReader::all(const std::vector<MarkdownNode>& nodes, int depth) {
  Inlines out;
  for (std::size_t i = 0; i < nodes.size(); ++i)
    one(nodes[i], i + 1 < nodes.size() ? &nodes[i + 1] : nullptr, depth, out);
  return out;
}

void InlineReader::one(const MarkdownNode& node, const MarkdownNode* next, int depth, Inlines& out) {
  const std::size_t begin = aligner_.at();
  switch (node.kind) {
    case Kind::text:
      return text(node, next, depth, out);
    case Kind::code:
      return code(node, depth, out);
    case Kind::soft_break:
    case Kind::line_break:
      aligner_.line_break();
      if (node.kind == Kind::soft_break) return add(SoftBreak{}, span(begin, begin), out);
      return add(LineBreak{}, span(begin, begin), out);
    case Kind::html_inline: {
      aligner_.html(node.literal);
      if (node.literal.starts_with("<!--")) return;  // a note for the template's author
      const std::size_t end = aligner_.at();
      return reading_.error("template/raw-html", span(end - std::min(end, node.literal.size()), end),
                            "raw HTML " + quoted(node.literal) + " has no place in a template",
                            "write a backslash before \"<\" to print it");
    }
    case Kind::image:
      aligner_.enter(node.kind);
      reading_.error("template/image", span(begin, begin + 2), "images have no place in a template");
      InlineReader::all(node.children, depth + 1);
      return aligner_.leave(node.kind);
    default:
      return container(node, depth, out);
  }
}

void InlineReader::container(const MarkdownNode& node, int depth, Inlines& out) {
  const std::size_t begin = aligner_.at();
  if (!reading_.may_nest(depth + 1, span(begin, begin + 1))) return;
  aligner_.enter(node.kind);
  Inlines content = all(node.children, depth + 1);
  aligner_.leave(node.kind);
  const SourceSpan whole = span(begin, aligner_.at());
  if (node.kind == Kind::strong) return add(Strong{std::move(content)}, whole, out);
  if (node.kind == Kind::emphasis) return add(Emphasis{std::move(content)}, whole, out);
  if (!is_allowed_link(node.url)) {
    return reading_.error("template/link", whole, "a link to " + quoted(node.url),
                          "links start with https://, http://, mailto: or # and hold no blanks");
  }
  add(Link{node.url, node.title, std::move(content)}, whole, out);
}

void InlineReader::text(const MarkdownNode& node, const MarkdownNode* next, int, Inlines& out) {
  const std::vector<std::uint32_t> places = aligner_.text(node.literal);
  std::size_t end = node.literal.size();
  open_role_.reset();
  if (next && next->kind == Kind::code && end > 0 && node.literal.back() == '}') {
    const std::size_t open = node.literal.rfind('{');
    const auto braced = open == std::string::npos ? std::nullopt : next_braced(node.literal, open);
    if (braced && braced->end == end && !is_escaped(places[open])) {
      open_role_ = OpenRole{std::string(braced->name), places[open], places[end]};
      end = open;
    }
  }
  check_stray_roles(node.literal, end, places);
  check_characters(node.literal, places);
  if (end == 0) return;
  Text text{node.literal.substr(0, end), {}};
  const SourceSpan whole = span(places.front(), places[end]);
  // Only where the source is longer than the text does its column need saying.
  for (std::size_t i = 1; i < end; ++i) {
    if (places[i] == places[i - 1] + 1) continue;
    text.shifts.emplace_back(static_cast<std::uint32_t>(i), span(places[i], places[i]).column);
  }
  add(std::move(text), whole, out);
}

void InlineReader::code(const MarkdownNode& node, int depth, Inlines& out) {
  const std::size_t begin = aligner_.at();
  const std::size_t literal_at = aligner_.code(node.literal);
  const std::size_t literal_end = std::min(literal_at + node.literal.size(), content_.size());
  if (!open_role_) return add(Code{node.literal}, span(begin, aligner_.at()), out);
  const OpenRole role = *std::move(open_role_);
  open_role_.reset();
  Content inside = content_.slice(std::min(literal_at, literal_end), literal_end);
  if (inside.size() == node.literal.size()) inside = inside.with_text(node.literal);
  const SourceSpan whole = span(role.begin, aligner_.at());
  auto read = read_role(role.name, span(role.begin, role.end), whole, inside, depth, reading_);
  if (read && reading_.may_add_node(whole)) out.push_back(*std::move(read));
}

/// A role's name that no code span follows (DESIGN.md section 3: an error, never printed as it stands).
void InlineReader::check_stray_roles(const std::string& literal, std::size_t end,
                                     const std::vector<std::uint32_t>& places) {
  for (auto braced = next_braced(literal, 0); braced && braced->end <= end;
       braced = next_braced(literal, braced->end)) {
    if (!is_role_name(braced->name) || is_escaped(places[braced->begin])) continue;
    const std::string name(braced->name);
    reading_.error("template/role-without-code", span(places[braced->begin], places[braced->end]),
                   "the role {" + name + "} is not followed by a code span",
                   "write {" + name + "}`…` without a space between, or \\{" + name + "} to print the braces");
  }
}

void InlineReader::check_characters(const std::string& literal, const std::vector<std::uint32_t>& places) {
  for (std::size_t at = 0; at < literal.size();) {
    const std::size_t begin = at;
    const char32_t c = next_code_point(literal, at);
    // The bytes of the file are checked already; only an entity can name such a character.
    if (is_forbidden(c) || c == '\n' || c == '\r') {
      reading_.error("template/control-character", span(places[begin], places[at]),
                     "this entity names a control character");
    }
  }
}

/// Titles, options and cells of tables come to stand in cells of the workbook, which hold 32,767 UTF-16 units; the program puts
/// words of its own beside them.
void check_length(const Content& text, Reading& reading) {
  constexpr std::size_t kLongest = 32'000;
  if (text.size() <= kLongest) return;
  std::size_t units = 0;
  for (std::size_t at = 0; at < text.size();) units += next_code_point(text.text(), at) > 0xFFFF ? 2 : 1;
  if (units <= kLongest) return;
  reading.error("template/long-text", text.span(0, text.size()),
                "a text of " + std::to_string(units) + " characters; a cell of the workbook takes " + std::to_string(kLongest) + " of the template's",
                "shorten it, or make paragraphs of it");
}

}  // namespace

Inlines read_inlines(const MarkdownNode& block, const Content& content, int depth, Reading& reading) {
  if (block.kind == Kind::cell) check_length(content, reading);
  return InlineReader(content, reading).all(block.children, depth);
}

Inlines read_inline_text(const Content& raw, int depth, Reading& reading) {
  const Content content = raw.trimmed();
  if (content.empty()) return {};
  check_length(content, reading);
  // As a closed ATX heading, the one block whose content is never anything but inlines (CommonMark 4.2).
  const MarkdownParse parse = parse_markdown("# " + content.text() + " #", reading.nodes_left());
  if (parse.is_too_deep) reading.may_nest(kNestingLimit + 1, content.span(0, content.size()));
  if (parse.is_too_large) reading.refuse_size(content.span(0, 0));
  if (parse.is_too_large || parse.document.children.empty()) return {};
  return read_inlines(parse.document.children.front(), content, depth, reading);
}

}  // namespace briefpack::templates
