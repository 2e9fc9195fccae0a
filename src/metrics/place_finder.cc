#include "metrics/place_finder.h"

#include <cassert>

#include "base/utf8.h"

namespace briefpack::metrics {

SourceSpan PlaceFinder::span(std::size_t from, std::size_t to) {
  assert(from >= offset_ && to >= from && to <= text_.size());
  advance(from);
  const SourceSpan start{file_, line_, column_, 0};
  advance(to);
  return {file_, start.line, start.column, line_ == start.line ? column_ - start.column : 0};
}

void PlaceFinder::advance(std::size_t to) {
  std::string_view passed = text_.substr(offset_, to - offset_);
  offset_ = to;
  for (std::size_t end; (end = passed.find('\n')) != std::string_view::npos;) {
    ++line_;
    column_ = 1;
    passed.remove_prefix(end + 1);
  }
  column_ += static_cast<std::uint32_t>(count_code_points(passed));
}

}  // namespace briefpack::metrics
