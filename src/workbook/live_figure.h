#pragma once

#include <string>

#include "document/figure.h"
#include "workbook/plan.h"

namespace briefpack::workbook {

class Workings;

/// A figure as a row of sheet Figures compares it.
struct LiveFigure {
  enum class Kind { number, interval, text } kind = Kind::text;
  std::string formula, high_formula;  ///< `high_formula` of intervals only.
  double number = 0, high = 0;
  std::string text;                   ///< Kind text: words, a mark for a missing value, "withdrawn".
  std::string bound_formula;          ///< The bound's name ("over") or "", as Data has it now; empty: nothing to look up.
  std::string bound;
  bool is_live = true;                ///< False: a constant, as no table holds it.
};
/// The live value of a figure; what is too long for one cell of it goes to `workings`.
LiveFigure live_figure(const Plan& plan, Workings& workings, const document::Figure& figure);

/// What the figure prints, in the same terms: the number in printed units, or words.
std::string printed_words(const Plan& plan, const document::Figure& figure);

}  // namespace briefpack::workbook
