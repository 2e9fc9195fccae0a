#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "document/block.h"
#include "document/chart_spec.h"
#include "resolve/lowering.h"
#include "templates/tree.h"

/// Charts: directive_chart.cc collects the rows, looks whether there is anything to draw, and hands them to one mark's
/// function, which prints the figures in reading order into the ChartSpec. A new mark is chart_x.cc and a row of chart_marks().
namespace briefpack::resolve {

/// A row as the template asks for it. Nothing of it is printed or numbered yet.
struct ChartInput {
  expression::Expression expression;
  expression::Formats formats;
  templates::Inlines label;  ///< What the template calls it; empty: its entity or metric.
  SourceSpan span;
  Evaluated value;
  std::optional<std::uint32_t> entity, metric;
  /// Set for a cell of metric and entity, which prints ".." where there is no observation.
  std::optional<expression::Period> period;

  bool is_given() const;
  bool is_disputed() const { return !value.disputes.empty(); }
  /// The single observation behind the row.
  std::optional<std::uint32_t> observation() const;
};

/// What a mark's function works on.
struct ChartRequest {
  const templates::Directive& directive;
  const Scope& scope;              ///< Of the rows: FormPlace::chart, the exhibit's `unlike` reason.
  std::vector<ChartInput> inputs;  ///< At least one is given.
};

struct ChartMark {
  std::string_view name;  ///< As the template writes it.
  document::Mark mark;
  /// Prints the rows into `chart` (mark, lang and unit are set). False when a fault was reported.
  bool (*print)(Lowering& lowering, const ChartRequest& request, document::ChartSpec& chart);
  bool has_one_scale;  ///< All rows on one axis of values, so they must be comparable.
};
std::span<const ChartMark> chart_marks();

bool print_bar(Lowering&, const ChartRequest&, document::ChartSpec&);
bool print_paired(Lowering&, const ChartRequest&, document::ChartSpec&);
bool print_dot(Lowering&, const ChartRequest&, document::ChartSpec&);
bool print_line(Lowering&, const ChartRequest&, document::ChartSpec&);
bool print_bump(Lowering&, const ChartRequest&, document::ChartSpec&);
bool print_slope(Lowering&, const ChartRequest&, document::ChartSpec&);
bool print_list_range(Lowering&, const ChartRequest&, document::ChartSpec&);
bool print_range(Lowering&, const ChartRequest&, document::ChartSpec&);
bool print_share(Lowering&, const ChartRequest&, document::ChartSpec&);
bool print_matrix(Lowering&, const ChartRequest&, document::ChartSpec&);

// ---- what the marks share (chart_rows.cc) ----

/// The figure of a row or cell as a chart shows it.
document::ChartValue chart_value(const Printed& printed);
/// The input's own figure, printed. An empty value when a fault was reported.
document::ChartValue print_input(Lowering& lowering, const ChartInput& input, const Scope& scope);

enum class RowLabel {
  split,  ///< "China, according to the table" is label and sublabel.
  whole,  ///< One line.
};
/// Label, sublabel, holder, focus; no values. Without a label of its own a row is called by its entity, and its kind of holder
/// ("company") or its home stands beneath where the rows mix them.
document::ChartRow row_head(Lowering& lowering, const ChartInput& input, const std::vector<ChartInput>& all,
                            const Scope& scope, RowLabel form);

/// The order of drawing: disputed rows first and as written, the others by `sort` (down, up, name, entity or none), missing
/// ones last.
std::vector<const ChartInput*> in_order(const ChartRequest& request, const std::string& sort, const Lowering& lowering);

/// A row of the option `relative-to` or `reference`, evaluated; nothing without the option or when faulty.
std::optional<ChartInput> input_option(Lowering& lowering, const templates::Directive& directive, std::string_view name,
                                       const Scope& scope);
/// An expression of the template as a row, evaluated. Nothing when faulty (reported).
std::optional<ChartInput> input_of(Lowering& lowering, expression::Expression expression, const Scope& scope,
                                   SourceSpan span);

/// A cell as a row: an absent one is no fault, unlike `metric.ENTITY@period` in an expression.
std::optional<ChartInput> cell_input(Lowering& lowering, std::uint32_t metric, std::uint32_t entity,
                                     const expression::Period& period, const Scope& scope, SourceSpan span);

/// Axis numbers in thousands, millions or thousand millions where the data are large.
void scale_axis(document::ChartSpec& chart, const std::vector<ChartInput>& inputs);

/// Key lines for shapes and patterns that are in the chart: holders, if `with_holders`, and what disputed marks look like.
void add_key(document::ChartSpec& chart, bool with_holders);

}  // namespace briefpack::resolve
