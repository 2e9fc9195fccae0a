#include "metrics/problems.h"

#include <fmt/format.h>

#include <algorithm>
#include <tuple>
#include <utility>

namespace briefpack::metrics {

void Problems::add(Diagnostic diagnostic) {
  std::size_t& count = diagnostic.severity == Severity::error ? errors_ : warnings_;
  if (diagnostic.is_fatal()) ++fatal_;
  if (++count <= kLimit) kept_.push_back(std::move(diagnostic));
}

void Problems::add_all(Problems others) {
  const std::size_t errors = errors_ + others.errors_, fatal = fatal_ + others.fatal_, warnings = warnings_ + others.warnings_;
  for (Diagnostic& each : others.kept_) add(std::move(each));
  errors_ = errors;  // also of those that were not kept
  fatal_ = fatal;
  warnings_ = warnings;
  hidden_.insert(hidden_.end(), others.hidden_.begin(), others.hidden_.end());
}

void Problems::hide_lines(std::uint32_t file, std::uint32_t first, std::uint32_t last) {
  const bool is_known = !hidden_.empty() && hidden_.back().file == file && hidden_.back().last >= first;
  if (is_known)
    hidden_.back().last = std::max(hidden_.back().last, last);
  else
    hidden_.push_back({file, first, last});
}

Diagnostics Problems::take() {
  for (Diagnostic& each : kept_) {
    const bool is_hidden = std::any_of(hidden_.begin(), hidden_.end(), [&](const Lines& lines) {
      return lines.file == each.span.file && each.span.line >= lines.first && each.span.line <= lines.last;
    });
    each.hides_source = each.hides_source || is_hidden;
  }
  const auto place = [](const Diagnostic& each) {
    return std::tuple(each.span.file, each.span.line, each.span.column);
  };
  std::stable_sort(kept_.begin(), kept_.end(),
                   [&](const Diagnostic& a, const Diagnostic& b) { return place(a) < place(b); });
  if (errors_ > kLimit) {
    const std::string rest = fmt::format("and {} more errors; the first {} are listed", errors_ - kLimit, kLimit);
    // Untruths go along with a dataset, and so does the line about them.
    kept_.push_back(has_fatal() ? Diagnostic::error("metrics/too-many-problems", {}, rest) : Diagnostic::untruth("metrics/too-many-problems", {}, rest));
    kept_.back().count = errors_ - kLimit;
  }
  if (warnings_ > kLimit) {
    kept_.push_back(
        Diagnostic::warning("metrics/too-many-problems", {},
                            fmt::format("and {} more warnings; the first {} are listed", warnings_ - kLimit, kLimit)));
    kept_.back().count = warnings_ - kLimit;
  }
  errors_ = fatal_ = warnings_ = 0;
  return std::exchange(kept_, {});
}

}  // namespace briefpack::metrics
