#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include <briefpack/diagnostic.h>

#include "document/document.h"

namespace briefpack::resolve {

/// A figure in the head of a section, where no marks are shown.
struct HeadlineUse {
  std::uint32_t section = 0;
  document::FigureIndex figure = document::kNone;
  std::string text;
  SourceSpan span;
};

/// DESIGN.md section 4: a figure in a headline must stand with its marks in the same section; the words of a claim need the
/// figures that it rests on. Warns resolve/headline-without-mark. Counts over the document need no mark.
void check_headlines(const document::Document& document, const std::vector<HeadlineUse>& uses,
                     Diagnostics& diagnostics);

}  // namespace briefpack::resolve
