#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "dataset/dataset.h"
#include "document/figure.h"
#include "numfmt/strings.h"
#include "resolve/evaluated.h"
#include "resolve/stated_wordings.h"

namespace briefpack::resolve {

/// The document's notes, numbered by first use. Two uses that would read the same (source, locator, limitation) about the same
/// period are one note. Each note is written in the document's language and in every other language that a page shows it in.
///
/// Short form: `{code}, {locator}. {limitation}`, else the first that applies of bound in words, undated, estimated, not
/// verified; then `; see D1` (DESIGN.md section 4). Of several citations the first of each independent source stands in it;
/// two copies of one text are one source. A decided conflict prints the losing value.
class NoteBook {
 public:
  /// Dataset and wordings outlive the book.
  NoteBook(const dataset::Dataset& dataset, StatedWordings& wordings, std::string lang)
      : dataset_(dataset), wordings_(wordings), lang_(std::move(lang)) {}

  document::NoteIndex observation(std::uint32_t observation, std::string_view lang);
  document::NoteIndex action(std::uint32_t action, std::string_view lang);
  document::NoteIndex citation(const dataset::Citation& citation, std::string_view lang);
  document::NoteIndex source(std::uint32_t source, std::string_view lang);
  /// "Own calculation, 100,000 ÷ 2,000. A company against a country." `reason` is why unlike values were set side by side, in
  /// `lang`; it is left out where it says the same as a rule.
  document::NoteIndex calculation(const Evaluated& value, const std::string& reason, std::string_view lang);

  /// Adds a sentence to a note, in each language that it is written in.
  void add_sentence(document::NoteIndex note, numfmt::Word sentence);
  bool is_calculation(document::NoteIndex note) const { return notes_[note].is_calculation; }

  /// Says that a figure shows a note.
  void link(document::NoteIndex note, document::FigureIndex figure);

  std::uint32_t size() const { return static_cast<std::uint32_t>(notes_.size()); }
  /// The notes without their full forms; the book takes no more.
  std::vector<document::Note> take();
  /// The full forms of the notes that it gave.
  void write_full_forms(std::vector<document::Note>& taken) const;

 private:
  /// What a note is made from, so that it can be written in a further language.
  struct Recipe {
    enum class Kind { observation, action, citation, source, calculation } kind;
    std::uint32_t index = 0;
    dataset::Citation citation{};
    Evaluated value{};
    std::map<std::string, std::string, std::less<>> reasons{};  ///< By language.
  };

  document::NoteIndex add(Recipe recipe, const std::string& period, std::string_view lang);
  void write_in(document::NoteIndex note, std::string_view lang);
  document::NoteText write(const Recipe& recipe, std::string_view lang) const;
  std::string rest_of_citations(const std::vector<dataset::Citation>& citations, const std::string& statement, std::string_view lang) const;
  std::string statement_of(const dataset::Observation& row, std::uint32_t index, std::string_view lang) const;
  std::string statement_of(const dataset::Action& action, std::uint32_t index, std::string_view lang) const;
  std::string losing_values(const dataset::Observation& row, std::string_view lang) const;
  std::string sentences_of(const Recipe& recipe, std::string_view lang) const;
  /// A source and all that a note takes from it: ", para. 2: “«2,000» chips”; table 1: “2,000”."
  struct Cited {
    std::string source;  ///< Id.
    std::string said;
  };
  std::vector<Cited> cited_by(const document::Note& note, const Recipe& recipe) const;
  std::string sources_of(const document::Note& note, const std::vector<Cited>& cited, bool in_full) const;
  std::string qualified_by(const document::Note& note, const Recipe& recipe) const;
  std::string source_line(const dataset::Source& source) const;
  /// The source that stands for a text and its copies.
  std::uint32_t witness(const std::string& source) const;

  const dataset::Dataset& dataset_;
  StatedWordings& wordings_;
  std::string lang_;
  std::vector<document::Note> notes_;
  std::vector<Recipe> recipes_;
  std::map<std::string, document::NoteIndex> by_statement_;
};

}  // namespace briefpack::resolve
