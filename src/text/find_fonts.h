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
/// exact names and file; its substitution is not used. Errors: text/missing-font (exit 3), one a package.
Result<std::vector<FontPlace>> find_fonts(std::span<const FontRow> rows);

/// One of them through fontconfig alone.
std::optional<FontPlace> find_listed_font(const FontRow& row);

}  // namespace briefpack::text
