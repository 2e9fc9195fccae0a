#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

// Private to text/: HarfBuzz's types do not leave this folder.
#include <hb.h>

#include "text/font_file.h"
#include "text/lookup_tables.h"

namespace briefpack::text {

struct PieceGlyphs;

/// The characters of PlainWords in one font, language and kind of figures, with the advance of each before each other. Words are
/// put together from them: the same glyphs as HarfBuzz's for a hundredth of its work. REQUIRES: PlainWords::have_pairs_only.
class KnownPairs {
 public:
  /// `plan` is how HarfBuzz would shape such a word.
  KnownPairs(hb_font_t* font, hb_shape_plan_t* plan);

  /// Whether the glyph of the character is known.
  bool knows(char32_t code) const { return letters_[index_of(code)].has_value(); }
  /// Notes it. A word that ends with it has its advance.
  void add(char32_t code, std::uint16_t glyph);
  /// Puts a word together. REQUIRES: knows each of its characters.
  void compose(std::span<const char32_t> word, PieceGlyphs& to);

 private:
  /// The end of a word, U+0020 to U+007F and U+2018 to U+201D.
  static constexpr std::size_t kCodes = 1 + 0x60 + 6;
  static constexpr std::int32_t kUnknown = INT32_MIN;

  struct Letter {
    std::uint16_t glyph = 0;
    std::vector<std::vector<PairPlace>> places;  ///< In each of lookups_.
  };

  /// Row or column of a character; 0 is the end of a word.
  static std::size_t index_of(char32_t code) { return code < 0x80 ? code - 0x1F : code - 0x2018 + 0x61; }
  std::int32_t advance(std::size_t first, std::size_t second) const;

  hb_font_t* font_;
  HbBlob positions_;                                  ///< Table GPOS, into which the subtables point.
  std::vector<std::vector<LookupSubtable>> lookups_;  ///< All that kern.
  std::array<std::optional<Letter>, kCodes> letters_{};
  std::vector<std::int32_t> advances_;  ///< By character and the one behind it, in font units; as they are asked for.
};

}  // namespace briefpack::text
