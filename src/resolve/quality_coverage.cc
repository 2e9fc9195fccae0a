// What is thin: missing cells, old and estimated values, undated and dependent sources.
#include <algorithm>
#include <optional>
#include <utility>

#include <fmt/format.h>

#include "base/utf8.h"
#include "numfmt/marks.h"
#include "numfmt/period_text.h"
#include "resolve/action_text.h"
#include "resolve/exhibit.h"
#include "resolve/lower.h"
#include "resolve/quality_parts.h"
#include "resolve/source_text.h"
#include "truth/freshness.h"

namespace briefpack::resolve {

namespace {

using numfmt::Word;

/// Observations that the document prints and that pass `test`, with name, notes and period.
template <typename Test>
document::Blocks listed(Lowering& lowering, const QualityRequest& request, std::string heading, const Test& test) {
  document::Table table;
  table.style = document::TableStyle::pairs;
  table.has_head = false;
  table.columns.resize(2);
  table.columns[0].width = 70;
  table.columns[1].width = 30;
  table.columns[1].align = document::Align::right;
  for (const std::uint32_t index : lowering.foreknown().used_observations) {
    const dataset::Observation& observation = lowering.dataset.observations[index];
    if (!test(observation)) continue;
    document::Inlines name = text_inlines(observation_name(lowering, observation, request.scope));
    append_marks(name, {lowering.book.note_of_observation(index, request.scope.lang())});
    document::Row row;
    row.cells.push_back(inlines_cell(std::move(name)));
    row.cells.push_back(text_cell(period_of(observation, request.scope)));
    table.rows.push_back(std::move(row));
  }
  if (table.rows.empty()) return {};
  document::Blocks out;
  out.push_back(quality_heading(text_inlines(std::move(heading))));
  out.push_back(box_table(std::move(table)));
  return out;
}

/// "Stale: reference period ended before November 2025" where one date holds for all metrics that are in use.
std::string stale_heading(Lowering& lowering, const std::string& lang) {
  std::optional<CivilDate> before;
  for (const std::uint32_t index : lowering.foreknown().used_observations) {
    const CivilDate own =
        truth::stale_before(lowering.dataset, lowering.dataset.metric_of(lowering.dataset.observations[index]));
    if (before && *before != own) return std::string(numfmt::word(Word::stale_periods, lang));
    before = own;
  }
  if (!before) return std::string(numfmt::word(Word::stale_periods, lang));
  return numfmt::filled(Word::stale_before, lang, {{"month", numfmt::format_month(*before, lang)}});
}

}  // namespace

const ComparisonCounts* comparison_of(Lowering& lowering, const QualityRequest& request) {
  for (const ComparisonCounts& each : lowering.comparisons) {
    if (request.comparison.empty() || each.label == request.comparison) return &each;
  }
  if (!request.comparison.empty()) {
    lowering.error("resolve/unknown-comparison", request.directive.find("of")->span,
                   fmt::format("no comparison with the label {} stands before this box", quoted(request.comparison)),
                   "of");
  }
  return nullptr;
}

document::Row coverage_row(Lowering& lowering, const std::string& name, const std::string& key,
                           const CellCounts& counts, const QualityRequest& request) {
  document::Row row;
  row.cells.push_back(text_cell(name));
  document::Cell bar;
  bar.lines.emplace_back();
  bar.bar = counts.cells == 0 ? 0 : static_cast<double>(counts.found) / counts.cells;
  row.cells.push_back(std::move(bar));
  document::Cell found =
      inlines_cell(found_of_cells(lowering, key, counts, request.scope, request.directive.name_span));
  found.align = document::Align::right;
  found.is_strong = true;
  row.cells.push_back(std::move(found));
  return row;
}

document::Blocks lower_missing(Lowering& lowering, const QualityRequest& request) {
  const ComparisonCounts* comparison = comparison_of(lowering, request);
  if (comparison == nullptr) return {};
  const Scope& scope = request.scope;
  const auto count = [&](const char* function, std::uint32_t number) {
    const std::string key = fmt::format("{}({})", function, comparison->label);
    return lowering.book.count(key, number, key, {}, scope.context, scope.place, request.directive.name_span).inlines();
  };
  document::Inlines missing = count("missing", comparison->all.missing), cells = count("cells", comparison->all.cells);
  document::Blocks out;
  out.push_back(quality_heading(
      filled_inlines(Word::missing_of_cells, scope.lang(), {{"n", std::move(missing)}, {"m", std::move(cells)}})));
  document::Table table;
  table.style = document::TableStyle::pairs;
  table.has_head = false;
  table.columns.resize(3);
  table.columns[0].width = 42;
  table.columns[1].width = 36;
  table.columns[2].width = 22;
  table.columns[2].align = document::Align::right;
  for (const auto& group : comparison->groups) {
    if (group.name.empty()) continue;
    table.rows.push_back(coverage_row(lowering, group.name, fmt::format("{}, group {}", comparison->label, group.name),
                                      group.counts, request));
  }
  document::Row all = coverage_row(lowering, std::string(numfmt::word(Word::all_measures, scope.lang())),
                                   comparison->label, comparison->all, request);
  all.kind = document::Row::Kind::total;
  all.cells.front().is_strong = true;
  table.rows.push_back(std::move(all));
  out.push_back(box_table(std::move(table)));
  return out;
}

document::Blocks lower_stale(Lowering& lowering, const QualityRequest& request) {
  return listed(lowering, request, stale_heading(lowering, request.scope.lang()),
                [&](const dataset::Observation& observation) { return truth::is_stale(lowering.dataset, observation); });
}

document::Blocks lower_estimated(Lowering& lowering, const QualityRequest& request) {
  return listed(lowering, request, std::string(numfmt::word(Word::estimated_values, request.scope.lang())),
                [](const dataset::Observation& observation) { return numfmt::is_estimate(observation.status); });
}

document::Blocks lower_undated(Lowering& lowering, const QualityRequest& request) {
  const auto& sources = lowering.dataset.sources;
  if (std::none_of(sources.begin(), sources.end(), [](const auto& source) { return source.published.empty(); }))
    return {};
  document::Inlines undated = count_figure(lowering, "count(sources where published missing)", request.scope);
  document::Inlines all = count_figure(lowering, "count(sources)", request.scope);
  document::Blocks out;
  out.push_back(quality_heading(text_inlines(std::string(numfmt::word(Word::undated_sources, request.scope.lang())))));
  out.push_back(small_paragraph(filled_inlines(Word::undated_of_sources, request.scope.lang(),
                                               {{"n", std::move(undated)}, {"m", std::move(all)}})));
  return out;
}

document::Blocks lower_dependent(Lowering& lowering, const QualityRequest& request) {
  const dataset::Dataset& dataset = lowering.dataset;
  document::Blocks out;
  for (std::uint32_t i = 0; i < dataset.sources.size(); ++i) {
    const auto copies = copies_of(dataset, i);
    // Each group is told once, at its first member.
    if (copies.empty() || copies.front() < i) continue;
    std::string codes = dataset.sources[i].code;
    for (const std::uint32_t copy : copies)
      codes += ", " + dataset.sources[copy].code;
    if (out.empty())
      out.push_back(
          quality_heading(text_inlines(std::string(numfmt::word(Word::dependent_sources, request.scope.lang())))));
    out.push_back(
        small_paragraph(text_inlines(numfmt::filled(Word::one_text, request.scope.lang(), {{"codes", codes}}))));
  }
  return out;
}

}  // namespace briefpack::resolve
