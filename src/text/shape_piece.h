#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

// Private to text/: HarfBuzz's types do not leave this folder.
#include <hb.h>

#include "text/characters.h"
#include "text/font_file.h"
#include "text/plain_words.h"
#include "text/shape.h"

namespace briefpack::text {

/// A glyph in font units; `dy` grows upwards, as in the font.
struct UnitGlyph {
  std::uint16_t id = 0;
  std::uint32_t cluster = 0;  ///< Character of the piece, from 0.
  std::int32_t advance = 0, dx = 0, dy = 0;
  bool ends_cluster = false;  ///< The next glyph shows other characters; tracking goes behind this one.
};

/// A piece of text in one font, script and direction, without size: the same at every size and in every colour.
struct PieceGlyphs {
  std::vector<UnitGlyph> glyphs;  ///< From left to right.
  std::int64_t advance = 0;
  std::uint32_t clusters = 0;
};

/// What else changes the glyphs.
struct PieceStyle {
  bool tabular = false;   ///< Feature tnum.
  bool ligatures = true;  ///< Off in tracked text, where a ligature would stick out.
};

/// Calls HarfBuzz and remembers words.
class PieceShaper {
 public:
  explicit PieceShaper(Lookups lookups) : lookups_(lookups) {}

  /// Shapes text.all[range], whose characters share font, script and level. `word` is the unbreakable stretch around it,
  /// in which letters join over the ends of the piece.
  std::shared_ptr<const PieceGlyphs> shape(const Characters& text, Range range, Range word, const FontFile& file,
                                           std::string_view lang, PieceStyle style);

 private:
  std::shared_ptr<const PieceGlyphs> shape_anew(const Characters& text, Range range, Range word, const FontFile& file,
                                                std::string_view lang, PieceStyle style);
  std::uint32_t number_of(std::string_view lang);
  /// Whether no substitution changes `codes`, characters like `first`.
  bool is_plain(const Character& first, std::u32string_view codes, const FontFile& file);

  Lookups lookups_;
  std::unique_ptr<hb_buffer_t, HbDestroy<hb_buffer_destroy>> buffer_{hb_buffer_create()};
  std::map<std::string, std::uint32_t, std::less<>> langs_;
  std::unordered_map<const FontFile*, PlainWords> plain_words_;
  std::u32string key_;  ///< Of the piece being looked up; kept for its memory.
  std::unordered_map<std::u32string, std::shared_ptr<const PieceGlyphs>> remembered_;
};

}  // namespace briefpack::text
