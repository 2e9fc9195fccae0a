#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <briefpack/diagnostic.h>
#include <briefpack/source_span.h>

namespace briefpack {

/// What a build writes beside its manifest. svg, a file for each chart, only where it is asked for.
enum class OutputKind : std::uint8_t { pdf, xlsx, csv, svg };

/// What the PDF carries as attachments (DESIGN: workbook by default).
enum class Attach : std::uint8_t { none, workbook, all };

/// analyst: filter buttons, and headings that stay in view. release: neither, as the guidance of the UK Government Analysis
/// Function on spreadsheets advises for publication; all else is alike.
enum class WorkbookEdition : std::uint8_t { analyst, release };

/// The input of any job.
struct InputOptions {
  std::vector<std::string> metrics;           ///< Paths of metric files; at least one.
  std::optional<std::string> template_path;   ///< Nothing: the built-in monthly brief.
  std::optional<std::string> lang;            ///< Uses TEMPLATE.LANG.md when there is one.
  std::optional<std::string> previous;        ///< --previous: the metric file of the edition before, for what changed.
  std::vector<std::pair<std::string, std::string>> overrides;  ///< --set: front matter field and value.
  std::vector<std::string> further_templates; ///< check alone: templates whose figures are compared with the first one's.
  bool with_unused = false;                   ///< check --unused: also what is in the metric file and printed nowhere.
};

struct BuildOptions {
  InputOptions input;
  std::string directory = "out";
  std::optional<std::string> stem;            ///< Nothing: the pack's id, with ".ko" behind where input.lang is ko and the pack's is not.
  std::vector<OutputKind> only;               ///< Empty: what the template asks for.
  Attach attach = Attach::workbook;
  WorkbookEdition workbook = WorkbookEdition::analyst;
  bool is_strict = false;                     ///< Warnings stop the build.
  bool is_draft = false;                      ///< Untruths do not stop it; they are marked (Fault::truth).
  /// One pack for each entity of the template's default set, with the focus on it; the files are called STEM-ID.
  bool for_each = false;
  std::size_t threads = 0;                    ///< Editions made at once; 0: as many as the machine has processors. Bytes never differ.
  /// Called with editions made and their number, after each; one call at a time, from any thread.
  std::function<void(std::size_t, std::size_t)> progress;
};

struct CheckOptions {
  InputOptions input;
  bool is_strict = false;
  bool with_accessibility = false;            ///< Also lays out the document and fills Outcome::accessibility.
  WorkbookEdition workbook = WorkbookEdition::analyst;  ///< The edition that is judged.
};

/// One line of the accessibility checklists (docs/accessibility.md), judged for one pack.
struct AccessibilityLine {
  enum class Verdict : std::uint8_t { met, not_met, author } verdict = Verdict::met;
  std::string id;                             ///< "pdf/contrast": stable.
  std::string output;                         ///< "pdf" or "workbook"
  std::string requirement, source;
  std::string basis;                          ///< "construction", "computed" or "author"
  std::string judged;                         ///< What makes it so, what was looked at, or what a reader has to do.
  bool is_essential = false;
  struct Place {
    std::string where;                        ///< "Sources!N9", "page 3"; empty where `span` says it all.
    std::string what;
    SourceSpan span;
  };
  std::vector<Place> places;                  ///< What keeps it from being met; the first twenty.
  std::size_t faults = 0;                     ///< All of them.
};

struct WrittenFile {
  std::string path;
  std::size_t bytes = 0;
};

struct TraceOptions {
  InputOptions input;
  /// "fig_012", a figure's key, "p.3", "Figures!C12", "metric.ENTITY", an observation's id or key, a dispute's id, or words as
  /// they are printed.
  std::string what;
  bool as_json = false;
  /// Every page and cell as well, for which the document is laid out. A question about a page or a cell has them in any case.
  bool with_places = false;
};

/// What a job did. `sources` keeps the input texts that the diagnostics point into.
struct Outcome {
  Diagnostics diagnostics;
  SourceMap sources;
  std::vector<WrittenFile> written;           ///< In the order of writing, the manifest last.
  std::size_t pages = 0, figures = 0, notes = 0, observations = 0;
  std::size_t editions = 0;                   ///< Packs made with BuildOptions::for_each; `pages`, `figures` and `notes` are of all.
  std::vector<AccessibilityLine> accessibility;  ///< check with CheckOptions::with_accessibility, and any build.
  std::string comparison;                     ///< check with several templates: what they print unlike, as a table.
};

/// Metric files and template to PDF, workbook, CSV and manifest. Either all files appear or none; an existing file is never
/// damaged. With an error, or with a warning under is_strict, nothing is written.
Outcome build(const BuildOptions& options);

/// The same up to the resolved document, writing nothing.
Outcome check(const CheckOptions& options);

struct TraceAnswer {
  Outcome outcome;
  std::string text;                           ///< Ends with a line end; empty when nothing was found.
  bool is_found = false;
};

/// Where a printed number comes from: value, texts, formula with numbers put in, operands with their places in the metric file,
/// sources with locators and wording, statuses, caveats, disputes, rounding, and every page and cell. Nothing found is the error
/// trace/nothing-found.
TraceAnswer trace(const TraceOptions& options);

struct DiffOptions {
  enum class Format : std::uint8_t { text, json, markdown };
  std::string earlier, later;                 ///< Paths of two metric files.
  Format format = Format::text;
};

struct DiffAnswer {
  Outcome outcome;
  std::string text;                           ///< Ends with a line end; empty when a file could not be read.
  std::size_t changes = 0;
  bool is_compared = false;
};

/// What changed between two metric files: values with the reason that the later file gives, disputes, withheld values, actions.
DiffAnswer diff(const DiffOptions& options);

/// The outcome's findings as JSON: counts, then each with severity, code, message, place, pointer, what it is about, notes and
/// hints. Ends with a line end.
std::string findings_json(const Outcome& outcome);
/// The same as a SARIF 2.1.0 log (OASIS), which code review sites show beside the changed lines.
std::string findings_sarif(const Outcome& outcome);

/// Outcome::accessibility for people: for each output how many lines are met, then each line with its places.
std::string accessibility_text(const Outcome& outcome);

/// The JSON Schema of the metric file.
std::string_view metric_file_schema();

/// "0.1.0"
std::string_view version();

/// DESIGN.md section 6: 0 ok, 1 input faulty, 2 usage, 3 input or output, 4 warnings under strict, 70 a bug. Errors win over
/// warnings, and the gravest kind of error decides.
int exit_code(const Diagnostics& diagnostics, bool is_strict);

}  // namespace briefpack
