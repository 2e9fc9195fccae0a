#include "geometry/palette.h"

#include <algorithm>
#include <cmath>

namespace briefpack::geometry {

namespace {

constexpr std::array<std::string_view, kColors> kNames{"ink",    "ink-2",  "muted",  "rule",  "panel", "navy",  "accent", "teal",  "bar",
                                                       "band-1", "band-2", "band-3", "range", "track", "amber", "hatch",  "white", "alarm"};

double linear(std::uint8_t part) {
  const double s = part / 255.0;
  return s <= 0.04045 ? s / 12.92 : std::pow((s + 0.055) / 1.055, 2.4);
}

double luminance(Rgb color) { return 0.2126 * linear(color.r) + 0.7152 * linear(color.g) + 0.0722 * linear(color.b); }

}  // namespace

std::string_view name(Color color) { return kNames[static_cast<std::size_t>(color)]; }

double contrast(Rgb a, Rgb b) {
  const auto [dark, light] = std::minmax({luminance(a), luminance(b)});
  return (light + 0.05) / (dark + 0.05);
}

}  // namespace briefpack::geometry
