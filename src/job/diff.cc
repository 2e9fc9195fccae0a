// `diff`: two metric files read and compared. There is no template, so nothing is said about sentences.

#include <briefpack/job.h>

#include <optional>
#include <utility>

#include "base/file_system.h"
#include "changes/compare.h"
#include "job/diff.h"
#include "job/read_input.h"
#include "job/run.h"

namespace briefpack {

DiffAnswer diff(const DiffOptions& options) {
  const auto files = make_disk_file_system();
  return job::diff(options, *files);
}

namespace job {

DiffAnswer diff(const DiffOptions& options, FileSystem& files) {
  DiffAnswer out;
  const auto earlier = read_pack({options.earlier}, files, out.outcome, nullptr);
  const auto later = read_pack({options.later}, files, out.outcome, nullptr);
  if (!earlier || !later || has_fatal(out.outcome.diagnostics)) return out;
  const changes::Comparison comparison = changes::compare(*earlier, *later);
  out.changes = comparison.changes.size();
  out.is_compared = true;
  switch (options.format) {
    case DiffOptions::Format::text: out.text = diff_text(comparison); break;
    case DiffOptions::Format::json: out.text = diff_json(comparison, out.outcome.sources); break;
    case DiffOptions::Format::markdown: out.text = diff_markdown(comparison); break;
  }
  return out;
}

}  // namespace job

}  // namespace briefpack
