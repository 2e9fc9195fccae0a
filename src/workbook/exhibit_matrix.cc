// Owners by place: one row a place, one column an owner, and a chart that counts.
#include <algorithm>

#include "workbook/exhibit_sheet.h"
#include "workbook/guard.h"
#include "workbook/lookups.h"
#include "workbook/number_look.h"

namespace briefpack::workbook {

namespace {

using document::ChartRow;
using document::ChartSpec;
using document::ChartValue;
using Kind = TableColumn::Kind;

class MatrixExhibit {
 public:
  MatrixExhibit(const Writing& writing, const SheetEntry& entry)
      : sheet_(writing, entry), spec_(std::get<ChartSpec>(entry.exhibit->exhibit->content)) {
    group_ = sheet_.add({Kind::wrapped, sheet_.words(Phrase::h_group), 30, 14});
    place_ = sheet_.add({Kind::wrapped, sheet_.words(Phrase::h_place), 30, 16});
    for (const std::string& owner : spec_.columns) owners_.push_back(sheet_.add({Kind::number, owner, 20, 11}));
    sum_ = sheet_.add({Kind::number, sheet_.words(Phrase::h_sum), 12, 10});
    note_ = sheet_.add({Kind::text, "note", 24, 10});
  }

  void write() {
    const bool has_chart = !owners_.empty();
    sheet_.start(has_chart ? 1 : 0, sheet_.words(Phrase::differs_matrix));
    numbers_.resize(owners_.size());
    for (std::size_t i = 0; i < spec_.rows.size(); ++i) write_row(spec_.rows[i], static_cast<RowNumber>(kFirstRow + i));
    if (spec_.total_figure != document::kNone) write_total(static_cast<RowNumber>(kFirstRow + spec_.rows.size()));
    if (has_chart) sheet_.chart(chart());
    sheet_.finish();
  }

 private:
  void write_row(const ChartRow& row, RowNumber number) {
    Sheet& cells = sheet_.sheet();
    cells.text(number, group_, row.group, Look::wrapped);
    cells.text(number, place_, row.label, Look::wrapped);
    categories_.push_back(row.group.empty() ? row.label : row.group + ": " + row.label);
    std::vector<document::NoteIndex> notes;
    double sum = 0;
    std::string summands;
    for (std::size_t i = 0; i < owners_.size(); ++i) {
      const ChartValue* value = i < row.values.size() ? &row.values[i] : nullptr;
      numbers_[i].push_back(std::nullopt);
      if (value == nullptr || sheet_.live(value->figure) == nullptr) continue;
      const LiveFigure& live = sheet_.figure(value->figure, number, owners_[i], value->dispute);
      if (live.kind == LiveFigure::Kind::number && value->dispute == document::kNone) {
        numbers_[i].back() = live.number;
        sum += live.number;
        summands += (summands.empty() ? "" : ",") + sheet_.this_row(owners_[i]);
      }
      for (const document::NoteIndex note : value->notes) {
        if (std::find(notes.begin(), notes.end(), note) == notes.end()) notes.push_back(note);
      }
    }
    cells.formula(number, sum_, summands.empty() ? "0" : "SUM(" + summands + ")", sum, plain_look(sum));
    cells.text(number, note_, note_markers(sheet_.plan().document, notes));
  }

  void write_total(RowNumber number) {
    sheet_.sheet().text(number, place_, spec_.total_label, Look::wrapped);
    sheet_.figure(spec_.total_figure, number, sum_);
    sheet_.sheet().text(number, note_, note_markers(sheet_.plan().document, spec_.total_notes));
  }

  NativeChart chart() const {
    NativeChart out;
    out.kind = ChartKind::bar_stacked;
    out.title = sheet_.title();
    out.height = chart_height(spec_.rows.size()) + legend_height(owners_.size());
    for (std::size_t i = 0; i < owners_.size(); ++i) {
      ChartSeries series;
      series.name = spec_.columns[i];
      series.categories = column_range(kFirstRow, place_, categories_);
      series.values = column_range(kFirstRow, owners_[i], numbers_[i]);
      series.look = bar_look(i);
      out.series.push_back(std::move(series));
    }
    out.has_legend = true;
    out.data_axis.min = 0;
    out.data_axis.major = 1;
    out.data_axis.format = "0";
    out.data_axis.name = spec_.unit;
    out.row_axis.is_reversed = true;
    return out;
  }

  ExhibitSheet sheet_;
  const ChartSpec& spec_;
  ColumnNumber group_ = 0, place_ = 0, sum_ = 0, note_ = 0;
  std::vector<ColumnNumber> owners_;
  std::vector<std::string> categories_;
  std::vector<std::vector<std::optional<double>>> numbers_;  ///< By owner, then place.
};

}  // namespace

void write_matrix(const Writing& writing, const SheetEntry& entry) { MatrixExhibit(writing, entry).write(); }

}  // namespace briefpack::workbook
