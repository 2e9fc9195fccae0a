#include "metrics/place_finder.h"

#include <cassert>

namespace briefpack::metrics {

SourceSpan PlaceFinder::span(std::size_t from, std::size_t to) {
  assert(from >= offset_ && to >= from && to <= text_.size());
  advance(from);
  const SourceSpan start{file_, line_, column_, 0};
  advance(to);
  return {file_, start.line, start.column, line_ == start.line ? column_ - start.column : 0};
}

void PlaceFinder::advance(std::size_t to) {
  for (; offset_ < to; ++offset_) {
    const char c = text_[offset_];
    if (c == '\n') {
      ++line_;
      column_ = 1;
    } else if ((static_cast<unsigned char>(c) & 0xC0) != 0x80) {
      ++column_;  // continuation bytes of UTF-8 belong to the code point before them
    }
  }
}

}  // namespace briefpack::metrics
