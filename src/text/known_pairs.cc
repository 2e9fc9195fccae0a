#include "text/known_pairs.h"

#include <memory>
#include <string_view>

#include <hb-ot.h>

#include "text/shape_piece.h"

namespace briefpack::text {

KnownPairs::KnownPairs(hb_font_t* font, hb_shape_plan_t* plan)
    : font_(font), positions_(hb_face_reference_table(hb_font_get_face(font), HB_OT_TAG_GPOS)), advances_(kCodes * kCodes, kUnknown) {
  unsigned size = 0;
  const char* bytes = hb_blob_get_data(positions_.get(), &size);
  const std::unique_ptr<hb_set_t, HbDestroy<hb_set_destroy>> lookups(hb_set_create());
  hb_ot_shape_plan_collect_lookups(plan, HB_OT_TAG_GPOS, lookups.get());
  for (hb_codepoint_t lookup = HB_SET_VALUE_INVALID; hb_set_next(lookups.get(), &lookup);) {
    if (auto subtables = subtables_of({bytes, size}, "GPOS", lookup)) lookups_.push_back(*std::move(subtables));
  }
}

void KnownPairs::add(char32_t code, std::uint16_t glyph) {
  Letter& letter = letters_[index_of(code)].emplace();
  letter.glyph = glyph;
  for (const auto& lookup : lookups_) letter.places.push_back(pair_places(lookup, glyph));
}

std::int32_t KnownPairs::advance(std::size_t first, std::size_t second) const {
  std::int32_t sum = hb_font_get_glyph_h_advance(font_, letters_[first]->glyph);
  if (second == 0) return sum;
  for (std::size_t i = 0; i < lookups_.size(); ++i) sum += kerning(lookups_[i], letters_[first]->places[i], letters_[second]->places[i]);
  return sum;
}

void KnownPairs::compose(std::span<const char32_t> word, PieceGlyphs& to) {
  to.glyphs.reserve(word.size());
  for (std::size_t i = 0; i < word.size(); ++i) {
    const std::size_t first = index_of(word[i]), second = i + 1 < word.size() ? index_of(word[i + 1]) : 0;
    std::int32_t& known = advances_[first * kCodes + second];
    if (known == kUnknown) known = advance(first, second);
    UnitGlyph glyph;
    glyph.id = letters_[first]->glyph;
    glyph.cluster = static_cast<std::uint32_t>(i);
    glyph.advance = known;
    glyph.ends_cluster = true;
    to.advance += known;
    to.glyphs.push_back(glyph);
  }
  to.clusters = static_cast<std::uint32_t>(word.size());
}

}  // namespace briefpack::text
