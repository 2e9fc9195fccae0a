#pragma once

#include <string>
#include <vector>

#include <briefpack/source_span.h>

namespace briefpack {

enum class Severity { warning, error };

/// What kind of failure an error is; it decides the exit code (DESIGN.md section 6).
enum class Fault { input, usage, io, bug };

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
  /// The source line must not be printed: it may hold a withheld or confidential value.
  bool hides_source = false;

  static Diagnostic error(std::string code, SourceSpan span, std::string message);
  static Diagnostic warning(std::string code, SourceSpan span, std::string message);
  /// An input or output failure: exit code 3.
  static Diagnostic io_error(std::string code, std::string message);

  Diagnostic&& at(std::string json_pointer) &&;
  Diagnostic&& note(SourceSpan span, std::string text) &&;
  Diagnostic&& hint(std::string text) &&;
};

using Diagnostics = std::vector<Diagnostic>;

bool has_errors(const Diagnostics& diagnostics);

/// Appends `more` to `to`.
void append(Diagnostics& to, Diagnostics more);

}  // namespace briefpack
