#pragma once

#include <string>

#include <briefpack/diagnostic.h>
#include <briefpack/source_span.h>

namespace briefpack::cli {

/// One diagnostic for people: place, severity, message and code, the source line with a caret, then pointer, notes and hints.
///
///     packs/march.json:14:22: error: unit_measure "EURO" is not in the unit list [metrics/unknown-unit]
///        14 |       "unit_measure": "EURO"
///           |                       ^~~~~~
///       at /metrics/2/unit_measure
///       hint: did you mean "EUR"?
///
/// `with_color` adds terminal colours. Control characters of the source line are shown as "·". The line of a diagnostic that
/// hides its source is left out.
std::string format_text(const Diagnostic& diagnostic, const SourceMap& sources, bool with_color);

/// One workflow command a line, which code review sites show beside the changed line:
/// `::error file=F,line=L,col=C,title=CODE::message%0Ahint: …`
std::string format_github(const Diagnostic& diagnostic, const SourceMap& sources);

/// "2 errors, 1 warning"
std::string summary(const Diagnostics& diagnostics);

}  // namespace briefpack::cli
