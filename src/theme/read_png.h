#pragma once

#include <cstdint>
#include <string_view>

#include <briefpack/result.h>

#include "geometry/raster.h"

namespace briefpack::theme {

// A logo is small; what is larger costs every page's reader, and a hostile file no more than this.
inline constexpr std::size_t kPngBytes = 1u << 20;
inline constexpr std::uint32_t kPngSide = 4000, kPngPixels = 2'000'000;

/// A PNG file (ISO/IEC 15948) of any kind, interlaced, indexed, grey or with sixteen bits, as sRGB with eight; gamma and
/// chromaticities that it states are heeded, a colour profile inside it is not. The whole file is read: one that is cut short,
/// damaged, or goes on behind its end is refused, and so is an indexed one with pixels of no colour of its palette. Error: theme/logo, without a place, its message goes on behind the file's name.
Result<geometry::Raster> read_png(std::string_view bytes);

}  // namespace briefpack::theme
