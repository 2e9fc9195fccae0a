#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include <briefpack/source_span.h>

#include "geometry/text_style.h"
#include "text/glyph_run.h"
#include "theme/theme.h"

namespace briefpack::text {

/// One font that the program may use.
struct FontRow {
  std::string family, style;  ///< As fontconfig lists them, one of the font's names.
  std::string file;           ///< Base name; another file with the same family is another release.
  std::string package;        ///< Debian package that installs it; empty for a font that a theme names.
  SourceSpan asked_at = {};   ///< Where the theme names it.
};

/// The program's own fonts: Latin faces first, in the order of geometry::FontFace, then Korean, then the fallbacks by script.
std::span<const FontRow> font_table();

/// The fonts of a run. A row's place is its FontId: first those of font_table(), then those of the theme.
struct FontBook {
  std::vector<FontRow> rows;
  /// By geometry::FontFace: in the order in which they are asked for a character. The theme's face, its fallbacks, the program's own.
  std::array<std::vector<FontId>, 4> stacks;
};
FontBook font_book(const theme::Fonts& of_theme = {});

}  // namespace briefpack::text
