// Intervals and rival opinions on one scale: a thick line for an interval, a point for a number, a hollow diamond for a claim
// that names no number of its own.
#include <algorithm>

#include "numfmt/isolate.h"
#include "workbook/exhibit_values.h"
#include "workbook/lookups.h"
#include "workbook/number_look.h"

namespace briefpack::workbook {

namespace {

using document::ChartSpec;
using Entry = ValueTable::Entry;
using Kind = TableColumn::Kind;
using Numbers = std::vector<std::optional<double>>;

class RangeExhibit {
 public:
  RangeExhibit(const Writing& writing, const SheetEntry& entry)
      : sheet_(writing, entry), spec_(std::get<ChartSpec>(entry.exhibit->exhibit->content)), values_(sheet_, spec_, ValueTable::Order::by_row, "") {
    // Two columns, since an interval is drawn between two points of one row.
    place_ = sheet_.add({Kind::number, sheet_.words(Phrase::h_chart_value), 16, 11});
    row_ = sheet_.add({Kind::number, sheet_.words(Phrase::h_chart_row), 12, 10});
    row_end_ = sheet_.add({Kind::number, sheet_.words(Phrase::h_chart_row_end), 12, 10});
  }

  void write() {
    values_.write(1, sheet_.words(Phrase::differs_range));
    places_ = values_.plot(place_, [](const Entry&) { return true; });
    for (const Entry& entry : values_.entries()) {
      if (entry.value->is_claim && !entry.plotted) write_claim(entry);
      sheet_.sheet().number(entry.number, row_, place(entry));
      if (entry.low) sheet_.sheet().number(entry.number, row_end_, place(entry));
    }
    sheet_.chart(chart());
    sheet_.finish();
  }

 private:
  static double place(const Entry& entry) { return static_cast<double>(entry.row_index + 1); }

  /// A claim that something is equal to an entity stands where that entity does, and moves with it.
  void write_claim(const Entry& claim) {
    const auto& all = values_.entries();
    const auto equal = std::find_if(all.begin(), all.end(), [&](const Entry& each) { return !each.value->is_claim && each.plotted && each.plotted == claim.value->number; });
    if (equal == all.end()) return;
    const LiveFigure* live = sheet_.live(equal->value->figure);
    if (live == nullptr) return;
    places_[static_cast<std::size_t>(&claim - all.data())] = live->number;
    sheet_.sheet().formula(claim.number, place_, live->formula, live->number, plain_look(live->number));
  }

  geometry::Color color_of(const Entry& entry) const {
    if (entry.value->is_claim) return palette::kInk;
    return entry.row->is_focus ? palette::kAccent : entry.row->holder == document::Holder::country ? palette::kNavy : palette::kInk2;
  }

  NativeChart chart() const {
    NativeChart out = scatter_by_row(spec_, sheet_.title());
    double largest = 0, smallest = 0, widest = 0;
    for (const auto& each : places_) widest = std::max(widest, each.value_or(0));
    for (const Entry& each : values_.entries()) widest = std::max(widest, each.high.value_or(0));
    for (std::size_t i = 0; i < values_.entries().size(); ++i) {
      const Entry& entry = values_.entries()[i];
      const bool is_interval = entry.low && entry.high;
      if (!is_interval && !places_[i]) continue;
      ChartSeries series;
      series.name = values_.category_of(entry);
      const bool is_disputed = entry.value->dispute != document::kNone;
      const std::string text = entry.value->claim_text.empty() ? values_.label_of(entry) : entry.value->claim_text + " [" + sheet_.dispute_id(entry.value->dispute) + "]";
      const PointLabel label{numfmt::isolated(entry.row->label) + ": " + text, entry.row->is_focus};
      series.place = inner_place(label.text, is_interval ? (*entry.low + *entry.high) / 2 : *places_[i], 0, widest);
      if (is_interval) {
        series.categories = row_range(entry.number, *values_.low_column(), {entry.low, entry.high});
        series.values = row_range(entry.number, row_, {place(entry), place(entry)});
        series.look = {color_of(entry), 6, is_disputed};
        series.labels = {label, {}};
        largest = std::max(largest, *entry.high);
        smallest = std::min(smallest, *entry.low);
      } else {
        series.categories = column_range(entry.number, place_, Numbers{places_[i]});
        series.values = column_range(entry.number, row_, Numbers{place(entry)});
        const bool is_hollow = entry.value->is_claim || is_disputed || entry.value->is_estimated || entry.row->holder == document::Holder::other;
        series.look = {color_of(entry), 0, is_disputed && !entry.value->is_claim, entry.value->is_claim ? ChartMarker::diamond : ChartMarker::circle, is_hollow};
        series.labels = {label};
        largest = std::max(largest, *places_[i]);
        smallest = std::min(smallest, *places_[i]);
      }
      out.series.push_back(std::move(series));
    }
    if (smallest >= 0) out.data_axis.min = 0;
    out.data_axis.max = spec_.axis_max ? spec_.axis_max : roomy_end(largest);
    return out;
  }

  ExhibitSheet sheet_;
  const ChartSpec& spec_;
  ValueTable values_;
  ColumnNumber place_ = 0, row_ = 0, row_end_ = 0;
  Numbers places_;  ///< By entry.
};

}  // namespace

void write_ranges(const Writing& writing, const SheetEntry& entry) { RangeExhibit(writing, entry).write(); }

}  // namespace briefpack::workbook
