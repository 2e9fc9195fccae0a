#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "dataset/dataset.h"
#include "document/figure.h"

namespace briefpack::resolve {

/// What kind of number a value is; it decides what may be done with it and how it is printed.
struct Measure {
  enum class Kind : std::uint8_t {
    number,     ///< A plain number: typed in the template, or a count.
    quantity, money, index,
    share,      ///< In per cent, as in the data.
    points,     ///< Difference of shares.
    fraction,   ///< share(a, b), pct_change: printed × 100.
    multiple,   ///< ratio(a, b).
    rank,
    places,     ///< Difference of ranks.
    category,
    text,
    truth,
  };
  Kind kind = Kind::number;
  std::optional<std::uint32_t> metric;  ///< Whose unit label it carries.
  std::string unit_measure;
  std::string currency;                 ///< Kind money.
};

/// One rule by which two operands cannot be compared (DESIGN.md section 3, "Unlike pairs").
struct Unlikeness {
  enum class Rule : std::uint8_t { kind_of_entity, period, undated, unit, currency, metric, definition, series_break, bound };
  Rule rule = Rule::period;
  std::uint32_t first = 0, second = 0;  ///< Observations.
};

/// The value of an expression with all that it rests on.
struct Evaluated {
  document::FigureValue value;
  document::Calculation calculation;
  Measure measure;
  /// Digits after the point that the value may show, in absolute units: the source's own for an observation and for sums and
  /// differences; nothing for quotients and means, which have their own rule (precision.h). May be negative after unit_mult.
  std::optional<int> decimals;
  std::vector<std::uint32_t> observations;  ///< Operands, each once, in order of use.
  std::vector<std::uint32_t> actions;       ///< Actions whose amount is used.
  std::vector<std::uint32_t> disputes;      ///< Open disputes about operands, by index into the dataset.
  std::vector<std::uint32_t> caveats;
  std::vector<Unlikeness> unlike;           ///< Rules that a format or option overrode.
  bool is_computed = false;                 ///< More than one observation as it stands: gets an "Own calculation" note.
  bool is_revised = false;
  bool is_document_count = false;
  bool awaits_document = false;             ///< Rests on a count that only the whole document knows and the first lowering does not.
  bool is_undecided = false;                ///< Bounds leave the condition open, which was reported; of kind missing.
  bool rests_on_withheld = false;           ///< Why a value was withdrawn, when no dispute is the reason.
  std::string outcome;                      ///< all, any, most: "it holds for 3 of 5, not for KOR, FRA".
  std::optional<int> out_of;                ///< Of a rank.
  std::string entity;                       ///< leader(…): the entity's id.
  std::string category;                     ///< Id of a category.

  bool is_missing() const { return value.kind == document::FigureValue::Kind::missing; }
  bool is_withdrawn() const { return value.kind == document::FigureValue::Kind::withdrawn; }
};

/// A number typed in the template.
Evaluated constant(double number);
/// The count of a thing over the document or dataset.
Evaluated counted(double number, std::string words);
/// A condition's outcome; its calculation is the caller's.
Evaluated truth_value(bool holds);

/// A number, bound or interval: something to compute with.
bool is_numeric(const Evaluated& value);
/// Typed, with nothing of the data in it.
bool is_constant(const Evaluated& value);
/// A plain number, multiple or fraction: it scales what it is multiplied with and changes no unit.
bool is_unscaled(Measure::Kind kind);

/// Appends an index that is not there yet.
void add_once(std::vector<std::uint32_t>& to, std::uint32_t index);

/// Joins the provenance of `operand` into `result`: observations, actions, disputes, caveats, statuses.
void join(Evaluated& result, const Evaluated& operand);

/// "a quantity in GPU", for messages.
std::string description(const Measure& measure);

}  // namespace briefpack::resolve
