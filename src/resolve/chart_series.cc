// Values over dates (line) and places over dates (bump). Every value is a figure of its own; the drawing labels the ends.
#include <algorithm>
#include <utility>

#include "expression/canonical.h"
#include "numfmt/period_text.h"
#include "resolve/action_text.h"
#include "resolve/chart_lowering.h"
#include "resolve/exhibit.h"

namespace briefpack::resolve {

namespace {

/// The dates of the chart: those of `periods`, else every date for which a row has a value.
struct Columns {
  std::vector<expression::Period> periods;
  std::vector<std::string> heads;
  std::vector<double> years;  ///< Empty when one is undated: they then stand at equal distances.
};

std::string head_of(const expression::Period& period, const std::string& lang) {
  const auto stated = dataset::parse_time_period(period.text);
  return stated ? numfmt::format_period(stated, numfmt::DateForm::table, lang) : canonical_text(period).substr(1);
}

void add_year(Columns& columns, const expression::Period& period, bool& are_all_dated) {
  const auto stated = dataset::parse_time_period(period.text);
  if (stated) columns.years.push_back(year_of(*stated));
  else are_all_dated = false;
}

Columns columns_of(const ChartRequest& request, const Lowering& lowering, const std::string& lang) {
  Columns out;
  if (const templates::Option* option = request.directive.find("periods")) {
    out.periods = option->periods;
    for (std::size_t i = 0; i < option->periods.size(); ++i) {
      const bool is_named = i < option->period_labels.size() && !option->period_labels[i].empty();
      out.heads.push_back(is_named ? option->period_labels[i] : head_of(option->periods[i], lang));
    }
  } else {
    std::vector<dataset::TimePeriod> dates;
    for (const ChartInput& input : request.inputs) {
      if (!input.metric || !input.entity) continue;
      for (const std::uint32_t each : lowering.dataset.series(*input.metric, *input.entity)) {
        const dataset::Observation& row = lowering.dataset.observations[each];
        // A date for which the sources were searched and nothing was found is a gap, not a shorter axis.
        if (row.period && !row.is_withheld) dates.push_back(*row.period);
      }
    }
    std::sort(dates.begin(), dates.end());
    dates.erase(std::unique(dates.begin(), dates.end()), dates.end());
    for (const dataset::TimePeriod& date : dates) {
      expression::Period period;
      period.kind = expression::Period::Kind::stated;
      period.text = date.text;
      out.heads.push_back(head_of(period, lang));
      out.periods.push_back(std::move(period));
    }
  }
  bool are_all_dated = true;
  for (const expression::Period& period : out.periods) add_year(out, period, are_all_dated);
  if (!are_all_dated) out.years.clear();
  return out;
}

bool print_series(Lowering& lowering, const ChartRequest& request, document::ChartSpec& chart, std::size_t least, bool needs_dates) {
  Columns columns = columns_of(request, lowering, chart.lang);
  const templates::Option* option = request.directive.find("periods");
  const SourceSpan span = option == nullptr ? request.directive.name_span : option->span;
  if (columns.periods.size() < least) {
    lowering.error("resolve/more-periods", span, "a " + document::name_of(chart.mark) + " needs " + std::to_string(least) + " periods or more, found " + std::to_string(columns.periods.size()), "periods",
                   "two places are a slope, two amounts a sentence or a table");
    return false;
  }
  if (needs_dates && columns.years.empty()) {
    lowering.error("resolve/undated-line", span, "a line goes through dates, and one of its periods is not stated", "periods",
                   "leave it out, or print the values in a table");
    return false;
  }
  if (!columns.years.empty() && !std::is_sorted(columns.years.begin(), columns.years.end())) {
    lowering.error("resolve/period-order", span, "the periods are not in their order in time", "periods", "write the earliest first");
    return false;
  }
  for (const ChartInput& input : request.inputs) {
    document::ChartRow row = row_head(lowering, input, request.inputs, request.scope, RowLabel::whole);
    if (!input.metric || !input.entity) {
      lowering.error("resolve/not-a-reference", input.span, "a row of a " + document::name_of(chart.mark) + " is metric.ENTITY, without a period or calculation", "rows");
      return false;
    }
    for (const expression::Period& period : columns.periods) {
      ChartInput at = input;
      at.period = period;
      row.values.push_back(print_input(lowering, at, request.scope));
    }
    row.is_second = !row.is_focus && std::none_of(chart.rows.begin(), chart.rows.end(), [](const auto& other) { return other.is_second; });
    chart.rows.push_back(std::move(row));
  }
  chart.columns = std::move(columns.heads);
  chart.positions = std::move(columns.years);
  add_key(chart, false);
  return true;
}

}  // namespace

bool print_line(Lowering& lowering, const ChartRequest& request, document::ChartSpec& chart) {
  if (!print_series(lowering, request, chart, 2, true)) return false;
  scale_axis(chart, request.inputs);
  return true;
}

bool print_bump(Lowering& lowering, const ChartRequest& request, document::ChartSpec& chart) {
  return print_series(lowering, request, chart, 3, false);
}

}  // namespace briefpack::resolve
