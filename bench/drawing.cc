#include "drawing.h"

#include <algorithm>

#include "base/utf8.h"

namespace briefpack::bench {

namespace {

bool is_korean(const std::string& text) {
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = next_code_point(text, at);
    if (c >= 0x1100 && c <= 0xD7FF && !(c >= 0x2000 && c <= 0x2BFF)) return true;
  }
  return false;
}

int font_of(const text::GlyphRun& run) {
  const bool is_heavy = run.style.face == geometry::FontFace::bold || run.style.face == geometry::FontFace::display_bold;
  if (is_korean(run.text)) return is_heavy ? 4 : 3;
  if (is_heavy) return 2;
  return run.style.face == geometry::FontFace::semibold ? 1 : 0;
}

geometry::Path moved(const geometry::Path& path, geometry::Point by, double height) {
  geometry::Path out = path;
  for (auto& step : out.steps) {
    for (geometry::Point* point : {&step.to, &step.control1, &step.control2}) *point = {point->x + by.x, height - point->y - by.y};
  }
  return out;
}

}  // namespace

Drawing drawing_of(const page::Pages& pages) {
  Drawing out;
  out.size = pages.size;
  for (const auto& page : pages.pages) {
    DrawnPage drawn;
    for (const auto& item : page.items) {
      if (const auto* text = std::get_if<page::TextItem>(&item)) {
        drawn.texts.push_back({{text->at.x, pages.size.height - text->at.y + text->run.style.rise}, text->run.text,
                               text->run.style.size, pages.palette[text->run.style.color], font_of(text->run)});
      } else if (const auto* path = std::get_if<page::PathItem>(&item)) {
        DrawnPath copy;
        copy.path = moved(path->shape.path, path->at, pages.size.height);
        if (path->shape.fill) {
          copy.is_filled = true;
          copy.fill_color = pages.palette[*path->shape.fill];
        }
        if (path->shape.stroke) {
          copy.stroke_width = path->shape.stroke->width;
          copy.stroke_color = pages.palette[path->shape.stroke->color];
          copy.dash = path->shape.stroke->dash;
        }
        drawn.paths.push_back(std::move(copy));
      }
    }
    out.pages.push_back(std::move(drawn));
  }
  return out;
}

}  // namespace briefpack::bench
