#pragma once

#include <string>

#include <briefpack/source_span.h>

#include "changes/compare.h"

/// What changed between two packs, told in three ways. The words are English, as all of the command line's are.
namespace briefpack::job {

/// By kind, one line a change: "KOR  H100 GPUs  1,800 → 2,000  revised by the source: late returns (2030-01-20)".
std::string diff_text(const changes::Comparison& comparison);
/// The same as Markdown, one table a kind.
std::string diff_markdown(const changes::Comparison& comparison);
/// The two packs, numbers, and each change with both texts and both places.
std::string diff_json(const changes::Comparison& comparison, const SourceMap& sources);

}  // namespace briefpack::job
