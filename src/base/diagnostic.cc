#include <briefpack/diagnostic.h>

#include <algorithm>
#include <iterator>
#include <utility>

namespace briefpack {

Diagnostic Diagnostic::error(std::string code, SourceSpan span, std::string message) {
  Diagnostic made;
  made.code = std::move(code);
  made.span = span;
  made.message = std::move(message);
  return made;
}

Diagnostic Diagnostic::warning(std::string code, SourceSpan span, std::string message) {
  Diagnostic made = error(std::move(code), span, std::move(message));
  made.severity = Severity::warning;
  return made;
}

Diagnostic Diagnostic::untruth(std::string code, SourceSpan span, std::string message) {
  Diagnostic made = error(std::move(code), span, std::move(message));
  made.fault = Fault::truth;
  return made;
}

Diagnostic Diagnostic::io_error(std::string code, std::string message) {
  Diagnostic made = error(std::move(code), {}, std::move(message));
  made.fault = Fault::io;
  return made;
}

Diagnostic&& Diagnostic::at(std::string json_pointer) && {
  pointer = std::move(json_pointer);
  return std::move(*this);
}

Diagnostic&& Diagnostic::note(SourceSpan where, std::string text) && {
  notes.push_back({where, std::move(text)});
  return std::move(*this);
}

Diagnostic&& Diagnostic::hint(std::string text) && {
  hints.push_back(std::move(text));
  return std::move(*this);
}

Diagnostic&& Diagnostic::concerns(std::string name) && {
  about.push_back(std::move(name));
  return std::move(*this);
}

std::size_t count_of(const Diagnostics& diagnostics, Severity severity) {
  std::size_t count = 0;
  for (const Diagnostic& each : diagnostics) count += each.severity == severity ? each.count : 0;
  return count;
}

bool has_errors(const Diagnostics& diagnostics) {
  return std::any_of(diagnostics.begin(), diagnostics.end(),
                     [](const Diagnostic& each) { return each.severity == Severity::error; });
}

bool has_fatal(const Diagnostics& diagnostics) {
  return std::any_of(diagnostics.begin(), diagnostics.end(), [](const Diagnostic& each) { return each.is_fatal(); });
}

void append(Diagnostics& to, Diagnostics more) {
  to.insert(to.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
}

}  // namespace briefpack
