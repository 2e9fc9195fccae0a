#pragma once

#include <cstdint>
#include <string>

#include <briefpack/result.h>

#include "dataset/dataset.h"
#include "document/document.h"
#include "document/places.h"

/// Document and dataset → workbook, in these phases:
///   plan.h        which rows, sheets and names there are; nothing of the library yet
///   live.h        each calculation as a formula over the sheets, with the result that a spreadsheet will find
///   sheet_*.cc    one sheet each, through sheet.h, which checks every call
///   native_chart.h  a ChartSpec as a chart that Excel draws
///   package.h     the finished file is opened again, part by part
/// What libxlsxwriter 1.1.4 lets through and a reader then stumbles over is caught in guard.h.
namespace briefpack::workbook {

struct WorkbookOptions {
  std::int64_t created = 0;      ///< Seconds since 1970-01-01 UTC, the creation date in the file's properties. REQUIRES: > 0.
  std::string input_sha256;      ///< Of the metric file, in hexadecimal; empty: the property is left out.
  std::string lang;              ///< BCP 47; empty: the document's.
  bool is_release = false;       ///< Without filter buttons and frozen panes.
};

struct WorkbookBytes {
  std::string xlsx;
  /// The rows of sheet Data as text: UTF-8 with a byte order mark (spreadsheets guess another encoding without one), comma,
  /// CRLF, quotes as RFC 4180. A text that a spreadsheet would take for a formula has an apostrophe before it.
  std::string csv;
};

/// Writes the workbook. Adds to `places` the cells in which each figure stands ("Figures", "D7", and on exhibit sheets). The
/// same arguments give the same bytes.
/// Errors: workbook/disagrees (a bug: a figure is not what its formula gives), workbook/too-large and workbook/long-text (more
/// than a sheet, a cell or a formula holds), workbook/cannot-write (exit 3), workbook/bug.
Result<WorkbookBytes> write_workbook(const document::Document& document, const dataset::Dataset& dataset,
                                     document::Places& places, const WorkbookOptions& options);

/// The cells alone, as write_workbook would add them, in a fraction of its time: for those who ask where a figure stands.
/// Errors: workbook/disagrees.
Result<bool> place_cells(const document::Document& document, const dataset::Dataset& dataset, document::Places& places);

}  // namespace briefpack::workbook
