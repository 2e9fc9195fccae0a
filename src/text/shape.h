#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <briefpack/diagnostic.h>

#include "geometry/text_style.h"
#include "text/fonts.h"
#include "text/glyph_run.h"

namespace briefpack::text {

/// From characters to glyphs, in phases: bidi levels (UAX #9, ICU) - break opportunities - pieces of one span, level,
/// font and script inside each unbreakable segment - HarfBuzz per piece, remembered by text and font - lines, whose
/// pieces are put in visual order and joined to runs.

/// A stretch of a paragraph in one style. Spans follow each other without space between them.
struct TextSpan {
  std::string text;
  geometry::TextStyle style;
  std::string lang{};          ///< BCP 47; empty is as the paragraph.
  std::uint32_t tag = kNoTag;  ///< Comes back in each GlyphRun made from this span.
};

/// A part of a paragraph in which no line may end. White space after it belongs to it.
struct Segment {
  double width = 0;           ///< Without the white space after it, points.
  double space = 0;           ///< Width of that white space; it vanishes at the end of a line.
  bool breaks_after = false;  ///< The line ends here, as the text says.
  std::size_t end = 0;        ///< Byte in the joined text of the spans where the next segment begins.
};

/// A paragraph, shaped once; lines are cut out of it at segments.
class ShapedParagraph {
 public:
  class Impl;
  explicit ShapedParagraph(std::unique_ptr<Impl> impl);
  ShapedParagraph(ShapedParagraph&&) noexcept;
  ShapedParagraph& operator=(ShapedParagraph&&) noexcept;
  ~ShapedParagraph();

  /// A greedy line breaker adds up width and space of each and compares before the next one's width.
  const std::vector<Segment>& segments() const;
  /// Width of a line of the segments [first, last), white space at its end left out. Constant time.
  double width(std::size_t first, std::size_t last) const;
  /// The line of the segments [first, last). White space at its end takes no width; unless the paragraph ends there, one
  /// space stays as a glyph without advance, so that those who hear or copy the text get words apart.
  /// REQUIRES: first <= last <= segments().size().
  ShapedText line(std::size_t first, std::size_t last) const;
  /// The whole paragraph on one line.
  ShapedText all() const { return line(0, segments().size()); }
  bool is_right_to_left() const;

 private:
  std::unique_ptr<Impl> impl_;
};

/// Which of a font's substitutions are looked for. The glyphs are the same.
enum class Lookups : std::uint8_t {
  needed,  ///< None in words that none can change (plain_words.h).
  all,
};

/// Shapes text and remembers words. Keeps a reference to the fonts.
class Shaper {
 public:
  explicit Shaper(const Fonts& fonts, Lookups lookups = Lookups::needed);
  Shaper(Shaper&&) noexcept;
  ~Shaper();

  /// Segments wider than `max_width` (an address without a break opportunity) are cut between characters so that each
  /// fits, if it is given. The direction of the paragraph is that of its first strong character.
  ShapedParagraph paragraph(std::span<const TextSpan> spans, std::string_view lang,
                            std::optional<double> max_width = std::nullopt);
  /// One line of one style. Line ends in `text` count as spaces; white space at its end is kept, for what follows it.
  ShapedText line(std::string_view text, const geometry::TextStyle& style, std::string_view lang);
  /// Width of that line, without building its runs.
  double width(std::string_view text, const geometry::TextStyle& style, std::string_view lang);

  /// Code points met, since forget_missing, that no font holds, ascending; U+FFFD stands in their place.
  std::vector<char32_t> missing() const;
  std::size_t missing_count() const;
  /// A warning text/no-font that names them; nothing when there are none.
  std::optional<Diagnostic> missing_warning() const;

  void forget_missing();

  const Fonts& fonts() const;

 private:
  class Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace briefpack::text
