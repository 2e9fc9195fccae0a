#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <briefpack/diagnostic.h>
#include <briefpack/source_span.h>

#include "dataset/dataset.h"

/// Two packs → what changed between them.
///   compare.cc          observations: matched, then classified; disputes about them
///   compare_actions.cc  policy actions, field by field
///   findings.cc         what must not pass unnoticed: values that changed without a reason
///   change_text.h       changes in words
namespace briefpack::changes {

/// What became of one value or action. In order of importance, which is the order of every list of changes.
enum class Kind : std::uint8_t {
  unexplained,        ///< Another value, and the row gives no `revision` that says why.
  revised_by_source,  ///< Another value; these three are what `revision` says.
  corrected,
  method,
  disputed,           ///< An open dispute is about it now.
  settled,            ///< A dispute about it was closed or dropped.
  withdrawn,          ///< Printed before, withheld or confidential now.
  removed,            ///< Given before, missing or gone now.
  status,             ///< The same value with another obs_status.
  new_value,          ///< No value before: none, a missing one, or one that was withheld. Called "new".
  changed_action,
  removed_action,
  new_action,
};

/// "new", "revised_by_source" …: as templates and JSON write it.
std::string_view name_of(Kind kind);
/// All of them in order, for lists.
const std::vector<Kind>& all_kinds();
bool is_about_action(Kind kind);
/// unexplained, revised_by_source, corrected and method: the same thing has another value.
bool is_other_value(Kind kind);

struct Change {
  Kind kind = Kind::new_value;
  std::string key;                       ///< obs_id in the later pack, else in the earlier one; of an action its id.
  std::string metric, entity, topic;     ///< Ids; an action has neither metric nor topic.
  /// Indices into the observations (or actions) of the two packs.
  std::optional<std::uint32_t> earlier, later;
  std::string dispute;                   ///< Id, for disputed and settled.
  dataset::LocalText reason;             ///< Of the revision, the withholding, the dispute; may be empty.
  std::string date;                      ///< ISO date of the revision or dispute, or empty.
  std::vector<std::string> fields;       ///< changed_action: which, by their names in the metric file.
  SourceSpan earlier_span, later_span;   ///< Places in the two files; unknown where there is none.
};

/// Things that came and went and are told in numbers only.
struct Turnover {
  std::uint32_t added = 0, removed = 0;
  friend bool operator==(const Turnover&, const Turnover&) = default;
};

/// What `compare` found. It points into the two packs, which outlive it.
struct Comparison {
  const dataset::Dataset* earlier = nullptr;
  const dataset::Dataset* later = nullptr;
  std::vector<Change> changes;           ///< By importance, then in file order.
  Turnover entities, metrics, sources;
  std::uint32_t new_withheld = 0;        ///< Rows that are new and withheld: nothing of them is told.
  /// The earlier pack's row for each observation of the later one.
  std::vector<std::optional<std::uint32_t>> earlier_of;
  /// The later observation has another value than it had (is_other_value).
  std::vector<bool> is_revised;

  std::size_t count(Kind kind) const;
};

/// Matches observations by obs_id, then by metric, entity and period; actions by id. Rows that lost a conflict stand for
/// nothing. An id that was given to another metric, entity or period is another row. Values are equal when they agree to 15
/// significant digits in absolute units, with the same unit, bound and list length; words when they agree in a language that
/// both packs have. Names, definitions, sources and wording are no changes of a value.
Comparison compare(const dataset::Dataset& earlier, const dataset::Dataset& later);

/// truth/unexplained-change for each value that changed without a new `revision`; truth/revision-was where a new `revision`
/// names another former value than the earlier pack has; truth/edition where the packs are the same one, stand in the wrong
/// order, or the later one supersedes another. All are warnings.
Diagnostics findings(const Comparison& comparison);

}  // namespace briefpack::changes
