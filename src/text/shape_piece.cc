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
  const auto found = langs_.find(lang);
  if (found != langs_.end()) return found->second;
  return langs_.emplace(std::string(lang), static_cast<std::uint32_t>(langs_.size())).first->second;
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
  const auto found = remembered_.find(key_);
  if (found != remembered_.end()) return found->second;
  auto made = shape_anew(text, range, range, file, lang, style);
  if (remembered_.size() >= kMostRemembered) remembered_.clear();
  remembered_.emplace(key_, made);
  return made;
}

bool PieceShaper::is_plain(const Character& first, std::u32string_view codes, const FontFile& file) {
  if (lookups_ == Lookups::all || first.script != HB_SCRIPT_LATIN || first.level & 1) return false;
  return plain_words_.try_emplace(&file, file.font()).first->second.hold(codes);
}

std::shared_ptr<const PieceGlyphs> PieceShaper::shape_anew(const Characters& text, Range range, Range word,
                                                           const FontFile& file, std::string_view lang,
                                                           PieceStyle style) {
  const Character& first = text.all[range.begin];
  std::u32string codes;
  for (std::size_t i = word.begin; i < word.end; ++i)
    codes += text.all[i].code;

  hb_buffer_t* buffer = buffer_.get();
  hb_buffer_reset(buffer);
  hb_buffer_add_utf32(buffer, reinterpret_cast<const std::uint32_t*>(codes.data()), static_cast<int>(codes.size()),
                      static_cast<unsigned>(range.begin - word.begin), static_cast<int>(range.end - range.begin));
  hb_buffer_set_direction(buffer, first.level & 1 ? HB_DIRECTION_RTL : HB_DIRECTION_LTR);
  hb_buffer_set_script(buffer, first.script);
  hb_buffer_set_language(buffer, hb_language_from_string(lang.data(), static_cast<int>(lang.size())));
  hb_buffer_set_flags(buffer, HB_BUFFER_FLAG_REMOVE_DEFAULT_IGNORABLES);
  // Merging graphemes would hide which mark a glyph shows, and searching for marks in the PDF would fail.
  hb_buffer_set_cluster_level(buffer, HB_BUFFER_CLUSTER_LEVEL_MONOTONE_CHARACTERS);

  std::vector<hb_feature_t> features;  // beyond kern, liga, calt, mark, which HarfBuzz has on
  const auto set = [&](hb_tag_t tag, unsigned value) {
    features.push_back({tag, value, HB_FEATURE_GLOBAL_START, HB_FEATURE_GLOBAL_END});
  };
  if (style.tabular) set(HB_TAG('t', 'n', 'u', 'm'), 1);
  if (is_plain(first, codes, file)) {
    const auto off = PlainWords::without_substitution();
    features.insert(features.end(), off.begin(), off.end());
  } else if (!style.ligatures) {
    set(HB_TAG('l', 'i', 'g', 'a'), 0);
    set(HB_TAG('c', 'l', 'i', 'g'), 0);
  }
  hb_shape(file.font(), buffer, features.data(), static_cast<unsigned>(features.size()));

  unsigned count = 0;
  const hb_glyph_info_t* infos = hb_buffer_get_glyph_infos(buffer, &count);
  const hb_glyph_position_t* positions = hb_buffer_get_glyph_positions(buffer, nullptr);
  auto piece = std::make_shared<PieceGlyphs>();
  const auto offset = static_cast<std::uint32_t>(range.begin - word.begin);
  piece->glyphs.reserve(count);
  for (unsigned i = 0; i < count; ++i) {
    UnitGlyph glyph;
    glyph.id = static_cast<std::uint16_t>(infos[i].codepoint);
    glyph.cluster = infos[i].cluster - offset;
    glyph.advance = positions[i].x_advance;
    glyph.dx = positions[i].x_offset;
    glyph.dy = positions[i].y_offset;
    glyph.ends_cluster = i + 1 == count || infos[i + 1].cluster != infos[i].cluster;
    piece->advance += glyph.advance;
    piece->clusters += glyph.ends_cluster;
    piece->glyphs.push_back(glyph);
  }
  return piece;
}

}  // namespace briefpack::text
