#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include <briefpack/job.h>

#include "base/file_system.h"
#include "changes/compare.h"
#include "dataset/dataset.h"
#include "document/document.h"
#include "job/manifest.h"
#include "resolve/commons.h"
#include "templates/tree.h"

namespace briefpack::job {

/// The inputs of a run, read and held against each other: all that does not depend on who is in focus.
struct ReadInput {
  dataset::Dataset dataset;
  templates::Template tree;
  std::string template_name;                          ///< Base name.
  std::optional<dataset::Dataset> earlier;            ///< --previous
  std::optional<changes::Comparison> comparison;      ///< With `earlier`, into which it points.
  std::shared_ptr<resolve::Commons> commons;          ///< Of `dataset` and `comparison`, for all documents made of them.
  std::vector<ManifestFile> files;                    ///< Metric files in order, then the template, then the earlier metric file.

  /// What the template's front matter asks for; empty: everything.
  std::vector<std::string> outputs() const;
};

/// One document made of them.
struct Resolved {
  std::shared_ptr<const ReadInput> input;
  document::Document document;
  std::vector<std::uint32_t> silenced;  ///< By entry of accepted[]: how many findings it silenced.

  const dataset::Dataset& dataset() const { return input->dataset; }
  const templates::Template& tree() const { return input->tree; }
};

/// The metric files `paths` as one pack; nothing when one cannot be read or is faulty. The files are listed in `inputs` when
/// there is such a list.
std::optional<dataset::Dataset> read_pack(const std::vector<std::string>& paths, FileSystem& files, Outcome& outcome,
                                          std::vector<ManifestFile>* inputs);

/// The same with `lang` in the case that is usual for its tag, if it is one: tags know no case, names of files do.
InputOptions with_usual_tag(InputOptions options);

/// Reads metric files and template, side by side. All diagnostics go to `outcome`, with the input texts; nothing is returned when
/// there is an error. Metric files and template are both read before giving up, so that one run shows the faults of both.
std::shared_ptr<const ReadInput> read_input(const InputOptions& options, FileSystem& files, Outcome& outcome);

/// What is untrue or unexplained in the input itself, whoever is in focus.
Diagnostics examine_input(const ReadInput& input);

/// What a document is made for.
struct Edition {
  std::string focus{};       ///< Entity id; empty: the front matter's.
  bool is_draft = false;     ///< The document is made in spite of untruths, each marked at its place.
  bool is_examined = false;  ///< One of many: examine_input's findings are told already, and no further thread is to be used.
};

/// The document, with the findings of examine_input, made beside it, and its own added to those of read_input in `outcome`; nothing
/// when it cannot be made. `beside` is called once, on the thread that is free first, for what is needed later and reads nothing of either;
/// for one of many editions it is not called.
std::optional<Resolved> resolve_input(std::shared_ptr<const ReadInput> input, const InputOptions& options, const Edition& edition,
                                      Outcome& outcome, const std::function<void()>& beside = {});

/// Both in one.
std::optional<Resolved> read_and_resolve(const InputOptions& options, bool is_draft, FileSystem& files, Outcome& outcome);

}  // namespace briefpack::job
