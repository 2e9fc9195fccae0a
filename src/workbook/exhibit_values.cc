#include "workbook/exhibit_values.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include <fmt/format.h>

#include "numfmt/isolate.h"
#include "workbook/lookups.h"
#include "workbook/number_look.h"

namespace briefpack::workbook {

using document::ChartRow;
using document::ChartSpec;
using document::ChartValue;
using Kind = TableColumn::Kind;

namespace {

const ChartValue kNoValue;

template <typename Claim>
bool any_value(const ChartSpec& spec, Claim claim) {
  return std::any_of(spec.rows.begin(), spec.rows.end(), [&](const ChartRow& row) { return std::any_of(row.values.begin(), row.values.end(), claim); });
}

}  // namespace

ValueTable::ValueTable(ExhibitSheet& sheet, const ChartSpec& spec, Order order, const std::string& column_heading) : sheet_(sheet), spec_(spec) {
  for (std::size_t r = 0; r < spec.rows.size(); ++r) {
    const ChartRow& row = spec.rows[r];
    if (row.values.empty()) entries_.push_back({&row, &kNoValue, r, 0, 0, {}, {}, {}});
    for (std::size_t v = 0; v < row.values.size(); ++v) entries_.push_back({&row, &row.values[v], r, v, 0, {}, {}, {}});
  }
  if (order == Order::by_column) std::stable_sort(entries_.begin(), entries_.end(), [](const Entry& a, const Entry& b) { return a.value_index < b.value_index; });
  for (std::size_t i = 0; i < entries_.size(); ++i) entries_[i].number = static_cast<RowNumber>(kFirstRow + i);
  plan_columns(column_heading);
}

void ValueTable::plan_columns(const std::string& column_heading) {
  const std::string& lang = sheet_.plan().lang;
  const bool has_interval = any_value(spec_, [](const ChartValue& value) { return !value.number && value.low; });
  const bool has_multiple = std::any_of(spec_.rows.begin(), spec_.rows.end(), [](const ChartRow& row) { return row.multiple.figure != document::kNone || row.multiple.is_withdrawn; });
  row_ = sheet_.add({Kind::wrapped, sheet_.words(Phrase::h_row), 30, 18});
  const bool has_detail = std::any_of(spec_.rows.begin(), spec_.rows.end(), [](const ChartRow& row) { return !row.sublabel.empty() || (!row.text.empty() && row.text != row.label); });
  if (has_detail) detail_ = sheet_.add({Kind::wrapped, sheet_.words(Phrase::h_detail), 36, 18});
  entity_ = sheet_.add({Kind::text, "entity_id", 18, 10});
  if (!column_heading.empty()) column_ = sheet_.add({Kind::wrapped, column_heading, 30, 12});
  value_ = sheet_.add({Kind::number, spec_.unit.empty() ? sheet_.words(Phrase::h_value) : filled(Phrase::value_in, lang, {{"unit", spec_.unit}}), 20, 13});
  if (has_interval) {
    low_ = sheet_.add({Kind::number, sheet_.words(Phrase::h_low), 16, 11});
    high_ = sheet_.add({Kind::number, sheet_.words(Phrase::h_high), 16, 11});
  }
  printed_ = sheet_.add({Kind::wrapped, sheet_.words(Phrase::h_as_printed), 30, 12});
  if (has_multiple) multiple_ = sheet_.add({Kind::number, spec_.multiple_head.empty() ? sheet_.words(Phrase::h_multiple) : spec_.multiple_head, 14, 11});
  disputed_ = sheet_.add({Kind::text, "disputed", 10, 10});
  note_ = sheet_.add({Kind::text, "note", 20, 10});
}

void ValueTable::write(std::size_t charts, const std::string& differs) {
  sheet_.start(charts, differs);
  for (Entry& entry : entries_) write_entry(entry);
}

void ValueTable::write_entry(Entry& entry) {
  const ChartRow& row = *entry.row;
  const ChartValue& value = *entry.value;
  Sheet& cells = sheet_.sheet();
  cells.text(entry.number, row_, row.label, Look::wrapped);
  if (detail_) cells.text(entry.number, *detail_, row.sublabel.empty() ? row.text : row.sublabel, Look::wrapped);
  cells.text(entry.number, entity_, row.entity);
  if (column_ && entry.value_index < spec_.columns.size()) cells.text(entry.number, *column_, spec_.columns[entry.value_index], Look::wrapped);
  write_value(entry);
  cells.text(entry.number, printed_, value.claim_text.empty() ? value.label : value.claim_text, Look::wrapped);
  if (multiple_ && row.multiple.figure != document::kNone) sheet_.figure(row.multiple.figure, entry.number, *multiple_);
  // A number without a figure is no number of the data: the row that all are set against is once itself.
  else if (multiple_ && row.multiple.number) cells.number(entry.number, *multiple_, *row.multiple.number, plain_look(*row.multiple.number));
  else if (multiple_ && row.multiple.is_withdrawn) cells.text(entry.number, *multiple_, sheet_.words(Phrase::withdrawn), Look::mark);
  cells.text(entry.number, disputed_, sheet_.dispute_id(value.dispute));
  cells.text(entry.number, note_, note_markers(sheet_.plan().document, value.notes));
}

void ValueTable::write_value(Entry& entry) {
  const ChartValue& value = *entry.value;
  Sheet& cells = sheet_.sheet();
  if (sheet_.live(value.figure) == nullptr) {
    // A claim without a number of its own stands where the one stands to which it holds its object equal.
    entry.plotted = value.number;
    if (value.number) cells.number(entry.number, value_, *value.number, plain_look(*value.number));
    else cells.text(entry.number, value_, value.is_withdrawn ? sheet_.words(Phrase::withdrawn) : missing_mark({}), Look::mark);
    return;
  }
  const LiveFigure& live = sheet_.figure(value.figure, entry.number, value_, value.dispute);
  if (live.kind == LiveFigure::Kind::number && value.number) entry.plotted = live.number;
  if (!low_) return;
  if (live.kind == LiveFigure::Kind::text && value.low && value.high) return write_worded_range(entry);
  if (live.kind != LiveFigure::Kind::interval) return;
  entry.low = live.number;
  entry.high = live.high;
  cells.formula(entry.number, *low_, live.formula, live.number, plain_look(live.number));
  cells.formula(entry.number, *high_, live.high_formula, live.high, plain_look(live.high));
}

/// "early 50s": the words are printed, the range behind them is drawn.
void ValueTable::write_worded_range(Entry& entry) {
  const Plan& plan = sheet_.plan();
  const auto& calculation = plan.document.figures[entry.value->figure].calculation;
  const dataset::Observation* row = calculation.arguments.empty() ? plan.find_in_data(calculation.key) : nullptr;
  if (row == nullptr || !row->range) return;
  entry.low = row->range->first;
  entry.high = row->range->second;
  sheet_.sheet().formula(entry.number, *low_, data_lookup("low", row->key), *entry.low, plain_look(*entry.low));
  sheet_.sheet().formula(entry.number, *high_, data_lookup("high", row->key), *entry.high, plain_look(*entry.high));
}

void ValueTable::write_plotted(const Entry& entry, ColumnNumber column) {
  const std::string cell = sheet_.this_row(value_);
  sheet_.sheet().formula(entry.number, column, fmt::format("IF(ISNUMBER({0}),{0},NA())", cell), *entry.plotted, plain_look(*entry.plotted));
}

std::string ValueTable::category_of(const Entry& entry) const {
  const ChartRow& row = *entry.row;
  const ChartValue& value = *entry.value;
  std::string out = numfmt::isolated(row.label);
  if (!row.sublabel.empty()) out += ", " + row.sublabel;
  if (!row.text.empty() && row.text != row.label) out += ": " + row.text;
  if (value.dispute != document::kNone) out += " [" + sheet_.dispute_id(value.dispute) + "]";
  if (value.is_given()) return out;
  const LiveFigure* live = sheet_.live(value.figure);
  return out + " " + (value.is_withdrawn ? sheet_.words(Phrase::withdrawn) : live != nullptr ? live->text : missing_mark({}));
}

std::string ValueTable::label_of(const Entry& entry) const {
  const ChartValue& value = *entry.value;
  return value.label + (value.dispute != document::kNone ? " [" + sheet_.dispute_id(value.dispute) + "]" : "");
}

std::vector<std::optional<double>> slice(const std::vector<std::optional<double>>& all, std::size_t first, std::size_t count) {
  const auto begin = all.begin() + static_cast<std::ptrdiff_t>(std::min(first, all.size()));
  return {begin, begin + static_cast<std::ptrdiff_t>(std::min(count, all.size() - std::min(first, all.size())))};
}

NativeChart scatter_by_row(const ChartSpec& spec, std::string title) {
  NativeChart out;
  out.kind = ChartKind::scatter;
  out.title = std::move(title);
  out.height = scatter_height(spec.rows.size());
  out.data_axis = data_axis_of(spec);
  out.row_axis = {"", "0", 0.0, static_cast<double>(spec.rows.size()) + 1, 1.0, true, false, true};
  return out;
}

ChartAxis data_axis_of(const ChartSpec& spec) {
  ChartAxis out;
  out.name = spec.unit;
  const std::pair<double, const char*> scales[] = {{1, ""}, {1e-3, ","}, {1e-6, ",,"}, {1e-9, ",,,"}};
  for (const auto& [scale, commas] : scales) {
    if (std::abs(spec.axis_scale / scale - 1) >= 1e-9) continue;
    out.format = std::string("#,##0") + commas;
    if (!spec.axis_unit.empty()) out.name = spec.axis_unit;
  }
  return out;
}

}  // namespace briefpack::workbook
