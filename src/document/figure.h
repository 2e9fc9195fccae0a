#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <briefpack/source_span.h>

#include "dataset/dataset.h"
#include "document/inline.h"

namespace briefpack::document {

/// The expression behind a figure, resolved down to observation keys: what a live formula in a workbook is written from.
struct Calculation {
  enum class Kind : std::uint8_t {
    observation,   ///< obs_value of `key`.
    low, high,     ///< An end of the obs_range of `key`.
    text,          ///< obs_text or category of `key`.
    amount,        ///< Amount of the action `key`.
    constant,      ///< `number`.
    add, subtract, multiply, divide, negate,
    change, pct_change,  ///< Arguments: later, earlier.
    rank,          ///< Arguments: the ranked one, then the set (which contains it). `descending`: highest is 1st.
    sum, mean, median, min, max, count,  ///< Over the arguments.
    equal, not_equal, less, less_equal, greater, greater_equal, logical_and, logical_or, logical_not,
    stated,        ///< A count over the document itself: `number` is the value, `words` say of what.
  };
  Kind kind = Kind::constant;
  std::string key;                         ///< stated, of entities: their ids, "KOR;CHN".
  double number = 0;
  bool is_descending = true;
  std::string words;                       ///< stated: of what. constant: "unit_mult" for the power of ten of the cell before it.
  std::vector<Calculation> arguments;
};

/// A value as the arithmetic carries it: a point, a bound, an interval, words, or the reason why there is none.
struct FigureValue {
  enum class Kind : std::uint8_t { number, interval, text, truth, missing, withdrawn };
  Kind kind = Kind::missing;
  double number = 0;                       ///< kind number or truth (0/1). In data units after unit_mult; a share as it
                                           ///< stands in the data (77 for 77 per cent).
  double low = 0, high = 0;                ///< kind interval.
  std::string text;                        ///< kind text: obs_text or the category's name.
  dataset::Qualifier qualifier = dataset::Qualifier::none;
  dataset::ObsStatusSet status;
};

/// One printed number: one expression in one precision (DESIGN.md section 4).
struct Figure {
  std::uint32_t number = 0;                ///< Reading order from 1: "fig_001".
  std::string key;                         ///< Stable: "$name" or the canonical expression (with its format where that changes the number).
  std::string expression;                  ///< Canonical expression.
  FigureValue value;                       ///< Unrounded.
  /// The printed number: round(value * scale, decimals). `scale` is 1e-9 for "bn", 100 for a fraction printed as per cent.
  double scale = 1;
  int decimals = 0;
  double printed = 0;                      ///< Rounded, in printed units; for kinds number and truth.
  double printed_low = 0, printed_high = 0;
  std::string unit;                        ///< Unit of the unrounded value, as the Figures sheet shows it.
  std::vector<std::string> texts;          ///< Distinct printed forms in order of appearance.
  Calculation calculation;
  std::string calculation_words;           ///< "100,000 ÷ 2,000", or "" for a single observation.
  std::vector<std::uint32_t> operands;     ///< Observation indices, each once, in order of use.
  std::vector<std::uint32_t> sources;      ///< Source indices, each once.
  std::vector<NoteIndex> notes;            ///< In the order that marks show.
  std::vector<DisputeIndex> disputes;      ///< Open disputes that it rests on.
  std::vector<std::uint32_t> caveats;
  bool is_withdrawn = false;               ///< Rests on a dispute or a withheld operand: printed as withdrawn.
  bool is_claim = false;                   ///< A {claim}: `texts` hold its words.
  bool is_document_count = false;          ///< count(...) over the document: no note.
  std::string unlike_reason;               ///< Why unlike values were set side by side, when they were.
  SourceSpan span;                         ///< First use in the template.
};

/// A note's wording in one language: "S1, para. 2. SK Telecom chief executive; undated."
struct NoteText {
  std::string lang;
  std::string source;                      ///< "S1" or "Own calculation", set in SemiBold.
  std::string rest;                        ///< ", para. 2. …" with its full stop.
};

/// One statement (same source, locator, period, limitation), numbered by first use.
struct Note {
  std::uint32_t number = 0;
  std::vector<NoteText> texts;             ///< One for each language in which a page shows it; the first is the document's.
  std::vector<std::uint32_t> sources;      ///< Source indices; several for a derived figure.
  std::vector<std::uint32_t> observations;
  std::vector<std::uint32_t> actions;
  std::vector<FigureIndex> figures;        ///< Figures that show it.
  bool is_calculation = false;
  std::string full;                        ///< Publisher, title, date, link, locators, the sources' own words, caveats.
  std::string beside_register;             ///< The same with the codes of the sources, where a register names them.
  const NoteText& in(const std::string& lang) const;
};

}  // namespace briefpack::document
