// A table of the document: what is one number in its cell is a live number here, with the look that it has in the PDF; two numbers
// with the same words between them ("11 of 14") are two columns; words are as printed. A framed bar becomes a share and a chart.
#include <algorithm>
#include <set>

#include <fmt/format.h>

#include "numfmt/marks.h"
#include "workbook/exhibit_sheet.h"
#include "workbook/lookups.h"
#include "workbook/number_look.h"

namespace briefpack::workbook {

namespace {

using document::Cell;
using document::FigureText;
using document::Row;
using document::Table;
using Kind = TableColumn::Kind;

/// A cell taken apart.
struct CellParts {
  std::vector<const FigureText*> figures;
  std::string text;       ///< All of it, without marks and tags.
  std::string others;     ///< What is not figures.
  std::vector<document::NoteIndex> notes;
  std::vector<document::DisputeIndex> disputes;
  bool has_bar = false;
};

bool is_blank(const std::string& text) {
  return text.find_first_not_of(" \t\n\xC2\xA0") == std::string::npos;
}

std::string trimmed(const std::string& text) {
  const auto first = text.find_first_not_of(' ');
  return first == std::string::npos ? "" : text.substr(first, text.find_last_not_of(' ') - first + 1);
}

CellParts parts_of(const Cell& cell) {
  CellParts out;
  out.has_bar = cell.bar.has_value();
  for (const document::Inlines& line : cell.lines) {
    const std::string words = trimmed(document::plain_text(line));
    if (!words.empty()) out.text += (out.text.empty() ? "" : "; ") + words;
    for (const document::Inline& each : line) {
      if (const auto* figure = std::get_if<FigureText>(&each)) out.figures.push_back(figure);
      else if (const auto* text = std::get_if<document::Text>(&each)) out.others += text->text;
      else if (const auto* marks = std::get_if<document::NoteMarks>(&each)) out.notes.insert(out.notes.end(), marks->notes.begin(), marks->notes.end());
      else if (const auto* tag = std::get_if<document::DisputeTag>(&each)) out.disputes.push_back(tag->dispute);
    }
  }
  return out;
}

/// How a column of the printed table stands on the sheet.
struct PlannedColumn {
  ColumnNumber at = 0;
  std::optional<ColumnNumber> second;   ///< Of pairs: the number behind the words.
  bool is_bar = false;
  bool has_numbers = false;
};

class TableExhibit {
 public:
  TableExhibit(const Writing& writing, const SheetEntry& entry) : sheet_(writing, entry), table_(std::get<Table>(entry.exhibit->exhibit->content)) {
    for (const Row& row : table_.rows) {
      rows_.emplace_back();
      for (const Cell& cell : row.cells) rows_.back().push_back(parts_of(cell));
    }
    plan_columns();
  }

  void write() {
    const bool has_chart = bar_ && std::any_of(rows_.begin(), rows_.end(), [&](const auto& row) { return *bar_ + 1 < row.size() && row[*bar_].has_bar; });
    sheet_.start(has_chart ? 1 : 0, sheet_.words(Phrase::figures_in_words));
    RowNumber number = kFirstRow;
    std::string group, stub;
    for (std::size_t i = 0; i < rows_.size(); ++i) {
      const Row& row = table_.rows[i];
      if (row.kind == Row::Kind::group) {
        group = rows_[i].empty() ? "" : rows_[i].front().text;
        continue;
      }
      write_row(row, rows_[i], group, stub, number++);
    }
    if (has_chart) sheet_.chart(chart());
    sheet_.finish();
  }

 private:
  void plan_columns() {
    const bool has_groups = std::any_of(table_.rows.begin(), table_.rows.end(), [](const Row& row) { return row.kind == Row::Kind::group; });
    if (has_groups) group_ = sheet_.add({Kind::wrapped, sheet_.words(Phrase::h_group), 26, 14});
    for (std::size_t i = 0; i < table_.columns.size(); ++i) {
      const std::string head = trimmed(document::plain_text(table_.columns[i].head));
      PlannedColumn column;
      column.is_bar = any_cell(i, [](const CellParts& cell) { return cell.has_bar; });
      if (column.is_bar) bar_ = i;
      const bool has_numbers = column.is_bar || any_cell(i, [&](const CellParts& cell) { return is_number(cell); });
      const auto words = column.is_bar ? std::nullopt : words_between(i);
      column.has_numbers = has_numbers || words;
      column.at = sheet_.add({column.has_numbers ? Kind::number : Kind::wrapped, column.is_bar && head.empty() ? sheet_.words(Phrase::h_share) : head, has_numbers ? 24.0 : 44.0, 14});
      if (words) column.second = sheet_.add({Kind::number, head + ": " + *words, 16, 11});
      columns_.push_back(column);
    }
    if (std::any_of(rows_.begin(), rows_.end(), [](const auto& row) { return std::any_of(row.begin(), row.end(), [](const CellParts& cell) { return !cell.notes.empty(); }); })) {
      note_ = sheet_.add({Kind::wrapped, "note", 26, 14});
    }
  }

  template <typename Claim>
  bool any_cell(std::size_t column, Claim claim) const {
    for (std::size_t i = 0; i < rows_.size(); ++i) {
      if (table_.rows[i].kind != Row::Kind::group && column < rows_[i].size() && claim(rows_[i][column])) return true;
    }
    return false;
  }

  /// One figure and nothing else.
  bool is_number(const CellParts& cell) const { return cell.figures.size() == 1 && is_blank(cell.others) && sheet_.live(cell.figures.front()->figure) != nullptr; }

  /// The words between the two figures of each cell, when all cells of the column are made so: "of".
  std::optional<std::string> words_between(std::size_t column) const {
    std::optional<std::string> out;
    bool is_pair = false;
    const bool has_other = any_cell(column, [&](const CellParts& cell) {
      if (is_blank(cell.text)) return false;
      const std::string words = trimmed(cell.others);
      is_pair = true;
      if (cell.figures.size() != 2 || words.empty() || (out && *out != words)) return true;
      out = words;
      return sheet_.live(cell.figures[0]->figure) == nullptr || sheet_.live(cell.figures[1]->figure) == nullptr;
    });
    if (has_other || !is_pair) return std::nullopt;
    return out;
  }

  void write_row(const Row& row, const std::vector<CellParts>& cells, const std::string& group, std::string& stub, RowNumber number) {
    if (group_ && row.kind == Row::Kind::body) sheet_.sheet().text(number, *group_, group, Look::wrapped);
    std::vector<document::NoteIndex> notes;
    for (std::size_t i = 0; i < std::min(cells.size(), columns_.size()); ++i) {
      for (const document::NoteIndex note : cells[i].notes) {
        if (std::find(notes.begin(), notes.end(), note) == notes.end()) notes.push_back(note);
      }
      if (columns_[i].is_bar) {
        write_share(cells, i, number);
        continue;
      }
      write_cell(cells[i], columns_[i], number);
      if (i > 0) continue;
      // What is printed once for several rows stands in each here, so that a row says all after sorting.
      if (!is_blank(cells[0].text)) stub = cells[0].text;
      else if (cells[0].figures.empty()) sheet_.sheet().text(number, columns_[0].at, stub, Look::wrapped);
    }
    categories_.push_back(stub);
    if (note_) sheet_.sheet().text(number, *note_, note_markers(sheet_.plan().document, notes), Look::wrapped);
  }

  void write_cell(const CellParts& cell, const PlannedColumn& column, RowNumber number) {
    const document::DisputeIndex dispute = cell.disputes.empty() ? document::kNone : cell.disputes.front();
    if (column.second && cell.figures.size() == 2) {
      sheet_.figure(cell.figures[0]->figure, number, column.at, dispute);
      sheet_.figure(cell.figures[1]->figure, number, *column.second, dispute);
      return;
    }
    if (is_number(cell)) {
      const LiveFigure* live = sheet_.live(cell.figures.front()->figure);
      if (live->kind != LiveFigure::Kind::interval) {
        sheet_.printed_figure(*cell.figures.front(), number, column.at, dispute);
        return;
      }
    }
    if (const std::string mark = mark_of(cell.text); !mark.empty()) {
      sheet_.sheet().text(number, column.at, mark, column.has_numbers ? Look::mark : Look::wrapped);
      return;
    }
    std::string text = cell.text;
    for (const document::DisputeIndex each : cell.disputes) text += " [" + sheet_.dispute_id(each) + "]";
    sheet_.sheet().text(number, column.at, text, is_number(cell) ? Look::mark : Look::wrapped);
    for (const FigureText* each : cell.figures) sheet_.add_place(each->figure, number, column.at);
  }

  /// The workbook's mark for what the page prints in place of a missing value ("..", "n/a"); "" for other words.
  std::string mark_of(const std::string& text) const {
    for (const auto status : {dataset::ObsStatus::O, dataset::ObsStatus::M, dataset::ObsStatus::Q}) {
      if (text != numfmt::missing_mark(status, sheet_.plan().document.lang)) continue;
      dataset::ObsStatusSet set;
      set.add(status);
      return missing_mark(set);
    }
    return "";
  }

  /// The bar as its number: the first figure of the next column divided by the second.
  void write_share(const std::vector<CellParts>& cells, std::size_t at, RowNumber number) {
    shares_.push_back(std::nullopt);
    if (at + 1 >= cells.size() || at + 1 >= columns_.size() || !columns_[at + 1].second || cells[at + 1].figures.size() != 2) return;
    const LiveFigure* part = sheet_.live(cells[at + 1].figures[0]->figure);
    const LiveFigure* whole = sheet_.live(cells[at + 1].figures[1]->figure);
    if (part->kind != LiveFigure::Kind::number || whole->kind != LiveFigure::Kind::number || whole->number == 0) return;
    shares_.back() = part->number / whole->number;
    NumberLook look;
    look.is_per_cent = true;
    sheet_.sheet().formula(number, columns_[at].at, sheet_.this_row(columns_[at + 1].at) + "/" + sheet_.this_row(*columns_[at + 1].second), *shares_.back(), look);
  }

  NativeChart chart() const {
    NativeChart out;
    out.kind = ChartKind::bar;
    out.title = sheet_.title();
    out.height = chart_height(categories_);
    ChartSeries series;
    series.name = sheet_.heading(columns_[*bar_].at);
    series.categories = column_range(kFirstRow, columns_[0].at, categories_);
    series.values = column_range(kFirstRow, columns_[*bar_].at, shares_);
    series.look.color = palette::kNavy;
    out.series.push_back(std::move(series));
    out.data_axis.format = "0%";
    out.data_axis.min = 0;
    out.data_axis.max = 1;
    out.row_axis.is_reversed = true;
    return out;
  }

  ExhibitSheet sheet_;
  const Table& table_;
  std::vector<std::vector<CellParts>> rows_;
  std::vector<PlannedColumn> columns_;
  std::optional<ColumnNumber> group_, note_;
  std::optional<std::size_t> bar_;
  std::vector<std::string> categories_;
  std::vector<std::optional<double>> shares_;
};

}  // namespace

void write_table(const Writing& writing, const SheetEntry& entry) { TableExhibit(writing, entry).write(); }

}  // namespace briefpack::workbook
