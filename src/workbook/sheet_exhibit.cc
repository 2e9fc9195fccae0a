// A chart of the document with its numbers: the table on the left, Excel's own chart beside it, both in the order of the PDF.
#include <algorithm>

#include <fmt/format.h>

#include "workbook/data_row.h"
#include "workbook/guard.h"
#include "workbook/live.h"
#include "workbook/native_chart.h"
#include "workbook/number_look.h"
#include "workbook/phrases.h"
#include "workbook/sheets.h"

namespace briefpack::workbook {

namespace {

using document::ChartRow;
using document::ChartSpec;
using document::ChartValue;
using document::Figure;
using Kind = TableColumn::Kind;

const ChartValue& value_of(const ChartRow& row) {
  static const ChartValue kNone;
  return row.values.empty() ? kNone : row.values.front();
}

/// Which columns the table has beside the fixed ones, and where.
struct Columns {
  std::vector<TableColumn> list;
  ColumnNumber value = 0, printed = 0, disputed = 0, note = 0, label = 0;
  std::optional<ColumnNumber> low, high, multiple, start, length, rest;
};

class ExhibitWriter {
 public:
  ExhibitWriter(const Writing& writing, const SheetEntry& entry)
      : writing_(writing), plan_(writing.plan), entry_(entry), spec_(std::get<ChartSpec>(entry.exhibit->exhibit->content)),
        sheet_(writing.book, entry.sheet, writing.is_letter) {
    plan_columns();
  }

  void write() {
    sheet_.head(head());
    sheet_.table(entry_.table, columns_.list, entry_.rows, false, words(Phrase::none));
    for (std::size_t i = 0; i < spec_.rows.size(); ++i) write_row(spec_.rows[i], static_cast<RowNumber>(kFirstRow + i));
    add_charts();
    sheet_.finish();
  }

 private:
  std::string words(Phrase each) const { return std::string(phrase(each, plan_.lang)); }

  void plan_columns() {
    const bool has_interval = std::any_of(spec_.rows.begin(), spec_.rows.end(), [](const ChartRow& row) { return !value_of(row).number && value_of(row).low; });
    const bool has_multiple = std::any_of(spec_.rows.begin(), spec_.rows.end(), [](const ChartRow& row) { return row.multiple.figure != document::kNone || row.multiple.is_withdrawn; });
    const auto add = [&](TableColumn column) {
      columns_.list.push_back(std::move(column));
      return static_cast<ColumnNumber>(columns_.list.size() - 1);
    };
    add({Kind::wrapped, words(Phrase::h_row), 30, 18});
    add({Kind::wrapped, words(Phrase::h_detail), 36, 18});
    add({Kind::text, "entity_id", 18, 10});
    columns_.value = add({Kind::number, spec_.unit.empty() ? words(Phrase::h_value) : filled(Phrase::value_in, plan_.lang, {{"unit", spec_.unit}}), 20, 13});
    if (has_interval) {
      columns_.low = add({Kind::number, words(Phrase::h_low), 16, 11});
      columns_.high = add({Kind::number, words(Phrase::h_high), 16, 11});
    }
    columns_.printed = add({Kind::text, words(Phrase::h_as_printed), 20, 12});
    if (has_multiple) columns_.multiple = add({Kind::number, spec_.multiple_head.empty() ? words(Phrase::h_multiple) : spec_.multiple_head, 14, 11});
    columns_.disputed = add({Kind::text, "disputed", 10, 10});
    columns_.note = add({Kind::text, "note", 20, 10});
    columns_.label = add({Kind::wrapped, words(Phrase::h_chart_label), 36, 20});
    if (has_interval) {
      columns_.start = add({Kind::number, words(Phrase::h_bar_start), 14, 11});
      columns_.length = add({Kind::number, words(Phrase::h_bar_length), 14, 11});
    }
    if (spec_.mark == document::Mark::share) columns_.rest = add({Kind::number, words(Phrase::h_rest), 14, 11});
  }

  SheetHead head() const {
    const std::string chart_cell = cell_name(kHeadingRow, chart_column());
    const std::string what = filled(spec_.mark == document::Mark::paired ? Phrase::exhibit_two_charts : Phrase::exhibit_one_chart, plan_.lang, {{"cell", chart_cell}});
    const std::string subtitle = document::plain_text(entry_.exhibit->exhibit->subtitle);
    const std::string remark = document::plain_text(entry_.exhibit->exhibit->remark);
    const std::string notes = note_line(writing_, true);
    return head_of(writing_, entry_, subtitle.empty() ? what : subtitle + " " + what, remark.empty() ? notes : remark + " " + notes, words(Phrase::exhibit_sources));
  }

  ColumnNumber chart_column() const { return static_cast<ColumnNumber>(columns_.list.size() + 1); }

  std::string dispute_id(document::DisputeIndex dispute) const {
    return dispute < plan_.document.disputes.size() ? plan_.document.disputes[dispute].id : "";
  }

  /// "China, according to the table [D1]": what the chart's own axis says of a row.
  std::string category_of(const ChartRow& row) const {
    const ChartValue& value = value_of(row);
    std::string out = row.label;
    if (!row.sublabel.empty()) out += ", " + row.sublabel;
    if (!row.text.empty()) out += ": " + row.text;
    if (value.dispute != document::kNone) out += " [" + dispute_id(value.dispute) + "]";
    if (!value.is_given()) out += " " + (value.is_withdrawn ? words(Phrase::withdrawn) : missing_words(value));
    return out;
  }

  std::string missing_words(const ChartValue& value) const {
    if (value.figure < plan_.document.figures.size()) return live_figure(plan_, plan_.document.figures[value.figure]).text;
    return missing_mark({});
  }

  /// One figure's live value in a cell; the cell is one of its places. Gives the number when it is one.
  std::optional<LiveFigure> write_figure(const ChartValue& value, RowNumber row, ColumnNumber column) {
    if (value.figure >= plan_.document.figures.size()) {
      // A number without a figure is no number of the data: the focus row is once itself.
      if (value.number) sheet_.number(row, column, *value.number, plain_look(*value.number));
      else sheet_.text(row, column, value.is_withdrawn ? words(Phrase::withdrawn) : value.label.empty() ? "" : missing_mark({}), Look::mark);
      return std::nullopt;
    }
    const Figure& figure = plan_.document.figures[value.figure];
    const LiveFigure live = live_figure(plan_, figure);
    writing_.places.add_cell(value.figure, entry_.sheet, cell_name(row, column));
    if (live.kind == LiveFigure::Kind::text) {
      sheet_.formula(row, column, live.formula, live.text, Look::mark);
    } else if (live.kind == LiveFigure::Kind::number) {
      sheet_.formula(row, column, live.formula, live.number, look_of(figure, value, live.number));
    }
    return live;
  }

  NumberLook look_of(const Figure& figure, const ChartValue& value, double number) const {
    NumberLook out = plain_look(number);
    if (figure.scale == 1) out.decimals = std::max(out.decimals > 6 ? 6 : 0, figure.decimals);
    add_bound(out, figure.value.qualifier, plan_.lang);
    const std::string marks = status_marks(figure.value.status);
    if (!marks.empty()) out.after += " " + marks;
    if (value.dispute != document::kNone) out.after += " [" + dispute_id(value.dispute) + "]";
    return out;
  }

  void write_row(const ChartRow& row, RowNumber number) {
    const ChartValue& value = value_of(row);
    sheet_.text(number, 0, row.label, Look::wrapped);
    sheet_.text(number, 1, row.sublabel.empty() ? row.text : row.sublabel, Look::wrapped);
    sheet_.text(number, 2, row.entity);
    const auto live = write_figure(value, number, columns_.value);
    sheet_.text(number, columns_.printed, value.label);
    if (columns_.multiple) write_figure(row.multiple, number, *columns_.multiple);
    sheet_.text(number, columns_.disputed, dispute_id(value.dispute));
    sheet_.text(number, columns_.note, note_markers(plan_.document, value.notes));
    categories_.push_back(category_of(row));
    sheet_.text(number, columns_.label, categories_.back(), Look::wrapped);
    labels_.push_back(value.label + (value.dispute != document::kNone ? " [" + dispute_id(value.dispute) + "]" : ""));
    write_bar(live, number);
  }

  std::string this_row(ColumnNumber column) const {
    return fmt::format("{}[[#This Row],[{}]]", entry_.table, escaped_heading(columns_.list[column].heading));
  }

  /// The cells that only the chart needs: where a bar starts, how long it is, what is left of the whole.
  void write_bar(const std::optional<LiveFigure>& live, RowNumber row) {
    const bool is_number = live && live->kind == LiveFigure::Kind::number, is_interval = live && live->kind == LiveFigure::Kind::interval;
    std::optional<double> value = is_number ? std::optional(live->number) : std::nullopt, start;
    if (is_interval && columns_.low) {
      sheet_.text(row, columns_.value, words(Phrase::interval), Look::mark);
      sheet_.formula(row, *columns_.low, live->formula, live->number, plain_look(live->number));
      sheet_.formula(row, *columns_.high, live->high_formula, live->high, plain_look(live->high));
    }
    if (columns_.start) {
      if (value) start = 0;
      if (is_interval) {
        start = live->number;
        value = live->high - live->number;
      }
      if (start) {
        const std::string cell = this_row(columns_.value);
        sheet_.formula(row, *columns_.start, fmt::format("IF(ISNUMBER({}),0,{})", cell, this_row(*columns_.low)), *start, plain_look(*start));
        sheet_.formula(row, *columns_.length, fmt::format("IF(ISNUMBER({0}),{0},{1}-{2})", cell, this_row(*columns_.high), this_row(*columns_.low)), *value,
                       plain_look(*value));
      }
    }
    if (columns_.rest && value) {
      const double whole = spec_.axis_scale > 0 ? 1 / spec_.axis_scale : 1;
      sheet_.formula(row, *columns_.rest, fmt::format("{}-{}", whole, this_row(columns_.value)), whole - *value, plain_look(whole - *value));
      rests_.push_back(whole - *value);
    } else {
      rests_.push_back(std::nullopt);
    }
    values_.push_back(value);
    starts_.push_back(start);
  }

  void add_charts() {
    ChartData data;
    data.spec = &spec_;
    data.title = document::plain_text(entry_.exhibit->exhibit->title);
    data.first_row = kFirstRow;
    data.label_column = columns_.label;
    data.categories = categories_;
    data.labels = labels_;
    data.values = {columns_.length.value_or(columns_.value), values_};
    if (columns_.start) data.starts = ChartColumn{*columns_.start, starts_};
    if (columns_.rest) data.rests = ChartColumn{*columns_.rest, rests_};
    const double height = chart_height(spec_.rows.size());
    const std::string finding = entry_.exhibit->exhibit->alt.empty() ? data.title : entry_.exhibit->exhibit->alt;
    const std::string alt = finding + " " + filled(Phrase::numbers_in, plan_.lang, {{"table", entry_.table}});
    sheet_.chart(kHeadingRow, chart_column(), bar_chart(writing_.book, entry_.sheet, data), alt, 760, height);
    if (spec_.mark != document::Mark::paired) return;
    // Twenty pixels are the lowest row; where rows are higher the second chart stands lower, never over the first.
    const auto below = static_cast<RowNumber>(kHeadingRow + height / 20 + 2);
    sheet_.chart(below, chart_column(), log_chart(writing_.book, entry_.sheet, data), alt, 760, 380);
  }

  const Writing& writing_;
  const Plan& plan_;
  const SheetEntry& entry_;
  const ChartSpec& spec_;
  Sheet sheet_;
  Columns columns_;
  std::vector<std::string> categories_, labels_;
  std::vector<std::optional<double>> values_, starts_, rests_;
};

}  // namespace

void write_exhibit(const Writing& writing, const SheetEntry& entry) { ExhibitWriter(writing, entry).write(); }

}  // namespace briefpack::workbook
