// Shares of a whole, and the matrix of owners by place.
#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "numfmt/names.h"
#include "numfmt/number_text.h"
#include "resolve/chart_lowering.h"
#include "resolve/exhibit.h"
#include "resolve/lower.h"

namespace briefpack::resolve {

namespace {

/// The number that counts as the whole frame: 100 for shares in per cent, 1 for computed fractions.
double whole_of(const ChartInput& input) { return input.value.measure.kind == Measure::Kind::fraction ? 1 : 100; }

/// sum(metric, [E1, E2, …]), the figure in the last row of a matrix.
expression::Expression sum_of(const std::string& metric, const std::vector<std::string>& entities, SourceSpan span) {
  expression::Set set;
  set.is_list = true;
  for (const std::string& entity : entities)
    set.members.push_back({expression::Name::Kind::id, entity, span});
  expression::Call sum;
  sum.function = expression::Function::sum;
  sum.arguments.push_back({expression::MetricName{{expression::Name::Kind::id, metric, span}, {}}, span});
  sum.arguments.push_back({std::move(set), span});
  return {std::move(sum), span};
}

/// Owner and place of a matrix input: its entity's parent and place, else the entity's own name.
struct MatrixPlace {
  std::string owner, place, group;
};

MatrixPlace matrix_place(const Lowering& lowering, const dataset::Entity& entity, const std::string& lang) {
  const dataset::Entity* parent = lowering.dataset.find_entity(entity.parent);
  MatrixPlace out;
  out.owner = numfmt::entity_name(parent != nullptr ? *parent : entity, lang);
  out.place = entity.place.empty() ? numfmt::entity_name(entity, lang) : entity.place.in(lang);
  out.group = entity.place_group.in(lang);
  return out;
}

std::size_t column_of(std::vector<std::string>& columns, const std::string& owner) {
  const auto at = std::find(columns.begin(), columns.end(), owner);
  if (at != columns.end()) return static_cast<std::size_t>(at - columns.begin());
  columns.push_back(owner);
  return columns.size() - 1;
}

/// The row of a place whose cell for `column` is still free; a second dot of one owner in one place takes a row of its own.
document::ChartRow& row_for(document::ChartSpec& chart, const MatrixPlace& place, std::size_t column) {
  auto after = chart.rows.end();
  for (auto row = chart.rows.begin(); row != chart.rows.end(); ++row) {
    if (row->group != place.group) continue;
    after = row + 1;
    if (row->label != place.place) continue;
    if (column >= row->values.size() || !row->values[column].is_given()) return *row;
  }
  document::ChartRow made;
  made.label = place.place;
  made.group = place.group;
  made.holder = document::Holder::company;
  return *chart.rows.insert(after, std::move(made));
}

}  // namespace

bool print_share(Lowering& lowering, const ChartRequest& request, document::ChartSpec& chart) {
  // Every frame is the same whole, so fractions and percentages cannot share a chart.
  const double whole = whole_of(request.inputs.front());
  for (const ChartInput& input : request.inputs) {
    if (whole_of(input) == whole) continue;
    lowering.error("resolve/unlike-shares", input.span,
                   "this row is a fraction and another is a percentage of the data", "rows");
    return false;
  }
  chart.axis_scale = 1 / whole;
  for (const ChartInput* input : in_order(request, choice_option(request.directive, "sort", "none"), lowering)) {
    document::ChartRow row = row_head(lowering, *input, request.inputs, request.scope, RowLabel::whole);
    row.values.push_back(print_input(lowering, *input, request.scope));
    row.text = row.label;
    if (input->entity) row.label = numfmt::entity_name(lowering.dataset.entities[*input->entity], chart.lang);
    row.sublabel.clear();
    chart.rows.push_back(std::move(row));
  }
  return true;
}

bool print_matrix(Lowering& lowering, const ChartRequest& request, document::ChartSpec& chart) {
  std::vector<std::string> entities;
  std::optional<std::uint32_t> metric;
  bool has_one_metric = true;
  // Columns first: every row holds one value for each of them.
  for (const ChartInput& input : request.inputs) {
    if (!input.entity || !input.is_given()) continue;
    const dataset::Entity& entity = lowering.dataset.entities[*input.entity];
    column_of(chart.columns, matrix_place(lowering, entity, chart.lang).owner);
    entities.push_back(entity.id);
    has_one_metric &= !metric || metric == input.metric;
    metric = input.metric;
  }
  for (const ChartInput& input : request.inputs) {
    if (!input.entity || !input.is_given()) continue;
    const MatrixPlace place = matrix_place(lowering, lowering.dataset.entities[*input.entity], chart.lang);
    const std::size_t column = column_of(chart.columns, place.owner);
    document::ChartRow& row = row_for(chart, place, column);
    row.values.resize(chart.columns.size());
    row.values[column] = print_input(lowering, input, request.scope);
  }
  if (!metric || !has_one_metric) return true;
  const dataset::Metric& about = lowering.dataset.metrics[*metric];
  const expression::Formats bare{{expression::FormatKind::nounit, 0, "", request.directive.name_span}};
  const auto total = lowering.book.figure(sum_of(about.id, entities, request.directive.name_span), bare,
                                          request.scope.context, FormPlace::chart);
  if (!total) return true;
  chart.total_label = numfmt::metric_name(about, chart.lang) + std::string(numfmt::word(numfmt::Word::colon, chart.lang)) + total->text.text();
  chart.total_figure = total->text.figure;
  chart.total_notes = total->notes;
  return true;
}

}  // namespace briefpack::resolve
