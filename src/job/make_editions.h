#pragma once

#include <memory>
#include <optional>
#include <vector>

#include <briefpack/job.h>

#include "base/file_system.h"
#include "job/make_pack.h"
#include "job/read_input.h"
#include "text/fonts.h"

namespace briefpack::job {

/// `--for-each entity`: a pack for each entity of the template's default set, with the focus on it, as the plan's stem, "-" and
/// the entity's id. Each is written and synced beside its place as soon as it is made, so that memory holds no more packs than
/// threads work; they come back in the order of the set. When anything stops one edition, all are made in memory still, so that
/// one run tells every finding, and what was staged is removed.
///
/// `outcome` holds the findings of read_input and examine_input. A finding that all editions share is told once and as it is; any other one is told
/// once with the entities whose editions have it. Errors: usage/for-each when the default set is empty, when --set gives a focus,
/// or when a name would be too long; those of resolve_input and make_pack.
std::optional<std::vector<StagedFile>> make_editions(const std::shared_ptr<const ReadInput>& input, const text::Fonts& fonts,
                                                     const PackPlan& plan, FileSystem& files, Outcome& outcome);

/// Findings of several editions as one list, by edition and first appearance; `names` are the editions' entities. Findings are
/// the same when all that is printed of them is. truth/accepted-unused is told only when all editions tell it: what one does not
/// need another may.
Diagnostics merge_findings(std::vector<Diagnostics> findings, const std::vector<std::string>& names);

}  // namespace briefpack::job
