#include "page/page.h"

#include <algorithm>

namespace briefpack::page {

geometry::Rect box_of(const TextItem& item, const text::Fonts& fonts) {
  const text::GlyphRun& run = item.run;
  bool is_painted = false;
  double top = 0, bottom = 0;
  for (const text::Glyph& glyph : run.glyphs) {
    const geometry::Rect ink = fonts.ink(run.font, glyph.id);
    if (ink.height <= 0) continue;
    const double glyph_top = ink.y * run.style.size + glyph.dy, glyph_bottom = ink.bottom() * run.style.size + glyph.dy;
    top = is_painted ? std::min(top, glyph_top) : glyph_top;
    bottom = is_painted ? std::max(bottom, glyph_bottom) : glyph_bottom;
    is_painted = true;
  }
  return {item.at.x, item.at.y - run.style.rise + top, run.width, bottom - top};
}

geometry::Rect box_of(const PathItem& item) {
  geometry::Rect box = item.shape.path.bounds();
  box.x += item.at.x;
  box.y += item.at.y;
  return box;
}

geometry::Rect box_of(const ImageItem& item) { return {item.at.x, item.at.y, item.size.width, item.size.height}; }

}  // namespace briefpack::page
