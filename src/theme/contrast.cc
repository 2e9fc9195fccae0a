#include "theme/contrast.h"

#include <cmath>

#include <fmt/format.h>

namespace briefpack::theme {

namespace {

using enum geometry::Color;

constexpr TextOnGround kPairs[] = {
    // Pages and charts, on paper.
    {ink, white},
    {ink_2, white},
    {muted, white},
    {navy, white},
    {accent, white},
    {teal, white},
    // Boxes and the lane of undated actions.
    {ink, panel},
    {ink_2, panel},
    {muted, panel},
    {navy, panel},
    {accent, panel},
    // Bands of covers; a finding of a draft on them.
    {white, navy},
    {amber, navy},
    // Shaded places with their note marks.
    {white, band_1},
    {ink, band_2},
    {navy, band_2},
    {ink, band_3},
    {navy, band_3},
    // Words on bars.
    {ink, bar},
    {navy, bar},
};

}  // namespace

std::span<const TextOnGround> texts_on_grounds() { return kPairs; }

std::vector<LowContrast> low_contrasts(const geometry::Palette& palette) {
  std::vector<LowContrast> out;
  for (const TextOnGround& pair : kPairs) {
    const double ratio = geometry::contrast(palette[pair.text], palette[pair.ground]);
    if (ratio < kLeastContrast) out.push_back({pair, ratio});
  }
  return out;
}

namespace {
double rounded_down(double ratio) { return std::floor(ratio * 10) / 10; }
}  // namespace

std::string words_of(const LowContrast& low) {
  return fmt::format("{} on {} has a contrast of {:.1f} to 1", name(low.pair.text), name(low.pair.ground), rounded_down(low.ratio));
}

std::string short_words_of(const LowContrast& low) {
  return fmt::format("{} on {} one of {:.1f}", name(low.pair.text), name(low.pair.ground), rounded_down(low.ratio));
}

}  // namespace briefpack::theme
