// Charts: which rows, whether there is anything to draw, caption, alternative text. The marks themselves are chart_*.cc.
#include <algorithm>
#include <array>
#include <utility>

#include <fmt/format.h>

#include "base/utf8.h"
#include "resolve/chart_alt.h"
#include "resolve/chart_lowering.h"
#include "resolve/directives.h"
#include "resolve/exhibit.h"
#include "resolve/lower.h"

namespace briefpack::resolve {

namespace {

/// A row as listed. Where the chart names its periods, `metric.ENTITY` means the last of them, and may be absent there.
std::optional<ChartInput> listed_input(Lowering& lowering, const templates::RowLine& line,
                                       const expression::Period* latest, const Scope& scope) {
  const auto* reference = expression::as<expression::Reference>(line.expression);
  if (latest == nullptr || reference == nullptr || reference->period.span.is_known()) {
    return input_of(lowering, line.expression, scope, line.span);
  }
  const auto metric = metric_index(lowering, reference->metric, scope);
  const auto* entity = lowering.book.lookup().entity(reference->entity, scope.context);
  if (!metric || entity == nullptr) return std::nullopt;
  return cell_input(lowering, *metric, static_cast<std::uint32_t>(entity - lowering.dataset.entities.data()), *latest,
                    scope, line.span);
}

/// Rows as listed, or every metric for every entity.
std::vector<ChartInput> inputs_of(Lowering& lowering, const templates::Directive& directive, const Scope& scope) {
  std::vector<ChartInput> out;
  const templates::Option* periods = directive.find("periods");
  const expression::Period* latest =
      periods == nullptr || periods->periods.empty() ? nullptr : &periods->periods.back();
  if (const templates::Option* rows = directive.find("rows")) {
    for (const templates::RowLine& line : rows->rows) {
      auto input = listed_input(lowering, line, latest, scope);
      if (!input) continue;
      input->formats = line.formats;
      input->label = line.label;
      out.push_back(std::move(*input));
    }
  }
  const auto groups = groups_option(lowering, directive, scope);
  if (groups.empty()) return out;
  const auto entities = entities_option(lowering, directive, "entities", scope);
  if (!entities) return out;
  const SourceSpan span = directive.find("metrics")->span;
  for (const MetricGroup& group : groups) {
    for (const std::uint32_t metric : group.metrics) {
      for (const std::uint32_t entity : *entities) {
        auto input =
            cell_input(lowering, metric, entity, latest == nullptr ? expression::Period{} : *latest, scope, span);
        if (input) out.push_back(std::move(*input));
      }
    }
  }
  return out;
}

std::string unit_of(const Lowering& lowering, const ChartRequest& request) {
  if (const templates::Option* unit = request.directive.find("unit")) return unit->text;
  for (const ChartInput& input : request.inputs) {
    if (!input.metric) continue;
    const dataset::Metric& metric = lowering.dataset.metrics[*input.metric];
    if (metric.type == dataset::MetricType::money) return metric.currency;
    return metric.unit_label.in(request.scope.lang());
  }
  return "";
}

/// Tells found(L) and its kin how many of the chart's values there are.
void publish_counts(Lowering& lowering, const std::string& label, const std::vector<ChartInput>& inputs) {
  CellCounts all;
  std::vector<std::pair<std::string, CellCounts>> by_entity;
  for (const ChartInput& input : inputs) {
    CellCounts one;
    one.cells = 1;
    one.found = input.value.is_missing() || input.value.is_withdrawn() ? 0 : 1;
    one.missing = 1 - one.found;
    one.disputed = input.is_disputed() ? one.found : 0;
    const auto add = [&](CellCounts& to) {
      to.cells += one.cells;
      to.found += one.found;
      to.missing += one.missing;
      to.disputed += one.disputed;
    };
    add(all);
    if (!input.entity) continue;
    const std::string& id = lowering.dataset.entities[*input.entity].id;
    auto at = std::find_if(by_entity.begin(), by_entity.end(), [&](const auto& each) { return each.first == id; });
    if (at == by_entity.end()) at = by_entity.insert(by_entity.end(), {id, {}});
    add(at->second);
  }
  lowering.book.count_cells(label, "", all);
  for (const auto& [entity, counts] : by_entity)
    lowering.book.count_cells(label, entity, counts);
}

/// What stands side by side: observations as they are, with a value to draw.
Line drawn_observations(const ChartRequest& request) {
  Line out;
  for (const ChartInput& input : request.inputs) {
    if (const auto observation = input.observation(); observation && input.is_given()) out.push_back(*observation);
  }
  return out;
}

}  // namespace

std::span<const ChartMark> chart_marks() {
  using document::Mark;
  static constexpr std::array kRows{
      ChartMark{"bar", Mark::bar, print_bar, true},
      ChartMark{"paired", Mark::paired, print_paired, true},
      ChartMark{"slope", Mark::slope, print_slope, false},
      ChartMark{"list-range", Mark::list_range, print_list_range, false},
      ChartMark{"range", Mark::range, print_range, true},
      ChartMark{"share", Mark::share, print_share, false},
      ChartMark{"matrix", Mark::matrix, print_matrix, false},
      ChartMark{"dot", Mark::dot, print_dot, false},
      ChartMark{"line", Mark::line, print_line, true},
      ChartMark{"bump", Mark::bump, print_bump, true},
  };
  return kRows;
}

void lower_chart(Lowering& lowering, const templates::Directive& directive, const Scope& scope, document::Blocks& to) {
  const std::string name = choice_option(directive, "mark", "");
  const auto marks = chart_marks();
  const auto mark = std::find_if(marks.begin(), marks.end(), [&](const ChartMark& each) { return each.name == name; });
  if (mark == marks.end()) {
    lowering.error("resolve/unknown-mark", directive.name_span, fmt::format("there is no chart mark {}", quoted(name)),
                   "mark");
    return;
  }
  const Scope rows = exhibit_scope(lowering, directive, scope, FormPlace::chart);
  const ChartRequest request{directive, rows, inputs_of(lowering, directive, rows)};
  if (!std::any_of(request.inputs.begin(), request.inputs.end(),
                   [](const ChartInput& input) { return input.is_given(); })) {
    return warn_empty(lowering, directive);
  }
  const document::Mark chart_mark = mark->mark;
  const Line drawn = drawn_observations(request);
  // Unlike values on one axis need a reason, which is printed (DESIGN.md section 3).
  if (mark->has_one_scale) lowering.book.check_axis(drawn, rows.context, directive.label.text, directive.name_span);

  document::Exhibit exhibit = begin_exhibit(lowering, directive, scope, false);
  document::ChartSpec chart;
  chart.mark = mark->mark;
  chart.lang = rows.lang();
  chart.unit = unit_of(lowering, request);
  if (!mark->print(lowering, request, chart)) return;
  publish_counts(lowering, exhibit.label, request.inputs);
  const bool has_axis_of_its_own = chart.mark == document::Mark::bar || chart.mark == document::Mark::line || chart.mark == document::Mark::dot;
  if (has_axis_of_its_own && chart.axis_scale != 1) {
    // The axis counts in units of its own, which no author can know.
    if (!exhibit.subtitle.empty()) append_inline(exhibit.subtitle, document::Text{" ", {}, "", "", ""});
    append_inlines(exhibit.subtitle,
                   text_inlines(numfmt::filled(numfmt::Word::axis_in, chart.lang, {{"unit", chart.axis_unit}})));
  }
  std::vector<document::FigureIndex> shares;
  for (const document::ChartRow& row : chart.rows) {
    for (const document::ChartValue& value : row.values) {
      if (value.figure != document::kNone) shares.push_back(value.figure);
    }
  }
  exhibit.alt = alt_of(chart, exhibit);
  exhibit.content = std::move(chart);
  // Series over dates show their periods themselves.
  const bool shows_periods = chart_mark == document::Mark::line || chart_mark == document::Mark::bump;
  const bool is_comparison = mark->has_one_scale || chart_mark == document::Mark::dot;
  if (is_comparison && !shows_periods) say_side_by_side(lowering, exhibit, {drawn}, Use::axis, rows);
  if (chart_mark == document::Mark::share) say_rounded_shares(lowering, exhibit, {shares}, rows);
  end_exhibit(lowering, std::move(exhibit), directive, scope, to);
}

}  // namespace briefpack::resolve
