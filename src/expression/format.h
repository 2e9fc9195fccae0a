#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <briefpack/source_span.h>

namespace briefpack::expression {

/// How a figure is printed. `scale` is written `unit:bn`, with one of k, m, bn, tn.
enum class FormatKind : std::uint8_t {
  plain,
  percent,
  times,
  ordinal,
  of,
  words,
  cap,
  signed_,
  compact,
  scale,
  short_,
  abs,
  round,
  unit,
  nounit,
  nomark,
  unlike
};

struct Format {
  FormatKind kind = FormatKind::plain;
  int decimals = 0;   ///< round: digits after the point; negative rounds to tens, hundreds.
  std::string scale;  ///< scale: "k", "m", "bn", "tn".
  SourceSpan span;
};

using Formats = std::vector<Format>;

/// The format of that kind, or nullptr.
const Format* find(const Formats& formats, FormatKind kind);
inline bool has(const Formats& formats, FormatKind kind) { return find(formats, kind) != nullptr; }

/// The name as written in a template: "signed", "short", "unit" (also for scale).
std::string_view name_of(FormatKind kind);
std::optional<FormatKind> format_named(std::string_view name);
/// All names, for hints and the reference.
const std::vector<std::string>& format_names();

/// "percent, round:1": as written, spaces normalised.
std::string text_of(const Formats& formats);

}  // namespace briefpack::expression
