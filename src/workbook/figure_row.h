#pragma once

#include <string>
#include <vector>

#include <briefpack/diagnostic.h>

#include "document/places.h"
#include "workbook/live_figure.h"

namespace briefpack::workbook {

/// What sheet Figures shows of one figure beside its live formula.
struct FigureRow {
  LiveFigure live;
  bool is_number = false;          ///< Else words are compared.
  double printed = 0, printed_high = 0;
  std::string printed_words;
  std::string printed_bound;
  /// Data units in one printed unit: 1,000,000 where "m" is printed, 0.01 where a fraction is printed as per cent. Dividing by a
  /// power of ten rounds once, multiplying by 0.000001 twice.
  double unit_size = 1;
  double rounded = 0, rounded_high = 0;  ///< The live value in printed units, rounded as printed.
  bool agrees = false;
};

/// One row a figure, in their order. `workings` gets the parts of formulas that are too long for one cell.
std::vector<FigureRow> figure_rows(const Plan& plan, Workings& workings);

/// A diagnostic for each row that does not agree (workbook/disagrees, a fault of ours).
Diagnostics disagreements(const Plan& plan, const std::vector<FigureRow>& rows);

/// "p. 1, 3; Figure 1": where the places say that the figure is printed.
std::string printed_where(const Plan& plan, const std::vector<document::Place>& places);

}  // namespace briefpack::workbook
