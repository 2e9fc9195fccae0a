#include "text/font_table.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <vector>

namespace briefpack::text {

namespace {

constexpr std::string_view kInter = "fonts-inter", kCjk = "fonts-noto-cjk", kNoto = "fonts-noto-core";

// Visual specification, section 2, for the first six rows. The fallbacks are what names and titles of a world-wide
// comparison need; a script more is one or two rows more. Those without a bold cut stand in for it.
constexpr FontRow kFonts[] = {
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

constexpr std::size_t kFaces = 4;
constexpr std::size_t kFirstFallback = kFaces;

std::vector<FontId> make_stack(geometry::FontFace face) {
  std::vector<FontId> stack{static_cast<FontId>(face)};
  const bool bold = face != geometry::FontFace::regular;
  for (std::size_t id = kFirstFallback; id < std::size(kFonts); ++id) {
    const FontRow& row = kFonts[id];
    const bool only_cut = std::ranges::count(kFonts, row.family, &FontRow::family) == 1;
    if (only_cut || (row.style == "Bold") == bold) stack.push_back(static_cast<FontId>(id));
  }
  return stack;
}

}  // namespace

std::span<const FontRow> font_table() { return kFonts; }

std::span<const FontId> font_stack(geometry::FontFace face) {
  using enum geometry::FontFace;
  static const std::array<std::vector<FontId>, kFaces> kStacks{make_stack(regular), make_stack(semibold),
                                                               make_stack(bold), make_stack(display_bold)};
  assert(static_cast<std::size_t>(face) < kFaces);
  return kStacks[static_cast<std::size_t>(face)];
}

}  // namespace briefpack::text
