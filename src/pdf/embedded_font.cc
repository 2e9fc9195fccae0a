#include "pdf/embedded_font.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <map>

#include <fmt/format.h>

#include "pdf/md5.h"
#include "pdf/pdf_syntax.h"

namespace briefpack::pdf {

namespace {

int thousandths(double of_size) { return static_cast<int>(std::lround(of_size * 1000)); }

/// A stem width is asked for and used by no viewer that has the font program; the usual guess from the weight.
int guessed_stem(int weight) { return static_cast<int>(std::lround(50 + std::pow(weight / 65.0, 2))); }

/// "ABCDEF+Inter-Regular": six letters that differ between subsets (ISO 32000-1, 9.6.4), here from the program itself.
std::string subset_name(const std::string& postscript_name, const std::string& program) {
  const std::string digest = md5(program);
  std::string tag;
  for (std::size_t i = 0; i < 6; ++i)
    tag += static_cast<char>('A' + static_cast<unsigned char>(digest[i]) % 26);
  return tag + "+" + postscript_name;
}

}  // namespace

Result<FontProgram> font_program(const text::Fonts& fonts, text::FontId font, const std::vector<std::uint16_t>& glyphs) {
  auto subset = fonts.subset(font, glyphs);
  if (!subset) return subset.take_diagnostics();
  std::string name = subset_name(fonts.postscript_name(font), subset->program);
  return FontProgram{std::move(*subset), std::move(name)};
}

EmbeddedFont::EmbeddedFont(const text::Fonts& fonts, text::FontId font, FontProgram program, ObjectId object, HaruDoc& doc)
    : fonts_(fonts),
      font_(font),
      subset_(std::move(program.subset)),
      program_size_(subset_.program.size()),
      name_(std::move(program.name)),
      program_(doc.begin_stream(std::move(subset_.program))),
      object_(object),
      next_alias_(subset_.glyph_count) {
  const std::size_t end = subset_.numbers.empty() ? 0 : subset_.numbers.back().first + 1u;
  first_slots_.assign(end, kNone);
  numbers_.resize(end);
  for (const auto& [glyph, number] : subset_.numbers)
    numbers_[glyph] = number;
}

EmbeddedFont::Code EmbeddedFont::code_for(std::uint16_t glyph, std::string_view text) {
  assert(glyph < numbers_.size());
  std::uint32_t* place = &first_slots_[glyph];
  for (; *place != kNone; place = &slots_[*place].next) {
    const Slot& slot = slots_[*place];
    if (slot.text == text) return {slot.cid, true, slot.width};
  }
  const std::uint32_t first = first_slots_[glyph];
  std::uint16_t cid = numbers_[glyph];
  const double width = first == kNone ? std::round(fonts_.advance(font_, glyph) * 100'000) / 100 : slots_[first].width;
  if (first != kNone) {
    if (subset_.kind == text::FontSubset::Kind::cff || next_alias_ > 0xFFFF) return {cid, false, width};
    cid = static_cast<std::uint16_t>(next_alias_++);
  }
  *place = static_cast<std::uint32_t>(slots_.size());
  slots_.push_back({glyph, cid, width, std::string(text)});
  return {cid, true, width};
}

/// `first [w w w] first [w]`: stretches of codes that follow each other (ISO 32000-1, 9.7.4.3).
std::string EmbeddedFont::widths() const {
  std::map<std::uint16_t, double> by_code;
  for (const Slot& slot : slots_)
    by_code[slot.cid] = slot.width;
  std::string out = "[";
  int last = -2;
  for (const auto& [cid, width] : by_code) {
    if (cid != last + 1)
      out += fmt::format("{}{}[", last < 0 ? "" : "]", cid);
    else
      out += ' ';
    append_number(out, width);
    last = cid;
  }
  return out + (last < 0 ? "]" : "]]");
}

std::string EmbeddedFont::to_unicode() const {
  constexpr std::size_t kMostInBlock = 100;  // Adobe Technical Note 5014
  std::map<std::uint16_t, std::string_view> texts;
  for (const Slot& slot : slots_) {
    if (!slot.text.empty()) texts[slot.cid] = slot.text;
  }
  std::string out =
      "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
      "/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def\n"
      "/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n"
      "1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n";
  std::size_t left = texts.size(), in_block = 0;
  for (const auto& [cid, text] : texts) {
    if (in_block == 0) {
      in_block = std::min(left, kMostInBlock);
      out += fmt::format("{} beginbfchar\n", in_block);
    }
    out += fmt::format("<{:04X}> <", cid);
    append_hex(out, utf16be(text));
    out += ">\n";
    --left;
    if (--in_block == 0) out += "endbfchar\n";
  }
  return out + "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n";
}

/// Empty when each code is the glyph's number. Otherwise two bytes a code.
std::string EmbeddedFont::cid_to_glyph() const {
  if (next_alias_ == subset_.glyph_count) return {};
  std::string map;
  const auto put = [&](std::uint32_t glyph) {
    map += static_cast<char>(glyph >> 8);
    map += static_cast<char>(glyph & 0xFF);
  };
  for (std::uint32_t cid = 0; cid < subset_.glyph_count; ++cid)
    put(cid);
  // Aliases were given in ascending order, so their slots stand in the order of their codes.
  for (const Slot& slot : slots_) {
    if (slot.cid >= subset_.glyph_count) put(numbers_[slot.glyph]);
  }
  return map;
}

std::string EmbeddedFont::descriptor(ObjectId program) const {
  const text::FontMetrics& m = fonts_.metrics(font_);
  constexpr int kSymbolic = 4, kItalic = 64;
  return fmt::format(
      "/Type/FontDescriptor/FontName/{}/Flags {}/FontBBox[{} {} {} {}]/ItalicAngle {}/Ascent {}/Descent {}/CapHeight "
      "{}/XHeight {}"
      "/StemV {}/{} {}",
      name_, kSymbolic | (m.italic_angle != 0 ? kItalic : 0), thousandths(m.left), thousandths(m.bottom),
      thousandths(m.right), thousandths(m.top), number(m.italic_angle), thousandths(m.ascender),
      -thousandths(m.descender), thousandths(m.cap_height), thousandths(m.x_height), guessed_stem(m.weight),
      subset_.kind == text::FontSubset::Kind::cff ? "FontFile3" : "FontFile2", program.reference());
}

void EmbeddedFont::write(HaruDoc& doc) const {
  const bool is_cff = subset_.kind == text::FontSubset::Kind::cff;
  // A bare CFF table: some viewers take the codes of an /OpenType program for glyph numbers although it is CID-keyed.
  const ObjectId program = doc.add_stream(
      is_cff ? "/Subtype/CIDFontType0C" : fmt::format("/Length1 {}", program_size_), program_);
  std::string descendant = fmt::format(
      "/Type/Font/Subtype/{}/BaseFont/{}/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement "
      "0>>/FontDescriptor {}/DW 1000/W{}",
      is_cff ? "CIDFontType0" : "CIDFontType2", name_, doc.add(descriptor(program)).reference(),
      widths());
  if (!is_cff) {
    const std::string map = cid_to_glyph();
    descendant += map.empty() ? "/CIDToGIDMap/Identity" : "/CIDToGIDMap " + doc.add_stream("", map).reference();
  }
  doc.fill(
      object_,
      fmt::format("/Type/Font/Subtype/Type0/BaseFont/{}/Encoding/Identity-H/DescendantFonts[{}]/ToUnicode {}",
                  name_, doc.add(std::move(descendant)).reference(), doc.add_stream("", to_unicode()).reference()));
}

}  // namespace briefpack::pdf
