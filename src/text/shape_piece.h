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
#include "text/known_pairs.h"
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
  PieceShaper(Fonts::Impl& fonts, Lookups lookups) : fonts_(fonts), lookups_(lookups) {}

  /// Shapes text.all[range], whose characters share font, script and level. `word` is the unbreakable stretch around it,
  /// in which letters join over the ends of the piece.
  std::shared_ptr<const PieceGlyphs> shape(const Characters& text, Range range, Range word, const FontFile& file,
                                           std::string_view lang, PieceStyle style);

 private:
  std::shared_ptr<const PieceGlyphs> shape_anew(const Characters& text, Range range, Range word, const FontFile& file,
                                                std::string_view lang, PieceStyle style);
  /// The piece that key_ names, by memory or shaped anew.
  std::shared_ptr<const PieceGlyphs> remembered(const Characters& text, Range range, const FontFile& file, std::string_view lang,
                                                PieceStyle style);
  std::uint32_t number_of(std::string_view lang);
  /// The words of the font that no substitution changes, when `codes`, characters like `first`, are one.
  const PlainWords* plain_words(const Character& first, std::u32string_view codes);
  KnownPairs& pairs_of(const Character& first, const FontFile& file, std::string_view lang, PieceStyle style);
  /// The glyphs of `codes`, of which `range` counts and the rest only stands beside it.
  PieceGlyphs shape_by_harfbuzz(const Character& first, std::u32string_view codes, Range range, const FontFile& file, std::string_view lang,
                                PieceStyle style, bool is_plain);

  Fonts::Impl& fonts_;
  Lookups lookups_;
  std::unique_ptr<hb_buffer_t, HbDestroy<hb_buffer_destroy>> buffer_{hb_buffer_create()};
  std::map<std::string, std::uint32_t, std::less<>> langs_;
  std::map<std::string, std::uint32_t, std::less<>>::const_iterator last_lang_ = langs_.end();
  std::unordered_map<std::uint64_t, KnownPairs> known_pairs_;  ///< By font, language and kind of figures.
  std::u32string codes_;  ///< Of the piece being shaped; kept for its memory.
  std::u32string key_;  ///< Of the piece being looked up; kept for its memory.
  std::unordered_map<std::u32string, std::shared_ptr<const PieceGlyphs>> remembered_;
  std::u32string last_space_key_;  ///< Every second piece is a space, mostly like the one before.
  std::shared_ptr<const PieceGlyphs> last_space_;
};

}  // namespace briefpack::text
