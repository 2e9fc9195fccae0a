// What the author wrote: headings, links and tables of the template, with their lines.
#include <algorithm>
#include <cctype>
#include <string>

#include "accessibility/checks.h"

namespace briefpack::accessibility {

namespace {

using templates::as;
using templates::Block;
using templates::Blocks;
using templates::Directive;
using templates::Inline;
using templates::Inlines;

/// Words of inlines; a role counts as a word, since it prints one.
std::string words_of(const Inlines& inlines) {
  std::string out;
  for (const Inline& each : inlines) {
    if (const auto* text = as<templates::Text>(each)) out += text->text;
    else if (const auto* strong = as<templates::Strong>(each)) out += words_of(strong->content);
    else if (const auto* emphasis = as<templates::Emphasis>(each)) out += words_of(emphasis->content);
    else if (const auto* code = as<templates::Code>(each)) out += code->text;
    else if (const auto* link = as<templates::Link>(each)) out += words_of(link->content);
    else if (as<templates::SoftBreak>(each) != nullptr || as<templates::LineBreak>(each) != nullptr) out += ' ';
    else out += "\x01";
  }
  return out;
}

bool is_blank(const std::string& words) {
  return std::all_of(words.begin(), words.end(), [](unsigned char c) { return std::isspace(c) != 0; });
}

/// Calls `visit(block, directive around it or nullptr)` for each block, in reading order.
template <typename Visit>
void walk(const Blocks& blocks, const Directive* around, const Visit& visit) {
  for (const Block& block : blocks) {
    visit(block, around);
    if (const auto* list = as<templates::List>(block)) {
      for (const auto& item : list->items) walk(item.content, around, visit);
    } else if (const auto* quote = as<templates::Quote>(block)) {
      walk(quote->content, around, visit);
    } else if (const auto* directive = as<Directive>(block)) {
      walk(directive->body, directive, visit);
    }
  }
}

template <typename Visit>
void walk_links(const Inlines& inlines, const Visit& visit) {
  for (const Inline& each : inlines) {
    if (const auto* link = as<templates::Link>(each)) visit(*link, each.span);
    else if (const auto* strong = as<templates::Strong>(each)) walk_links(strong->content, visit);
    else if (const auto* emphasis = as<templates::Emphasis>(each)) walk_links(emphasis->content, visit);
    else if (const auto* claim = as<templates::ClaimRole>(each)) walk_links(claim->words, visit);
  }
}

/// Inlines that stand in a block itself, not in blocks within it.
template <typename Visit>
void inlines_of(const Block& block, const Visit& visit) {
  if (const auto* heading = as<templates::Heading>(block)) visit(heading->content);
  else if (const auto* paragraph = as<templates::Paragraph>(block)) visit(paragraph->content);
  else if (const auto* table = as<templates::Table>(block)) {
    for (const auto& cell : table->head.cells) visit(cell.content);
    for (const auto& row : table->rows) {
      for (const auto& cell : row.cells) visit(cell.content);
    }
  } else if (const auto* directive = as<Directive>(block)) {
    for (const auto& option : directive->options) visit(option.inlines);
  }
}

/// A table is titled by its directive, or by a heading right above it or the directive.
void collect_untitled(const Blocks& blocks, bool is_titled, Faults& out) {
  bool is_headed = is_titled;
  for (const Block& block : blocks) {
    if (as<templates::Table>(block) != nullptr && !is_headed) out.push_back({"", "a table without a title; the directive table gives it one", block.span});
    if (const auto* directive = as<Directive>(block)) collect_untitled(directive->body, is_headed || directive->has("title"), out);
    if (const auto* quote = as<templates::Quote>(block)) collect_untitled(quote->content, false, out);
    if (const auto* list = as<templates::List>(block)) {
      for (const auto& item : list->items) collect_untitled(item.content, false, out);
    }
    is_headed = as<templates::Heading>(block) != nullptr || (is_titled && blocks.size() == 1);
  }
}

}  // namespace

std::optional<std::string_view> link_text_fault(std::string_view text) {
  std::string words;
  for (const char c : text) words += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  const auto first = words.find_first_not_of(" \t\r\n"), last = words.find_last_not_of(" \t\r\n.");
  if (first == std::string::npos || last == std::string::npos || last < first) return "has no text";
  words = words.substr(first, last - first + 1);
  if (words.find("://") != std::string::npos || words.starts_with("www.") || words.starts_with("mailto:")) return "shows a bare address";
  constexpr std::string_view kEmptyWords[] = {"here", "click here", "link", "this link", "more", "read more", "website", "여기", "여기를 클릭", "링크", "더 보기"};
  if (std::find(std::begin(kEmptyWords), std::end(kEmptyWords), words) != std::end(kEmptyWords)) return "does not say where it leads";
  return std::nullopt;
}

Faults skipped_headings(const Subject& subject) {
  Faults out;
  int before = 1;  // a page's own title
  walk(subject.tree.blocks, nullptr, [&](const Block& block, const Directive*) {
    if (const auto* directive = as<Directive>(block); directive != nullptr && directive->kind == templates::DirectiveKind::page) before = 1;
    const auto* heading = as<templates::Heading>(block);
    if (heading == nullptr) return;
    if (heading->level > before + 1) {
      out.push_back({"", "a heading of level " + std::to_string(heading->level) + " follows one of level " + std::to_string(before), block.span});
    }
    before = heading->level;
  });
  return out;
}

Faults empty_headings(const Subject& subject) {
  Faults out;
  walk(subject.tree.blocks, nullptr, [&](const Block& block, const Directive*) {
    const auto* heading = as<templates::Heading>(block);
    if (heading != nullptr && is_blank(words_of(heading->content))) out.push_back({"", "a heading without words", block.span});
  });
  return out;
}

Faults poor_link_texts(const Subject& subject) {
  Faults out;
  const auto look = [&](const Inlines& inlines) {
    walk_links(inlines, [&](const templates::Link& link, SourceSpan span) {
      const std::string words = words_of(link.content);
      if (const auto fault = link_text_fault(words)) out.push_back({"", "the link to " + link.url + " " + std::string(*fault), span});
    });
  };
  look(subject.tree.front_matter.title);
  look(subject.tree.front_matter.subtitle);
  walk(subject.tree.blocks, nullptr, [&](const Block& block, const Directive*) { inlines_of(block, look); });
  return out;
}

Faults tables_without_title(const Subject& subject) {
  Faults out;
  collect_untitled(subject.tree.blocks, false, out);
  return out;
}

Faults empty_head_cells(const Subject& subject) {
  Faults out;
  walk(subject.tree.blocks, nullptr, [&](const Block& block, const Directive* around) {
    const auto* table = as<templates::Table>(block);
    if (table == nullptr) return;
    if (around != nullptr && around->find("head") != nullptr && around->find("head")->text == "none") return;
    for (const auto& cell : table->head.cells) {
      if (is_blank(words_of(cell.content))) out.push_back({"", "a header cell without words", cell.span.is_known() ? cell.span : block.span});
    }
  });
  return out;
}

}  // namespace briefpack::accessibility
