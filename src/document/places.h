#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "document/inline.h"

namespace briefpack::document {

/// One place where a figure is printed.
struct Place {
  enum class Kind : std::uint8_t { page, exhibit, cell } kind = Kind::page;
  std::uint32_t page = 0;              ///< From 1.
  std::string exhibit;                 ///< Label, or "Table 1" without one.
  std::string sheet, cell;             ///< "Figures", "C12".
  std::vector<std::string> texts;      ///< Page: the printed forms on that page.
  friend bool operator==(const Place&, const Place&) = default;
};

/// Where each figure stands: pages and exhibits after layout, cells after the workbook's plan. Index: figure.
struct Places {
  std::vector<std::vector<Place>> of_figure;

  /// Adds a page place or the text to the one that is there.
  void add_page(FigureIndex figure, std::uint32_t page, const std::string& text);
  void add_exhibit(FigureIndex figure, const std::string& exhibit);
  void add_cell(FigureIndex figure, const std::string& sheet, const std::string& cell);
};

}  // namespace briefpack::document
