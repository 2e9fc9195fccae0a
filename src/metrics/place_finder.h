#pragma once

#include <cstdint>
#include <string_view>

#include <briefpack/source_span.h>

namespace briefpack::metrics {

/// Turns byte offsets of one text into lines and columns (code points from 1). Goes forward only, so that a whole file
/// costs one pass.
class PlaceFinder {
 public:
  /// `start` is the offset of the first character, which is line 1, column 1: 3 behind a byte order mark.
  PlaceFinder(std::string_view text, std::uint32_t file, std::size_t start)
      : text_(text), file_(file), offset_(start) {}

  /// The place of text[from, to). REQUIRES: `from` is not before the end of the last span; no line end within.
  SourceSpan span(std::size_t from, std::size_t to);

 private:
  void pass_line_ends(std::size_t to);
  void pass_within_line(std::size_t to);

  std::string_view text_;
  std::uint32_t file_;
  std::size_t offset_;
  std::uint32_t line_ = 1;
  std::uint32_t column_ = 1;
};

}  // namespace briefpack::metrics
