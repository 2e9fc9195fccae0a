#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "pdf/haru_doc.h"
#include "text/fonts.h"

namespace briefpack::pdf {

/// The part of a font that is embedded.
struct FontProgram {
  text::FontSubset subset;
  std::string name;  ///< "ABCDEF+Inter-Regular"
};

/// The program with `glyphs`, ascending. Only fonts of its own are touched, so that several can be made at once.
Result<FontProgram> font_program(const text::Fonts& fonts, text::FontId font, const std::vector<std::uint16_t>& glyphs);

/// One font of the document as a composite font (Type0, Identity-H), embedded as far as it is used. A character code is a
/// CID of two bytes; which text it stands for is settled while the pages are written.
class EmbeddedFont {
 public:
  /// `object` is reserved for it.
  EmbeddedFont(const text::Fonts& fonts, text::FontId font, FontProgram program, ObjectId object, HaruDoc& doc);

  /// Code for `glyph` where it shows `text`.
  struct Code {
    std::uint16_t cid = 0;
    /// False when the code already stands for another text: the place then needs an ActualText. Only in CFF fonts, whose
    /// codes cannot have a second name; in TrueType fonts such a glyph gets a second code.
    bool has_text = true;
    /// As written in the file: thousandths of the font size with two decimals, so that glyphs that are not kerned need no
    /// adjustment between them.
    double width = 0;
  };
  Code code_for(std::uint16_t glyph, std::string_view text);

  ObjectId object() const { return object_; }
  /// Writes the font's objects; call it once, after the last page.
  void write(HaruDoc& doc) const;

 private:
  struct Slot {
    std::uint16_t glyph = 0;
    std::uint16_t cid = 0;
    double width = 0;
    std::string text;
    std::uint32_t next = kNone;  ///< Slot of the same glyph with another text.
  };
  static constexpr std::uint32_t kNone = 0xFFFFFFFF;

  std::string widths() const;
  std::string to_unicode() const;
  std::string cid_to_glyph() const;
  std::string descriptor(ObjectId program) const;

  const text::Fonts& fonts_;
  text::FontId font_;
  text::FontSubset subset_;  ///< Without its program.
  std::size_t program_size_;
  std::string name_;
  HaruDoc::StreamId program_;
  ObjectId object_;
  std::vector<Slot> slots_;
  std::vector<std::uint32_t> first_slots_;  ///< By glyph, kNone without one.
  std::vector<std::uint16_t> numbers_;      ///< By glyph: its number in the program.
  std::uint32_t next_alias_ = 0;
};

}  // namespace briefpack::pdf
