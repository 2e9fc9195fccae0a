#pragma once

#include <array>
#include <string>

#include "geometry/geometry.h"
#include "page/page.h"

namespace briefpack::svg {

struct SvgOptions {
  std::string title;        ///< What a viewer shows as the picture's name.
  std::string description;  ///< What a screen reader says.
  std::string lang = "en";  ///< BCP 47.
  std::array<std::string, 4> families = {};  ///< By geometry::FontFace, of a theme; empty: Inter.
  geometry::Palette palette = {};  ///< What the page's colours look like.
};

/// A page as a picture (SVG 1.1, UTF-8): the same shapes at the same places. Texts stay texts, in Inter where the machine has
/// it, each run as wide as it was laid out; nothing is fetched and nothing runs. Same page, same bytes. Control characters,
/// which XML cannot hold, are left out.
std::string write_svg(const page::Page& page, geometry::Size size, const SvgOptions& options);

}  // namespace briefpack::svg
