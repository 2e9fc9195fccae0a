#pragma once

#include <briefpack/diagnostic.h>

#include "dataset/dataset.h"
#include "document/document.h"

namespace briefpack::truth {

/// Found by the rules of truth/ or by the reader of metric files, and not at a role or exhibit of the template (resolve/…): what
/// it is about is a row, wherever that is printed.
bool is_about_data(const Diagnostic& finding);

/// How many sentences a finding lists; the others are counted.
inline constexpr std::size_t kMostSentences = 8;

/// Adds to each error of Fault::truth about an observation (Diagnostic::about), found in the data, the printed sentences that rest on it, each a note
/// at its role in the template: these are what a person must read again once the value is mended. Cells of tables and charts
/// change by themselves and are not listed; neither is a sentence at which the finding itself stands.
void add_sentences_to_reread(Diagnostics& findings, const dataset::Dataset& dataset, const document::Document& document);

}  // namespace briefpack::truth
