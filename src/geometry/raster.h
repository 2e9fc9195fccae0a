#pragma once

#include <cstdint>
#include <string>

namespace briefpack::geometry {

/// A picture of pixels, sRGB with eight bits, rows from the top.
struct Raster {
  std::uint32_t width = 0, height = 0;  ///< Pixels.
  std::string rgb;                      ///< Three bytes a pixel.
  std::string alpha;                    ///< One byte a pixel, 255 is opaque; empty when all are opaque.
};

}  // namespace briefpack::geometry
