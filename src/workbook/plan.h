#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "dataset/dataset.h"
#include "document/document.h"

namespace briefpack::workbook {

/// The names that formulas use. They never depend on the language.
namespace table {
inline constexpr const char* kContents = "tbl_contents";
inline constexpr const char* kFigures = "tbl_figures";
inline constexpr const char* kComparison = "tbl_comparison";
inline constexpr const char* kDisputes = "tbl_disputes";
inline constexpr const char* kChanges = "tbl_changes";
inline constexpr const char* kPolicy = "tbl_policy";
inline constexpr const char* kData = "tbl_data";
inline constexpr const char* kMetrics = "tbl_metrics";
inline constexpr const char* kSources = "tbl_sources";
inline constexpr const char* kCodes = "tbl_codes";
inline constexpr const char* kNotes = "tbl_notes";
inline constexpr const char* kRankings = "tbl_rankings";
inline constexpr const char* kWorkings = "tbl_workings";
}  // namespace table

/// A chart or table of the document with a sheet of its own.
struct PlannedExhibit {
  const document::Exhibit* exhibit = nullptr;
  std::string sheet;        ///< "Figure_1_gpus"; the exhibit's own `sheet` where it names a possible one.
  std::string table;        ///< "tbl_gpus"
};

/// Unit of a column of amounts: US dollars times 10^6.
struct AmountUnit {
  std::string currency;
  int unit_mult = 0;
  friend bool operator==(const AmountUnit&, const AmountUnit&) = default;
};

/// What stands where, decided before anything is written: the rows of Data, the sheets of exhibits, the names of figures. Holds
/// references to document and dataset, which must outlive it.
class Plan {
 public:
  Plan(const document::Document& document, const dataset::Dataset& dataset, std::string lang);

  const document::Document& document;
  const dataset::Dataset& dataset;
  const std::string lang;

  /// Observations of sheet Data in file order: all but withheld and confidential ones.
  const std::vector<std::uint32_t>& data_rows() const { return data_rows_; }
  bool is_in_data(std::uint32_t observation) const { return is_in_data_[observation]; }
  /// The row with this key or id, if Data has it.
  const dataset::Observation* find_in_data(const std::string& key) const;

  /// Charts and tables with a caption, in reading order; all but the scorecard of sheet Comparison.
  const std::vector<PlannedExhibit>& exhibits() const { return exhibits_; }
  /// "Figure 1" for the label or name under which Places knows an exhibit; the label itself when there is none.
  std::string exhibit_title(const std::string& label) const;

  /// Defined name of each figure's live value (figure_names.h).
  const std::vector<std::string>& figure_names() const { return figure_names_; }

  /// Indices of all actions, newest first, then by id; undated ones last.
  const std::vector<std::uint32_t>& actions() const { return actions_; }
  /// Units of the actions' amounts in order of first use: a column each.
  const std::vector<AmountUnit>& amount_units() const { return amount_units_; }
  /// The scorecard of which sheet Comparison has the values, or nullptr.
  const document::Exhibit* scorecard() const { return scorecard_; }

  /// Ids of open disputes about an observation, "D1;D2".
  const std::string& disputes_of(std::uint32_t observation) const;
  /// "[note 2]; [note 5]", as the document numbers them.
  const std::string& notes_of(std::uint32_t observation) const;
  /// As above for an action.
  std::string notes_of_action(std::uint32_t action) const;

 private:
  void plan_data();
  void plan_exhibits();
  void plan_actions();
  void plan_marks();

  std::vector<std::uint32_t> data_rows_, actions_;
  std::vector<bool> is_in_data_;
  std::vector<const document::Exhibit*> all_exhibits_;
  std::vector<PlannedExhibit> exhibits_;
  const document::Exhibit* scorecard_ = nullptr;
  std::vector<std::string> figure_names_;
  std::vector<AmountUnit> amount_units_;
  std::vector<std::string> disputes_, notes_, action_notes_;  // by observation; by action
};

/// "[note 2]"; `number` counts from 1.
std::string note_marker(std::uint32_t number);
/// "[note 2]; [note 5]" of a figure's or label's notes.
std::string note_markers(const document::Document& document, const std::vector<document::NoteIndex>& notes);

/// True when nothing of the observation's value may reach an output.
bool is_secret(const dataset::Observation& observation);

/// The observation's own power of ten, or its metric's.
int unit_mult_of(const dataset::Dataset& dataset, const dataset::Observation& observation);

}  // namespace briefpack::workbook
