#include "metrics/place_finder.h"

#include <algorithm>
#include <cassert>

#include "base/utf8.h"

namespace briefpack::metrics {

SourceSpan PlaceFinder::span(std::size_t from, std::size_t to) {
  assert(from >= offset_ && to >= from && to <= text_.size());
  pass_line_ends(from);
  const SourceSpan start{file_, line_, column_, 0};
  pass_within_line(to);
  return {file_, start.line, start.column, column_ - start.column};
}

void PlaceFinder::pass_line_ends(std::size_t to) {
  // Mostly a comma, a line end and the blanks of an indentation.
  constexpr std::size_t kShort = 24;
  if (to - offset_ > kShort) {
    const std::size_t last = text_.substr(0, to).rfind('\n');
    if (last != std::string_view::npos && last >= offset_) {
      line_ += static_cast<std::uint32_t>(std::count(text_.begin() + static_cast<std::ptrdiff_t>(offset_), text_.begin() + static_cast<std::ptrdiff_t>(last), '\n')) + 1;
      column_ = 1;
      offset_ = last + 1;
    }
    pass_within_line(to);
    return;
  }
  for (; offset_ < to; ++offset_) {
    const char c = text_[offset_];
    if (c == '\n') {
      ++line_;
      column_ = 1;
    } else {
      column_ += (static_cast<unsigned char>(c) & 0xC0) != 0x80;
    }
  }
}

void PlaceFinder::pass_within_line(std::size_t to) {
  column_ += static_cast<std::uint32_t>(count_code_points(text_.substr(offset_, to - offset_)));
  offset_ = to;
}

}  // namespace briefpack::metrics
