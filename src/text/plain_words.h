#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>

// Private to text/: HarfBuzz's types do not leave this folder.
#include <hb.h>

#include "text/font_file.h"

namespace briefpack::text {

/// The words of one font in which no glyph is ever replaced by another, but by figures of equal width. Two thirds of HarfBuzz's
/// work on a Latin word is looking for replacements (composed letters, ligatures, forms beside capitals), mostly in vain. Where
/// in addition all that the font moves is the second glyph of a pair, words need no HarfBuzz at all (known_pairs.h).
///
/// Two alphabets are tried when the font is opened: letters, and figures with the letters that stand beside them ("H100"), each
/// with points and quotes. An alphabet is plain when the substitutions that are on by default, of all scripts and languages,
/// reach no glyph outside of it (hb_ot_layout_lookups_substitute_closure); a font with an fi ligature has no plain letters.
class PlainWords {
 public:
  explicit PlainWords(hb_font_t* font);

  /// Whether `word` can be shaped with without_substitution() and comes out as it would without that.
  bool hold(std::span<const char32_t> word) const;

  /// Whether, in words that it holds, the glyph of a character is always the same, and its advance is decided by the character
  /// behind it alone: kerning is by pairs, and figures of equal width replace one by one.
  bool have_pairs_only() const { return has_pairs_only_; }

  /// The glyph of a character of the alphabets; nothing for those that figures of equal width replace, if `tabular`.
  std::optional<std::uint16_t> glyph_of(char32_t code, bool tabular) const;

  /// Switches off the substitutions that PlainWords looked at, and marks, which no plain word has.
  static std::span<const hb_feature_t> without_substitution();

 private:
  hb_font_t* font_;
  std::unique_ptr<hb_set_t, HbDestroy<hb_set_destroy>> tabular_{hb_set_create()};  ///< Glyphs that figures of equal width replace.
  std::uint8_t plain_ = 0;  ///< Alphabets that are plain, as bits.
  bool has_pairs_only_ = false;
};

}  // namespace briefpack::text
