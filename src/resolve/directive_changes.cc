// What changed since the edition before: the sentences to read again, then every change with its reason.
#include <algorithm>
#include <optional>
#include <utility>

#include "changes/change_text.h"
#include "changes/value.h"
#include "resolve/changed_sentences.h"
#include "resolve/directives.h"
#include "resolve/exhibit.h"
#include "resolve/lower.h"
#include "resolve/where.h"

namespace briefpack::resolve {

namespace {

using changes::Change;
using changes::Comparison;
using changes::Kind;
using numfmt::Word;

std::string word(Word each, const Scope& scope) { return std::string(numfmt::word(each, scope.lang())); }

document::Cell muted_cell(std::string text) {
  document::TextFlags muted;
  muted.is_muted = true;
  return inlines_cell(text_inlines(std::move(text), muted));
}

void add_column(document::Table& table, Word head, double width, const Scope& scope) {
  table.columns.push_back({text_inlines(word(head, scope)), document::Align::left, width, false});
}

bool wants(const templates::Directive& directive, std::string_view part) {
  const templates::Option* parts = directive.find("parts");
  if (parts == nullptr) return true;
  return std::any_of(parts->words.begin(), parts->words.end(), [&](const auto& each) { return each.text == part; });
}

// ---- sentences ----

document::Cell earlier_cell(const ChangedSentence& sentence, const Scope& scope) {
  using Earlier = ChangedSentence::Earlier;
  switch (sentence.state) {
    case Earlier::wording: return text_cell(sentence.earlier);
    case Earlier::claim_failed: {
      document::Cell cell = text_cell(sentence.earlier);
      cell.lines.push_back(text_inlines("(" + word(Word::claim_did_not_hold, scope) + ")"));
      return cell;
    }
    case Earlier::first: return muted_cell(word(Word::first_observation, scope));
    case Earlier::hidden: return muted_cell(word(Word::not_repeated, scope));
    case Earlier::now_disputed: return muted_cell(word(Word::same_wording_disputed, scope));
    case Earlier::now_settled: return muted_cell(word(Word::same_wording_settled, scope));
  }
  return text_cell("");
}

/// The sentence as it stands elsewhere, with the marks of its figures.
document::Cell now_cell(Lowering& lowering, const ChangedSentence& sentence, const Scope& scope) {
  document::Inlines out;
  for (const ChangedSentence::Part& part : sentence.now) {
    if (part.key.empty()) {
      append_inline(out, document::Text{part.text, {}, "", "", ""});
      continue;
    }
    const auto printed = lowering.book.repeat(part.key, part.printed, scope.context);
    if (printed) append_inlines(out, printed->inlines());
    else append_inline(out, document::Text{part.printed.text(), {}, "", "", ""});
  }
  return inlines_cell(std::move(out));
}

std::optional<document::Exhibit> sentence_table(Lowering& lowering, const Scope& scope) {
  document::Table table;
  add_column(table, Word::where_printed, 15, scope);
  add_column(table, Word::earlier_wording, 39, scope);
  add_column(table, Word::new_wording, 46, scope);
  std::string last;
  for (const ChangedSentence& each : lowering.foreknown().changed_sentences) {
    if (each.lang != scope.lang()) continue;
    document::Row row;
    const bool is_new_section = each.section_label != last;
    row.has_group_rule = is_new_section && !table.rows.empty();
    document::Cell where = text_cell("");
    if (is_new_section) where = inlines_cell({document::Text{each.section_title, {}, "", "", each.section_label}});
    row.cells = {std::move(where), earlier_cell(each, scope), now_cell(lowering, each, scope)};
    table.rows.push_back(std::move(row));
    last = each.section_label;
  }
  if (table.rows.empty()) return std::nullopt;
  document::Exhibit exhibit;
  exhibit.is_table = true;
  exhibit.in_workbook = false;
  exhibit.content = std::move(table);
  return exhibit;
}

// ---- the table of changes ----

class ChangeTable {
 public:
  ChangeTable(Lowering& lowering, const Comparison& comparison, const Scope& scope, SourceSpan span)
      : lowering_(lowering), comparison_(comparison), scope_(scope), span_(span) {}

  document::Table table(const std::vector<const Change*>& list) {
    document::Table out;
    // Tight rows, as a month may have many changes.
    out.style = document::TableStyle::ledger;
    add_column(out, Word::change_head, 12, scope_);
    add_column(out, Word::holder, 11, scope_);
    add_column(out, Word::measure, 20, scope_);
    add_column(out, Word::earlier_edition, 16, scope_);
    add_column(out, Word::now, 25, scope_);
    add_column(out, Word::why, 16, scope_);
    std::optional<Kind> last;
    for (const Change* each : list) {
      document::Row made = row(*each, last != each->kind);
      made.has_group_rule = last && last != each->kind;
      out.rows.push_back(std::move(made));
      last = each->kind;
    }
    return out;
  }

 private:
  document::Row row(const Change& change, bool is_first) {
    const std::string& lang = scope_.lang();
    document::Row out;
    // A kind is named once, beside its first change.
    out.cells.push_back(is_first ? strong_cell(capitalised(changes::kind_text(change.kind, lang))) : text_cell(""));
    document::Cell holder = text_cell(changes::entity_text(comparison_, change, lang));
    holder.is_focus = change.entity == scope_.context.focus;
    out.cells.push_back(std::move(holder));
    out.cells.push_back(subject_cell(change));
    const bool says_nothing = change.kind == Kind::new_value || change.kind == Kind::new_action || change.kind == Kind::withdrawn;
    const std::string before = changes::earlier_text(comparison_, change, lang);
    out.cells.push_back(says_nothing ? muted_cell(before) : text_cell(before));
    out.cells.push_back(later_cell(change));
    out.cells.push_back(text_cell(changes::because_text(comparison_, change, lang)));
    return out;
  }

  document::Cell subject_cell(const Change& change) {
    document::Inlines out = text_inlines(changes::subject_text(comparison_, change, scope_.lang()));
    if (changes::is_about_action(change.kind) && change.later) append_marks(out, {lowering_.book.note_of_action(*change.later, scope_.lang())});
    return inlines_cell(std::move(out));
  }

  /// A value of this edition is a figure of this document, with its note.
  document::Cell later_cell(const Change& change) {
    const std::string text = changes::later_text(comparison_, change, scope_.lang());
    if (changes::is_about_action(change.kind)) return change.later ? text_cell(text) : muted_cell(text);
    if (!change.later || !changes::has_printable_value(lowering_.dataset.observations[*change.later])) return muted_cell(text);
    const auto printed = lowering_.book.figure(*change.later, {}, scope_.context, FormPlace::table, span_);
    if (!printed) return text_cell(text);
    document::Cell cell = cell_of(*printed, document::Align::left);
    for (document::Inline& each : cell.lines.front()) {
      // The table says itself what changed; it is no sentence to read again.
      if (auto* figure = std::get_if<document::FigureText>(&each)) figure->span = {};
    }
    return cell;
  }

  static std::string capitalised(std::string text) {
    if (!text.empty() && text.front() >= 'a' && text.front() <= 'z') text.front() = static_cast<char>(text.front() - 'a' + 'A');
    return text;
  }

  Lowering& lowering_;
  const Comparison& comparison_;
  const Scope& scope_;
  SourceSpan span_;
};

void add_line(Word words, const Scope& scope, document::Blocks& to) {
  to.push_back({document::Paragraph{document::TextRole::body, text_inlines(word(words, scope))}});
}

}  // namespace

void lower_changes(Lowering& lowering, const templates::Directive& directive, const Scope& scope, document::Blocks& to) {
  const Comparison* comparison = lowering.book.comparison();
  if (comparison == nullptr) return add_line(Word::no_earlier_edition, scope, to);
  lowering.learned.lists_changes = true;
  // In the document that the edition before would have made, this list is not what is held against the present one.
  if (comparison->later != &lowering.dataset) return;
  const Scope cells = exhibit_scope(lowering, directive, scope, FormPlace::table);

  expression::Where where;
  if (const templates::Option* option = directive.find("where")) {
    const auto bound = lowering.book.lookup().bound(option->where, scope.context);
    if (!bound || !check_where(*bound, Thing::change, lowering.book.diagnostics())) return;
    where = *bound;
  }
  std::vector<const Change*> list;
  for (const Change& each : comparison->changes) {
    if (passes(lowering.dataset, each, where)) list.push_back(&each);
  }

  const std::size_t before = to.size();
  if (wants(directive, "sentences")) {
    if (auto sentences = sentence_table(lowering, cells)) {
      to.push_back({document::Heading{2, false, text_inlines(word(Word::sentences_to_reread, scope)), ""}});
      to.push_back({*std::move(sentences)});
    }
  }
  if (wants(directive, "table") && !list.empty()) {
    document::Exhibit exhibit = begin_exhibit(lowering, directive, scope, true);
    // The workbook has a sheet of its own for all changes.
    exhibit.in_workbook = false;
    exhibit.content = ChangeTable(lowering, *comparison, cells, directive.name_span).table(list);
    end_exhibit(lowering, std::move(exhibit), directive, scope, to);
  }
  if (to.size() == before) add_line(Word::nothing_changed, scope, to);
}

}  // namespace briefpack::resolve
