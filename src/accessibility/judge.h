#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <briefpack/source_span.h>

#include "dataset/dataset.h"
#include "document/document.h"
#include "page/page.h"
#include "templates/tree.h"
#include "workbook/facts.h"

/// The checklists for those who read with their ears, their keyboard or a large letter, one line a requirement (requirements.cc),
/// held against one pack: its template, its pages and its sheets.
namespace briefpack::accessibility {

enum class Output : std::uint8_t { pdf, workbook };
std::string_view name_of(Output output);

/// How a requirement is judged. construction: the program writes nothing else, whatever the pack says; its tests hold it to that.
/// computed: each pack is looked at. author: only a reader can tell.
enum class Basis : std::uint8_t { construction, computed, author };
std::string_view name_of(Basis basis);

/// One thing that keeps a requirement from being met.
struct Fault {
  std::string where;        ///< "Sources!N9", "page 3", "Figure 2"; empty when `span` says it all.
  std::string what;
  SourceSpan span{};        ///< In the template or the metric file; unknown where no line of them is the place.
};

struct Subject {
  const document::Document& document;
  const dataset::Dataset& dataset;
  const templates::Template& tree;
  const page::Pages& pages;
  const std::vector<workbook::SheetFacts>& sheets;
};

struct Requirement {
  const char* id;           ///< "workbook/blank-cells": stable.
  Output output;
  bool is_essential;        ///< As its source says: the checklist calls it essential, or the standard "shall".
  const char* source;       ///< "AF" is the UK Government Analysis Function, "Releasing statistics in spreadsheets".
  const char* words;
  Basis basis;
  const char* judged;       ///< How: what makes it so, what is looked at, or what a reader has to do.
  std::vector<Fault> (*check)(const Subject&);  ///< nullptr unless computed.
};

/// In the order of reports: PDF, then workbook.
const std::vector<Requirement>& requirements();

enum class Verdict : std::uint8_t { met, not_met, author };
/// "met", "not met", "for the author"
std::string_view name_of(Verdict verdict);

struct Line {
  const Requirement* requirement = nullptr;
  Verdict verdict = Verdict::met;
  std::vector<Fault> faults;   ///< The first kMostFaults.
  std::size_t fault_count = 0;
};
inline constexpr std::size_t kMostFaults = 20;

/// One line for each requirement, in their order.
std::vector<Line> judge(const Subject& subject);

}  // namespace briefpack::accessibility
