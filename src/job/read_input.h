#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include <briefpack/job.h>

#include "base/file_system.h"
#include "dataset/dataset.h"
#include "document/document.h"
#include "job/manifest.h"
#include "templates/tree.h"

namespace briefpack::job {

/// The inputs of a run, read and resolved.
struct Resolved {
  dataset::Dataset dataset;
  templates::Template tree;
  document::Document document;
  std::vector<std::string> outputs;   ///< What the template's front matter asks for; empty: everything.
  std::vector<std::uint32_t> silenced;  ///< By entry of accepted[]: how many findings it silenced.
  std::vector<ManifestFile> inputs;   ///< Metric files in order, then the template, then the earlier metric file.
};

/// The metric files `paths` as one pack; nothing when one cannot be read or is faulty. The files are listed in `inputs` when
/// there is such a list.
std::optional<dataset::Dataset> read_pack(const std::vector<std::string>& paths, FileSystem& files, Outcome& outcome,
                                          std::vector<ManifestFile>* inputs);

/// Reads metric files and template and resolves them. All diagnostics go to `outcome`, with the input texts; nothing is
/// returned when there is an error. Metric files and template are both read before giving up, so that one run shows the
/// faults of both.
/// `is_draft`: the document is made in spite of untruths, each marked at its place.
std::optional<Resolved> read_and_resolve(const InputOptions& options, bool is_draft, FileSystem& files, Outcome& outcome);

}  // namespace briefpack::job
