#include "text/characters.h"

#include <algorithm>
#include <memory>

#include <unicode/ubidi.h>
#include <unicode/uchar.h>

#include "base/utf8.h"
#include "text/break_opportunities.h"
#include "text/font_table.h"

namespace briefpack::text {

namespace {

constexpr char32_t kReplacement = 0xFFFD, kNoBreakSpace = 0xA0, kSoftHyphen = 0xAD;

bool is_line_end(char32_t code) {
  return (code >= U'\n' && code <= U'\r') || code == 0x85 || code == 0x2028 || code == 0x2029;
}

/// An ASCII character that stands in the text as it is.
bool is_plain(char byte) { return byte >= ' ' && byte < 0x7F; }

bool is_control(char32_t code) { return code < 0x20 || (code >= 0x7F && code < 0xA0); }

/// False for no-break spaces.
bool is_white_space(char32_t code) { return code < 0x7F && code > U' ' ? false : u_isWhitespace(static_cast<UChar32>(code)); }

bool is_ignorable(char32_t code) {
  return code >= 0xAD && u_hasBinaryProperty(static_cast<UChar32>(code), UCHAR_DEFAULT_IGNORABLE_CODE_POINT);
}

/// Joins the character before it: marks, joiners, variation selectors.
bool extends(char32_t code) {
  if (code < 0x300) return false;
  return (U_GET_GC_MASK(static_cast<UChar32>(code)) & U_GC_M_MASK) != 0 || is_ignorable(code);
}

/// Below it are no characters that run from right to left, nor controls of direction.
constexpr char32_t kFirstOfDirection = 0x590;

bool may_run_right_to_left(char32_t code) {
  if (code < kFirstOfDirection) return false;
  switch (u_charDirection(static_cast<UChar32>(code))) {
    case U_RIGHT_TO_LEFT:
    case U_RIGHT_TO_LEFT_ARABIC:
    case U_ARABIC_NUMBER:
    case U_RIGHT_TO_LEFT_EMBEDDING:
    case U_RIGHT_TO_LEFT_OVERRIDE:
    case U_RIGHT_TO_LEFT_ISOLATE:
      return true;
    default:
      return false;
  }
}

/// Unicode bidirectional algorithm (UAX #9); the paragraph runs as its first strong character. Lines are put in visual
/// order later, when it is known where they end.
void set_levels(Characters& text) {
  const bool needed = std::ranges::any_of(text.all, may_run_right_to_left, &Character::code);
  if (!needed) return;
  std::u16string utf16;
  for (const Character& each : text.all) {
    if (each.code > 0xFFFF) utf16 += static_cast<char16_t>(U16_LEAD(each.code));
    utf16 += static_cast<char16_t>(each.code > 0xFFFF ? U16_TRAIL(each.code) : each.code);
  }
  struct Close {
    void operator()(UBiDi* bidi) const { ubidi_close(bidi); }
  };
  const std::unique_ptr<UBiDi, Close> bidi(ubidi_open());
  UErrorCode status = U_ZERO_ERROR;
  ubidi_setPara(bidi.get(), utf16.data(), static_cast<std::int32_t>(utf16.size()), UBIDI_DEFAULT_LTR, nullptr, &status);
  const UBiDiLevel* levels = ubidi_getLevels(bidi.get(), &status);
  if (U_FAILURE(status)) return;  // out of memory only
  text.is_right_to_left = ubidi_getParaLevel(bidi.get()) & 1;
  for (Character& each : text.all) {
    each.level = *levels;
    levels += each.code > 0xFFFF ? 2 : 1;
  }
}

/// Controls of direction have done their work with the levels; a reader who copies the text shall not find them in it.
void drop_direction_controls(Characters& text, std::vector<std::size_t>& ends) {
  const auto is_direction = [](char32_t code) { return code == 0x200E || code == 0x200F || (code >= 0x202A && code <= 0x202E) || (code >= 0x2066 && code <= 0x2069); };
  std::size_t kept = 0;
  for (std::size_t i = 0; i < text.all.size(); ++i) {
    if (is_direction(text.all[i].code)) continue;
    if (kept != i) {
      text.all[kept] = text.all[i];
      ends[kept] = ends[i];
    }
    ++kept;
  }
  text.all.resize(kept);
  ends.resize(kept);
}

/// Divides the paragraph where its lines may end. `offsets` holds the byte at which each character ends in `utf8`.
void set_unbreakables(Characters& text, const std::string& utf8, const std::vector<std::size_t>& ends,
                      std::string_view lang) {
  std::size_t begin = 0;
  std::size_t end = 0;
  const auto opportunities = break_opportunities(utf8, lang);
  text.unbreakables.reserve(opportunities.size());
  for (const BreakOpportunity& each : opportunities) {
    while (end < ends.size() && ends[end] <= each.offset) ++end;
    std::size_t space = end;
    while (space > begin && text.all[space - 1].is_space)
      --space;
    text.unbreakables.push_back({{begin, space}, {space, end}, each.mandatory});
    begin = end;
  }
}

/// The font for a whole character: `cluster` is a base and what extends it. Those that no font holds are replaced.
void set_font(std::span<Character> cluster, geometry::FontFace face, Fonts::Impl& fonts, std::set<char32_t>& missing) {
  if (cluster.size() > 1) {
    std::u32string codes;
    for (const Character& each : cluster) {
      if (!is_ignorable(each.code)) codes += each.code;
    }
    if (!codes.empty()) {
      if (const auto font = fonts.font_with_all(face, codes)) {
        for (Character& each : cluster)
          each.font = *font;
        return;
      }
    }
  }
  for (Character& each : cluster) {
    if (is_ignorable(each.code)) {  // HarfBuzz removes it, so it shall not begin a run
      each.font = &each == cluster.data() ? fonts.stack(face).front() : cluster.front().font;
      continue;
    }
    auto font = fonts.font_with(face, each.code);
    if (!font) {
      missing.insert(each.code);
      each.code = kReplacement;
      each.script = HB_SCRIPT_COMMON;
      font = fonts.font_with(face, kReplacement);
    }
    each.font = font.value_or(0);
  }
}

bool is_real(hb_script_t script) {
  return script != HB_SCRIPT_COMMON && script != HB_SCRIPT_INHERITED && script != HB_SCRIPT_UNKNOWN;
}

hb_script_t script_of(char32_t code) {
  if (code < 0x80) return (code | 0x20) >= U'a' && (code | 0x20) <= U'z' ? HB_SCRIPT_LATIN : HB_SCRIPT_COMMON;
  return hb_unicode_script(hb_unicode_funcs_get_default(), code);
}

/// Digits and punctuation take the script before them, at the beginning that of the first letter, else Latin: so a word
/// is shaped alike wherever it stands, and can be remembered.
void set_scripts(std::span<Character> range) {
  if (std::ranges::all_of(range, [](const Character& each) { return each.code < 0x80; })) {  // most words
    for (Character& each : range) each.script = HB_SCRIPT_LATIN;
    return;
  }
  for (Character& each : range)
    each.script = script_of(each.code);
  const auto first = std::ranges::find_if(range, is_real, &Character::script);
  hb_script_t script = first == range.end() ? HB_SCRIPT_LATIN : first->script;
  for (Character& each : range) {
    if (is_real(each.script)) script = each.script;
    each.script = script;
  }
}

}  // namespace

void read_characters(std::span<const TextSpan> spans, std::string_view lang, Characters& text) {
  text.all.clear();
  text.unbreakables.clear();
  text.is_right_to_left = false;
  thread_local std::string utf8;  // as broken into lines: with its no-break spaces; kept for its memory, as the next
  thread_local std::vector<std::size_t> ends;
  utf8.clear();
  ends.clear();
  char32_t highest = 0;
  std::size_t before = 0;  // bytes in the spans before this one
  std::size_t size = 0;
  for (const TextSpan& span : spans) size += span.text.size();
  text.all.reserve(size);
  for (std::uint32_t index = 0; index < spans.size(); ++index) {
    const std::string& source = spans[index].text;
    for (std::size_t at = 0; at < source.size();) {
      const std::size_t first = at;
      for (; at < source.size() && is_plain(source[at]); ++at) {  // most characters
        ends.push_back(utf8.size() + at + 1 - first);
        Character& character = text.all.emplace_back();
        character.code = static_cast<char32_t>(source[at]);
        character.span = index;
        character.end = before + at + 1;
        character.is_space = source[at] == ' ';
      }
      utf8.append(source, first, at - first);
      if (at == source.size()) break;
      char32_t code = next_code_point(source, at);
      highest = std::max(highest, code);
      if (code == U'\t') code = U' ';
      if (code == kSoftHyphen || (is_control(code) && !is_line_end(code))) continue;
      if (code < 0x80) utf8 += static_cast<char>(code);
      else append_utf8(utf8, code);
      ends.push_back(utf8.size());
      Character character;
      character.span = index;
      character.is_space = is_white_space(code);
      character.code = is_line_end(code) || code == kNoBreakSpace ? U' ' : code;
      character.end = before + at;
      text.all.push_back(character);
    }
    before += source.size();
  }
  if (highest >= kFirstOfDirection) {
    set_levels(text);
    drop_direction_controls(text, ends);
  }
  set_unbreakables(text, utf8, ends, lang);
}

std::vector<Unbreakable> cut_apart(const Characters& text, const Unbreakable& part, std::span<const double> advances,
                                   double width) {
  std::string utf8;
  std::vector<std::size_t> ends;
  for (std::size_t i = part.word.begin; i < part.word.end; ++i) {
    append_utf8(utf8, text.all[i].code);
    ends.push_back(utf8.size());
  }
  std::vector<Unbreakable> parts;
  std::size_t begin = part.word.begin, at = begin;
  double sum = 0;
  for (const std::size_t offset : grapheme_ends(utf8)) {
    const std::size_t end =
        part.word.begin + static_cast<std::size_t>(std::ranges::upper_bound(ends, offset) - ends.begin());
    double next = 0;
    for (std::size_t i = at; i < end; ++i)
      next += advances[i - part.word.begin];
    if (at > begin && sum + next > width) {
      parts.push_back({{begin, at}, {at, at}, false});
      begin = at;
      sum = 0;
    }
    sum += next;
    at = end;
  }
  parts.push_back({{begin, part.word.end}, part.space, part.breaks_after});
  return parts;
}

void set_fonts_and_scripts(std::span<Character> range, std::span<const TextSpan> spans, Fonts::Impl& fonts,
                           std::set<char32_t>& missing) {
  set_scripts(range);
  for (std::size_t i = 0; i < range.size();) {
    const geometry::FontFace face = spans[range[i].span].style.face;
    // A space in the font of the word before it keeps the run whole.
    if (range[i].code == U' ' && i > 0) {
      const Character& before = range[i - 1];
      if (before.span == range[i].span && before.level == range[i].level && fonts.file(before.font).has_space()) {
        range[i].font = before.font;
        ++i;
        continue;
      }
    }
    std::size_t end = i + 1;
    while (end < range.size() && extends(range[end].code))
      ++end;
    if (const auto font = end == i + 1 ? fonts.known_ascii(face, range[i].code) : std::nullopt) {  // most characters
      range[i].font = *font;
      ++i;
      continue;
    }
    set_font(range.subspan(i, end - i), face, fonts, missing);
    i = end;
  }
}

}  // namespace briefpack::text
