#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include <briefpack/job.h>

#include "base/file_system.h"
#include "job/read_input.h"
#include "layout/lay_out.h"

namespace briefpack::job {

/// What one pack of files is made with.
struct PackPlan {
  const BuildOptions& options;
  std::string stem;           ///< Base name of all its files.
  std::int64_t time = 0;      ///< The date in all of them, Unix seconds.
  bool side_by_side = true;   ///< PDF and workbook on two threads; the bytes are the same either way.
};

/// A file that is not yet written: base name and contents.
struct PackFile {
  std::string name;
  std::string bytes;
};

/// Whether these findings keep everything from being written. A draft is made of anything that can be made.
bool stops(const Diagnostics& diagnostics, const BuildOptions& options);

/// The files of one pack, the manifest last. Findings go to `outcome`, which already holds those made before, since the manifest
/// lists all; nothing when they stop the build.
std::optional<std::vector<PackFile>> make_pack(const Resolved& input, layout::Typesetter& typesetter, const PackPlan& plan, Outcome& outcome);

/// Writes them beside their places in the build's folder, which is made where it is missing. Nothing, and nothing left behind,
/// when that fails.
std::optional<std::vector<StagedFile>> stage_pack(const std::vector<PackFile>& pack, const BuildOptions& options, FileSystem& files,
                                                  Outcome& outcome);

}  // namespace briefpack::job
