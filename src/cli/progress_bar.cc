#include "cli/progress_bar.h"

#include <cstdio>

#include <fmt/format.h>

namespace briefpack::cli {

std::string progress_line(std::size_t done, std::size_t all) {
  constexpr std::size_t kCells = 24;
  const std::size_t filled = done * kCells / all;
  const std::string total = std::to_string(all);
  return fmt::format("[{}{}] {:>{}} of {} editions", std::string(filled, '#'), std::string(kCells - filled, '-'), done, total.size(), total);
}

void ProgressBar::show(std::size_t done, std::size_t all) {
  if (!is_terminal_ || std::chrono::steady_clock::now() - start_ < std::chrono::seconds(1)) return;
  const std::string line = progress_line(done, all);
  shown_ = line.size();
  std::fprintf(stderr, "\r%s", line.c_str());
  std::fflush(stderr);
}

void ProgressBar::clear() {
  if (shown_ == 0) return;
  std::fprintf(stderr, "\r%s\r", std::string(shown_, ' ').c_str());
  std::fflush(stderr);
  shown_ = 0;
}

}  // namespace briefpack::cli
