#pragma once

#include <memory>
#include <string>
#include <vector>

#include <briefpack/result.h>

#include "changes/compare.h"
#include "dataset/dataset.h"
#include "document/document.h"
#include "resolve/commons.h"
#include "templates/tree.h"

/// Dataset + template tree → Document. The folder has two halves:
///   figure_book.h   what is printed: values, figures, notes, disputes, claims
///   resolve.cc      the template is lowered until what the document says about itself is true
///   lower_*.cc      sections, blocks, inlines and roles
///   directives.cc   the table of directives; directive_*.cc lower one family each
///   chart_*.cc      the marks of directive_chart.cc, one table row each
namespace briefpack::resolve {

/// What the caller decides beside the template's own front matter; an empty field leaves that to the template.
struct ResolveOptions {
  std::string template_name{};  ///< Base name, for the workbook's cover.
  std::string lang{};           ///< Document language; else the front matter's, else the pack's.
  const Diagnostics* findings = nullptr;  ///< Makes a draft: findings of a run before, each marked at its place in a text.
  std::string focus{};          ///< Entity id (`--for-each entity`).
  const changes::Comparison* changes = nullptr;  ///< Against the edition before (`--previous`), when one was given.
  std::shared_ptr<Commons> commons{};            ///< Of dataset and `changes`, shared with other editions; nullptr: own ones.
};

/// The template's default set as entity ids, each once: `entities` of the front matter, else all countries and economies of the
/// pack. Errors as resolve tells them: unknown names, a set that asks for the focus where there is none.
Result<std::vector<std::string>> default_set(const dataset::Dataset& dataset, const templates::Template& tree);

/// The document with all its figures, notes and exhibits in reading order, and warnings beside it. All faults of the template
/// are collected; codes resolve/… (docs/diagnostics.md). Same input, same document.
Result<document::Document> resolve(const dataset::Dataset& dataset, const templates::Template& tree,
                                   const ResolveOptions& options);

}  // namespace briefpack::resolve
