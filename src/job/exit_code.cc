#include <briefpack/job.h>

#include <algorithm>

namespace briefpack {

int exit_code(const Diagnostics& diagnostics, bool is_strict) {
  const auto has = [&](Fault fault) {
    return std::any_of(diagnostics.begin(), diagnostics.end(), [&](const Diagnostic& each) {
      return each.severity == Severity::error && each.fault == fault;
    });
  };
  if (has(Fault::bug)) return 70;
  if (has(Fault::io)) return 3;
  if (has(Fault::usage)) return 2;
  if (has(Fault::input) || has(Fault::truth)) return 1;
  return is_strict && !diagnostics.empty() ? 4 : 0;
}

}  // namespace briefpack
