// A template is lowered until what the document says about itself is true: the first lowering knows nothing of what lies
// ahead, the second is given what the first one learned. Mostly two are enough; a document that changes with its own counts
// is refused.
#include "resolve/resolve.h"

#include <algorithm>
#include <memory>
#include <optional>
#include <utility>

#include <fmt/format.h>

#include "resolve/change_list.h"
#include "resolve/changed_sentences.h"
#include "resolve/foreknowledge.h"
#include "resolve/headline_marks.h"
#include "resolve/lookup.h"
#include "resolve/lower.h"

namespace briefpack::resolve {

namespace {

/// Numbers in counts may move exhibits' numbers once or twice; more changes mean that they never settle.
constexpr int kMostLowerings = 5;

struct Lowered {
  document::Document document;
  Foreknowledge learned;
  Diagnostics diagnostics;
  bool has_asked = false;  ///< Something in it depends on what was known before.
  std::shared_ptr<const KeptFigures> figures;
  std::unique_ptr<FigureBook> book;  ///< Finished; writes the full forms of the notes.
};

std::string language_of(const dataset::Dataset& dataset, const templates::FrontMatter& front,
                        const ResolveOptions& options) {
  if (!options.lang.empty()) return options.lang;
  return front.lang.text.empty() ? dataset.pack.lang : front.lang.text;
}

/// The default set of the front matter as entity ids; without one, the countries and economies of the pack.
std::vector<std::string> default_entities(const dataset::Dataset& dataset, const templates::Template& tree, const Lookup& lookup,
                                          const Context& context) {
  std::vector<std::string> out;
  const auto& set = tree.front_matter.entities;
  if (!set) {
    for (const dataset::Entity& entity : dataset.entities) {
      if (entity.kind == dataset::EntityKind::country || entity.kind == dataset::EntityKind::economy)
        out.push_back(entity.id);
    }
    return out;
  }
  // Here `entities` is no default set yet: it means everybody in the pack.
  Context everybody = context;
  for (const dataset::Entity& entity : dataset.entities) everybody.entities.push_back(entity.id);
  const auto entities = lookup.entities(*set, everybody);
  if (!entities) return out;
  for (const std::uint32_t entity : *entities)
    out.push_back(dataset.entities[entity].id);
  return out;
}

Scope outer_scope(Lowering& lowering, const ResolveOptions& options) {
  const templates::FrontMatter& front = lowering.tree.front_matter;
  Scope scope;
  scope.context.lang = lowering.document.lang;
  scope.context.focus = options.focus.empty() ? front.focus.text : options.focus;
  if (!scope.context.focus.empty()) {
    // Reports a focus that is no entity of the pack.
    const expression::Name name{expression::Name::Kind::id, scope.context.focus, front.focus.span};
    if (lowering.book.lookup().entity(name, scope.context) == nullptr) scope.context.focus.clear();
  }
  scope.context.entities = default_entities(lowering.dataset, lowering.tree, lowering.book.lookup(), scope.context);
  return scope;
}

/// Notes by the sources on which they rest.
std::vector<std::vector<std::uint32_t>> notes_by_source(const dataset::Dataset& dataset,
                                                        const document::Document& document) {
  std::vector<std::vector<std::uint32_t>> out(dataset.sources.size());
  for (const document::Note& note : document.notes) {
    for (const std::uint32_t source : note.sources) {
      if (source < out.size() && (out[source].empty() || out[source].back() != note.number))
        out[source].push_back(note.number);
    }
  }
  return out;
}

/// What one lowering is given beside the template.
struct Lowerable {
  const dataset::Dataset& dataset;
  const Foreknowledge& known;
  std::shared_ptr<const KeptFigures> figures;  ///< Of the lowering before.
  std::shared_ptr<Commons> commons;
  bool is_earlier = false;                     ///< The dataset is the edition before.
};

Lowered lower_once(const Lowerable& given, const templates::Template& tree, const ResolveOptions& options) {
  const dataset::Dataset& dataset = given.dataset;
  const Foreknowledge& known = given.known;
  Lowered out;
  document::Document& document = out.document;
  document.lang = language_of(dataset, tree.front_matter, options);
  document.template_name = options.template_name;
  if (!tree.front_matter.paper.text.empty()) document.paper = tree.front_matter.paper.text;
  document.theme = tree.theme;
  document.author = dataset.pack.publisher.in(document.lang);

  out.book = std::make_unique<FigureBook>(dataset, document.lang, known.counts, given.commons);
  FigureBook& book = *out.book;
  book.compare_with(options.changes, given.is_earlier);
  book.remember(given.figures);
  for (const templates::NamedFigure& figure : tree.front_matter.figures)
    book.name_figure(figure.name, figure.expression);
  Lowering lowering(dataset, tree, known, book, document);
  lowering.findings = options.findings;
  const Scope scope = outer_scope(lowering, options);
  document.title = lower_to_text(lowering, tree.front_matter.title, scope);
  if (document.title.empty()) document.title = dataset.pack.title.in(document.lang);
  document.subtitle = lower_to_text(lowering, tree.front_matter.subtitle, scope);
  lower_sections(lowering, scope);

  out.has_asked = lowering.has_asked() || book.asked_for_counts();
  out.learned = std::move(lowering.learned);
  out.learned.counts = book.counts();
  if (out.learned.lists_changes) out.figures = book.kept();
  book.finish(document);
  out.diagnostics = std::move(book.diagnostics());
  check_headlines(document, lowering.headline_uses, out.diagnostics);
  out.learned.notes_of_source = notes_by_source(dataset, document);
  if (out.learned.lists_notes) {
    book.write_full_forms(document.notes);
    for (const document::Note& note : document.notes) out.learned.notes_in_full.push_back(note.beside_register);
  }
  out.learned.used_observations = document.used_observations;
  for (const document::Withdrawn& withdrawn : document.withdrawn)
    out.learned.withdrawn.push_back(withdrawn.words);
  return out;
}

/// What the template makes of the edition before: what it cannot say of it is left out, and nothing is reported.
document::Document earlier_document(const templates::Template& tree, const ResolveOptions& options, const std::string& lang) {
  ResolveOptions quiet = options;
  quiet.findings = nullptr;
  quiet.lang = lang;
  const auto commons = std::make_shared<Commons>(*options.changes->earlier);
  Foreknowledge known;
  Lowered lowered;
  for (int lowering = 1; lowering <= kMostLowerings; ++lowering) {
    lowered = lower_once({*options.changes->earlier, known, lowered.figures, commons, true}, tree, quiet);
    if (!lowered.has_asked || lowered.learned == known) break;
    known = std::move(lowered.learned);
  }
  return std::move(lowered.document);
}

}  // namespace

Result<std::vector<std::string>> default_set(const dataset::Dataset& dataset, const templates::Template& tree) {
  Diagnostics faults;
  const Lookup lookup(dataset, faults);
  std::vector<std::string> out;
  for (std::string& id : default_entities(dataset, tree, lookup, {.lang = dataset.pack.lang})) {
    if (std::find(out.begin(), out.end(), id) == out.end()) out.push_back(std::move(id));
  }
  if (has_fatal(faults)) return faults;
  return out;
}

Result<document::Document> resolve(const dataset::Dataset& dataset, const templates::Template& tree,
                                   const ResolveOptions& options) {
  const auto commons = options.commons ? options.commons : std::make_shared<Commons>(dataset);
  Foreknowledge known;
  std::shared_ptr<const KeptFigures> figures;
  std::optional<document::Document> earlier;
  for (int lowering = 1; lowering <= kMostLowerings; ++lowering) {
    Lowered lowered = lower_once({dataset, known, figures, commons, false}, tree, options);
    figures = std::move(lowered.figures);
    if (lowered.learned.lists_changes) {
      if (!earlier) earlier = earlier_document(tree, options, lowered.document.lang);
      lowered.learned.changed_sentences = changed_sentences(*options.changes, *earlier, lowered.document);
    }
    const bool is_settled = !lowered.has_asked || lowered.learned == known;
    if (!is_settled) {
      known = std::move(lowered.learned);
      continue;
    }
    if (has_fatal(lowered.diagnostics)) return lowered.diagnostics;
    if (!lowered.learned.lists_notes) lowered.book->write_full_forms(lowered.document.notes);
    for (const Diagnostic& finding : lowered.diagnostics)
      lowered.document.findings.push_back(finding);
    if (options.changes != nullptr) list_changes(*options.changes, lowered.document);
    return {std::move(lowered.document), std::move(lowered.diagnostics)};
  }
  return Diagnostic::error("resolve/unsettled", {},
                           "what the template prints depends on its own counts in such a way that they never agree")
      .hint("look for an `if` on found(), cells() or count(notes) that adds or removes what it counts");
}

}  // namespace briefpack::resolve
