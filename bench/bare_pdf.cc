// What a program that uses libharu as its manual says would do: TrueType fonts embedded, UTF-8 strings, one page after the other.
#include <hpdf.h>

#include <array>
#include <cstdio>
#include <stdexcept>

#include "drawing.h"

namespace briefpack::bench {

namespace {

void on_error(HPDF_STATUS error, HPDF_STATUS detail, void*) {
  throw std::runtime_error("libharu error " + std::to_string(error) + " " + std::to_string(detail));
}

HPDF_REAL real(double value) { return static_cast<HPDF_REAL>(value); }
HPDF_REAL part(std::uint8_t channel) { return real(channel / 255.0); }

constexpr std::array kFontFiles{
    "/usr/share/fonts/truetype/open-sans/OpenSans-Regular.ttf",  "/usr/share/fonts/truetype/open-sans/OpenSans-Semibold.ttf",
    "/usr/share/fonts/truetype/open-sans/OpenSans-Bold.ttf",     "/usr/share/fonts/truetype/nanum/NanumGothic.ttf",
    "/usr/share/fonts/truetype/nanum/NanumGothicBold.ttf"};

void draw_path(HPDF_Page page, const DrawnPath& path) {
  if (path.is_filled) HPDF_Page_SetRGBFill(page, part(path.fill_color.r), part(path.fill_color.g), part(path.fill_color.b));
  if (path.stroke_width > 0) {
    HPDF_Page_SetRGBStroke(page, part(path.stroke_color.r), part(path.stroke_color.g), part(path.stroke_color.b));
    HPDF_Page_SetLineWidth(page, real(path.stroke_width));
    std::array<HPDF_UINT16, 8> dash{};
    const std::size_t count = std::min(path.dash.size(), dash.size());
    // libharu 2.3 takes whole points only.
    for (std::size_t i = 0; i < count; ++i) dash[i] = static_cast<HPDF_UINT16>(path.dash[i] < 1 ? 1 : path.dash[i]);
    HPDF_Page_SetDash(page, count ? dash.data() : nullptr, static_cast<HPDF_UINT>(count), 0);
  }
  for (const auto& step : path.path.steps) {
    switch (step.kind) {
      case geometry::PathStep::Kind::move: HPDF_Page_MoveTo(page, real(step.to.x), real(step.to.y)); break;
      case geometry::PathStep::Kind::line: HPDF_Page_LineTo(page, real(step.to.x), real(step.to.y)); break;
      case geometry::PathStep::Kind::curve:
        HPDF_Page_CurveTo(page, real(step.control1.x), real(step.control1.y), real(step.control2.x), real(step.control2.y),
                          real(step.to.x), real(step.to.y));
        break;
      case geometry::PathStep::Kind::close: HPDF_Page_ClosePath(page); break;
    }
  }
  if (path.is_filled && path.stroke_width > 0) HPDF_Page_FillStroke(page);
  else if (path.is_filled) HPDF_Page_Fill(page);
  else if (path.stroke_width > 0) HPDF_Page_Stroke(page);
  else HPDF_Page_EndPath(page);
}

}  // namespace

std::string bare_pdf(const Drawing& drawing) {
  HPDF_Doc document = HPDF_New(on_error, nullptr);
  HPDF_UseUTFEncodings(document);
  HPDF_SetCompressionMode(document, HPDF_COMP_ALL);
  std::array<HPDF_Font, kFontFiles.size()> fonts{};
  for (const DrawnPage& page : drawing.pages) {
    for (const DrawnText& text : page.texts) {
      auto& font = fonts[static_cast<std::size_t>(text.font)];
      if (!font) font = HPDF_GetFont(document, HPDF_LoadTTFontFromFile(document, kFontFiles[static_cast<std::size_t>(text.font)], HPDF_TRUE), "UTF-8");
    }
  }
  for (const DrawnPage& source : drawing.pages) {
    HPDF_Page page = HPDF_AddPage(document);
    HPDF_Page_SetWidth(page, real(drawing.size.width));
    HPDF_Page_SetHeight(page, real(drawing.size.height));
    for (const DrawnPath& path : source.paths) draw_path(page, path);
    HPDF_Page_BeginText(page);
    for (const DrawnText& text : source.texts) {
      HPDF_Page_SetFontAndSize(page, fonts[static_cast<std::size_t>(text.font)], real(text.size));
      HPDF_Page_SetRGBFill(page, part(text.color.r), part(text.color.g), part(text.color.b));
      HPDF_Page_TextOut(page, real(text.at.x), real(text.at.y), text.text.c_str());
    }
    HPDF_Page_EndText(page);
  }
  HPDF_SaveToStream(document);
  std::string bytes(HPDF_GetStreamSize(document), '\0');
  HPDF_UINT32 size = static_cast<HPDF_UINT32>(bytes.size());
  HPDF_ReadFromStream(document, reinterpret_cast<HPDF_BYTE*>(bytes.data()), &size);
  bytes.resize(size);
  HPDF_Free(document);
  return bytes;
}

}  // namespace briefpack::bench
