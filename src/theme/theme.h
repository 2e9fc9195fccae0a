#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include <briefpack/source_span.h>

#include "dataset/local_text.h"
#include "geometry/palette.h"
#include "geometry/raster.h"
#include "geometry/text_style.h"

/// How a document looks and whose it is: values only, so that a theme can be read, carried and compared like any other part of
/// a document. The default is the theme `plain`.
namespace briefpack::theme {

enum class Cover : std::uint8_t {
  full_bleed,  ///< Bands run to the edges of the page.
  framed,      ///< Rules instead of bands, the margins stay white: for printers that cannot print to the edge.
};

/// A font by the names that fontconfig lists and the base name of its file; a file of another name is another release.
struct FontName {
  std::string family, style, file;
  SourceSpan span;  ///< Where the theme names it.
};

struct Fonts {
  std::array<std::optional<FontName>, 4> faces;  ///< By geometry::FontFace; nothing: the program's own.
  std::vector<FontName> fallbacks;               ///< Asked in this order for what the face has not, before the program's own.
  bool empty() const { return fallbacks.empty() && !faces[0] && !faces[1] && !faces[2] && !faces[3]; }
};

struct Logo {
  enum class Place : std::uint8_t { cover, running_head } place = Place::cover;
  dataset::LocalText alt;        ///< What it shows, in words; never empty.
  double width = 0, height = 0;  ///< Points, on a cover; a running head makes it smaller.
  std::shared_ptr<const geometry::Raster> image;
};

struct Theme {
  std::string name = "plain";  ///< As the template gives it.
  geometry::Palette palette;
  Cover cover = Cover::full_bleed;
  dataset::LocalText unit;    ///< Who publishes, in bands and page feet; empty: the pack's publisher.
  dataset::LocalText footer;  ///< Left in the page foot, instead of unit, issue and cut-off.
  Fonts fonts;
  std::vector<Logo> logos;
};

}  // namespace briefpack::theme
