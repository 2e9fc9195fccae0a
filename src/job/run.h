#pragma once

#include <briefpack/job.h>

#include "base/file_system.h"

namespace briefpack::job {

/// `briefpack::build`, `briefpack::check`, `briefpack::trace` and `briefpack::diff` on a given file system, for tests with a failing disk.
Outcome build(const BuildOptions& options, FileSystem& files);
Outcome check(const CheckOptions& options, FileSystem& files);
TraceAnswer trace(const TraceOptions& options, FileSystem& files);
DiffAnswer diff(const DiffOptions& options, FileSystem& files);

}  // namespace briefpack::job
