#pragma once

#include <string>
#include <vector>

#include "geometry/geometry.h"
#include "page/page.h"

namespace briefpack::bench {

/// A page as a program without layout would draw it: strings at places and paths, nothing else.
struct DrawnText {
  geometry::Point at;         ///< Baseline, y up from the bottom of the page, as PDF counts.
  std::string text;
  double size = 0;
  geometry::Rgb color;
  int font = 0;               ///< 0 regular, 1 semibold, 2 bold; 3 and 4 Korean regular and bold.
};

struct DrawnPath {
  geometry::Path path;        ///< y up from the bottom of the page.
  std::vector<double> dash;
  double stroke_width = 0;    ///< 0: not stroked.
  geometry::Rgb stroke_color, fill_color;
  bool is_filled = false;
};

struct DrawnPage {
  std::vector<DrawnText> texts;
  std::vector<DrawnPath> paths;
};

struct Drawing {
  geometry::Size size;
  std::vector<DrawnPage> pages;
};

/// The strings and the drawing operations of laid-out pages, without structure, links or marks.
Drawing drawing_of(const page::Pages& pages);

/// The same drawing by libharu alone: Open Sans and NanumGothic embedded, deflate on. Returns the bytes of the file.
std::string bare_pdf(const Drawing& drawing);

}  // namespace briefpack::bench
