// The strip of headline figures and the list of key messages.
#include <algorithm>
#include <utility>

#include "resolve/directives.h"
#include "resolve/exhibit.h"
#include "resolve/lower.h"

namespace briefpack::resolve {

namespace {

using templates::as;

const templates::List* list_in(const templates::Directive& directive) {
  for (const templates::Block& block : directive.body) {
    if (const auto* list = as<templates::List>(block)) return list;
  }
  return nullptr;
}

/// The paragraphs of a list item in one line.
document::Inlines paragraphs(Lowering& lowering, const templates::Blocks& blocks, const Scope& scope) {
  document::Inlines out;
  for (const templates::Block& block : blocks) {
    const auto* paragraph = as<templates::Paragraph>(block);
    if (paragraph == nullptr) {
      lowering.error("resolve/only-paragraphs", block.span, "only paragraphs can stand in this list");
      continue;
    }
    if (!out.empty()) append_inline(out, document::Text{" ", {}, "", "", ""});
    append_inlines(out, lower_inlines(lowering, paragraph->content, scope));
  }
  return out;
}

/// What stands before a mark counts for all figures before it: "13th → 5th" carries its marks once, at the end. Tags leave
/// the figure and follow the caption.
void gather_marks(document::Inlines& figure, document::Inlines& tags) {
  document::Inlines kept;
  std::vector<document::NoteIndex> notes;
  for (document::Inline& each : figure) {
    if (const auto* marks = std::get_if<document::NoteMarks>(&each)) {
      notes.insert(notes.end(), marks->notes.begin(), marks->notes.end());
    } else if (std::holds_alternative<document::DisputeTag>(each)) {
      tags.push_back(std::move(each));
    } else {
      kept.push_back(std::move(each));
    }
  }
  append_marks(kept, std::move(notes));
  figure = std::move(kept);
}

/// The space between a bold lead and the caption belongs to neither.
document::Inlines without_leading_space(document::Inlines inlines) {
  auto* text = inlines.empty() ? nullptr : std::get_if<document::Text>(&inlines.front());
  if (text != nullptr) text->text.erase(0, std::min(text->text.find_first_not_of(' '), text->text.size()));
  return inlines;
}

/// The figure is the first paragraph, or its bold lead; the caption is the rest.
document::KeyFigure key_figure(Lowering& lowering, const templates::ListItem& item, const Scope& scope) {
  Scope headline = scope;
  headline.place = FormPlace::headline;
  templates::Blocks rest = item.content;
  document::KeyFigure out;
  if (!rest.empty()) {
    if (auto* first = std::get_if<templates::Paragraph>(&rest.front().node)) {
      const auto* lead = first->content.empty() ? nullptr : as<templates::Strong>(first->content.front());
      if (lead != nullptr) {
        out.figure = lower_inlines(lowering, lead->content, headline);
        first->content.erase(first->content.begin());
        if (first->content.empty()) rest.erase(rest.begin());
      } else {
        out.figure = lower_inlines(lowering, first->content, headline);
        rest.erase(rest.begin());
      }
    }
  }
  document::Inlines tags;
  gather_marks(out.figure, tags);
  out.caption = without_leading_space(paragraphs(lowering, rest, scope));
  for (document::Inline& tag : tags) {
    append_inline(out.caption, document::Text{" ", {}, "", "", ""});
    append_inline(out.caption, std::move(tag));
  }
  return out;
}

constexpr std::size_t kMostKeyFigures = 6;  // One row of the page.

}  // namespace

void lower_key_figures(Lowering& lowering, const templates::Directive& directive, const Scope& scope,
                       document::Blocks& to) {
  const templates::List* list = list_in(directive);
  if (list == nullptr) return;
  if (list->items.size() > kMostKeyFigures) {
    lowering.error("resolve/too-many-key-figures", directive.name_span, "a strip holds at most six figures",
                   "{key-figures}", "move the others into a table");
    return;
  }
  document::KeyFigures out;
  for (const templates::ListItem& item : list->items)
    out.items.push_back(key_figure(lowering, item, with_only(directive, scope)));
  to.push_back({std::move(out)});
}

void lower_key_messages(Lowering& lowering, const templates::Directive& directive, const Scope& scope,
                        document::Blocks& to) {
  const templates::List* list = list_in(directive);
  if (list == nullptr) return;
  document::KeyMessages out;
  for (const templates::ListItem& item : list->items)
    out.items.push_back(paragraphs(lowering, item.content, with_only(directive, scope)));
  to.push_back({std::move(out)});
}

}  // namespace briefpack::resolve
