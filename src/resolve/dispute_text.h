#pragma once

#include <vector>

#include "dataset/dataset.h"
#include "document/inline.h"
#include "resolve/lowering.h"

namespace briefpack::resolve {

/// The notes on which a position rests: those of its observations, else of its citations.
std::vector<document::NoteIndex> position_notes(Lowering& lowering, const dataset::Position& position,
                                                const Scope& scope);

/// A position's text with its marks.
document::Inlines position_text(Lowering& lowering, const dataset::Position& position, const Scope& scope);

}  // namespace briefpack::resolve
