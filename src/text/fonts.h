#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <briefpack/result.h>

#include "geometry/geometry.h"
#include "geometry/text_style.h"
#include "text/glyph_run.h"
#include "theme/theme.h"

namespace briefpack::text {

/// Lengths of a font as fractions of the font size; `descender` is positive and lies below the baseline.
struct FontMetrics {
  double ascender = 0, descender = 0;
  double cap_height = 0, x_height = 0;
  /// The box around all glyphs, y up from the baseline as in the font file.
  double left = 0, bottom = 0, right = 0, top = 0;
  double italic_angle = 0;  ///< Degrees counter-clockwise from the vertical.
  int weight = 400;         ///< As in CSS and OS/2.
};

/// What a PDF needs to embed the used part of one font.
struct FontSubset {
  enum class Kind : std::uint8_t {
    truetype,  ///< `program` is a font file with glyf outlines.
    cff,       ///< `program` is a bare CFF table.
  } kind = Kind::truetype;
  std::string program;
  /// Old glyph and its number in the program, ascending by old glyph; for a CID-keyed CFF the number is the CID of its
  /// charset (ISO 32000-1, 9.7.4.2), as viewers select by that.
  std::vector<std::pair<std::uint16_t, std::uint16_t>> numbers;
  std::uint32_t glyph_count = 0;  ///< Glyphs in the program; every number below it is a glyph when `kind` is truetype.
};

/// The fonts of the visual specification, section 2, and their fallbacks. Files are found all at once, mapped into memory
/// only when a character needs them, and never substituted.
///
/// One thread at a time may use a Fonts and the Shaper on it, also through const: faces open on demand. Subsets may be taken of
/// several fonts at once when glyphs of each were shaped before, as those are open.
class Fonts {
 public:
  class Impl;
  explicit Fonts(std::unique_ptr<Impl> impl);
  Fonts(Fonts&&) noexcept;
  Fonts& operator=(Fonts&&) noexcept;
  ~Fonts();

  /// PostScript name, fit for a PDF name ("Inter-SemiBold").
  const std::string& postscript_name(FontId font) const;
  const FontMetrics& metrics(FontId font) const;
  /// The font that Latin text of `face` is set in.
  FontId first_font(geometry::FontFace face) const;
  /// Advance of one glyph as a fraction of the font size, without kerning.
  double advance(FontId font, std::uint16_t glyph) const;
  /// The box of what one glyph paints, from its origin, as a fraction of the font size; y down, so `y` is negative above
  /// the baseline. Empty for a space.
  geometry::Rect ink(FontId font, std::uint16_t glyph) const;
  /// Set when a file that load_fonts found could not be read once it was needed: text/unreadable-font (exit 3). What was
  /// shaped since then is unusable.
  const std::optional<Diagnostic>& fault() const;
  /// The part of the font that draws `glyphs` (any order; .notdef is added). Layout tables, names and hints are left out.
  /// Error: text/subset when the font file is damaged (exit 3).
  Result<FontSubset> subset(FontId font, const std::vector<std::uint16_t>& glyphs) const;

  /// The same fonts for another thread, without looking for their files again.
  Fonts again() const;

  Impl& impl() const { return *impl_; }

 private:
  std::unique_ptr<Impl> impl_;
};

/// Finds every font by family, style and file name through fontconfig: the program's own, and before them those of a theme. The own
/// Latin fonts are opened at once, as this may run beside other work.
/// Errors: text/missing-font (exit 3), one for each Debian package that lacks, naming its families and the package, and one for
/// each font of the theme.
Result<Fonts> load_fonts(const theme::Fonts& of_theme = {});

}  // namespace briefpack::text
