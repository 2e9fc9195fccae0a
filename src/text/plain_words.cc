#include "text/plain_words.h"

#include <algorithm>
#include <array>
#include <memory>

#include <hb-aat.h>
#include <hb-ot.h>

#include "text/font_file.h"
#include "text/lookup_tables.h"

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
constexpr auto kKerning = std::to_array<hb_tag_t>({HB_TAG('k', 'e', 'r', 'n'), 0});
constexpr auto kMarks = std::to_array<hb_tag_t>({HB_TAG('m', 'a', 'r', 'k'), HB_TAG('m', 'k', 'm', 'k'), 0});

/// Lookups of `features`, in whatever script and language.
HbSet lookups_of(hb_face_t* face, hb_tag_t table, const hb_tag_t* features) {
  HbSet lookups(hb_set_create());
  hb_ot_layout_collect_lookups(face, table, nullptr, nullptr, features, lookups.get());
  return lookups;
}

/// Whether all that positions `glyphs`, marks aside, moves the second of a pair, and all that `tabular` replaces is one by one.
bool positions_pairs_only(hb_face_t* face, const hb_set_t* glyphs, const hb_set_t* tabular) {
  // Without kerning in GPOS, HarfBuzz takes that of other tables, which it divides among both glyphs.
  if (hb_aat_layout_has_positioning(face) || hb_aat_layout_has_tracking(face) || !table(face, "kern").empty()) return false;
  const HbSet kerning = lookups_of(face, HB_OT_TAG_GPOS, kKerning.data()), marks = lookups_of(face, HB_OT_TAG_GPOS, kMarks.data());
  const HbSet others = lookups_of(face, HB_OT_TAG_GPOS, kByDefault.data());
  hb_set_subtract(others.get(), marks.get());
  // One that kerns and places marks is switched off with the marks.
  hb_set_intersect(marks.get(), kerning.get());
  if (!hb_set_is_empty(marks.get()) || !hb_set_is_equal(others.get(), kerning.get())) return false;
  // Kerning may look past marks, and none of these shall be one.
  for (hb_codepoint_t glyph = HB_SET_VALUE_INVALID; hb_set_next(glyphs, &glyph);) {
    if (hb_ot_layout_get_glyph_class(face, glyph) == HB_OT_LAYOUT_GLYPH_CLASS_MARK) return false;
  }
  const auto all_are = [&](const char(&tag)[5], const hb_set_t* lookups, bool (*is_simple)(const LookupSubtable&)) {
    const std::string bytes = table(face, tag);
    for (hb_codepoint_t lookup = HB_SET_VALUE_INVALID; hb_set_next(lookups, &lookup);) {
      const auto subtables = subtables_of(bytes, tag, lookup);
      if (!subtables || !std::ranges::all_of(*subtables, is_simple)) return false;
    }
    return true;
  };
  return all_are("GPOS", kerning.get(), &moves_pairs) && all_are("GSUB", tabular, &replaces_one_by_one);
}

}  // namespace

PlainWords::PlainWords(hb_font_t* font) : font_(font) {
  hb_face_t* face = hb_font_get_face(font);
  // HarfBuzz takes Apple's tables where a font has them, and those cannot be asked for what they reach.
  if (hb_aat_layout_has_substitution(face)) return;
  const HbSet by_default = lookups_of(face, HB_OT_TAG_GSUB, kByDefault.data()), tabular = lookups_of(face, HB_OT_TAG_GSUB, kTabular.data());
  for (hb_codepoint_t lookup = HB_SET_VALUE_INVALID; hb_set_next(tabular.get(), &lookup);) {
    hb_ot_layout_lookup_collect_glyphs(face, HB_OT_TAG_GSUB, lookup, nullptr, tabular_.get(), nullptr, nullptr);
  }
  const HbSet all_plain(hb_set_create());
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
    if (hb_set_get_population(glyphs.get()) != before) continue;
    plain_ |= alphabet;
    hb_set_union(all_plain.get(), glyphs.get());
  }
  has_pairs_only_ = plain_ != 0 && positions_pairs_only(face, all_plain.get(), tabular.get());
}

bool PlainWords::hold(std::span<const char32_t> word) const {
  std::uint8_t common = plain_;
  for (const char32_t code : word) common &= alphabets_of(code);
  return common != 0;
}

std::optional<std::uint16_t> PlainWords::glyph_of(char32_t code, bool tabular) const {
  hb_codepoint_t glyph = 0;
  hb_font_get_nominal_glyph(font_, code, &glyph);
  if (tabular && hb_set_has(tabular_.get(), glyph)) return std::nullopt;
  return static_cast<std::uint16_t>(glyph);
}

std::span<const hb_feature_t> PlainWords::without_substitution() {
  constexpr auto off = [](char a, char b, char c, char d) {
    return hb_feature_t{HB_TAG(a, b, c, d), 0, HB_FEATURE_GLOBAL_START, HB_FEATURE_GLOBAL_END};
  };
  static constexpr std::array kOff{off('c', 'c', 'm', 'p'), off('l', 'o', 'c', 'l'), off('r', 'l', 'i', 'g'), off('c', 'a', 'l', 't'),
                                   off('c', 'l', 'i', 'g'), off('l', 'i', 'g', 'a'), off('r', 'c', 'l', 't'),
                                   off('m', 'a', 'r', 'k'), off('m', 'k', 'm', 'k')};
  return kOff;
}

}  // namespace briefpack::text
