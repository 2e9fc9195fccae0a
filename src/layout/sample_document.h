#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "document/document.h"

/// Documents made by hand for the tests of layout.
namespace briefpack::layout::sample {

/// Builds inlines from a short hand and keeps the figures, notes and disputes that they use.
///
///   *bold*  ~muted~  {> USD |150| bn} or {2,000} a figure  ^2,3^ note marks  <D1> dispute tag  -> arrow
///   %f %h %o %d status dots  %n %p not-equal and plus  @label@ page number
///   [words](https://…) link, "\n" line break
class Sample {
 public:
  document::Document document;

  document::Inlines in(std::string_view markup);
  document::Block text(std::string_view markup, document::TextRole role = document::TextRole::body);
  document::Block heading(std::string_view markup, int level = 2, bool has_rule = false);
  /// Cells from "a|| b|| c": "=1 x" to "=3 x" are shaded, "=! x" disputed, "**x" strong, "!!x" the focus, "x¦y" has a
  /// second line, ".." and "n/a" are muted.
  document::Row row(std::string_view cells);
  /// A note with its text; numbers follow the order of calls.
  void note(std::string source, std::string rest);
  void dispute(std::string id, std::string label);
};

/// The first pages of the monthly briefing: cover, scorecard, compute, policy table, sources, Korean summary.
document::Document briefing();

}  // namespace briefpack::layout::sample
