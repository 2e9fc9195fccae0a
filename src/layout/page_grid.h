#pragma once

#include <string>
#include <vector>

#include "document/document.h"
#include "geometry/geometry.h"

namespace briefpack::layout {

/// The page of the visual specification, section 1. On letter paper, which is shorter, head and foot stand 7.5 points
/// closer to the edges, and rows of tables and charts closer to each other.
struct PageGrid {
  geometry::Size size;
  double left = 0;  ///< Side margin; the measure stands in the middle of the page.
  double measure = 504;
  double header_baseline = 35, header_rule = 42;
  double body_top = 60;
  double notes_bottom = 0;  ///< Where the note block ends; it grows upwards.
  double footer_rule = 0, footer_baseline = 0;
  bool is_tight = false;  ///< Shorter than A4: rows of tables and charts stand a little closer.
};

/// `paper` is "A4" or "letter", in any case; anything else is A4.
PageGrid grid_of(const std::string& paper);

/// White space between the body and the note block.
inline constexpr double kAboveNotes = 12;
inline constexpr double kGutter = 12;

/// One column of several: where it begins and how wide it is.
struct ColumnPlace {
  double x = 0, width = 0;
};

/// Columns of `twelfths` of a measure of twelve columns with gutters of 12. Two thirds and one third are 330 + 12 +
/// 162 on a plain page and 326 + 24 + 154 under a band. Widths below 1 count as 1; more than twelve in all are scaled
/// down.
std::vector<ColumnPlace> column_places(const std::vector<int>& twelfths, std::size_t count, double measure,
                                       document::Section::Variant variant);

}  // namespace briefpack::layout
