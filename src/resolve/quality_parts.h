#pragma once

#include <span>
#include <string>
#include <string_view>

#include "document/block.h"
#include "resolve/lowering.h"
#include "templates/tree.h"

/// The parts of the data-quality box. Each gives its heading and content, or nothing when it has nothing to tell. A new part
/// is a row of quality_parts() and one word in templates/directive_table.cc.
namespace briefpack::resolve {

/// What a part is lowered for.
struct QualityRequest {
  const templates::Directive& directive;
  const Scope& scope;
  std::string comparison;  ///< Label of the scorecard in question, or "" for the first.
};

struct QualityPart {
  std::string_view name;
  bool is_left;     ///< Column of the box.
  bool is_default;  ///< Shown when the template names no parts.
  document::Blocks (*lower)(Lowering& lowering, const QualityRequest& request);
};
/// In the order of each column.
std::span<const QualityPart> quality_parts();

document::Blocks lower_conflicts(Lowering&, const QualityRequest&);
document::Blocks lower_stale(Lowering&, const QualityRequest&);
document::Blocks lower_estimated(Lowering&, const QualityRequest&);
document::Blocks lower_withdrawn(Lowering&, const QualityRequest&);
document::Blocks lower_missing(Lowering&, const QualityRequest&);
document::Blocks lower_undated(Lowering&, const QualityRequest&);
document::Blocks lower_dependent(Lowering&, const QualityRequest&);
document::Blocks lower_withheld(Lowering&, const QualityRequest&);
document::Blocks lower_caveats(Lowering&, const QualityRequest&);
document::Blocks lower_accepted(Lowering&, const QualityRequest&);

// ---- what the parts share (directive_quality.cc, quality_coverage.cc) ----

/// The scorecard that a box is about; nothing when there is none, reported when the template names one.
const ComparisonCounts* comparison_of(Lowering& lowering, const QualityRequest& request);
/// A name, a framed bar and "11 of 14". `key` says what is counted: "scorecard, KOR".
document::Row coverage_row(Lowering& lowering, const std::string& name, const std::string& key, const CellCounts& counts,
                           const QualityRequest& request);

/// A part's heading with its rule.
document::Block quality_heading(document::Inlines inlines, std::string label = {});
document::Block small_paragraph(document::Inlines inlines);
/// An uncaptioned table that stands in the box only.
document::Block box_table(document::Table table);
/// A count over the dataset as a figure without a note: "count(disputes)".
document::Inlines count_figure(Lowering& lowering, std::string_view expression, const Scope& scope);
/// "AI patents, Korea"
std::string observation_name(const Lowering& lowering, const dataset::Observation& observation, const Scope& scope);

}  // namespace briefpack::resolve
