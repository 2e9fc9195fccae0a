#include <algorithm>
#include <map>

#include <fmt/format.h>

#include "numfmt/names.h"
#include "workbook/data_row.h"
#include "workbook/phrases.h"
#include "workbook/sheets.h"

namespace briefpack::workbook {

namespace {

/// Sources of the metric's rows in Data, each once, and how many rows there are.
struct Use {
  std::string source_ids;
  std::size_t rows = 0;
};

std::vector<Use> uses_of(const Plan& plan) {
  std::vector<Use> out(plan.dataset.metrics.size());
  for (const std::uint32_t index : plan.data_rows()) {
    const auto& row = plan.dataset.observations[index];
    Use& use = out[row.metric];
    ++use.rows;
    for (const auto& citation : row.citations) {
      if (use.source_ids.find(";" + citation.source + ";") != std::string::npos) continue;
      use.source_ids += (use.source_ids.empty() ? ";" : "") + citation.source + ";";
    }
  }
  return out;
}

}  // namespace

void write_metrics(const Writing& writing, const SheetEntry& entry) {
  const Plan& plan = writing.plan;
  const auto words = [&](Phrase each) { return std::string(phrase(each, plan.lang)); };
  Sheet sheet(writing.book, entry.sheet, writing.is_letter);
  sheet.head(head_of(writing, entry, words(Phrase::metrics_what), note_line(writing, false), words(Phrase::sources_elsewhere)));
  using Kind = TableColumn::Kind;
  sheet.table(entry.table,
              {{Kind::text, "metric_id", 30, 14}, {Kind::wrapped, words(Phrase::h_metric), 36, 20}, {Kind::text, words(Phrase::h_topic), 18, 10},
               {Kind::text, "type", 12, 10}, {Kind::wrapped, words(Phrase::h_unit), 22, 12}, {Kind::number, words(Phrase::h_decimals), 10, 9},
               {Kind::text, words(Phrase::h_better), 16, 10}, {Kind::wrapped, words(Phrase::h_definition), 70, 30}, {Kind::text, "source_ids", 20, 11},
               {Kind::number, words(Phrase::h_observations), 14, 12}},
              entry.rows, false, words(Phrase::none));
  const auto uses = uses_of(plan);
  for (std::size_t i = 0; i < plan.dataset.metrics.size(); ++i) {
    const auto& metric = plan.dataset.metrics[i];
    const auto row = static_cast<RowNumber>(kFirstRow + i);
    const auto* topic = plan.dataset.find_topic(metric.topic);
    sheet.text(row, 0, metric.id);
    sheet.text(row, 1, metric.name.in(plan.lang), Look::wrapped);
    sheet.text(row, 2, topic != nullptr && !topic->name.empty() ? topic->name.in(plan.lang) : metric.topic);
    sheet.text(row, 3, dataset::name_of(metric.type));
    sheet.text(row, 4, scaled_unit(metric_unit(metric, plan.lang), metric.unit_mult, plan.lang), Look::wrapped);
    if (metric.decimals) sheet.number(row, 5, *metric.decimals);
    if (metric.direction == dataset::Direction::higher_is_better) sheet.text(row, 6, words(Phrase::higher));
    if (metric.direction == dataset::Direction::lower_is_better) sheet.text(row, 6, words(Phrase::lower));
    sheet.text(row, 7, metric.definition.in(plan.lang), Look::wrapped);
    sheet.text(row, 8, uses[i].source_ids);
    sheet.formula(row, 9, fmt::format("COUNTIFS({}[metric_id],{}[[#This Row],[metric_id]])", table::kData, table::kMetrics),
                  static_cast<double>(uses[i].rows));
  }
  sheet.finish();
}

}  // namespace briefpack::workbook
