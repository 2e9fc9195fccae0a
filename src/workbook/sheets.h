#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "document/places.h"
#include "workbook/book.h"
#include "workbook/figure_row.h"
#include "workbook/plan.h"
#include "workbook/sheet.h"
#include "workbook/workings.h"

/// The sheets in the order of the workbook. Each is one function in a file of its own, sheet_*.cc; a new sheet is a new file and
/// one row of the table in list_sheets.cc.
namespace briefpack::workbook {

struct SheetEntry;

/// What a sheet is written from, and what it adds to.
struct Writing {
  const Plan& plan;
  Book& book;
  document::Places& places;
  const std::vector<FigureRow>& figures;
  const std::vector<SheetEntry>& sheets;
  const Workings& workings;
  bool is_letter = false;   ///< Paper for printing.
};

/// One sheet: what Contents says about it, and how it is written.
struct SheetEntry {
  std::string sheet;        ///< Tab, "Policy_actions": the same in every language, as formulas and links name it.
  std::string title;        ///< Cell A1.
  std::string table;        ///< "" on the cover.
  std::size_t rows = 0;     ///< Of the table.
  void (*write)(const Writing&, const SheetEntry&) = nullptr;
  const PlannedExhibit* exhibit = nullptr;
};

/// Sheets without content (no disputes, no scorecard) are left out.
std::vector<SheetEntry> list_sheets(const Plan& plan, const Workings& workings);

void write_cover(const Writing& writing, const SheetEntry& entry);
void write_contents(const Writing& writing, const SheetEntry& entry);
void write_figures(const Writing& writing, const SheetEntry& entry);
void write_comparison(const Writing& writing, const SheetEntry& entry);
void write_exhibit(const Writing& writing, const SheetEntry& entry);
void write_disputes(const Writing& writing, const SheetEntry& entry);
void write_changes(const Writing& writing, const SheetEntry& entry);
void write_policy(const Writing& writing, const SheetEntry& entry);
void write_data(const Writing& writing, const SheetEntry& entry);
void write_metrics(const Writing& writing, const SheetEntry& entry);
void write_sources(const Writing& writing, const SheetEntry& entry);
void write_codes(const Writing& writing, const SheetEntry& entry);
void write_notes(const Writing& writing, const SheetEntry& entry);
void write_workings(const Writing& writing, const SheetEntry& entry);
void write_rankings(const Writing& writing, const SheetEntry& entry);

/// Rows of sheet Rankings: places of one entity on one list.
std::size_t ranking_row_count(const Plan& plan);

/// Statuses of the sheet Codes, all that a metric file may use.
std::size_t count_of_codes();

/// Head lines with the usual link back to Contents.
SheetHead head_of(const Writing& writing, const SheetEntry& entry, std::string what, std::string notes, std::string sources);

/// The line that says whether the sheet has note markers.
std::string note_line(const Writing& writing, bool has_notes);

}  // namespace briefpack::workbook
