#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include <briefpack/diagnostic.h>

namespace briefpack::metrics {

/// Collects what is wrong with the metric files, up to a limit: a broken export can have a fault in each of its rows.
class Problems {
 public:
  /// Errors and warnings are counted apart, so that many of one kind never hide the other.
  static constexpr std::size_t kLimit = 200;

  void add(Diagnostic diagnostic);
  /// As if all that `others` was told had been told to this one now.
  void add_all(Problems others);
  /// True when there is an error that leaves no dataset; untruths go along with one.
  bool has_fatal() const { return fatal_ > 0; }
  std::size_t error_count() const { return errors_; }

  /// Whether another error, or warning, would still be kept; costly hints are not worth their time afterwards.
  bool keeps_errors() const { return errors_ < kLimit; }
  bool keeps_warnings() const { return warnings_ < kLimit; }

  /// These lines hold a withheld or confidential value: whatever is found on them is told without the source line.
  void hide_lines(std::uint32_t file, std::uint32_t first, std::uint32_t last);

  /// All in the order of their places, with a last line for those left out. Leaves this empty.
  Diagnostics take();

 private:
  struct Lines {
    std::uint32_t file, first, last;
  };

  Diagnostics kept_;
  std::vector<Lines> hidden_;
  std::size_t errors_ = 0;
  std::size_t fatal_ = 0;
  std::size_t warnings_ = 0;
};

}  // namespace briefpack::metrics
