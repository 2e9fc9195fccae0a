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

}  // namespace

ComparisonTable comparison_table(const Plan& plan) {
  ComparisonTable out;
  std::set<std::string> taken{"country_code", "country"};
  for (const auto& each : plan.document.comparison->metrics) {
    const auto& metric = plan.dataset.metrics[each.metric];
    const std::string name = numfmt::metric_name(metric, plan.lang);
    const std::string unit = scaled_unit(metric_unit(metric, plan.lang), metric.unit_mult, plan.lang);
    out.values.push_back(unique(unit.empty() ? name : fmt::format("{} ({})", name, unit), taken));
    out.periods.push_back(unique(filled(Phrase::period_of, plan.lang, {{"name", name}}), taken));
  }
  return out;
}

std::optional<ComparisonCount> count_comparison(const Plan& plan, std::string_view entity) {
  const auto& spec = *plan.document.comparison;
  if (spec.metrics.empty() || spec.entities.empty()) return std::nullopt;
  const auto headings = comparison_table(plan).values;
  ComparisonCount out;
  out.range = fmt::format("{}[[{}]:[{}]]", table::kComparison, escaped_heading(headings.front()), escaped_heading(headings.back()));
  bool is_compared = entity.empty();
  for (std::size_t e = 0; e < spec.entities.size(); ++e) {
    const std::string& id = plan.dataset.entities[spec.entities[e]].id;
    if (!entity.empty() && id != entity) continue;
    is_compared = true;
    for (std::size_t m = 0; m < spec.metrics.size(); ++m) {
      const auto& cell = spec.cells[m][e];
      const bool has_row = cell && *cell < plan.dataset.observations.size();
      if (spec.not_applicable[m][e] && !has_row) continue;
      const bool is_row = has_row && plan.is_in_data(*cell);
      // Such a row shows [z], too, but is counted as missing; the sheet cannot tell the two apart.
      if (is_row && plan.dataset.observations[*cell].status.has(dataset::ObsStatus::M)) return std::nullopt;
      ++out.cells;
      if (is_row && plan.dataset.observations[*cell].has_any_value()) ++out.found;
    }
  }
  if (!is_compared) return std::nullopt;
  if (!entity.empty()) out.range = fmt::format("INDEX({},MATCH({},{}[country_code],0),0)", out.range, formula_string(entity), table::kComparison);
  return out;
}

}  // namespace briefpack::workbook
