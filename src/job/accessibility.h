#pragma once

#include <vector>

#include <briefpack/job.h>
#include <nlohmann/json_fwd.hpp>

#include "job/read_input.h"
#include "page/page.h"
#include "text/fonts.h"
#include "workbook/facts.h"

namespace briefpack::job {

/// The checklists of accessibility/ held against one pack.
std::vector<AccessibilityLine> accessibility_of(const Resolved& input, const page::Pages& pages, const std::vector<workbook::SheetFacts>& sheets);

/// The same for `check`, which has neither pages nor sheets yet: both are made and thrown away. Findings go to `outcome`.
void judge_accessibility(const Resolved& input, WorkbookEdition edition, Outcome& outcome);

/// As the manifest and `check --format json` list it.
nlohmann::ordered_json accessibility_json(const std::vector<AccessibilityLine>& lines, const SourceMap& sources);

}  // namespace briefpack::job
