#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "text/glyph_run.h"

namespace briefpack::text {

/// Glyphs and characters that belong together and cannot be told apart further.
struct Cluster {
  std::size_t first_glyph = 0, glyph_count = 0;
  /// What the glyphs show, UTF-8, in logical order. Joiners and other invisible characters are left out; a bracket that runs
  /// from right to left is the one that is drawn, so that copied text opens where it opens.
  std::string text;
};

/// The clusters of a run, from left to right.
std::vector<Cluster> clusters(const GlyphRun& run);

}  // namespace briefpack::text
