#pragma once

#include <cstdint>
#include <span>

// Private to text/: HarfBuzz's types do not leave this folder.
#include <hb.h>

namespace briefpack::text {

/// The words of one font in which no glyph is ever replaced by another, but by figures of equal width. Two thirds of HarfBuzz's
/// work on a Latin word is looking for replacements (composed letters, ligatures, forms beside capitals), mostly in vain.
///
/// Two alphabets are tried when the font is opened: letters, and figures with the letters that stand beside them ("H100"), each
/// with points and quotes. An alphabet is plain when the substitutions that are on by default, of all scripts and languages,
/// reach no glyph outside of it (hb_ot_layout_lookups_substitute_closure); a font with an fi ligature has no plain letters.
class PlainWords {
 public:
  explicit PlainWords(hb_font_t* font);

  /// Whether `word` can be shaped with without_substitution() and comes out as it would without that.
  bool hold(std::span<const char32_t> word) const;

  /// Switches off what PlainWords looked at.
  static std::span<const hb_feature_t> without_substitution();

 private:
  std::uint8_t plain_ = 0;  ///< Alphabets that are plain, as bits.
};

}  // namespace briefpack::text
