#include "workbook/comparison_table.h"

#include <algorithm>
#include <cctype>
#include <set>

#include <fmt/format.h>

#include "numfmt/names.h"
#include "workbook/data_row.h"
#include "workbook/guard.h"
#include "workbook/phrases.h"

namespace briefpack::workbook {

namespace {

/// Headings may have 255 characters; a long metric name is cut, and two that become alike are told apart.
std::string unique(const std::string& wanted, std::set<std::string>& taken) {
  const std::string base = guard_plain_text(wanted, 200).text;
  std::string name = base;
  const auto key = [](std::string text) {
    std::transform(text.begin(), text.end(), text.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return text;
  };
  for (int number = 2; !taken.insert(key(name)).second; ++number) name = fmt::format("{} {}", base, number);
  return name;
}

/// A block of the comparison: columns first_metric to last_metric, all rows or one.
struct Selection {
  std::size_t first_metric = 0, last_metric = 0;
  std::optional<std::size_t> entity;
};

std::optional<Selection> select(const Plan& plan, std::string_view part) {
  const auto& spec = *plan.document.comparison;
  if (spec.metrics.empty() || spec.entities.empty()) return std::nullopt;
  Selection out;
  out.last_metric = spec.metrics.size() - 1;
  if (part.empty()) return out;
  for (std::size_t e = 0; e < spec.entities.size(); ++e) {
    if (plan.dataset.entities[spec.entities[e]].id != part) continue;
    out.entity = e;
    return out;
  }
  constexpr std::string_view kGroup = "group ";
  const bool is_group = part.starts_with(kGroup);
  const std::string_view name = is_group ? part.substr(kGroup.size()) : part;
  std::optional<std::size_t> first, last;
  for (std::size_t m = 0; m < spec.metrics.size(); ++m) {
    const std::string& own = is_group ? spec.metrics[m].group : plan.dataset.metrics[spec.metrics[m].metric].id;
    if (own != name) continue;
    // A measure that is compared twice, or a group in two pieces, is no block of columns.
    if (last && *last + 1 != m) return std::nullopt;
    if (!first) first = m;
    last = m;
  }
  if (!first || (!is_group && first != last)) return std::nullopt;
  out.first_metric = *first;
  out.last_metric = *last;
  return out;
}

}  // namespace

ComparisonTable comparison_table(const Plan& plan) {
  ComparisonTable out;
  std::set<std::string> taken{"country_code", "country"};
  const auto& spec = *plan.document.comparison;
  for (std::size_t m = 0; m < spec.metrics.size(); ++m) {
    const auto& metric = plan.dataset.metrics[spec.metrics[m].metric];
    const std::string name = numfmt::metric_name(metric, plan.lang);
    const std::string unit = scaled_unit(metric_unit(metric, plan.lang), metric.unit_mult, plan.lang);
    out.values.push_back(unique(unit.empty() ? name : fmt::format("{} ({})", name, unit), taken));
    const bool has_period = std::any_of(spec.cells[m].begin(), spec.cells[m].end(), [&](const auto& cell) {
      return cell && *cell < plan.dataset.observations.size() && !std::holds_alternative<std::monostate>(period_cell(plan, plan.dataset.observations[*cell]));
    });
    out.periods.push_back(has_period ? unique(filled(Phrase::period_of, plan.lang, {{"name", name}}), taken) : "");
  }
  return out;
}

std::optional<ComparisonCount> count_comparison(const Plan& plan, const ComparisonTable& headings, std::string_view part) {
  const auto& spec = *plan.document.comparison;
  const auto selected = select(plan, part);
  if (!selected) return std::nullopt;
  const auto heading = [&](std::size_t metric) { return escaped_heading(headings.values[metric]); };
  ComparisonCount out;
  const bool is_one = selected->first_metric == selected->last_metric;
  out.range = is_one ? fmt::format("{}[{}]", table::kComparison, heading(selected->first_metric))
                     : fmt::format("{}[[{}]:[{}]]", table::kComparison, heading(selected->first_metric), heading(selected->last_metric));
  if (selected->entity) {
    const std::string id = formula_string(plan.dataset.entities[spec.entities[*selected->entity]].id);
    out.range = fmt::format("INDEX({},MATCH({},{}[country_code],0),0)", out.range, id, table::kComparison);
  }
  for (std::size_t m = selected->first_metric; m <= selected->last_metric; ++m) {
    for (std::size_t e = 0; e < spec.entities.size(); ++e) {
      if (selected->entity && e != *selected->entity) continue;
      const auto& cell = spec.cells[m][e];
      if (!cell && spec.not_applicable[m][e]) continue;
      ++out.cells;
      if (!cell || *cell >= plan.dataset.observations.size() || !plan.is_in_data(*cell)) continue;
      const auto& observation = plan.dataset.observations[*cell];
      // Such a row shows [z], too, but is counted as missing; the sheet cannot tell the two apart.
      if (observation.status.has(dataset::ObsStatus::M)) return std::nullopt;
      if (!observation.has_any_value()) continue;
      ++out.found;
      out.observations.push_back(*cell);
      if (!plan.disputes_of(*cell).empty()) ++out.disputed;
    }
  }
  return out;
}

}  // namespace briefpack::workbook
