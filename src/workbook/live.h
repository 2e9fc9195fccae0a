#pragma once

#include <optional>
#include <string>
#include <vector>

#include "document/figure.h"
#include "workbook/plan.h"

/// Each printed number as a formula over the workbook's own tables, and what that formula gives. Values are looked up by key,
/// never by cell address: when a reader sorts Data, `=Data!G40` silently shows another country, the key does not. Only functions
/// of Excel 2010 that LibreOffice knows, too.
namespace briefpack::workbook {

/// One end of a value: where it stops, how to compute that, and whether the end itself belongs to it ("over" does not).
struct LiveEnd {
  std::string formula;      ///< Without "=".
  double value = 0;
  bool is_open = false;
  bool is_atom = true;      ///< False: needs parentheses as an operand.
};

/// What a calculation gives in the workbook. It is worked out from dataset and calculation alone, not from the figure's own
/// value, so that the two prove each other.
struct Live {
  enum class Kind {
    number,   ///< A point (both ends the same), an interval, or a bound (one end only: over 500 has no high end).
    text,     ///< obs_text, a category's name.
    truth,
    missing,  ///< `text` is the mark.
  };
  Kind kind = Kind::missing;
  std::optional<LiveEnd> low, high;
  std::string formula;      ///< Kinds text, truth and missing.
  std::string text;
  bool is_true = false;
  bool is_lookup = false;   ///< One value of a table as it stands.
  bool is_point() const { return low && high && low->formula == high->formula; }
};

/// Evaluates a calculation over the plan's tables.
Live live_value(const Plan& plan, const document::Calculation& calculation);

/// INDEX(tbl_data[column],MATCH("key",tbl_data[obs_id],0)). REQUIRES: the key stands in Data.
std::string data_lookup(std::string_view column, std::string_view key);

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
LiveFigure live_figure(const Plan& plan, const document::Figure& figure);

/// What the figure prints, in the same terms: the number in printed units, or words.
std::string printed_words(const Plan& plan, const document::Figure& figure);

/// "[x]", "[z]", "[c]", "[ns]" for a status without a value; "[x]" when the set names none.
std::string missing_mark(const dataset::ObsStatusSet& status);
/// Marks beside a value: "[e]", "[b] [p]"; for a missing value its mark alone.
std::string status_marks(const dataset::ObsStatusSet& status);

/// Heading of a column of amounts in sheet Policy_actions: "Amount (USD million)".
std::string amount_heading(const AmountUnit& unit, const std::string& lang);

}  // namespace briefpack::workbook
