#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace briefpack::geometry {

/// A colour by what it is for (visual specification, section 4). Shapes and texts carry these names; what a name looks like, a
/// Palette says, and only the writers of files ask it. So a theme's colours reach everything that is drawn.
enum class Color : std::uint8_t {
  ink,
  ink_2,
  muted,
  rule,
  panel,
  navy,
  accent,
  teal,
  bar,
  band_1,
  band_2,
  band_3,
  range,
  track,   ///< The whole list behind a place in it.
  amber,
  hatch,   ///< Lines in a disputed cell.
  white,   ///< The paper, and text on dark grounds; the same in every palette.
  alarm,   ///< What is wrong with a draft; the same in every palette.
};
inline constexpr std::size_t kColors = 18;

namespace palette {
inline constexpr Color kInk = Color::ink, kInk2 = Color::ink_2, kMuted = Color::muted, kRule = Color::rule, kPanel = Color::panel,
                       kNavy = Color::navy, kAccent = Color::accent, kTeal = Color::teal, kBar = Color::bar,
                       kBand1 = Color::band_1, kBand2 = Color::band_2, kBand3 = Color::band_3, kRange = Color::range,
                       kTrack = Color::track, kAmber = Color::amber, kHatch = Color::hatch, kWhite = Color::white,
                       kAlarm = Color::alarm;
}  // namespace palette

/// "ink-2", as theme files write it.
std::string_view name(Color color);

/// Opaque sRGB; there is no transparency among the colours, as PDF/A readers and printers like it.
struct Rgb {
  std::uint8_t r = 0, g = 0, b = 0;
  friend bool operator==(const Rgb&, const Rgb&) = default;
};

/// From 0xRRGGBB and back.
constexpr Rgb rgb(std::uint32_t hex) {
  return {static_cast<std::uint8_t>(hex >> 16), static_cast<std::uint8_t>((hex >> 8) & 0xFF), static_cast<std::uint8_t>(hex & 0xFF)};
}
constexpr std::uint32_t hex(Rgb color) { return static_cast<std::uint32_t>(color.r) << 16 | static_cast<std::uint32_t>(color.g) << 8 | color.b; }

/// What each colour looks like. The default is that of the visual specification, the theme `plain`.
struct Palette {
  std::array<Rgb, kColors> colors{rgb(0x17212B), rgb(0x46525E), rgb(0x5D6975), rgb(0xC9D1D8), rgb(0xF2F5F7), rgb(0x12395B),
                                  rgb(0xB83A0E), rgb(0x0F6B63), rgb(0x8FA3B5), rgb(0x1D4E79), rgb(0x9CC0DE), rgb(0xE1ECF5),
                                  rgb(0xB9C5D0), rgb(0xD5DEE6), rgb(0xF2A93B), rgb(0xD9DFE4), rgb(0xFFFFFF), rgb(0x9B1C1C)};

  constexpr Rgb operator[](Color color) const { return colors[static_cast<std::size_t>(color)]; }
  constexpr Rgb& operator[](Color color) { return colors[static_cast<std::size_t>(color)]; }
  friend bool operator==(const Palette&, const Palette&) = default;
};

/// Contrast ratio of two colours, from 1 to 21 (WCAG 2.1, definitions of contrast ratio and relative luminance).
double contrast(Rgb a, Rgb b);

}  // namespace briefpack::geometry
