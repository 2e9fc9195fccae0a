// Template inlines → document inlines, and the small ways of putting inlines together that all of lowering uses.
#include <algorithm>
#include <utility>

#include "resolve/lower.h"
#include "resolve/mark_findings.h"

namespace briefpack::resolve {

namespace {

constexpr std::string_view kArrow = "\u2192";

bool is_joinable(const document::Text& a, const document::Text& b) {
  return a.flags == b.flags && a.lang == b.lang && a.url == b.url && a.target == b.target;
}

/// Words as typed. Fonts lack the arrow, so it becomes a drawn sign that a screen reader reads as "to".
void append_words(document::Inlines& to, std::string_view words, const document::TextFlags& flags, const Scope& scope) {
  while (!words.empty()) {
    const std::size_t arrow = words.find(kArrow);
    const std::string_view before = words.substr(0, arrow);
    if (!before.empty()) append_inline(to, document::Text{std::string(before), flags, "", "", ""});
    if (arrow == std::string_view::npos) return;
    append_inline(to, document::Symbol{document::SymbolKind::arrow_right, false,
                                       std::string(numfmt::word(numfmt::Word::arrow_to, scope.lang()))});
    words.remove_prefix(arrow + kArrow.size());
  }
}

void append_findings(document::Inlines& to, std::vector<document::FindingMark> marks) {
  for (document::FindingMark& mark : marks) to.emplace_back(std::move(mark));
}

/// In a draft, words with findings in them are parted behind each of these.
void append_text(const Lowering& lowering, document::Inlines& to, const templates::Inline& node, std::string_view words,
                 const document::TextFlags& flags, const Scope& scope) {
  if (lowering.findings == nullptr) return append_words(to, words, flags, scope);
  std::size_t done = 0;
  for (std::size_t end = 1; end <= words.size(); ++end) {
    const bool splits_letter = end < words.size() && (static_cast<unsigned char>(words[end]) & 0xC0) == 0x80;
    // A finding's mark follows the word in which it ends.
    const bool ends_word = end == words.size() || words[end] == ' ';
    if (splits_letter || !ends_word) continue;
    auto marks = marks_within(*lowering.findings, templates::span_within(node, done, end));
    if (marks.empty()) continue;
    append_words(to, words.substr(done, end - done), flags, scope);
    append_findings(to, std::move(marks));
    done = end;
  }
  append_words(to, words.substr(done), flags, scope);
}

/// Sends a link's words to `url`; `#label` is a place in this document.
void link_to(document::Inlines& inlines, const std::string& url) {
  for (document::Inline& each : inlines) {
    auto* text = std::get_if<document::Text>(&each);
    if (text == nullptr) continue;
    if (url.starts_with('#'))
      text->target = url.substr(1);
    else
      text->url = url;
  }
}

void lower_into(Lowering& lowering, const templates::Inlines& inlines, const Scope& scope,
                const document::TextFlags& flags, document::Inlines& to) {
  for (const templates::Inline& each : inlines) {
    if (const auto* text = templates::as<templates::Text>(each)) {
      append_text(lowering, to, each, text->text, flags, scope);
    } else if (const auto* strong = templates::as<templates::Strong>(each)) {
      document::TextFlags inner = flags;
      inner.is_strong = true;
      lower_into(lowering, strong->content, scope, inner, to);
    } else if (const auto* emphasis = templates::as<templates::Emphasis>(each)) {
      document::TextFlags inner = flags;
      inner.is_emphasis = true;
      lower_into(lowering, emphasis->content, scope, inner, to);
    } else if (const auto* code = templates::as<templates::Code>(each)) {
      document::TextFlags inner = flags;
      inner.is_code = true;
      append_inline(to, document::Text{code->text, inner, "", "", ""});
    } else if (const auto* link = templates::as<templates::Link>(each)) {
      document::Inlines inner;
      lower_into(lowering, link->content, scope, flags, inner);
      link_to(inner, link->url);
      append_inlines(to, std::move(inner));
    } else if (templates::as<templates::SoftBreak>(each) != nullptr) {
      append_inline(to, document::Text{" ", flags, "", "", ""});
    } else if (templates::as<templates::LineBreak>(each) != nullptr) {
      append_inline(to, document::LineBreak{});
    } else {
      lower_role(lowering, each, scope, flags, to);
      if (lowering.findings != nullptr) append_findings(to, marks_within(*lowering.findings, each.span));
    }
  }
}

}  // namespace

document::Inlines lower_inlines(Lowering& lowering, const templates::Inlines& inlines, const Scope& scope) {
  document::Inlines out;
  lower_into(lowering, inlines, scope, {}, out);
  return out;
}

std::string lower_to_text(Lowering& lowering, const templates::Inlines& inlines, const Scope& scope) {
  Scope quiet = scope;
  quiet.shows_marks = false;
  return document::plain_text(lower_inlines(lowering, inlines, quiet));
}

document::Inlines text_inlines(std::string text, document::TextFlags flags) {
  document::Inlines out;
  if (!text.empty()) out.emplace_back(document::Text{std::move(text), flags, "", "", ""});
  return out;
}

void append_marks(document::Inlines& to, std::vector<document::NoteIndex> notes) {
  if (notes.empty()) return;
  auto* before = to.empty() ? nullptr : std::get_if<document::NoteMarks>(&to.back());
  if (before == nullptr) {
    to.emplace_back(document::NoteMarks{});
    before = std::get_if<document::NoteMarks>(&to.back());
  }
  for (const document::NoteIndex note : notes) {
    if (std::find(before->notes.begin(), before->notes.end(), note) == before->notes.end())
      before->notes.push_back(note);
  }
}

void append_inline(document::Inlines& to, document::Inline item) {
  if (auto* marks = std::get_if<document::NoteMarks>(&item)) {
    append_marks(to, std::move(marks->notes));
    return;
  }
  if (auto* text = std::get_if<document::Text>(&item)) {
    if (text->text.empty()) return;
    auto* before = to.empty() ? nullptr : std::get_if<document::Text>(&to.back());
    if (before != nullptr && is_joinable(*before, *text)) {
      before->text += text->text;
      return;
    }
  }
  to.push_back(std::move(item));
}

void append_inlines(document::Inlines& to, document::Inlines items) {
  for (document::Inline& each : items)
    append_inline(to, std::move(each));
}

document::Inlines filled_inlines(numfmt::Word word, std::string_view lang,
                                 std::initializer_list<std::pair<std::string_view, document::Inlines>> values) {
  document::Inlines out;
  std::string_view rest = numfmt::word(word, lang);
  while (!rest.empty()) {
    const std::size_t open = rest.find('{');
    const std::size_t close = open == std::string_view::npos ? open : rest.find('}', open);
    if (close == std::string_view::npos) break;
    append_inline(out, document::Text{std::string(rest.substr(0, open)), {}, "", "", ""});
    const std::string_view name = rest.substr(open + 1, close - open - 1);
    const auto value = std::find_if(values.begin(), values.end(), [&](const auto& each) { return each.first == name; });
    if (value != values.end()) append_inlines(out, value->second);
    rest.remove_prefix(close + 1);
  }
  append_inline(out, document::Text{std::string(rest), {}, "", "", ""});
  return out;
}

document::Inlines found_of_cells(Lowering& lowering, const std::string& key, const CellCounts& counts,
                                 const Scope& scope, SourceSpan span) {
  const auto count = [&](const char* function, std::uint32_t number) {
    return lowering.book
        .count(std::string(function) + "(" + key + ")", number, std::string(function) + " " + key, {}, scope.context,
               scope.place, span)
        .inlines();
  };
  // The found ones come first in both languages' reading order of figures, whichever word order the sentence has.
  document::Inlines found = count("found", counts.found);
  document::Inlines cells = count("cells", counts.cells);
  return filled_inlines(numfmt::Word::n_of_m, scope.lang(), {{"n", std::move(found)}, {"m", std::move(cells)}});
}

}  // namespace briefpack::resolve
