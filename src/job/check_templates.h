#pragma once

#include <briefpack/job.h>

#include "base/file_system.h"

namespace briefpack::job {

/// Checks the metric files with each template, the one of `template_path` and the further ones, and compares how they print the
/// same facts (truth/consistency.h). What several of them find at one place is told once.
Outcome check_templates(const CheckOptions& options, FileSystem& files);

}  // namespace briefpack::job
