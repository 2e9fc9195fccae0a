#pragma once

#include <span>
#include <string>
#include <vector>

#include "geometry/palette.h"

namespace briefpack::theme {

/// A colour of text and what it stands on, somewhere in the design.
struct TextOnGround {
  geometry::Color text, ground;
};

/// Every pair that the design uses. A test holds the list against the pages that are made.
std::span<const TextOnGround> texts_on_grounds();

/// WCAG 2.1, 1.4.3: at least 4.5 to 1. The exception for large text is not taken.
inline constexpr double kLeastContrast = 4.5;

struct LowContrast {
  TextOnGround pair;
  double ratio = 0;
};

/// The pairs below kLeastContrast, in the order of the list.
std::vector<LowContrast> low_contrasts(const geometry::Palette& palette);

/// "muted on panel has a contrast of 4.1 to 1"; rounded down, so that what is too low never reads as enough.
std::string words_of(const LowContrast& low);
/// The same behind another one: "navy on panel one of 4.1".
std::string short_words_of(const LowContrast& low);

}  // namespace briefpack::theme
