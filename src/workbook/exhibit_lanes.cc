// Actions over time: one row an action with its dates from Policy_actions, and bars along an axis of dates.
#include <algorithm>

#include <fmt/format.h>

#include "numfmt/isolate.h"
#include "workbook/exhibit_sheet.h"
#include "workbook/guard.h"
#include "workbook/lookups.h"
#include "workbook/number_look.h"

namespace briefpack::workbook {

namespace {

using document::ChartSpec;
using document::Lane;
using document::LaneItem;
using Kind = TableColumn::Kind;
using Numbers = std::vector<std::optional<double>>;

constexpr double kOneAct = 30;  ///< Days: shorter, and a bar of one day is not seen on an axis of years.

class LanesExhibit {
 public:
  LanesExhibit(const Writing& writing, const SheetEntry& entry)
      : sheet_(writing, entry), spec_(std::get<ChartSpec>(entry.exhibit->exhibit->content)) {
    entity_ = sheet_.add({Kind::wrapped, sheet_.words(Phrase::h_entity), 20, 12});
    action_ = sheet_.add({Kind::wrapped, sheet_.words(Phrase::h_action), 40, 24});
    id_ = sheet_.add({Kind::text, "action_id", 16, 10});
    date_ = sheet_.add({Kind::text, "date", 14, 12});
    end_ = sheet_.add({Kind::text, "end_date", 14, 12});
    status_ = sheet_.add({Kind::wrapped, sheet_.words(Phrase::h_status_label), 22, 14});
    note_ = sheet_.add({Kind::text, "note", 18, 10});
    label_ = sheet_.add({Kind::wrapped, sheet_.words(Phrase::h_chart_label), 44, 24});
    length_ = sheet_.add({Kind::number, sheet_.words(Phrase::h_bar_days), 14, 11});
  }

  void write() {
    sheet_.start(1, sheet_.words(Phrase::differs_lanes));
    RowNumber row = kFirstRow;
    for (const Lane& lane : spec_.lanes) {
      for (const LaneItem& item : lane.items) write_item(lane, item, row++);
      if (lane.items.empty()) write_empty(lane, row++);
    }
    sheet_.chart(chart());
    sheet_.finish();
  }

 private:
  void begin(const Lane& lane, const std::string& words, RowNumber row) {
    sheet_.sheet().text(row, entity_, lane.label, Look::wrapped);
    sheet_.sheet().text(row, action_, words, Look::wrapped);
    categories_.push_back(numfmt::isolated(lane.label) + ": " + words);
    sheet_.sheet().text(row, label_, categories_.back(), Look::wrapped);
    bars_.push_back({lane.is_focus ? palette::kAccent : palette::kNavy, false, false});
    starts_.emplace_back();
    lengths_.emplace_back();
  }

  void write_empty(const Lane& lane, RowNumber row) { begin(lane, spec_.none_text, row); }

  void write_item(const Lane& lane, const LaneItem& item, RowNumber row) {
    const auto& actions = sheet_.plan().dataset.actions;
    begin(lane, item.label + (item.start ? "" : " (" + spec_.undated_head + ")"), row);
    bars_.back().is_estimated = item.is_start_estimated;
    Sheet& cells = sheet_.sheet();
    cells.text(row, note_, note_markers(sheet_.plan().document, item.notes));
    if (item.action >= actions.size()) return;
    const dataset::Action& action = actions[item.action];
    cells.text(row, id_, action.id);
    const std::string status = action.status_label.in(sheet_.plan().lang);
    cells.text(row, status_, status.empty() ? std::string(dataset::name_of(action.status)) : status, Look::wrapped);
    if (!action.date || !is_sheet_date(action.date->start)) return;
    const std::string start = fmt::format("INDEX({0}[date],MATCH({1},{0}[action_id],0))", table::kPolicy, formula_string(action.id));
    starts_.back() = sheet_serial(action.date->start);
    cells.date_formula(row, date_, start, *starts_.back());
    lengths_.back() = kOneAct;
    std::string length = number_words(kOneAct);
    const CivilDate end = action.end_date ? action.end_date->end : action.date->end;
    if (item.end && is_sheet_date(end) && sheet_serial(end) > *starts_.back()) {
      cells.date(row, end_, end);
      lengths_.back() = sheet_serial(end) - *starts_.back();
      length = sheet_.this_row(end_) + "-" + sheet_.this_row(date_);
    }
    cells.formula(row, length_, length, *lengths_.back());
  }

  static std::string number_words(double days) { return fmt::format("{:.0f}", days); }

  NativeChart chart() const {
    NativeChart out;
    out.kind = ChartKind::bar_stacked;
    out.title = sheet_.title();
    out.height = chart_height(categories_);
    const auto series = [&](ColumnNumber column, const Numbers& numbers) {
      ChartSeries made;
      made.name = sheet_.heading(column);
      made.categories = column_range(kFirstRow, label_, categories_);
      made.values = column_range(kFirstRow, column, numbers);
      return made;
    };
    // An invisible bar moves the visible one to its date.
    out.series = {series(date_, starts_), series(length_, lengths_)};
    out.series[0].look.is_invisible = true;
    out.series[1].bars = bars_;
    out.data_axis.format = "yyyy";
    out.row_axis.is_reversed = true;
    double first = 0, last = 0;
    for (std::size_t i = 0; i < starts_.size(); ++i) {
      if (!starts_[i]) continue;
      first = first == 0 ? *starts_[i] : std::min(first, *starts_[i]);
      last = std::max(last, *starts_[i] + lengths_[i].value_or(0));
    }
    if (first == 0) return out;
    // Whole years at both ends and whole days between its lines, so that each line stands in the January of its year.
    constexpr double kYear = 365.25;
    const double from = year_begin(first, 0), to = year_begin(last, 1);
    out.data_axis.min = from;
    out.data_axis.max = to;
    out.data_axis.major = std::ceil(std::max(1.0, std::ceil((to - from) / kYear / 10)) * kYear);
    return out;
  }

  /// The serial number of the first of January of the year of `serial`, or of the one after it.
  static double year_begin(double serial, int later) {
    const int year = 1900 + static_cast<int>((serial - 1) / 365.25) + later;
    return sheet_serial({std::clamp(year, 1901, 9999), 1, 1});
  }

  ExhibitSheet sheet_;
  const ChartSpec& spec_;
  ColumnNumber entity_ = 0, action_ = 0, id_ = 0, date_ = 0, end_ = 0, status_ = 0, note_ = 0, label_ = 0, length_ = 0;
  std::vector<std::string> categories_;
  std::vector<BarLook> bars_;
  Numbers starts_, lengths_;
};

}  // namespace

void write_lanes(const Writing& writing, const SheetEntry& entry) { LanesExhibit(writing, entry).write(); }

}  // namespace briefpack::workbook
