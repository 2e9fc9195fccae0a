#pragma once

#include <cstdint>
#include <string>

#include "geometry/geometry.h"

namespace briefpack::geometry {

/// The cuts of the visual specification, section 2. Korean and other scripts fall back by face in text/.
enum class FontFace : std::uint8_t { regular, semibold, bold, display_bold };

/// How a piece of text looks. Two styles that compare equal share shaped glyphs.
struct TextStyle {
  FontFace face = FontFace::regular;
  double size = 9;            ///< Points.
  Color color = palette::kInk;
  double tracking = 0;        ///< Extra advance after each glyph, as a fraction of the size (-0.018 = −1.8 %).
  bool tabular = false;       ///< Figures of equal width (OpenType tnum).
  double rise = 0;            ///< Points above the baseline: note marks.

  friend bool operator==(const TextStyle&, const TextStyle&) = default;
};

}  // namespace briefpack::geometry
