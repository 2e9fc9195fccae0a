#pragma once

#include <string>
#include <string_view>

#include "dataset/obs_status.h"

namespace briefpack::numfmt {

/// What stands in the place of a missing value (DESIGN.md section 4): ".." for O, L and N, "n/a" for M, "conf." for Q;
/// Korean "..", "해당 없음", "비공개". REQUIRES: a missing status, or N.
std::string missing_mark(dataset::ObsStatus status, std::string_view lang);
/// ".."
std::string missing_mark(std::string_view lang);

/// Signs behind a value: "(p)", "(f)", "(b)", "(d)", "r", joined by a no-break space and with one before; "" when none.
/// E and I stand before the number ("c."), U stands in the note.
std::string status_suffix(const dataset::ObsStatusSet& status, bool is_revised);

/// The sign before an estimated number: "c.", "약", "env.".
std::string estimate_sign(std::string_view lang);

/// E or I.
bool is_estimate(const dataset::ObsStatusSet& status);

/// What a status means, for legends and sheet Codes: "provisional", "estimated".
std::string status_name(dataset::ObsStatus status, std::string_view lang);

}  // namespace briefpack::numfmt
