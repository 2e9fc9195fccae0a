#pragma once

#include <chrono>
#include <cstddef>
#include <string>

namespace briefpack::cli {

/// "[######------------------]  50 of 200 editions", always of the same width for the same `all`. Plain characters, so that
/// NO_COLOR needs no other form. REQUIRES: done <= all, all > 0.
std::string progress_line(std::size_t done, std::size_t all);

/// How far a long piece of work is, on one line of the terminal that is written over: from its second second on, so that what is quick
/// stays quiet. One thread at a time may use it. The clock decides on nothing but this line.
class ProgressBar {
 public:
  /// Without a terminal it shows nothing.
  explicit ProgressBar(bool is_terminal) : is_terminal_(is_terminal) {}

  void show(std::size_t done, std::size_t all);
  /// Leaves the line empty for what is printed next.
  void clear();

 private:
  bool is_terminal_;
  std::size_t shown_ = 0;  ///< Characters on the line.
  std::chrono::steady_clock::time_point start_ = std::chrono::steady_clock::now();
};

}  // namespace briefpack::cli
