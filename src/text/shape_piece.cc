#include "text/shape_piece.h"

#include <algorithm>

namespace briefpack::text {

namespace {

/// More would be no words; fewer forget names that tables repeat.
constexpr std::size_t kLongestRemembered = 48;
/// About 8 MB. A monthly pack has some 2,000 different words.
constexpr std::size_t kMostRemembered = 20'000;

/// Letters of these scripts look the same next to letters of another style, so the rest of the word does not matter.
bool joins_neighbours(hb_script_t script) {
  switch (script) {
    case HB_SCRIPT_LATIN:
    case HB_SCRIPT_GREEK:
    case HB_SCRIPT_CYRILLIC:
    case HB_SCRIPT_HANGUL:
    case HB_SCRIPT_HAN:
    case HB_SCRIPT_HIRAGANA:
    case HB_SCRIPT_KATAKANA:
      return false;
    default:
      return true;
  }
}

}  // namespace

std::uint32_t PieceShaper::number_of(std::string_view lang) {
  if (last_lang_ == langs_.end() || last_lang_->first != lang) {
    last_lang_ = langs_.find(lang);
    if (last_lang_ == langs_.end()) last_lang_ = langs_.emplace(std::string(lang), static_cast<std::uint32_t>(langs_.size())).first;
  }
  return last_lang_->second;
}

std::shared_ptr<const PieceGlyphs> PieceShaper::shape(const Characters& text, Range range, Range word,
                                                      const FontFile& file, std::string_view lang, PieceStyle style) {
  const Character& first = text.all[range.begin];
  const bool whole = range.begin == word.begin && range.end == word.end;
  const bool rememberable = range.end - range.begin <= kLongestRemembered && (whole || !joins_neighbours(first.script));
  if (!rememberable) return shape_anew(text, range, word, file, lang, style);

  // Everything that decides the glyphs, then the characters.
  key_ = {static_cast<char32_t>(first.font), static_cast<char32_t>((first.level & 1) | style.tabular << 1 | style.ligatures << 2),
          static_cast<char32_t>(first.script), static_cast<char32_t>(number_of(lang))};
  for (std::size_t i = range.begin; i < range.end; ++i)
    key_ += text.all[i].code;
  const bool is_space = range.end - range.begin == 1 && first.code == U' ';
  if (is_space && last_space_ && key_ == last_space_key_) return last_space_;
  auto glyphs = remembered(text, range, file, lang, style);
  if (is_space) {
    last_space_key_ = key_;
    last_space_ = glyphs;
  }
  return glyphs;
}

std::shared_ptr<const PieceGlyphs> PieceShaper::remembered(const Characters& text, Range range, const FontFile& file, std::string_view lang,
                                                           PieceStyle style) {
  const auto found = remembered_.find(key_);
  if (found != remembered_.end()) return found->second;
  auto made = shape_anew(text, range, range, file, lang, style);
  if (remembered_.size() >= kMostRemembered) remembered_.clear();
  remembered_.emplace(key_, made);
  return made;
}

const PlainWords* PieceShaper::plain_words(const Character& first, std::u32string_view codes) {
  if (lookups_ == Lookups::all || first.script != HB_SCRIPT_LATIN || first.level & 1) return nullptr;
  const PlainWords& words = fonts_.plain_words(first.font);
  return words.hold(codes) ? &words : nullptr;
}

std::shared_ptr<const PieceGlyphs> PieceShaper::shape_anew(const Characters& text, Range range, Range word,
                                                           const FontFile& file, std::string_view lang,
                                                           PieceStyle style) {
  const Character& first = text.all[range.begin];
  codes_.clear();
  for (std::size_t i = word.begin; i < word.end; ++i)
    codes_ += text.all[i].code;
  const Range own{range.begin - word.begin, range.end - word.begin};
  const PlainWords* plain = plain_words(first, codes_);
  if (!plain || !plain->have_pairs_only() || own.end - own.begin != codes_.size())
    return std::make_shared<PieceGlyphs>(shape_by_harfbuzz(first, codes_, own, file, lang, style, plain != nullptr));

  auto made = std::make_shared<PieceGlyphs>();
  KnownPairs& pairs = pairs_of(first, file, lang, style);
  for (const char32_t code : codes_) {
    if (pairs.knows(code)) continue;
    const auto glyph = plain->glyph_of(code, style.tabular);
    pairs.add(code, glyph ? *glyph : shape_by_harfbuzz(first, {&code, 1}, {0, 1}, file, lang, style, true).glyphs.front().id);
  }
  pairs.compose(codes_, *made);
  return made;
}

namespace {

/// The features beyond kern, liga, calt and mark, which HarfBuzz has on.
std::vector<hb_feature_t> features_of(PieceStyle style, bool is_plain) {
  std::vector<hb_feature_t> features;
  const auto set = [&](hb_tag_t tag, unsigned value) {
    features.push_back({tag, value, HB_FEATURE_GLOBAL_START, HB_FEATURE_GLOBAL_END});
  };
  if (style.tabular) set(HB_TAG('t', 'n', 'u', 'm'), 1);
  if (is_plain) {
    const auto off = PlainWords::without_substitution();
    features.insert(features.end(), off.begin(), off.end());
  } else if (!style.ligatures) {
    set(HB_TAG('l', 'i', 'g', 'a'), 0);
    set(HB_TAG('c', 'l', 'i', 'g'), 0);
  }
  return features;
}

hb_language_t language_of(std::string_view lang) { return hb_language_from_string(lang.data(), static_cast<int>(lang.size())); }

}  // namespace

KnownPairs& PieceShaper::pairs_of(const Character& first, const FontFile& file, std::string_view lang, PieceStyle style) {
  const std::uint64_t key = std::uint64_t{number_of(lang)} << 32 | std::uint64_t{style.tabular} << 16 | first.font;
  if (const auto known = known_pairs_.find(key); known != known_pairs_.end()) return known->second;
  hb_segment_properties_t properties = HB_SEGMENT_PROPERTIES_DEFAULT;
  properties.direction = HB_DIRECTION_LTR;
  properties.script = first.script;
  properties.language = language_of(lang);
  const auto features = features_of(style, true);
  const std::unique_ptr<hb_shape_plan_t, HbDestroy<hb_shape_plan_destroy>> plan(
      hb_shape_plan_create_cached(file.face(), &properties, features.data(), static_cast<unsigned>(features.size()), nullptr));
  return known_pairs_.try_emplace(key, file.font(), plan.get()).first->second;
}

PieceGlyphs PieceShaper::shape_by_harfbuzz(const Character& first, std::u32string_view codes, Range range, const FontFile& file,
                                           std::string_view lang, PieceStyle style, bool is_plain) {
  hb_buffer_t* buffer = buffer_.get();
  hb_buffer_reset(buffer);
  hb_buffer_add_utf32(buffer, reinterpret_cast<const std::uint32_t*>(codes.data()), static_cast<int>(codes.size()),
                      static_cast<unsigned>(range.begin), static_cast<int>(range.end - range.begin));
  hb_buffer_set_direction(buffer, first.level & 1 ? HB_DIRECTION_RTL : HB_DIRECTION_LTR);
  hb_buffer_set_script(buffer, first.script);
  hb_buffer_set_language(buffer, language_of(lang));
  hb_buffer_set_flags(buffer, HB_BUFFER_FLAG_REMOVE_DEFAULT_IGNORABLES);
  // Merging graphemes would hide which mark a glyph shows, and searching for marks in the PDF would fail.
  hb_buffer_set_cluster_level(buffer, HB_BUFFER_CLUSTER_LEVEL_MONOTONE_CHARACTERS);

  const auto features = features_of(style, is_plain);
  hb_shape(file.font(), buffer, features.data(), static_cast<unsigned>(features.size()));

  unsigned count = 0;
  const hb_glyph_info_t* infos = hb_buffer_get_glyph_infos(buffer, &count);
  const hb_glyph_position_t* positions = hb_buffer_get_glyph_positions(buffer, nullptr);
  PieceGlyphs piece;
  const auto offset = static_cast<std::uint32_t>(range.begin);
  piece.glyphs.reserve(count);
  for (unsigned i = 0; i < count; ++i) {
    UnitGlyph glyph;
    glyph.id = static_cast<std::uint16_t>(infos[i].codepoint);
    glyph.cluster = infos[i].cluster - offset;
    glyph.advance = positions[i].x_advance;
    glyph.dx = positions[i].x_offset;
    glyph.dy = positions[i].y_offset;
    glyph.ends_cluster = i + 1 == count || infos[i + 1].cluster != infos[i].cluster;
    piece.advance += glyph.advance;
    piece.clusters += glyph.ends_cluster;
    piece.glyphs.push_back(glyph);
  }
  return piece;
}

}  // namespace briefpack::text
