#pragma once

#include <vector>

#include <briefpack/diagnostic.h>
#include <briefpack/source_span.h>

#include "dataset/dataset.h"
#include "document/document.h"

/// Drafts: a document that is made in spite of findings shows each of them where it was found.
namespace briefpack::resolve {

/// Marks of the findings that end within `span`, in their order.
std::vector<document::FindingMark> marks_within(const Diagnostics& findings, SourceSpan span);

/// Marks what rests on a value, a figure or an exhibit that a finding is about (Diagnostic::about), and gives the document its
/// draft line and a last section that lists all findings. `findings` are those of the whole run.
void mark_draft(document::Document& document, const dataset::Dataset& dataset, const Diagnostics& findings,
                const SourceMap& sources);

}  // namespace briefpack::resolve
