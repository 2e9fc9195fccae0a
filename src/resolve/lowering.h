#pragma once

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include <briefpack/diagnostic.h>

#include "dataset/dataset.h"
#include "document/document.h"
#include "numfmt/strings.h"
#include "resolve/context.h"
#include "resolve/figure_book.h"
#include "resolve/foreknowledge.h"
#include "resolve/headline_marks.h"
#include "templates/tree.h"

namespace briefpack::resolve {

/// Where in the document a part of the template stands: its language and names, and how it is printed there.
struct Scope {
  Context context;
  FormPlace place = FormPlace::prose;
  bool shows_marks = true;  ///< Headlines, contents and alt texts show none.
  document::TextRole role = document::TextRole::body;
  bool in_pdf = true, in_workbook = true;  ///< From `only`.

  const std::string& lang() const { return context.lang; }
};

/// Cells of one comparison, for the data-quality box.
struct ComparisonCounts {
  struct Group {
    std::string name;
    CellCounts counts;
  };
  std::string label;
  std::vector<Group> groups;
  std::vector<std::pair<std::uint32_t, CellCounts>> by_entity;  ///< Entity index, in the comparison's order.
  CellCounts all;
};

/// One lowering of a template, in reading order: the state that all lower_* and directive_* functions share.
class Lowering {
 public:
  /// All outlive the lowering.
  Lowering(const dataset::Dataset& facts, const templates::Template& source, const Foreknowledge& known,
           FigureBook& figures, document::Document& made)
      : dataset(facts), tree(source), book(figures), document(made), known_(known) {}

  const dataset::Dataset& dataset;
  const templates::Template& tree;
  FigureBook& book;
  document::Document& document;
  Foreknowledge learned;                      ///< Filled on the way; counts and notes by resolve.cc at the end.
  std::vector<ComparisonCounts> comparisons;  ///< Lowered so far.
  std::vector<HeadlineUse> headline_uses;
  const Diagnostics* findings = nullptr;    ///< Of a draft: each is marked at its place.
  std::set<std::uint32_t> placed_disputes;  ///< Those with an entry of their own.

  /// What the lowering before this one learned; empty in the first one. Asking makes a second lowering necessary.
  const Foreknowledge& foreknown() {
    has_asked_ = true;
    return known_;
  }
  bool has_asked() const { return has_asked_; }
  /// False in the first lowering: what lies ahead is not known, so that nothing can be said about it.
  bool knows_ahead() const { return known_.counts.is_known; }

  /// The next number of a figure or table on pages in `lang`: a summary in a second language counts by itself.
  std::uint32_t next_exhibit(bool is_table, const std::string& lang) { return ++exhibit_counts_[{lang, is_table}]; }

  /// Takes `label` for an exhibit or page. False, with resolve/duplicate-label, when it stands for something already.
  bool take_label(const std::string& label, SourceSpan span);

  void error(std::string code, SourceSpan span, std::string message, std::string pointer = {}, std::string hint = {});
  void warning(std::string code, SourceSpan span, std::string message, std::string pointer = {}, std::string hint = {});

 private:
  const Foreknowledge& known_;
  bool has_asked_ = false;
  std::map<std::pair<std::string, bool>, std::uint32_t> exhibit_counts_;
  std::map<std::string, SourceSpan> labels_;
};

}  // namespace briefpack::resolve
