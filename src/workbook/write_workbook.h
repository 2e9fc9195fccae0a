#pragma once

#include <cstdint>
#include <string>

#include <briefpack/result.h>

#include "dataset/dataset.h"
#include "document/document.h"
#include "document/places.h"
#include "workbook/facts.h"

/// Document and dataset → workbook, in these phases:
///   plan.h        which rows, sheets and names there are; nothing of the library yet
///   live.h        each calculation as a formula over the sheets, with the result that a spreadsheet will find
///   sheet_*.cc    one sheet each, through sheet.h, which checks every call
///   native_chart.h  a ChartSpec as a chart that Excel draws
///   package.h     the archive, part by part as the library hands them over, with what it cannot write
/// What libxlsxwriter 1.1.4 lets through and a reader then stumbles over is caught in guard.h.
namespace briefpack::workbook {

/// Rows of a worksheet without the six above the first observation.
inline constexpr std::size_t kMostDataRows = 1'048'570;

struct WorkbookOptions {
  std::int64_t created = 0;      ///< Seconds since 1970-01-01 UTC, the creation date in the file's properties. REQUIRES: > 0.
  std::string input_sha256{};    ///< Of the metric file, in hexadecimal; empty: the property is left out.
  std::string lang{};            ///< BCP 47; empty: the document's.
  bool is_release = false;       ///< Without filter buttons and frozen panes.
  bool has_csv = true;           ///< Otherwise WorkbookBytes::csv is empty.
  std::size_t most_rows = kMostDataRows;  ///< Of sheet Data; tests make it smaller.
};

struct WorkbookBytes {
  std::string xlsx;
  /// The rows of sheet Data as text: UTF-8 with a byte order mark (spreadsheets guess another encoding without one), comma,
  /// CRLF, quotes as RFC 4180. A text that a spreadsheet would take for a formula has an apostrophe before it.
  std::string csv;
  std::vector<SheetFacts> facts;
};

/// Writes the workbook. Adds to `places` the cells in which each figure stands ("Figures", "D7", and on exhibit sheets). The
/// same arguments give the same bytes.
/// Errors: workbook/disagrees (a bug: a figure is not what its formula gives), workbook/too-large and workbook/long-text (more
/// than a sheet, a cell or a formula holds), workbook/cannot-write (exit 3), workbook/bug.
Result<WorkbookBytes> write_workbook(const document::Document& document, const dataset::Dataset& dataset,
                                     document::Places& places, const WorkbookOptions& options);

/// The same without a file: cells are added to `places` and the sheets told about, in a fraction of the time and whatever their
/// size. Errors: workbook/disagrees.
Result<std::vector<SheetFacts>> plan_workbook(const document::Document& document, const dataset::Dataset& dataset, document::Places& places,
                                              const WorkbookOptions& options);

/// WorkbookBytes::csv alone. It has as many rows as there are observations.
std::string write_csv(const document::Document& document, const dataset::Dataset& dataset, const std::string& lang);

}  // namespace briefpack::workbook
