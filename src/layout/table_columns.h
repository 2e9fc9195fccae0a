#pragma once

#include <span>
#include <vector>

#include "document/block.h"

namespace briefpack::layout {

/// What the cells of a column need, points.
struct ColumnNeeds {
  document::Align align = document::Align::left;
  double least = 0;       ///< Widest unbreakable part.
  double short_text = 0;  ///< Widest text that is short enough to want one line: heads, names, dates.
  double natural = 0;     ///< Widest text on one line.
  double hang = 0;        ///< Widest marks and tags at the end of a line.
  double share = 0;       ///< Width asked for, relative to the others; 0 is none.
};

struct TableColumnPlace {
  double x = 0;
  double width = 0;   ///< For text.
  double gutter = 0;  ///< To its right, where marks of a right-aligned column hang.
  document::Align align = document::Align::left;

  /// How far marks at the end of a line may reach into the gutter: all of the one that is made for them behind numbers,
  /// half of the gap between texts, so that they do not touch the next column.
  double hang_room() const { return align == document::Align::right ? gutter : gutter / 2; }
};

/// Places of the columns in a table of `measure`. Gutters first (visual specification, section 5: 6, with marks 14,
/// with a tag 27, with two notes and a tag 38); what is left is shared as asked, else from least to natural width;
/// short texts stay on one line where there is room for that in all columns, and no column gets less than its widest
/// word while another has more than it needs.
std::vector<TableColumnPlace> place_columns(std::span<const ColumnNeeds> needs, double measure);

/// Texts up to this width want one line, points.
inline constexpr double kShortText = 72;

/// Columns of a table of pairs: the first as wide as its texts, at most 40 % of the measure, the rest to the last;
/// with the last right-aligned it is the other way round.
std::vector<TableColumnPlace> place_pairs(std::span<const ColumnNeeds> needs, double measure);

}  // namespace briefpack::layout
