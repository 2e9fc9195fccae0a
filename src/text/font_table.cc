#include "text/font_table.h"

#include <algorithm>
#include <cstddef>
#include <vector>

namespace briefpack::text {

namespace {

constexpr const char *kInter = "fonts-inter", *kCjk = "fonts-noto-cjk", *kNoto = "fonts-noto-core";

// Visual specification, section 2, for the first six rows. The fallbacks are what names and titles of a world-wide
// comparison need; a script more is one or two rows more. Those without a bold cut stand in for it.
const std::vector<FontRow>& own_fonts() {
  static const std::vector<FontRow> kFonts{
    {"Inter", "Regular", "Inter-Regular.otf", kInter},
    {"Inter", "Semi Bold", "Inter-SemiBold.otf", kInter},
    {"Inter", "Bold", "Inter-Bold.otf", kInter},
    {"Inter Display", "Bold", "InterDisplay-Bold.otf", kInter},
    {"Noto Sans CJK KR", "Regular", "NotoSansCJK-Regular.ttc", kCjk},
    {"Noto Sans CJK KR", "Bold", "NotoSansCJK-Bold.ttc", kCjk},
    {"Noto Sans", "Regular", "NotoSans-Regular.ttf", kNoto},
    {"Noto Sans", "Bold", "NotoSans-Bold.ttf", kNoto},
    {"Noto Sans Arabic", "Regular", "NotoSansArabic-Regular.ttf", kNoto},
    {"Noto Sans Arabic", "Bold", "NotoSansArabic-Bold.ttf", kNoto},
    {"Noto Sans Hebrew", "Regular", "NotoSansHebrew-Regular.ttf", kNoto},
    {"Noto Sans Hebrew", "Bold", "NotoSansHebrew-Bold.ttf", kNoto},
    {"Noto Sans Thai", "Regular", "NotoSansThai-Regular.ttf", kNoto},
    {"Noto Sans Thai", "Bold", "NotoSansThai-Bold.ttf", kNoto},
    {"Noto Sans Devanagari", "Regular", "NotoSansDevanagari-Regular.ttf", kNoto},
    {"Noto Sans Devanagari", "Bold", "NotoSansDevanagari-Bold.ttf", kNoto},
    {"Noto Sans Bengali", "Regular", "NotoSansBengali-Regular.ttf", kNoto},
    {"Noto Sans Bengali", "Bold", "NotoSansBengali-Bold.ttf", kNoto},
    {"Noto Sans Tamil", "Regular", "NotoSansTamil-Regular.ttf", kNoto},
    {"Noto Sans Tamil", "Bold", "NotoSansTamil-Bold.ttf", kNoto},
    {"Noto Sans Armenian", "Regular", "NotoSansArmenian-Regular.ttf", kNoto},
    {"Noto Sans Armenian", "Bold", "NotoSansArmenian-Bold.ttf", kNoto},
    {"Noto Sans Georgian", "Regular", "NotoSansGeorgian-Regular.ttf", kNoto},
    {"Noto Sans Georgian", "Bold", "NotoSansGeorgian-Bold.ttf", kNoto},
    {"Noto Sans Ethiopic", "Regular", "NotoSansEthiopic-Regular.ttf", kNoto},
    {"Noto Sans Ethiopic", "Bold", "NotoSansEthiopic-Bold.ttf", kNoto},
    {"Noto Sans Khmer", "Regular", "NotoSansKhmer-Regular.ttf", kNoto},
    {"Noto Sans Khmer", "Bold", "NotoSansKhmer-Bold.ttf", kNoto},
    {"Noto Sans Lao", "Regular", "NotoSansLao-Regular.ttf", kNoto},
    {"Noto Sans Lao", "Bold", "NotoSansLao-Bold.ttf", kNoto},
    {"Noto Sans Myanmar", "Regular", "NotoSansMyanmar-Regular.ttf", kNoto},
    {"Noto Sans Myanmar", "Bold", "NotoSansMyanmar-Bold.ttf", kNoto},
    {"Noto Sans Sinhala", "Regular", "NotoSansSinhala-Regular.ttf", kNoto},
    {"Noto Sans Sinhala", "Bold", "NotoSansSinhala-Bold.ttf", kNoto},
    {"Noto Sans Math", "Regular", "NotoSansMath-Regular.ttf", kNoto},
    {"Noto Sans Symbols", "Regular", "NotoSansSymbols-Regular.ttf", kNoto},
    {"Noto Sans Symbols", "Bold", "NotoSansSymbols-Bold.ttf", kNoto},
    {"Noto Sans Symbols2", "Regular", "NotoSansSymbols2-Regular.ttf", kNoto},
  };
  return kFonts;
}

constexpr std::size_t kFaces = 4;

/// Those of rows [first, last) that suit bold text, or text that is not; a font with one cut alone stands in for the other.
void add_fallbacks(std::vector<FontId>& stack, const std::vector<FontRow>& rows, std::size_t first, std::size_t last, bool bold) {
  for (std::size_t id = first; id < last; ++id) {
    const auto of_family = [&](const FontRow& each) { return each.family == rows[id].family; };
    const bool only_cut = std::count_if(rows.begin() + static_cast<std::ptrdiff_t>(first), rows.begin() + static_cast<std::ptrdiff_t>(last), of_family) == 1;
    if (only_cut || (rows[id].style == "Bold") == bold) stack.push_back(static_cast<FontId>(id));
  }
}

}  // namespace

std::span<const FontRow> font_table() { return own_fonts(); }

FontBook font_book(const theme::Fonts& of_theme) {
  FontBook out{own_fonts(), {}};
  const auto row_of = [](const theme::FontName& name) { return FontRow{name.family, name.style, name.file, "", name.span}; };
  const std::size_t own_end = out.rows.size();
  for (const theme::FontName& each : of_theme.fallbacks) out.rows.push_back(row_of(each));
  const std::size_t fallbacks_end = out.rows.size();
  for (std::size_t face = 0; face < kFaces; ++face) {
    std::vector<FontId>& stack = out.stacks[face];
    const bool bold = static_cast<geometry::FontFace>(face) != geometry::FontFace::regular;
    if (const auto& named = of_theme.faces[face]) {
      stack.push_back(static_cast<FontId>(out.rows.size()));
      out.rows.push_back(row_of(*named));
      add_fallbacks(stack, out.rows, own_end, fallbacks_end, bold);
      stack.push_back(static_cast<FontId>(face));
    } else {
      stack.push_back(static_cast<FontId>(face));
      add_fallbacks(stack, out.rows, own_end, fallbacks_end, bold);
    }
    add_fallbacks(stack, out.rows, kFaces, own_end, bold);
  }
  return out;
}

}  // namespace briefpack::text
