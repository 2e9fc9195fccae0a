#pragma once

#include <string>
#include <vector>

namespace briefpack::bench {

/// One cell of a workbook as a program without our rules would write it.
struct BareCell {
  int row = 0, column = 0;
  char kind = 's';            ///< 's' text, 'n' number, 'f' formula with a number as its cached result, 't' with a text.
  std::string text;           ///< Text or formula.
  std::string result;         ///< Cached result of a 't'.
  double number = 0;          ///< Number, or cached result of an 'f'.
};

struct BareTable {
  int first_row = 0, first_column = 0, last_row = 0, last_column = 0;
  std::string name;
  std::vector<std::string> headings;
};

struct BareSheet {
  std::string name;
  std::vector<BareCell> cells;
  std::vector<BareTable> tables;
  int charts = 0;             ///< Bar charts over the first table's first two columns.
};

/// Reads what scripts/bench extracted from a workbook: lines of tab-separated fields (bench/README.md).
std::vector<BareSheet> read_cells(const std::string& path);

/// The same cells, tables and charts by libxlsxwriter alone, into a file.
void bare_workbook(const std::vector<BareSheet>& sheets, const std::string& path);

}  // namespace briefpack::bench
