// Places by list, entity and edition, and how many were gained. Unlike lists are never set against each other: the chart shows one.
#include <algorithm>
#include <map>

#include <fmt/format.h>

#include "numfmt/names.h"
#include "workbook/data_row.h"
#include "workbook/guard.h"
#include "workbook/lookups.h"
#include "workbook/native_chart.h"
#include "workbook/number_look.h"
#include "workbook/phrases.h"
#include "workbook/sheets.h"

namespace briefpack::workbook {

namespace {

using dataset::Observation;

/// One column of places. Stated periods come first, in their order; unstated ones by their sequence.
struct Edition {
  std::optional<dataset::TimePeriod> period;
  int sequence = 0;
  friend bool operator<(const Edition& a, const Edition& b) {
    if (a.period.has_value() != b.period.has_value()) return a.period.has_value();
    if (!a.period) return a.sequence < b.sequence;
    return *a.period < *b.period;
  }
  friend bool operator==(const Edition& a, const Edition& b) { return !(a < b) && !(b < a); }
};

struct RankingRow {
  std::uint32_t metric = 0, entity = 0;
  std::vector<std::pair<std::size_t, const Observation*>> places;  ///< By edition, ascending.
};

struct Rankings {
  std::vector<Edition> editions;
  std::vector<RankingRow> rows;
};

bool is_place(const Plan& plan, std::uint32_t index) {
  const Observation& row = plan.dataset.observations[index];
  return plan.dataset.metric_of(row).type == dataset::MetricType::rank && row.value && !row.is_rejected();
}

Edition edition_of(const Observation& row) { return {row.period, row.sequence.value_or(0)}; }

Rankings rankings_of(const Plan& plan) {
  Rankings out;
  for (const std::uint32_t index : plan.data_rows()) {
    if (is_place(plan, index)) out.editions.push_back(edition_of(plan.dataset.observations[index]));
  }
  std::sort(out.editions.begin(), out.editions.end());
  out.editions.erase(std::unique(out.editions.begin(), out.editions.end()), out.editions.end());
  std::map<std::pair<std::uint32_t, std::uint32_t>, std::size_t> known;
  for (const std::uint32_t index : plan.data_rows()) {
    if (!is_place(plan, index)) continue;
    const Observation& observation = plan.dataset.observations[index];
    const auto [found, is_first] = known.try_emplace({observation.metric, observation.entity}, out.rows.size());
    if (is_first) out.rows.push_back({observation.metric, observation.entity, {}});
    RankingRow* row = &out.rows[found->second];
    const auto at = static_cast<std::size_t>(std::lower_bound(out.editions.begin(), out.editions.end(), edition_of(observation)) - out.editions.begin());
    // Of two places of one edition the one that is read as the current stands first in the file.
    const bool is_new = std::none_of(row->places.begin(), row->places.end(), [&](const auto& each) { return each.first == at; });
    if (is_new) row->places.emplace_back(at, &observation);
  }
  std::stable_sort(out.rows.begin(), out.rows.end(), [](const RankingRow& a, const RankingRow& b) { return a.metric < b.metric; });
  for (RankingRow& row : out.rows) std::sort(row.places.begin(), row.places.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
  return out;
}

/// A single place that may be set against another: neither disputed nor a bound nor without significance.
bool is_firm(const Plan& plan, const Observation& row) {
  return plan.disputes_of(plan.dataset.index_of(row)).empty() && row.qualifier == dataset::Qualifier::none && !row.status.has(dataset::ObsStatus::N);
}

class RankingSheet {
 public:
  RankingSheet(const Writing& writing, const SheetEntry& entry)
      : writing_(writing), plan_(writing.plan), entry_(entry), rankings_(rankings_of(writing.plan)), sheet_(writing.book, entry.sheet, writing.is_letter) {}

  void write() {
    plan_columns();
    const std::vector<std::size_t> shown = shown_rows();
    std::string what = words(Phrase::rankings_what);
    if (!shown.empty()) what += " " + filled(Phrase::rankings_chart, plan_.lang, {{"cell", cell_name(kHeadingRow, chart_column())}});
    sheet_.head(head_of(writing_, entry_, what, words(Phrase::rankings_notes) + " " + note_line(writing_, true), words(Phrase::comparison_sources)));
    sheet_.table(entry_.table, columns_, entry_.rows, false, words(Phrase::none));
    for (std::size_t i = 0; i < rankings_.rows.size(); ++i) write_row(rankings_.rows[i], static_cast<RowNumber>(kFirstRow + i));
    if (!shown.empty()) write_chart(shown);
    sheet_.finish();
  }

 private:
  std::string words(Phrase each) const { return std::string(phrase(each, plan_.lang)); }
  ColumnNumber chart_column() const { return static_cast<ColumnNumber>(columns_.size() + 1); }
  ColumnNumber edition_column(std::size_t edition) const { return static_cast<ColumnNumber>(kFirstEdition + edition); }
  ColumnNumber after(std::size_t offset) const { return static_cast<ColumnNumber>(kFirstEdition + rankings_.editions.size() + offset); }

  void plan_columns() {
    using Kind = TableColumn::Kind;
    columns_ = {{Kind::text, "metric_id", 24, 12}, {Kind::wrapped, words(Phrase::h_metric), 36, 18}, {Kind::text, "entity_id", 16, 10}, {Kind::wrapped, words(Phrase::h_entity), 26, 14}};
    for (const Edition& edition : rankings_.editions) {
      std::string name = edition.period ? edition.period->text : words(Phrase::unstated_period);
      if (!edition.period && edition.sequence > 0) name += fmt::format(", {}", edition.sequence);
      columns_.push_back({Kind::number, name, 16, 10});
    }
    columns_.push_back({Kind::text, words(Phrase::h_edition_before), 16, 12});
    columns_.push_back({Kind::text, words(Phrase::h_edition_last), 16, 12});
    columns_.push_back({Kind::number, words(Phrase::h_gained), 12, 10});
    columns_.push_back({Kind::wrapped, "note", 30, 14});
  }

  void write_row(const RankingRow& row, RowNumber number) {
    const auto& metric = plan_.dataset.metrics[row.metric];
    const auto& entity = plan_.dataset.entities[row.entity];
    sheet_.text(number, 0, metric.id);
    sheet_.text(number, 1, numfmt::metric_name(metric, plan_.lang), Look::wrapped);
    sheet_.text(number, 2, entity.id);
    sheet_.text(number, 3, numfmt::entity_name(entity, plan_.lang), Look::wrapped);
    std::string notes;
    std::vector<std::pair<std::size_t, const Observation*>> firm;
    for (const auto& [edition, place] : row.places) {
      sheet_.formula(number, edition_column(edition), data_lookup("value", place->key), *place->value, number_look(plan_, *place, *place->value));
      const std::string more = plan_.notes_of(plan_.dataset.index_of(*place));
      if (!more.empty() && notes.find(more) == std::string::npos) notes += (notes.empty() ? "" : "; ") + more;
      if (is_firm(plan_, *place)) firm.emplace_back(edition, place);
    }
    sheet_.text(number, after(3), notes, Look::wrapped);
    if (firm.size() < 2) return;
    const auto& [before, earlier] = firm[firm.size() - 2];
    const auto& [last, latest] = firm.back();
    sheet_.text(number, after(0), columns_[edition_column(before)].heading);
    sheet_.text(number, after(1), columns_[edition_column(last)].heading);
    const auto cell = [&](std::size_t edition) { return fmt::format("{}[[#This Row],[{}]]", entry_.table, escaped_heading(columns_[edition_column(edition)].heading)); };
    NumberLook change;
    change.is_change = true;
    sheet_.formula(number, after(2), cell(before) + "-" + cell(last), *earlier->value - *latest->value, change);
  }

  /// The rows of the chart: of the list on which most entities have two places and more, the first twelve.
  std::vector<std::size_t> shown_rows() const {
    constexpr std::size_t kMostLines = 12;  // more cannot be told apart
    std::vector<std::size_t> best, current;
    for (std::size_t i = 0; i < rankings_.rows.size(); ++i) {
      if (i == 0 || rankings_.rows[i].metric != rankings_.rows[i - 1].metric) current.clear();
      const auto& places = rankings_.rows[i].places;
      const bool is_drawn = places.size() >= 2 && std::all_of(places.begin(), places.end(), [&](const auto& each) { return is_firm(plan_, *each.second); });
      if (is_drawn) current.push_back(i);
      if (current.size() > best.size()) best = current;
    }
    if (best.size() > kMostLines) best.resize(kMostLines);
    return best;
  }

  void write_chart(const std::vector<std::size_t>& shown) {
    // Only the editions that this list has, from its first to its last.
    std::size_t first = rankings_.editions.size(), last = 0;
    for (const std::size_t index : shown) {
      first = std::min(first, rankings_.rows[index].places.front().first);
      last = std::max(last, rankings_.rows[index].places.back().first);
    }
    const RankingRow& any = rankings_.rows[shown.front()];
    NativeChart chart;
    chart.kind = ChartKind::line;
    chart.title = numfmt::metric_name(plan_.dataset.metrics[any.metric], plan_.lang);
    chart.height = 440 + legend_height(shown.size());
    chart.has_legend = true;
    std::vector<std::string> heads;
    for (std::size_t i = first; i <= last; ++i) heads.push_back(columns_[edition_column(i)].heading);
    std::string alt = chart.title + ".";
    double largest = 1;
    for (std::size_t n = 0; n < shown.size(); ++n) {
      const RankingRow& row = rankings_.rows[shown[n]];
      const auto number = static_cast<RowNumber>(kFirstRow + shown[n]);
      ChartSeries series;
      series.name = numfmt::entity_name(plan_.dataset.entities[row.entity], plan_.lang);
      std::vector<std::optional<double>> numbers(last - first + 1);
      for (const auto& [edition, place] : row.places) {
        numbers[edition - first] = *place->value;
        largest = std::max(largest, *place->value);
      }
      for (const auto& each : numbers) series.labels.push_back({each && shown.size() <= 6 ? fmt::format("{:.0f}", *each) : "", false});
      series.place = LabelPlace::right;
      const ChartRange cells = row_range(number, edition_column(first), std::vector<std::optional<double>>(heads.size()));
      series.categories = {kHeadingRow, cells.first_column, kHeadingRow, cells.last_column, {}, heads};
      series.values = row_range(number, edition_column(first), std::move(numbers));
      series.look = line_look(n, 1.75);
      alt += fmt::format(" {}: {:.0f} → {:.0f}.", series.name, *row.places.front().second->value, *row.places.back().second->value);
      chart.series.push_back(std::move(series));
    }
    chart.data_axis = place_axis(largest);
    alt += " " + filled(Phrase::numbers_in, plan_.lang, {{"table", entry_.table}});
    place_chart(sheet_, kHeadingRow, chart_column(), chart, alt);
  }

  static constexpr std::size_t kFirstEdition = 4;
  const Writing& writing_;
  const Plan& plan_;
  const SheetEntry& entry_;
  Rankings rankings_;
  Sheet sheet_;
  std::vector<TableColumn> columns_;
};

}  // namespace

std::size_t ranking_row_count(const Plan& plan) { return rankings_of(plan).rows.size(); }

void write_rankings(const Writing& writing, const SheetEntry& entry) { RankingSheet(writing, entry).write(); }

}  // namespace briefpack::workbook
