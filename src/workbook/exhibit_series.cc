// Points over words or dates: line, bump, slope, and dot without lines. A missing value is a gap.
#include <algorithm>
#include <cmath>
#include <map>

#include "workbook/exhibit_values.h"

namespace briefpack::workbook {

namespace {

using document::ChartSpec;
using document::ChartValue;
using document::Mark;
using Entry = ValueTable::Entry;
using Kind = TableColumn::Kind;
using Numbers = std::vector<std::optional<double>>;

bool is_disputed(const Entry& entry) { return entry.value->dispute != document::kNone; }
bool is_estimated(const Entry& entry) { return entry.value->is_estimated && !is_disputed(entry); }

class SeriesExhibit {
 public:
  SeriesExhibit(const Writing& writing, const SheetEntry& entry)
      : sheet_(writing, entry), spec_(std::get<ChartSpec>(entry.exhibit->exhibit->content)), is_dot_(spec_.mark == Mark::dot),
        values_(sheet_, spec_, is_dot_ ? ValueTable::Order::by_column : ValueTable::Order::by_row,
                sheet_.words(is_dot_ ? Phrase::h_entity : Phrase::h_period)) {
    plotted_ = sheet_.add({Kind::number, sheet_.words(Phrase::h_chart_value), 16, 11});
    const auto& all = values_.entries();
    if (std::any_of(all.begin(), all.end(), [](const Entry& each) { return is_disputed(each) && each.value->number; })) {
      disputed_ = sheet_.add({Kind::number, sheet_.words(Phrase::h_chart_disputed), 16, 11});
    }
    if (std::any_of(all.begin(), all.end(), [](const Entry& each) { return is_estimated(each) && each.value->number; })) {
      estimated_ = sheet_.add({Kind::number, sheet_.words(Phrase::h_chart_estimated), 16, 11});
    }
  }

  void write() {
    values_.write(1, differs());
    numbers_ = values_.plot(plotted_, [](const Entry& each) { return !is_disputed(each); });
    if (disputed_) disputed_numbers_ = values_.plot(*disputed_, is_disputed);
    if (estimated_) estimated_numbers_ = values_.plot(*estimated_, is_estimated);
    sheet_.chart(chart());
    sheet_.finish();
  }

 private:
  /// Lines, or entities with points.
  std::size_t count_of_blocks() const { return is_dot_ ? spec_.columns.size() : spec_.rows.size(); }
  static constexpr std::size_t kMostBlocks = 80;  // Excel draws 255 series, of which each may need three

  bool is_of_places() const { return spec_.mark == Mark::bump || spec_.mark == Mark::slope || spec_.of_places; }

  /// Dates that do not follow one another at equal distances.
  bool has_uneven_dates() const {
    const auto& at = spec_.positions;
    for (std::size_t i = 2; i < at.size(); ++i) {
      if (std::abs((at[i] - at[i - 1]) - (at[1] - at[0])) > 0.02) return true;
    }
    return false;
  }

  std::string differs() const {
    std::string out = sheet_.words(is_dot_ ? Phrase::differs_dot : Phrase::differs_gaps);
    if (spec_.mark == Mark::slope) out = sheet_.words(Phrase::differs_slope);
    if (!is_dot_ && has_uneven_dates()) out += " " + sheet_.words(Phrase::differs_dates);
    if (count_of_blocks() > kMostBlocks) {
      out += " " + filled(Phrase::differs_first, sheet_.plan().lang, {{"n", std::to_string(count_of_blocks())}, {"m", std::to_string(kMostBlocks)}});
    }
    return out;
  }

  bool is_focus_block(std::size_t block) const { return is_dot_ ? spec_.focus_column == block : block < spec_.rows.size() && spec_.rows[block].is_focus; }
  bool is_second_block(std::size_t block) const { return !is_dot_ && block < spec_.rows.size() && spec_.rows[block].is_second; }

  /// Of a line or of the points of an entity; the focus and the second one have colours of their own.
  SeriesLook look_of(std::size_t block) const {
    std::size_t index = 0;
    for (std::size_t i = 0; i < block; ++i) index += is_focus_block(i) || is_second_block(i) ? 0 : 1;
    SeriesLook out = is_dot_ ? point_look(index) : line_look(index, 1.5);
    if (!is_focus_block(block) && !is_second_block(block)) return out;
    out = {is_focus_block(block) ? palette::kAccent : palette::kTeal, is_dot_ ? 0 : is_focus_block(block) ? 2.5 : 1.5, false, ChartMarker::circle};
    return out;
  }

  bool is_focus(const Entry& entry) const { return is_dot_ ? spec_.focus_column == entry.value_index : entry.row->is_focus; }

  /// One series: `count` values from `first`, under the words on the axis.
  ChartSeries series(std::size_t first, std::size_t count, ColumnNumber column, const Numbers& numbers) const {
    const auto row = values_.entries()[first].number;
    ChartSeries out;
    std::vector<std::string> words;
    for (std::size_t i = first; i < first + count; ++i) {
      const Entry& entry = values_.entries()[i];
      words.push_back(is_dot_ ? entry.row->label : entry.value_index < spec_.columns.size() ? spec_.columns[entry.value_index] : "");
    }
    out.categories = column_range(row, is_dot_ ? values_.row_column() : values_.column_column(), std::move(words));
    out.values = column_range(row, column, slice(numbers, first, count));
    return out;
  }

  /// Printed texts: of a line its last value alone, of few points each; none that would lie on one that is there.
  std::vector<PointLabel> labels(std::size_t first, std::size_t count, const Numbers& numbers) {
    constexpr std::size_t kMostLabels = 24;  // more would lie on one another
    const bool has_all = values_.entries().size() <= kMostLabels;
    std::size_t last = first;
    for (std::size_t i = first; i < first + count; ++i) {
      if (numbers[i]) last = i;
    }
    std::vector<PointLabel> out;
    for (std::size_t i = first; i < first + count; ++i) {
      const Entry& entry = values_.entries()[i];
      const bool is_wanted = numbers[i] && (has_all || (i == last && !is_dot_));
      out.push_back({is_wanted && has_room(entry, *numbers[i]) ? values_.label_of(entry) : "", is_focus(entry)});
    }
    return out;
  }

  /// Whether no label stands beside the point yet; it then does.
  bool has_room(const Entry& entry, double value) {
    double low = is_of_places() ? 1 : 0, high = low;
    for (const auto* list : {&numbers_, &disputed_numbers_}) {
      for (const auto& each : *list) {
        low = std::min(low, each.value_or(low));
        high = std::max(high, each.value_or(high));
      }
    }
    const double distance = label_distance(sheet_.sheet().book());
    auto& taken = labelled_[is_dot_ ? entry.row_index : entry.value_index];
    const bool is_free = std::none_of(taken.begin(), taken.end(), [&](double each) { return std::abs(each - value) < distance * (high - low); });
    if (is_free) taken.push_back(value);
    return is_free;
  }

  NativeChart chart() {
    NativeChart out;
    out.kind = ChartKind::line;
    out.title = sheet_.title();
    out.height = is_of_places() ? 460 : 420;
    const auto& all = values_.entries();
    std::size_t blocks = 0;
    for (std::size_t first = 0; first < all.size() && blocks < kMostBlocks; ++blocks) {
      const std::size_t block = is_dot_ ? all[first].value_index : all[first].row_index;
      std::size_t count = 0;
      while (first + count < all.size() && (is_dot_ ? all[first + count].value_index : all[first + count].row_index) == block) ++count;
      add_series(out, first, count, block);
      first += count;
    }
    out.has_legend = out.series.size() > 1;
    if (out.has_legend) out.height = std::min(out.height + legend_height(out.series.size()), 2400.0);
    out.data_axis = data_axis();
    return out;
  }

  ChartAxis data_axis() const {
    ChartAxis out = data_axis_of(spec_);
    if (is_of_places()) {
      const std::string name = out.name;
      out = place_axis(spec_.axis_max.value_or(largest()));
      out.name = name;
      if (spec_.axis_max) out.max = spec_.axis_max;
      return out;
    }
    out.min = spec_.axis_min ? spec_.axis_min : smallest() < 0 ? std::nullopt : std::optional(0.0);
    out.max = spec_.axis_max;
    return out;
  }

  void add_series(NativeChart& chart, std::size_t first, std::size_t count, std::size_t block) {
    const Entry& entry = values_.entries()[first];
    const std::string name = is_dot_ ? (block < spec_.columns.size() ? spec_.columns[block] : "") : entry.row->label;
    const SeriesLook look = look_of(block);
    ChartSeries firm = series(first, count, plotted_, numbers_);
    firm.name = name;
    firm.look = look;
    firm.labels = labels(first, count, numbers_);
    firm.place = end_place(sheet_.sheet().book(), firm.labels, count);
    chart.series.push_back(std::move(firm));
    const auto add = [&](const std::optional<ColumnNumber>& column, const Numbers& numbers, Phrase words, bool has_labels) {
      if (!column) return;
      const Numbers own = slice(numbers, first, count);
      if (std::none_of(own.begin(), own.end(), [](const auto& each) { return each.has_value(); })) return;
      ChartSeries weak = series(first, count, *column, numbers);
      weak.name = name + ", " + sheet_.words(words);
      weak.look = {look.color, 0, true, look.marker, true};
      if (has_labels) weak.labels = labels(first, count, numbers);
      weak.place = end_place(sheet_.sheet().book(), weak.labels, count);
      chart.series.push_back(std::move(weak));
    };
    add(disputed_, disputed_numbers_, Phrase::disputed_series, true);
    add(estimated_, estimated_numbers_, Phrase::estimated_series, false);
  }

  double smallest() const {
    double out = 0;
    for (const auto* list : {&numbers_, &disputed_numbers_}) {
      for (const auto& each : *list) out = std::min(out, each.value_or(0));
    }
    return out;
  }
  double largest() const {
    double out = 0;
    for (const auto* list : {&numbers_, &disputed_numbers_}) {
      for (const auto& each : *list) out = std::max(out, each.value_or(0));
    }
    return out;
  }

  ExhibitSheet sheet_;
  const ChartSpec& spec_;
  bool is_dot_;
  ValueTable values_;
  ColumnNumber plotted_ = 0;
  std::optional<ColumnNumber> disputed_, estimated_;
  Numbers numbers_, disputed_numbers_, estimated_numbers_;
  std::map<std::size_t, std::vector<double>> labelled_;  ///< By place on the axis of words: values with a label.
};

}  // namespace

void write_series(const Writing& writing, const SheetEntry& entry) { SeriesExhibit(writing, entry).write(); }

}  // namespace briefpack::workbook
