#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "text/font_file.h"
#include "text/fonts.h"

namespace briefpack::text {

/// The part of `file` that draws `glyphs`, with compact glyph numbers. Nothing when HarfBuzz refuses the font.
std::optional<FontSubset> subset_font(const FontFile& file, const std::vector<std::uint16_t>& glyphs);

}  // namespace briefpack::text
