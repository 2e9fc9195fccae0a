#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <briefpack/diagnostic.h>

#include "changes/compare.h"
#include "dataset/dataset.h"
#include "document/document.h"
#include "expression/expression.h"
#include "expression/format.h"
#include "resolve/commons.h"
#include "resolve/context.h"
#include "resolve/document_counts.h"
#include "resolve/evaluated.h"
#include "resolve/lookup.h"

namespace briefpack::resolve {

/// Figures of a finished lowering by their keys, for those that the next one prints before their first place.
struct KeptFigures {
  struct Kept {
    document::Figure figure;
    Evaluated value;
    std::map<std::string, std::string, std::less<>> reasons;
  };
  std::map<std::string, Kept> by_key;
};

/// A figure as it is printed in one place.
struct Printed {
  document::FigureText text;                       ///< `figure` is kNone for ".." where the dataset has no row at all.
  std::vector<document::NoteIndex> notes;          ///< Marks to show; empty with the format nomark.
  std::vector<document::DisputeIndex> disputes;    ///< Tags to show.
  Evaluated value;                                 ///< For charts, bars and shading: unrounded.

  /// Text, marks and tags in printing order. ".." without a row becomes a muted Text.
  document::Inlines inlines() const;
};

/// What the whole document prints, growing in reading order: figures, notes, disputes, and the faults found on the way.
///
///   FigureBook book(dataset, "en", counts);
///   book.name_figures(front_matter.figures);
///   Context page{.lang = "en", .focus = "KOR", .entities = {"KOR", "CHN"}};
///   if (auto printed = book.figure(role.expression, role.formats, page, FormPlace::prose)) add(printed->inlines());
///   …
///   book.count_cells("scorecard", "KOR", {.cells = 14, .found = 11, .missing = 3});
///   book.finish(document);
///
/// Functions that give an optional report why there is nothing in diagnostics(); the caller goes on with the next thing.
/// One expression in one precision is one Figure however often it is printed; `texts` collect its forms. One statement is one
/// note (same source, locator, period and limitation), numbered by first use.
class FigureBook {
 public:
  /// `lang` is the document's language; `counts` are those of the lowering before this one (document_counts.h); `commons` are
  /// shared with other books of the same dataset and comparison.
  FigureBook(const dataset::Dataset& dataset, std::string lang, DocumentCounts counts = {}, std::shared_ptr<Commons> commons = nullptr);
  ~FigureBook();
  FigureBook(const FigureBook&) = delete;
  FigureBook& operator=(const FigureBook&) = delete;

  /// `$name` from the front matter. Errors, once evaluated: resolve/circular-figure.
  void name_figure(std::string name, expression::Expression expression);

  /// What changed since the edition before (Evaluator::compare_with).
  void compare_with(const changes::Comparison* comparison, bool is_earlier);
  const changes::Comparison* comparison() const;
  /// Figures of the lowering before this one, for `repeat`.
  void remember(std::shared_ptr<const KeptFigures> kept);
  std::shared_ptr<const KeptFigures> kept() const;

  const dataset::Dataset& dataset() const;
  const Lookup& lookup() const;
  Diagnostics& diagnostics();

  // ---- values ----

  /// The value with its provenance; prints and numbers nothing.
  std::optional<Evaluated> evaluate(const expression::Expression& expression, const Context& context);
  /// A condition of {if}. Untruth: resolve/undecidable when missing values or bounds leave it open.
  std::optional<bool> test(const expression::Expression& condition, const Context& context);
  /// The one observation that a reference, obs.ID or $name of one means, with its state; for rows of charts and for {period}.
  /// Errors: resolve/not-a-reference, unknown names, resolve/mixed-periods.
  std::optional<Found> observation(const expression::Expression& expression, const Context& context);

  // ---- printing ----

  std::optional<Printed> figure(const expression::Expression& expression, const expression::Formats& formats,
                                const Context& context, FormPlace place);
  /// The figure of one observation, as `metric.ENTITY@period` would print it; `span` is its first use.
  std::optional<Printed> figure(std::uint32_t observation, const expression::Formats& formats, const Context& context,
                                FormPlace place, SourceSpan span);
  /// What a cell shows for metric and entity: as above, ".." for none and withheld, "n/a" where the metric says so. Untruth:
  /// resolve/mixed-periods.
  std::optional<Printed> cell(std::uint32_t metric, std::uint32_t entity, const expression::Period& period,
                              const expression::Formats& formats, const Context& context, FormPlace place, SourceSpan span);
  /// `first / second` as ratio() would give it, for the multiples of a paired chart.
  std::optional<Printed> ratio(std::uint32_t first, std::uint32_t second, const expression::Formats& formats,
                               const Context& context, FormPlace place, SourceSpan span);
  /// An action's amount: "USD 35 m", "see above" is the caller's for `within`; ".." when there is none.
  std::optional<Printed> amount(std::uint32_t action, const expression::Formats& formats, const Context& context, FormPlace place,
                                SourceSpan span);
  /// Words bound to a condition. Untruths, after which the words are printed: resolve/false-claim with the true values,
  /// resolve/disputed-claim, resolve/undecidable; a warning: truth/claim-words.
  std::optional<Printed> claim(const expression::Expression& condition, const std::string& words, const Context& context,
                               SourceSpan span, bool allows_unlike = false);
  /// A count that the program itself makes, such as "11 of 14" in a scorecard: a figure without a note. `key` is stable
  /// ("found(scorecard, KOR)"), `words` say what is counted.
  Printed count(const std::string& key, double number, const std::string& words, const expression::Formats& formats,
                const Context& context, FormPlace place, SourceSpan span);

  /// A figure that another place of the document prints, with the marks that it has there: `printed` in the same form.
  /// Nothing when no figure has that key, here or in the lowering before.
  std::optional<Printed> repeat(const std::string& key, const document::FigureText& printed, const Context& context);

  // ---- notes and disputes ----

  document::NoteIndex note_of_observation(std::uint32_t observation, std::string_view lang);
  document::NoteIndex note_of_action(std::uint32_t action, std::string_view lang);
  /// One citation of a dispute's position.
  document::NoteIndex note_of_citation(const dataset::Citation& citation, std::string_view lang);
  document::NoteIndex note_of_source(std::uint32_t source, std::string_view lang);
  /// {cite}`id`: a source, observation or action. Error: resolve/unknown-name.
  std::optional<document::NoteIndex> cite(const expression::Name& name, const Context& context);
  /// The entry of a dispute in the document, made at first use; `dispute` is an index into the dataset.
  document::DisputeIndex dispute(std::uint32_t dispute, std::string_view lang);
  /// Says on which label the dispute's entry stands ("dispute:D1").
  void place_dispute(std::uint32_t dispute, const std::string& label);

  // ---- comparability ----

  /// Reports resolve/unlike for the first of the observations that cannot stand on one axis with the first of them, unless the
  /// context gives a reason. `label` is the exhibit's.
  void check_axis(const std::vector<std::uint32_t>& observations, const Context& context, const std::string& label, SourceSpan span);
  /// What a figure was made from.
  const Evaluated& value(document::FigureIndex figure) const;
  /// The figure as it stands so far. REQUIRES: before finish().
  const document::Figure& printed(document::FigureIndex figure) const;

  // ---- end ----

  /// Cells of an exhibit, for found(L[, E]) and its kin; entity "" for all. Call once for all and once for each entity.
  void count_cells(const std::string& label, const std::string& entity, CellCounts counts);
  /// True when the template asked for a count that only the whole document knows.
  bool asked_for_counts() const;
  /// The counts of this lowering; is_known is true.
  DocumentCounts counts() const;
  /// Moves figures, notes, disputes, withdrawn results and the used observations into the document; of the notes the full forms
  /// are left to write_full_forms, as a document that is lowered again needs none.
  void finish(document::Document& document);
  /// REQUIRES: finish() filled these notes.
  void write_full_forms(std::vector<document::Note>& notes) const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace briefpack::resolve
