#pragma once

#include <algorithm>
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include "resolve/claim_words.h"
#include "resolve/evaluate.h"
#include "resolve/figure_book.h"
#include "resolve/note_book.h"
#include "resolve/precision.h"

namespace briefpack::resolve {

/// What the book has gathered; for the .cc files of the book alone.
///   figure_book.cc         its functions
///   figure_book_state.cc   making figures, their keys and notes
///   figure_book_repeat.cc  figures that another place prints again
///   figure_book_claims.cc  conditions and claims
struct FigureBook::State {
  State(const dataset::Dataset& data, std::shared_ptr<Commons> shared, std::string document_lang, DocumentCounts counts)
      : dataset(data),
        commons(std::move(shared)),
        lang(std::move(document_lang)),
        known(std::move(counts)),
        lookup(data, diagnostics),
        evaluator(data, lookup, diagnostics, known, commons->sets),
        notes(data, commons->wordings, lang) {}

  const dataset::Dataset& dataset;
  std::shared_ptr<Commons> commons;
  std::string lang;
  DocumentCounts known;
  Diagnostics diagnostics;
  Lookup lookup;
  Evaluator evaluator;
  NoteBook notes;

  std::vector<document::Figure> figures;
  std::vector<Evaluated> values;          ///< By figure.
  /// Why unlike values stand together, by figure and language of the page that says so.
  std::vector<std::map<std::string, std::string, std::less<>>> reasons;
  std::vector<std::vector<std::string>> noted;  ///< By figure: languages in which its notes are made.
  std::map<std::string, document::FigureIndex> by_key;
  std::shared_ptr<const KeptFigures> former;  ///< Of the lowering before this one.
  std::vector<document::DisputeEntry> disputes;
  std::vector<document::Withdrawn> withdrawn;
  std::map<std::pair<std::string, std::string>, CellCounts> cells;
  /// Named figures by what they are defined as, for each focus.
  std::map<std::string, std::map<std::string, std::string>> names_by_text;
  std::uint32_t finished_notes = 0;       ///< Of a finished book.
  std::set<std::tuple<std::string, std::uint32_t, std::uint32_t, std::uint32_t, std::string>> reported;

  /// The key of an expression: "$name" for a named figure, however it is written, else its canonical text.
  std::pair<std::string, std::string> key_and_expression(const expression::Expression& expression, const Context& context);
  std::string key_of(const std::string& text, const Context& context);
  /// How the template would name an observation: the latest of its series without a period.
  std::string name_of(std::uint32_t index) const;
  /// Faults that an earlier use of the same named figure reported already are dropped.
  void drop_repeated(std::size_t from);
  /// Findings of truth from `from` on can be accepted under this name.
  void name_findings(std::size_t from, const std::string& name);

  document::FigureIndex make_figure(const std::string& key, const std::string& expression, const Evaluated& value, const PrintPlan& plan, SourceSpan span);
  document::FigureIndex figure_for(std::string key, const std::string& expression, const Evaluated& value, const PrintPlan& plan,
                         const Context& context, SourceSpan span);
  void ensure_notes(document::FigureIndex index, const std::string& page_lang);
  void note_unmarked_figures();
  /// Results that disagree with their operands as printed say what they were computed from (figure_book_rounding.cc).
  void say_unrounded();
  std::optional<ComparedNumbers> compared_numbers(const expression::Expression& condition, const Context& context);
  document::DisputeIndex dispute(std::uint32_t dispute);
  std::vector<document::DisputeIndex> tags_of(const Evaluated& value);
  std::optional<Printed> print(const Evaluated& value, const std::string& key, const std::string& expression, const expression::Formats& formats,
                               const Context& context, FormPlace place, SourceSpan span);
};

template <typename T>
void add_once(std::vector<T>& to, const T& item) {
  if (std::find(to.begin(), to.end(), item) == to.end()) to.push_back(item);
}

}  // namespace briefpack::resolve
