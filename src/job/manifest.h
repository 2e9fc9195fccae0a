#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include <briefpack/diagnostic.h>
#include <briefpack/job.h>
#include <briefpack/source_span.h>

#include "dataset/dataset.h"
#include "document/document.h"
#include "document/places.h"

namespace briefpack::job {

/// A file named in the manifest: base name, never a path.
struct ManifestFile {
  std::string name;
  std::string sha256;
  std::size_t bytes = 0;
};

struct ManifestInput {
  const dataset::Dataset& dataset;
  const document::Document& document;
  const document::Places& places;
  const SourceMap& sources;
  const Diagnostics& diagnostics;
  std::vector<ManifestFile> inputs, outputs;
  const std::vector<AccessibilityLine>& accessibility;
  std::vector<std::uint32_t> silenced{};  ///< By entry of accepted[]: how many findings it silenced.
};

/// The manifest as JSON with two spaces of indentation and a line end at the end: tool, inputs, outputs, figures with their
/// places, diagnostics and accepted findings. Keys and order are those of DESIGN.md section 6; file names are base names.
std::string write_manifest(const ManifestInput& input);

/// The part of `path` behind the last slash.
std::string base_name(const std::string& path);

}  // namespace briefpack::job
