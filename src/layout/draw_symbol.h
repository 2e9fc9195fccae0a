#pragma once

#include "document/inline.h"
#include "geometry/picture.h"
#include "layout/fragment.h"

namespace briefpack::layout {

/// How wide a sign is beside text of `size`, points.
double symbol_width(document::SymbolKind kind, double size);

/// Draws a sign as paths, its left end at `at` on the baseline.
void draw_symbol(Ink& ink, document::SymbolKind kind, geometry::Point at, double size, geometry::Color color,
                 page::ElementId element);

/// The frame of a dispute tag around its text. `text` starts at `at` on the tag's own baseline and is `width` wide.
void draw_tag_frame(Ink& ink, geometry::Point at, double width);

/// White space inside the frame at each side of the text, the frame included. Points.
inline constexpr double kTagPadding = 1.8 + 0.375;
/// How far the tag's baseline lies above that of the text around it, points.
inline constexpr double kTagRise = 1;

}  // namespace briefpack::layout
