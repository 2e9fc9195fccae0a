// Lengths from 0: bar, the two charts of paired, share of a whole, place in a list.
#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "numfmt/isolate.h"
#include "workbook/exhibit_values.h"
#include "workbook/live_arithmetic.h"
#include "workbook/number_look.h"

namespace briefpack::workbook {

namespace {

using document::ChartSpec;
using document::Mark;
using Entry = ValueTable::Entry;
using Kind = TableColumn::Kind;
using Numbers = std::vector<std::optional<double>>;

class BarExhibit {
 public:
  BarExhibit(const Writing& writing, const SheetEntry& entry)
      : sheet_(writing, entry), spec_(std::get<ChartSpec>(entry.exhibit->exhibit->content)), values_(sheet_, spec_, ValueTable::Order::by_row, "") {
    label_ = sheet_.add({Kind::wrapped, sheet_.words(Phrase::h_chart_label), 36, 20});
    const auto& all = values_.entries();
    const bool has_words = std::any_of(all.begin(), all.end(), [](const Entry& each) { return !each.value->number || each.value->is_withdrawn; });
    if (has_words && !values_.low_column()) plotted_ = sheet_.add({Kind::number, sheet_.words(Phrase::h_chart_value), 16, 11});
    if (values_.low_column()) {
      start_ = sheet_.add({Kind::number, sheet_.words(Phrase::h_bar_start), 14, 11});
      length_ = sheet_.add({Kind::number, sheet_.words(Phrase::h_bar_length), 14, 11});
    }
    if (spec_.mark == Mark::list_range) whole_ = sheet_.add({Kind::number, sheet_.words(Phrase::h_list_length), 14, 11});
    if (spec_.mark == Mark::share || whole_) rest_ = sheet_.add({Kind::number, sheet_.words(Phrase::h_rest), 14, 11});
    if (spec_.mark == Mark::paired) chart_row_ = sheet_.add({Kind::number, sheet_.words(Phrase::h_chart_row), 12, 10});
  }

  void write() {
    const bool is_paired = spec_.mark == Mark::paired;
    values_.write(is_paired ? 2 : 1, is_paired ? sheet_.words(Phrase::differs_paired) : spec_.mark == Mark::list_range ? sheet_.words(Phrase::differs_list_range) : "");
    if (plotted_) values_.plot(*plotted_, [](const Entry&) { return true; });
    for (const Entry& entry : values_.entries()) write_entry(entry);
    sheet_.chart(lengths());
    if (is_paired) {
      if (const auto positions = log_positions()) sheet_.chart(*positions);
    }
    sheet_.finish();
  }

 private:
  void write_entry(const Entry& entry) {
    Sheet& cells = sheet_.sheet();
    categories_.push_back(values_.category_of(entry));
    // Stacked bars have no place for a text outside their end, and inside it would stand on their colour.
    if (is_stacked() && entry.value->is_given()) categories_.back() += ": " + entry.value->label;
    cells.text(entry.number, label_, categories_.back(), Look::wrapped);
    labels_.push_back({values_.label_of(entry), entry.row->is_focus});
    bars_.push_back({entry.row->is_focus ? palette::kAccent : plain_color(), entry.value->dispute != document::kNone, entry.value->is_estimated});
    lengths_.push_back(entry.plotted);
    starts_.push_back(std::nullopt);
    if (start_) write_bar(entry);
    write_rest(entry);
    if (chart_row_) cells.number(entry.number, *chart_row_, static_cast<double>(entry.row_index + 1));
  }

  bool is_stacked() const { return start_ || rest_; }
  geometry::Color plain_color() const { return spec_.mark == Mark::share || spec_.mark == Mark::list_range ? palette::kNavy : palette::kBar; }

  /// Where an interval's bar starts and how long it is; a single value's begins at 0.
  void write_bar(const Entry& entry) {
    const bool is_interval = entry.low && entry.high;
    if (!is_interval && !entry.plotted) return;
    starts_.back() = is_interval ? *entry.low : 0.0;
    lengths_.back() = is_interval ? *entry.high - *entry.low : *entry.plotted;
    const std::string value = sheet_.this_row(values_.value_column()), low = sheet_.this_row(*values_.low_column()), high = sheet_.this_row(*values_.high_column());
    Sheet& cells = sheet_.sheet();
    cells.formula(entry.number, *start_, fmt::format("IF(ISNUMBER({}),0,{})", value, low), *starts_.back(), plain_look(*starts_.back()));
    cells.formula(entry.number, *length_, fmt::format("IF(ISNUMBER({0}),{0},{1}-{2})", value, high, low), *lengths_.back(), plain_look(*lengths_.back()));
  }

  /// What is left of the whole, or of the list beneath the place.
  void write_rest(const Entry& entry) {
    rests_.push_back(std::nullopt);
    if (!rest_) return;
    Sheet& cells = sheet_.sheet();
    std::string whole = number_literal(1 / (spec_.axis_scale > 0 ? spec_.axis_scale : 1));
    double number = 1 / (spec_.axis_scale > 0 ? spec_.axis_scale : 1);
    if (whole_) {
      if (!entry.row->out_of) return;
      number = *entry.row->out_of;
      cells.number(entry.number, *whole_, number);
      whole = sheet_.this_row(*whole_);
    }
    if (!entry.plotted) return;
    rests_.back() = number - *entry.plotted;
    // The difference of two doubles has digits that neither of them has: 100 - 76.7.
    NumberLook look = plain_look(*rests_.back());
    look.decimals = std::min(look.decimals, plain_look(*entry.plotted).decimals);
    cells.formula(entry.number, *rest_, whole + "-" + sheet_.this_row(values_.value_column()), *rests_.back(), look);
  }

  ChartSeries series(ColumnNumber column, const Numbers& numbers) const {
    ChartSeries out;
    out.name = sheet_.heading(column);
    out.categories = column_range(kFirstRow, label_, categories_);
    out.values = column_range(kFirstRow, column, numbers);
    return out;
  }

  NativeChart lengths() const {
    NativeChart out;
    out.kind = is_stacked() ? ChartKind::bar_stacked : ChartKind::bar;
    out.title = sheet_.title();
    out.height = chart_height(categories_);
    if (start_) {
      // An invisible bar moves the visible one to where it begins.
      out.series.push_back(series(*start_, starts_));
      out.series.back().look.is_invisible = true;
    }
    ChartSeries bars = series(length_ ? *length_ : plotted_.value_or(values_.value_column()), lengths_);
    bars.look.color = plain_color();
    bars.bars = bars_;
    if (!is_stacked()) bars.labels = labels_;
    out.series.push_back(std::move(bars));
    if (rest_) {
      out.series.push_back(series(*rest_, rests_));
      out.series.back().look = {palette::kInk2, 0, false, ChartMarker::none, true};
    }
    out.data_axis = data_axis_of(spec_);
    out.data_axis.min = spec_.axis_min.value_or(std::min(0.0, smallest()));
    if (*out.data_axis.min < 0 && !spec_.axis_min) out.data_axis.min.reset();
    out.data_axis.max = spec_.mark == Mark::share ? std::optional(1 / (spec_.axis_scale > 0 ? spec_.axis_scale : 1)) : spec_.axis_max ? spec_.axis_max : roomy_end(largest());
    out.row_axis.is_reversed = true;
    return out;
  }

  double largest() const {
    double out = 0;
    for (std::size_t i = 0; i < lengths_.size(); ++i) out = std::max(out, starts_[i].value_or(0) + lengths_[i].value_or(0) + std::max(rests_[i].value_or(0), 0.0));
    return out;
  }
  double smallest() const {
    double out = 0;
    for (const auto& each : lengths_) out = std::min(out, each.value_or(0));
    return out;
  }

  /// The right-hand panel of a paired chart: points on a log scale, row by row. Nothing when no value is above 0.
  std::optional<NativeChart> log_positions() const {
    NativeChart out = scatter_by_row(spec_, sheet_.title() + ": " + spec_.panel_b);
    double least = 0, most = 0;
    for (std::size_t i = 0; i < values_.entries().size(); ++i) {
      const Entry& entry = values_.entries()[i];
      if (!entry.plotted || *entry.plotted <= 0) continue;
      least = least == 0 ? *entry.plotted : std::min(least, *entry.plotted);
      most = std::max(most, *entry.plotted);
      ChartSeries point;
      point.name = categories_[i];
      point.categories = column_range(entry.number, values_.value_column(), Numbers{entry.plotted});
      point.values = column_range(entry.number, *chart_row_, Numbers{static_cast<double>(entry.row_index + 1)});
      const bool is_country = entry.row->holder == document::Holder::country, is_disputed = entry.value->dispute != document::kNone;
      point.look = {entry.row->is_focus ? palette::kAccent : palette::kInk2, 0, is_disputed || entry.value->is_estimated, is_country ? ChartMarker::circle : ChartMarker::square, is_disputed || entry.value->is_estimated};
      point.labels = {{numfmt::isolated(entry.row->label) + ": " + labels_[i].text, entry.row->is_focus}};
      point.place = LabelPlace::above;
      out.series.push_back(std::move(point));
    }
    if (out.series.empty()) return std::nullopt;
    out.data_axis.format = "#,##0";
    out.data_axis.name = spec_.unit;
    out.data_axis.is_log = true;
    // A decade of room on either side, for the labels.
    out.data_axis.min = std::pow(10, std::floor(std::log10(least)));
    out.data_axis.max = std::pow(10, std::ceil(std::log10(most * 1.01)));
    return out;
  }

  ExhibitSheet sheet_;
  const ChartSpec& spec_;
  ValueTable values_;
  ColumnNumber label_ = 0;
  std::optional<ColumnNumber> plotted_, start_, length_, whole_, rest_, chart_row_;
  std::vector<std::string> categories_;
  std::vector<PointLabel> labels_;
  std::vector<BarLook> bars_;
  Numbers lengths_, starts_, rests_;
};

}  // namespace

void write_bars(const Writing& writing, const SheetEntry& entry) { BarExhibit(writing, entry).write(); }

}  // namespace briefpack::workbook
