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

class Workings;

/// Evaluates a calculation over the plan's tables.
Live live_value(const Plan& plan, Workings& workings, const document::Calculation& calculation);
/// Words or category of the row `key`, where words are asked for although it may have a number, too.
Live live_text(const Plan& plan, const std::string& key);
/// No row: the mark of the status as a constant.
Live live_absence(const dataset::ObsStatusSet& status);
/// Each argument's value.
std::vector<Live> live_values(const Plan& plan, Workings& workings, const document::Calculation& calculation);

}  // namespace briefpack::workbook
