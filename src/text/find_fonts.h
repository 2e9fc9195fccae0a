#pragma once

#include <span>
#include <string>
#include <vector>

#include <briefpack/result.h>

#include "text/font_table.h"

namespace briefpack::text {

/// A font file on this machine and the face in it (a collection, TTC, holds several).
struct FontPlace {
  std::string path;
  unsigned face = 0;
};

/// Where the fonts of `rows` lie, in their order. Looks for the listed names and file exactly; fontconfig's substitution
/// is not used. Errors: text/missing-font (exit 3), one a package.
Result<std::vector<FontPlace>> find_fonts(std::span<const FontRow> rows);

}  // namespace briefpack::text
