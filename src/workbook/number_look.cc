#include "workbook/number_look.h"

#include <algorithm>
#include <cmath>
#include <optional>

#include "base/decimal.h"
#include "numfmt/number_text.h"
#include "workbook/lookups.h"
#include "workbook/phrases.h"

namespace briefpack::workbook {

void add_bound(NumberLook& look, dataset::Qualifier qualifier, const std::string& lang) {
  const auto words = [&]() -> std::optional<Phrase> {
    switch (qualifier) {
      case dataset::Qualifier::about: return Phrase::about;
      case dataset::Qualifier::over: return Phrase::over;
      case dataset::Qualifier::under: return Phrase::under;
      case dataset::Qualifier::at_least: return Phrase::at_least;
      case dataset::Qualifier::at_most: return Phrase::at_most;
      case dataset::Qualifier::up_to: return Phrase::up_to;
      case dataset::Qualifier::none: break;
    }
    return std::nullopt;
  }();
  if (!words) return;
  const bool is_behind = numfmt::is_korean(lang) && qualifier != dataset::Qualifier::about;
  if (is_behind) look.after += " " + std::string(phrase(*words, lang));
  else look.before += std::string(phrase(*words, lang)) + " ";
}

NumberLook number_look(const Plan& plan, const dataset::Observation& observation, double value) {
  NumberLook out = plain_look(value);
  out.decimals = std::max(out.decimals, plan.dataset.metric_of(observation).decimals.value_or(0));
  out.is_grouped = !is_year(plan.dataset.metric_of(observation), value);
  add_bound(out, observation.qualifier, plan.lang);
  const std::string marks = status_marks(observation.status), disputes = plan.disputes_of(plan.dataset.index_of(observation));
  if (!marks.empty()) out.after += " " + marks;
  if (!disputes.empty()) out.after += " [" + disputes + "]";
  return out;
}

NumberLook plain_look(double value) { return {.decimals = std::min(decimals_of(value), 6)}; }

NumberLook figure_look(const Plan& plan, const document::Figure& figure, double value) {
  NumberLook out = plain_look(value);
  const auto& rows = plan.dataset.observations;
  out.is_grouped = figure.operands.empty() || figure.operands.front() >= rows.size() || !is_year(plan.dataset.metric_of(rows[figure.operands.front()]), value);
  return out;
}

bool is_year(const dataset::Metric& metric, double value) {
  return metric.unit_measure == "year" && value == std::floor(value) && value >= 1000 && value < 3000;
}

}  // namespace briefpack::workbook
