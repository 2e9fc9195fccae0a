#include "metrics/problems.h"

#include <fmt/format.h>

#include <algorithm>
#include <tuple>
#include <utility>

namespace briefpack::metrics {

void Problems::add(Diagnostic diagnostic) {
  std::size_t& count = diagnostic.severity == Severity::error ? errors_ : warnings_;
  if (++count <= kLimit) kept_.push_back(std::move(diagnostic));
}

Diagnostics Problems::take() {
  const auto place = [](const Diagnostic& each) {
    return std::tuple(each.span.file, each.span.line, each.span.column);
  };
  std::stable_sort(kept_.begin(), kept_.end(),
                   [&](const Diagnostic& a, const Diagnostic& b) { return place(a) < place(b); });
  if (errors_ > kLimit) {
    kept_.push_back(Diagnostic::error("metrics/too-many-problems", {},
                                      fmt::format("and {} more errors; the first {} are listed", errors_ - kLimit, kLimit)));
  }
  if (warnings_ > kLimit) {
    kept_.push_back(Diagnostic::warning(
        "metrics/too-many-problems", {},
        fmt::format("and {} more warnings; the first {} are listed", warnings_ - kLimit, kLimit)));
  }
  errors_ = warnings_ = 0;
  return std::exchange(kept_, {});
}

}  // namespace briefpack::metrics
