#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "text/characters.h"
#include "text/shape.h"
#include "text/shape_piece.h"

namespace briefpack::text {

/// What a line needs to know about a TextSpan.
struct ParagraphSpan {
  geometry::TextStyle style;
  std::string lang;
  std::uint32_t tag = kNoTag;
};

/// Characters that were shaped together, at their size.
struct Piece {
  Range range;
  bool is_space = false;  ///< The white space of its segment.
  double scale = 0;       ///< Points in a font unit.
  double tracking = 0;    ///< Points behind each cluster.
  std::shared_ptr<const PieceGlyphs> glyphs;

  double width() const { return static_cast<double>(glyphs->advance) * scale + glyphs->clusters * tracking; }
};

class ShapedParagraph::Impl {
 public:
  const Fonts* fonts = nullptr;
  std::vector<ParagraphSpan> spans;
  Characters text;
  std::vector<Piece> pieces;  ///< In logical order.
  std::vector<Segment> segments;
  std::vector<std::size_t> piece_ends;  ///< For each segment, where its pieces end.
  std::vector<double> width_ends;       ///< [i]: width of the first i segments with all their white space.

  /// Width of each character of `range`, from the pieces beginning with `first_piece`.
  std::vector<double> advances(std::size_t first_piece, Range range) const;
  /// The space with which `spaces`, the white space at the end of a line, begins: without width, but there to be read.
  Piece hidden_space(const Piece& spaces) const;
  /// Puts pieces in visual order and joins those that look alike to runs.
  ShapedText make_line(std::span<const Piece> line) const;

 private:
  /// A run for pieces that look alike, with room for them.
  GlyphRun new_run(std::span<const Piece* const> alike) const;
  void append(GlyphRun& run, const Piece& piece) const;
};

}  // namespace briefpack::text
