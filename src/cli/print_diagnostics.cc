#include "cli/print_diagnostics.h"

#include <algorithm>

#include <fmt/format.h>

#include "base/utf8.h"

namespace briefpack::cli {

namespace {

// Lines longer than this are cut around the caret, so that a file of one line stays readable.
constexpr std::size_t kShownWidth = 110;
constexpr std::size_t kBeforeCaret = 60;

/// Terminal cells of a code point: Hangul, kana and Han take two (Unicode EAW, the blocks that inputs here use).
int cells_of(char32_t c) {
  const bool is_wide = (c >= 0x1100 && c <= 0x115F) || (c >= 0x2E80 && c <= 0xA4CF) || (c >= 0xAC00 && c <= 0xD7A3) ||
                       (c >= 0xF900 && c <= 0xFAFF) || (c >= 0xFE30 && c <= 0xFE6F) || (c >= 0xFF00 && c <= 0xFF60) ||
                       (c >= 0xFFE0 && c <= 0xFFE6) || (c >= 0x20000 && c <= 0x3FFFD);
  return is_wide ? 2 : 1;
}

struct Excerpt {
  std::string line;   ///< What is shown.
  std::string caret;  ///< Spaces and a caret with its tail under it.
};

Excerpt excerpt(std::string_view line, const SourceSpan& span) {
  Excerpt out;
  const std::size_t target = span.column == 0 ? 0 : span.column - 1;
  const std::size_t first = target > kBeforeCaret ? target - kBeforeCaret : 0;
  std::size_t at = 0;
  bool is_cut = false;
  for (std::size_t column = 0; at < line.size(); ++column) {
    const char32_t c = next_code_point(line, at);
    if (column < first) continue;
    if (column - first >= kShownWidth) {
      is_cut = true;
      break;
    }
    const bool is_control = c < 0x20 || (c >= 0x7F && c < 0xA0) || (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
    append_utf8(out.line, c == '\t' ? U' ' : is_control ? U'·' : c);
    const std::size_t cells = static_cast<std::size_t>(cells_of(c));
    if (column < target) out.caret.append(cells, ' ');
    else if (column == target) out.caret += "^" + std::string(cells - 1, '~');
    else if (column < target + span.length) out.caret.append(cells, '~');
  }
  if (out.caret.find('^') == std::string::npos) out.caret += '^';  // behind the end of the line
  if (first > 0) {
    out.line = "…" + out.line;
    out.caret = " " + out.caret;
  }
  if (is_cut) out.line += "…";
  return out;
}

std::string place(const SourceSpan& span, const SourceMap& sources) {
  return span.is_known() ? fmt::format("{}:{}:{}: ", sources.name(span.file), span.line, span.column) : "briefpack: ";
}

/// Escapes of GitHub's workflow commands; properties escape two more characters.
std::string escaped(std::string_view text, bool is_property) {
  std::string out;
  for (const char c : text) {
    if (c == '%') out += "%25";
    else if (c == '\r') out += "%0D";
    else if (c == '\n') out += "%0A";
    else if (is_property && c == ':') out += "%3A";
    else if (is_property && c == ',') out += "%2C";
    else out.push_back(c);
  }
  return out;
}

}  // namespace

std::string format_text(const Diagnostic& diagnostic, const SourceMap& sources, bool with_color) {
  const bool is_error = diagnostic.severity == Severity::error;
  const std::string_view bold = with_color ? "\033[1m" : "", off = with_color ? "\033[0m" : "",
                         color = with_color ? (is_error ? "\033[31m" : "\033[33m") : "";
  std::string out = fmt::format("{}{}{}{}{}: {}{}{} [{}]\n", bold, place(diagnostic.span, sources), color,
                                is_error ? "error" : "warning", off, bold, diagnostic.message, off, diagnostic.code);
  if (diagnostic.span.is_known() && !diagnostic.hides_source) {
    const Excerpt shown = excerpt(sources.line(diagnostic.span.file, diagnostic.span.line), diagnostic.span);
    out += fmt::format("{:>5} | {}\n      | {}{}{}\n", diagnostic.span.line, shown.line, color, shown.caret, off);
  }
  if (!diagnostic.pointer.empty()) out += fmt::format("  at {}\n", diagnostic.pointer);
  for (const auto& note : diagnostic.notes) {
    out += fmt::format("  note: {}{}\n", note.span.is_known() ? place(note.span, sources) : "", note.message);
  }
  for (const auto& hint : diagnostic.hints) out += fmt::format("  hint: {}\n", hint);
  return out;
}

std::string format_github(const Diagnostic& diagnostic, const SourceMap& sources) {
  std::string properties;
  if (diagnostic.span.is_known()) {
    properties = fmt::format("file={},line={},col={},", escaped(sources.name(diagnostic.span.file), true),
                             diagnostic.span.line, diagnostic.span.column);
  }
  properties += "title=" + escaped(diagnostic.code, true);
  std::string text = diagnostic.message;
  if (!diagnostic.pointer.empty()) text += "\nat " + diagnostic.pointer;
  for (const auto& note : diagnostic.notes) {
    text += fmt::format("\nnote: {}{}", note.span.is_known() ? place(note.span, sources) : "", note.message);
  }
  for (const auto& hint : diagnostic.hints) text += "\nhint: " + hint;
  return fmt::format("::{} {}::{}\n", diagnostic.severity == Severity::error ? "error" : "warning", properties, escaped(text, false));
}

std::string summary(const Diagnostics& diagnostics) {
  const std::size_t errors = count_of(diagnostics, Severity::error), warnings = count_of(diagnostics, Severity::warning);
  return fmt::format("{} error{}, {} warning{}", errors, errors == 1 ? "" : "s", warnings, warnings == 1 ? "" : "s");
}

}  // namespace briefpack::cli
