#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "geometry/geometry.h"
#include "geometry/text_style.h"

namespace briefpack::text {

/// Names one opened font file (and face inside it) of a `Fonts`. Runs with equal ids and styles look alike.
using FontId = std::uint16_t;

/// No caller's mark: see GlyphRun::tag.
inline constexpr std::uint32_t kNoTag = 0xFFFFFFFF;

/// One glyph, placed by adding up the advances before it. All lengths are points; `dy` grows downwards.
struct Glyph {
  std::uint16_t id = 0;       ///< Glyph index in the font program.
  std::uint32_t cluster = 0;  ///< Byte in GlyphRun::text where the characters begin that this glyph shows.
  float advance = 0;          ///< To the next glyph, tracking included.
  float dx = 0, dy = 0;       ///< Where it is drawn, from its place on the baseline (marks).
};

/// Glyphs of one font, style and direction that stand on one baseline. The text stays beside the glyphs, for searching,
/// copying and the golden dumps.
struct GlyphRun {
  FontId font = 0;
  geometry::TextStyle style;
  /// What the glyphs say, in logical order, UTF-8, as drawn: a no-break space is U+0020 here, a character without a font
  /// is U+FFFD.
  std::string text;
  /// From left to right. Clusters grow in a left-to-right run and fall in a right-to-left one.
  std::vector<Glyph> glyphs;
  bool right_to_left = false;
  double width = 0;            ///< Sum of the advances, points.
  std::uint32_t tag = kNoTag;  ///< The caller's mark of the TextSpan that the run comes from.
  std::string lang;            ///< BCP 47, as the span gave it; empty is the document's language.
  std::uint32_t order = 0;     ///< The run's place among those of its line as they are read (ShapedText has them as they are seen).
};

/// Glyphs and characters of a run that belong together and cannot be told apart further.
struct Cluster {
  std::size_t first_glyph = 0, glyph_count = 0;
  /// What the glyphs show, UTF-8, in logical order. Joiners and other invisible characters are left out; a bracket that
  /// runs from right to left is the one that is drawn, so that copied text opens where it opens.
  std::string text;
};

/// The clusters of a run, from left to right.
std::vector<Cluster> clusters(const GlyphRun& run);
/// The same in a vector whose memory is used again.
void clusters(const GlyphRun& run, std::vector<Cluster>& found);

/// A run of a line and where it stands: points from the line's left end.
struct RunPlace {
  std::size_t run = 0;
  double x = 0;
};

/// The runs of a line as they are read: what is written in this order is read so by those who go by the order of writing.
std::vector<RunPlace> as_read(const std::vector<GlyphRun>& runs);

/// One line of text. Runs are in visual order: each begins where the one before it ends.
struct ShapedText {
  std::vector<GlyphRun> runs;
  double width = 0;
  double ascent = 0;   ///< Above the baseline: the highest font's ascender at its size, with its rise. Points.
  double descent = 0;  ///< Below the baseline, as a positive length.
};

}  // namespace briefpack::text
