// A dispute: who says what, and what the briefing does about it; as a box or as text.
#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "numfmt/period_text.h"
#include "resolve/directives.h"
#include "resolve/dispute_text.h"
#include "resolve/exhibit.h"
#include "resolve/lower.h"
#include "resolve/source_text.h"

namespace briefpack::resolve {

namespace {

using numfmt::Word;

constexpr int kMeasure = 12;
constexpr std::size_t kMostColumns = 4;

std::string state_of(const dataset::Dispute& dispute, const std::string& lang) {
  const auto dated = [&](Word word, const std::string& iso) {
    const std::string date = numfmt::format_iso_date(iso, numfmt::DateForm::sentence, lang);
    return numfmt::filled(word, lang, {{"date", date}});
  };
  if (!dispute.is_open()) return dated(Word::closed_since, dispute.closed);
  const std::string opened =
      dispute.since.empty() ? std::string(numfmt::word(Word::open, lang)) : dated(Word::open_since, dispute.since);
  return opened + " \u00B7 " + std::string(numfmt::word(Word::not_ranked_not_summed, lang));
}

document::Blocks position_blocks(std::string head, const std::string& claim, document::Inlines text) {
  document::Blocks out;
  out.push_back({document::Paragraph{document::TextRole::column_head, text_inlines(std::move(head))}});
  out.push_back({document::Paragraph{document::TextRole::claim, text_inlines(claim)}});
  out.push_back({document::Paragraph{document::TextRole::small, std::move(text)}});
  return out;
}

document::Block as_box(Lowering& lowering, const dataset::Dispute& dispute, const std::string& label,
                       const Scope& scope) {
  const std::string& lang = scope.lang();
  document::Box box;
  box.label = label;
  box.heading = text_inlines(
      numfmt::filled(Word::dispute_asks, lang, {{"id", dispute.id}, {"question", dispute.question.in(lang)}}));
  box.aside = text_inlines(state_of(dispute, lang));
  std::vector<document::Blocks> parts;
  for (const dataset::Position& position : dispute.positions) {
    parts.push_back(
        position_blocks(position.by.in(lang), position.claim.in(lang), position_text(lowering, position, scope)));
  }
  parts.push_back(position_blocks(std::string(numfmt::word(Word::what_this_does, lang)),
                                  dispute.treatment_claim.in(lang), text_inlines(dispute.treatment_text.in(lang))));
  // More than four positions stand in rows of four.
  for (std::size_t first = 0; first < parts.size(); first += kMostColumns) {
    const std::size_t count = std::min(kMostColumns, parts.size() - first);
    document::Columns columns;
    columns.widths.assign(count, kMeasure / static_cast<int>(count));
    for (std::size_t i = 0; i < count; ++i)
      columns.columns.push_back(std::move(parts[first + i]));
    box.body.push_back({std::move(columns)});
  }
  return {std::move(box)};
}

void add_as_text(Lowering& lowering, const dataset::Dispute& dispute, const std::string& label, const Scope& scope,
                 document::Blocks& to) {
  const std::string& lang = scope.lang();
  document::Heading heading;
  heading.label = label;
  heading.inlines = text_inlines(numfmt::filled(Word::dispute_n, lang, {{"id", dispute.id}}));
  to.push_back({std::move(heading)});
  document::Inlines text;
  const auto add = [&](document::Inlines more) {
    if (!text.empty() && !more.empty()) append_inline(text, document::Text{" ", {}, "", "", ""});
    append_inlines(text, std::move(more));
  };
  for (const dataset::Position& position : dispute.positions)
    add(position_text(lowering, position, scope));
  add(text_inlines(dispute.treatment_text.in(lang)));
  to.push_back({document::Paragraph{scope.role, std::move(text)}});
}

}  // namespace

document::Inlines position_text(Lowering& lowering, const dataset::Position& position, const Scope& scope) {
  // Marks stand before the full stop (visual specification, section 7).
  std::string words = position.text.in(scope.lang());
  const bool has_stop = words.ends_with('.');
  if (has_stop) words.pop_back();
  document::Inlines text = text_inlines(std::move(words));
  append_marks(text, position_notes(lowering, position, scope));
  if (has_stop) append_inline(text, document::Text{".", {}, "", "", ""});
  return text;
}

std::vector<document::NoteIndex> position_notes(Lowering& lowering, const dataset::Position& position,
                                                const Scope& scope) {
  std::vector<document::NoteIndex> notes;
  for (const std::uint32_t observation : position.observations) {
    notes.push_back(lowering.book.note_of_observation(observation, scope.lang()));
  }
  if (!notes.empty()) return notes;
  // Several copies of one text are one witness: the first of them is cited.
  std::vector<const dataset::Source*> cited;
  for (const dataset::Citation& citation : position.citations) {
    const dataset::Source* source = lowering.dataset.find_source(citation.source);
    const auto is_copy = [&](const dataset::Source* other) {
      return source != nullptr && is_same_text(*source, *other);
    };
    if (std::any_of(cited.begin(), cited.end(), is_copy)) continue;
    if (source != nullptr) cited.push_back(source);
    notes.push_back(lowering.book.note_of_citation(citation, scope.lang()));
  }
  return notes;
}

void lower_dispute(Lowering& lowering, const templates::Directive& directive, const Scope& scope,
                   document::Blocks& to) {
  if (!directive.id) return;
  const dataset::Dispute* dispute = lowering.book.lookup().dispute(*directive.id, scope.context);
  if (dispute == nullptr) return;
  const auto index = static_cast<std::uint32_t>(dispute - lowering.dataset.disputes.data());
  std::string label = directive.label.text.empty() ? "dispute:" + dispute->id : directive.label.text;
  // A second box of the same dispute, on a page in another language, is no second entry.
  const bool is_entry = lowering.placed_disputes.insert(index).second;
  if (is_entry) {
    lowering.book.dispute(index, scope.lang());
    lowering.book.place_dispute(index, label);
  } else {
    label.clear();
  }
  const Scope inner = with_only(directive, scope);
  if (choice_option(directive, "style", "box") == "text")
    add_as_text(lowering, *dispute, label, inner, to);
  else
    to.push_back(as_box(lowering, *dispute, label, inner));
}

}  // namespace briefpack::resolve
