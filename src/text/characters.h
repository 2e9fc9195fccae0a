#pragma once

#include <cstddef>
#include <cstdint>
#include <set>
#include <span>
#include <string>
#include <vector>

// Private to text/: HarfBuzz's types do not leave this folder.
#include <hb.h>

#include "text/fonts_impl.h"
#include "text/shape.h"

namespace briefpack::text {

/// One code point of a paragraph and what decides how it is shaped.
struct Character {
  char32_t code = 0;       ///< As it is drawn.
  std::uint32_t span = 0;  ///< Index of its TextSpan.
  std::size_t end = 0;     ///< Byte in the joined text of the spans behind it.
  std::uint8_t level = 0;  ///< Bidi embedding level; odd runs from right to left.
  bool is_space = false;   ///< White space that vanishes at the end of a line (a no-break space does not).
  FontId font = 0;
  hb_script_t script = HB_SCRIPT_COMMON;
};

/// A stretch of characters, from `begin` up to before `end`.
struct Range {
  std::size_t begin = 0, end = 0;
  bool is_empty() const { return begin == end; }
};

/// A part of a paragraph in which no line may end: a word and the white space after it.
struct Unbreakable {
  Range word, space;
  bool breaks_after = false;
};

/// A paragraph by characters.
struct Characters {
  std::vector<Character> all;
  std::vector<Unbreakable> unbreakables;
  bool is_right_to_left = false;
};

/// Reads the spans: controls and soft hyphens go (nothing is hyphenated), tabs and line ends become spaces that remember
/// where a line must end, no-break spaces are drawn as spaces. Sets everything but font and script. Uses the memory of `text` again.
void read_characters(std::span<const TextSpan> spans, std::string_view lang, Characters& text);

/// Cuts `part` between user-perceived characters into parts of which each is at most `width` wide, or one character.
/// `advances` holds a width for each character of part.word.
std::vector<Unbreakable> cut_apart(const Characters& text, const Unbreakable& part, std::span<const double> advances,
                                   double width);

/// Sets font and script of each character of `range`. A character keeps its marks in one font; one that no font holds
/// becomes U+FFFD and is put into `missing`.
void set_fonts_and_scripts(std::span<Character> range, std::span<const TextSpan> spans, Fonts::Impl& fonts,
                           std::set<char32_t>& missing);

}  // namespace briefpack::text
