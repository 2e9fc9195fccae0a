#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "geometry/text_style.h"
#include "text/glyph_run.h"

namespace briefpack::text {

/// One font that the program may use. Its place in the table is its FontId.
struct FontRow {
  std::string_view family, style;  ///< As fontconfig lists them, one of the font's names.
  std::string_view file;           ///< Base name; another file with the same family is another release.
  std::string_view package;        ///< Debian package that installs it.
};

/// Latin faces first, in the order of geometry::FontFace, then Korean, then the fallbacks by script.
std::span<const FontRow> font_table();

/// Fonts for text of `face`, in the order in which they are asked for a character.
std::span<const FontId> font_stack(geometry::FontFace face);

}  // namespace briefpack::text
