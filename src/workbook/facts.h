#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <vector>

/// What stands on the sheets of a workbook, gathered while they are written, for those who judge it (accessibility/).
namespace briefpack::workbook {

struct LinkFact {
  std::string cell, text;
  std::string url;               ///< "" for a link to another sheet.
};

struct ChartFact {
  std::string cell, alt;
  bool is_beside_table = false;  ///< Right of the table's last column.
  double text_contrast = 21, mark_contrast = 21;  ///< The weakest on the white ground.
  std::string like_series{};     ///< "A, B": the first two series that look the same; "" when each has a look of its own.
};

struct SheetFacts {
  std::string sheet;
  std::string title, what, notes, sources, back_link;  ///< A1 to A5; on the cover the title alone.
  std::string table;                         ///< "" without one.
  std::vector<std::string> headings;
  std::size_t rows = 0;                      ///< Of the table, without headings; 0 when it says "none".
  std::vector<std::size_t> filled;           ///< By column: cells that hold something.
  std::size_t blank_rows = 0;
  std::string first_outside;                 ///< First cell beside or below the table that is no chart; "" when there is none.
  double least_points = 12;                  ///< The smallest letters, in cells and charts.
  std::string first_cut;                     ///< First cell whose text is higher than a row can be; "" when there is none.
  bool has_filter = false, is_frozen = false;
  std::vector<LinkFact> links;
  std::vector<ChartFact> charts;
  std::map<std::uint32_t, std::string> note_markers;  ///< Number in "[note 2]" and the first cell that has it.
};

/// Headings of the columns with blank cells that A2 neither names nor covers with a sentence about blank cells.
std::vector<std::string> unexplained_blanks(const SheetFacts& facts);

}  // namespace briefpack::workbook
