#pragma once

#include <string>
#include <string_view>

#include "changes/compare.h"

/// Changes in the words of one language, the same on the page, in the workbook and on the command line.
namespace briefpack::changes {

/// "new", "revised by the source".
std::string kind_text(Kind kind, std::string_view lang);

/// Who it is about: the entity's name.
std::string entity_text(const Comparison& comparison, const Change& change, std::string_view lang);
/// What it is about: the metric's short name with the period where the row has one, or the action's title.
std::string subject_text(const Comparison& comparison, const Change& change, std::string_view lang);

/// The value in the earlier pack: "first observation" where there was none. Of an action its status and date, or the fields
/// that changed. Nothing of a value that is withheld in either pack is told.
std::string earlier_text(const Comparison& comparison, const Change& change, std::string_view lang);
std::string later_text(const Comparison& comparison, const Change& change, std::string_view lang);

/// The kind with its reason and date: "revised by the source: late returns (2030-01-20)"; the id of a dispute stands behind
/// its kind.
std::string why_text(const Change& change, std::string_view lang);
/// What stands beside a kind in a table, never empty: the reason, else what the two packs themselves say ("new source S4",
/// "provisional, now normal", "no reason given").
std::string because_text(const Comparison& comparison, const Change& change, std::string_view lang);
/// Reason and date alone: "late returns (2030-01-20)"; "" when neither is given.
std::string reason_text(const Change& change, std::string_view lang);

/// A value as tables print it, with its unit: "> 500", "USD 35 m", "13th of 38", ".."; "withheld" for hidden ones.
std::string value_text(const dataset::Dataset& dataset, const dataset::Observation& observation, std::string_view lang);
std::string amount_text(const dataset::Dataset& dataset, const dataset::Action& action, std::string_view lang);

}  // namespace briefpack::changes
