#include "text/plain_words.h"

#include <array>
#include <memory>

#include <hb-aat.h>
#include <hb-ot.h>

#include "text/font_file.h"

namespace briefpack::text {

namespace {

using HbSet = std::unique_ptr<hb_set_t, HbDestroy<hb_set_destroy>>;

enum Alphabet : std::uint8_t { letters = 1, figures = 2 };

constexpr bool is_letter(char32_t code) { return (code | 0x20) >= U'a' && (code | 0x20) <= U'z'; }

/// The alphabets that hold `code`. An x beside figures becomes a sign of multiplication in Inter. Hyphens, colons and brackets
/// are missing, as fonts have other forms of them beside capitals.
constexpr std::uint8_t alphabets_of(char32_t code) {
  if (is_letter(code)) return (code | 0x20) == U'x' ? letters : letters | figures;
  if (code >= U'0' && code <= U'9') return figures;
  switch (code) {
    case U' ':
    case U'%':
    case U'&':
    case U'\'':
    case U',':
    case U'.':
    case U'/':
    case U';':
    case U'?':
    case 0x2018:  // the four English quotes
    case 0x2019:
    case 0x201C:
    case 0x201D:
      return letters | figures;
    default:
      return 0;
  }
}

/// What HarfBuzz switches on for horizontal text in any script (its hb-ot-shape.cc), substitutions or not; `frac` and its kin
/// come only with a fraction slash, which no alphabet has.
constexpr auto kByDefault = std::to_array<hb_tag_t>({
    HB_TAG('r', 'v', 'r', 'n'), HB_TAG('l', 't', 'r', 'a'), HB_TAG('l', 't', 'r', 'm'), HB_TAG('r', 'a', 'n', 'd'),
    HB_TAG('H', 'a', 'r', 'f'), HB_TAG('H', 'A', 'R', 'F'), HB_TAG('B', 'u', 'z', 'z'), HB_TAG('B', 'U', 'Z', 'Z'),
    HB_TAG('a', 'b', 'v', 'm'), HB_TAG('b', 'l', 'w', 'm'), HB_TAG('c', 'c', 'm', 'p'), HB_TAG('l', 'o', 'c', 'l'),
    HB_TAG('m', 'a', 'r', 'k'), HB_TAG('m', 'k', 'm', 'k'), HB_TAG('r', 'l', 'i', 'g'), HB_TAG('c', 'a', 'l', 't'),
    HB_TAG('c', 'l', 'i', 'g'), HB_TAG('c', 'u', 'r', 's'), HB_TAG('d', 'i', 's', 't'), HB_TAG('k', 'e', 'r', 'n'),
    HB_TAG('l', 'i', 'g', 'a'), HB_TAG('r', 'c', 'l', 't'), 0,
});
constexpr auto kTabular = std::to_array<hb_tag_t>({HB_TAG('t', 'n', 'u', 'm'), 0});

/// Lookups of `features` in GSUB, in whatever script and language.
HbSet lookups_of(hb_face_t* face, const hb_tag_t* features) {
  HbSet lookups(hb_set_create());
  hb_ot_layout_collect_lookups(face, HB_OT_TAG_GSUB, nullptr, nullptr, features, lookups.get());
  return lookups;
}

}  // namespace

PlainWords::PlainWords(hb_font_t* font) {
  hb_face_t* face = hb_font_get_face(font);
  // HarfBuzz takes Apple's tables where a font has them, and those cannot be asked for what they reach.
  if (hb_aat_layout_has_substitution(face)) return;
  const HbSet by_default = lookups_of(face, kByDefault.data()), tabular = lookups_of(face, kTabular.data());
  for (const Alphabet alphabet : {letters, figures}) {
    const HbSet glyphs(hb_set_create());
    bool is_whole = true;
    const auto add = [&](char32_t code) {
      hb_codepoint_t glyph = 0;
      if ((alphabets_of(code) & alphabet) == 0) return;
      is_whole = hb_font_get_nominal_glyph(font, code, &glyph) && is_whole;
      hb_set_add(glyphs.get(), glyph);
    };
    for (char32_t code = 0; code < 0x80; ++code) add(code);
    for (char32_t code = 0x2018; code <= 0x201D; ++code) add(code);
    if (!is_whole) continue;
    hb_ot_layout_lookups_substitute_closure(face, tabular.get(), glyphs.get());
    const unsigned before = hb_set_get_population(glyphs.get());
    hb_ot_layout_lookups_substitute_closure(face, by_default.get(), glyphs.get());
    if (hb_set_get_population(glyphs.get()) == before) plain_ |= alphabet;
  }
}

bool PlainWords::hold(std::span<const char32_t> word) const {
  std::uint8_t common = plain_;
  for (const char32_t code : word) common &= alphabets_of(code);
  return common != 0;
}

std::span<const hb_feature_t> PlainWords::without_substitution() {
  constexpr auto off = [](char a, char b, char c, char d) {
    return hb_feature_t{HB_TAG(a, b, c, d), 0, HB_FEATURE_GLOBAL_START, HB_FEATURE_GLOBAL_END};
  };
  static constexpr std::array kOff{off('c', 'c', 'm', 'p'), off('l', 'o', 'c', 'l'), off('r', 'l', 'i', 'g'), off('c', 'a', 'l', 't'),
                                   off('c', 'l', 'i', 'g'), off('l', 'i', 'g', 'a'), off('r', 'c', 'l', 't')};
  return kOff;
}

}  // namespace briefpack::text
