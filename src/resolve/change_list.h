#pragma once

#include "changes/compare.h"
#include "document/document.h"

namespace briefpack::resolve {

/// Puts the changes into the document in its language, for the workbook: Document::changes and revised_observations.
void list_changes(const changes::Comparison& comparison, document::Document& document);

}  // namespace briefpack::resolve
