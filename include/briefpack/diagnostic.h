#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include <briefpack/source_span.h>

namespace briefpack {

enum class Severity { warning, error };

/// What kind of failure an error is; it decides the exit code (DESIGN.md section 6). `truth`: everything could be read and the
/// document can be made, but it would say something that is wrong, unsourced or misleading. Such an error stops a build and
/// lets a draft pass, in which it is marked.
enum class Fault { input, truth, usage, io, bug };

/// A second place that belongs to a diagnostic: "first given here".
struct DiagnosticNote {
  SourceSpan span;
  std::string message;
};

/// One finding about the input. `code` is stable and documented in docs/diagnostics.md ("metrics/unknown-unit").
/// The message says what was found and what was expected; a hint is something the user can do.
struct Diagnostic {
  Severity severity = Severity::error;
  std::string code;
  SourceSpan span;
  std::string message;
  std::string pointer;  ///< JSON pointer of the value, or the role or directive; empty where there is none.
  std::vector<DiagnosticNote> notes;
  std::vector<std::string> hints;
  Fault fault = Fault::input;
  /// Stable names of what the finding is about, any of which `accepted[].about` may give: observation ids and keys,
  /// "metric.ENTITY", a figure's key, an exhibit's label, the words in question.
  std::vector<std::string> about;
  /// The source line must not be printed: it may hold a withheld or confidential value.
  bool hides_source = false;
  /// How many findings it stands for: more than one in the line that tells of those that are not listed.
  std::size_t count = 1;

  static Diagnostic error(std::string code, SourceSpan span, std::string message);
  static Diagnostic warning(std::string code, SourceSpan span, std::string message);
  /// An error of Fault::truth.
  static Diagnostic untruth(std::string code, SourceSpan span, std::string message);
  /// An input or output failure: exit code 3.
  static Diagnostic io_error(std::string code, std::string message);

  Diagnostic&& at(std::string json_pointer) &&;
  Diagnostic&& note(SourceSpan span, std::string text) &&;
  Diagnostic&& hint(std::string text) &&;
  Diagnostic&& concerns(std::string name) &&;

  /// An error after which there is nothing to go on with; an untruth is none.
  bool is_fatal() const { return severity == Severity::error && fault != Fault::truth; }
};

using Diagnostics = std::vector<Diagnostic>;

/// How many findings of this severity there are, with those that are not listed.
std::size_t count_of(const Diagnostics& diagnostics, Severity severity);

bool has_errors(const Diagnostics& diagnostics);
bool has_fatal(const Diagnostics& diagnostics);

/// Appends `more` to `to`.
void append(Diagnostics& to, Diagnostics more);

}  // namespace briefpack
