#pragma once

#include <optional>
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

/// Where the fonts of `rows` lie, in their order: the listed file where Debian's packages put it, else what fontconfig lists under the
/// exact names and file; its substitution is not used. Fonts of a theme are looked for by fontconfig alone, as their names are the
/// user's. Errors: text/missing-font (exit 3), one a package, and one for each font of a theme at its place.
Result<std::vector<FontPlace>> find_fonts(std::span<const FontRow> rows);

/// One of them through fontconfig alone.
std::optional<FontPlace> find_listed_font(const FontRow& row);

}  // namespace briefpack::text
