#include "workbook/sheet.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <set>

#include <fmt/format.h>
#include <xlsxwriter.h>

#include "base/decimal.h"
#include "workbook/guard.h"
#include "workbook/wrap_lines.h"

namespace briefpack::workbook {

namespace {

constexpr std::uint8_t kPaperLetter = 1, kPaperA4 = 9;
constexpr double kTitleHeight = 24;                    // points; Excel's own for Calibri 16
constexpr double kSectionHeight = 28;
constexpr double kWidestWord = 50;
constexpr double kTallestRow = 400;                    // Excel takes 409
constexpr std::uint32_t kDraftTab = 0x9C0006;          // dark red
constexpr std::size_t kMostLinks = 65'530;             // the library takes one more than Excel

constexpr double kMargins = 3;                         // digits at both sides of a text, with its indent
constexpr double kUsualWidth = 8.43;                   // of a column that nobody set
constexpr double kBold = 1.15;                         // how much wider bold letters run

/// A heading's word is never broken, unless it is a sentence without blanks.
double heading_width(const TableColumn& column) {
  double longest_word = 0;
  for (std::size_t at = 0; at < column.heading.size();) {
    const std::size_t end = std::min(column.heading.find(' ', at), column.heading.size());
    longest_word = std::max(longest_word, kBold * text_width(std::string_view(column.heading).substr(at, end - at)));
    at = end + 1;
  }
  return std::min(longest_word + kMargins, kWidestWord);
}

}  // namespace

std::string cell_name(RowNumber row, ColumnNumber column, bool is_absolute) {
  const char* dollar = is_absolute ? "$" : "";
  return fmt::format("{}{}{}{}", dollar, column_name(column), dollar, row + 1);
}

std::string column_name(ColumnNumber column) {
  std::string out;
  for (unsigned number = column + 1u; number > 0; number = (number - 1) / 26) out.insert(out.begin(), static_cast<char>('A' + (number - 1) % 26));
  return out;
}

Sheet::Sheet(Book& book, std::string name, bool is_letter, Order order)
    : book_(book), facts_(book.new_facts()), name_(std::move(name)), is_letter_(is_letter), order_(order) {
  facts_.sheet = name_;
  facts_.least_points = book_.text_points();
  if (book_.raw() == nullptr || !book_.claim_sheet_name(name_)) return;
  // The library writes by rows all of a workbook or nothing, but looks only here whether it shall.
  book_.raw()->options.constant_memory = order_ == Order::by_row ? LXW_TRUE : LXW_FALSE;
  raw_ = workbook_add_worksheet(book_.raw(), name_.c_str());
  book_.raw()->options.constant_memory = LXW_FALSE;
  if (raw_ == nullptr) {
    book_.add_bug(name_, "the library refused the sheet");
    return;
  }
  if (book_.scale() > 1) worksheet_set_default_row(raw_, kLatinLine * book_.scale(), LXW_FALSE);
  worksheet_set_landscape(raw_);
  worksheet_set_paper(raw_, is_letter ? kPaperLetter : kPaperA4);
}

bool Sheet::check(int error, RowNumber row, ColumnNumber column) {
  if (error == LXW_NO_ERROR) return true;
  book_.add_bug(name_ + "!" + cell_name(row, column), lxw_strerror(static_cast<lxw_error>(error)));
  return false;
}

std::string Sheet::guarded(std::string_view text, RowNumber row, ColumnNumber column) {
  Guarded out = guard_cell_text(text);
  if (out.is_too_long) {
    book_.add_fault("workbook/long-text", fmt::format("the text of cell {}!{} {}", name_, cell_name(row, column), out.fault));
  } else if (!out.fault.empty()) {
    book_.add_bug(name_ + "!" + cell_name(row, column), "the text " + out.fault);
  }
  return out.fault.empty() ? std::move(out.text) : std::string();
}

/// As guarded(), without a copy of its own: valid until the next call.
const char* Sheet::safe_text(std::string_view text, RowNumber row, ColumnNumber column) {
  if (is_plain_cell_text(text)) safe_ = text;
  else safe_ = guarded(text, row, column);
  return safe_.c_str();
}

std::string Sheet::guarded_formula(const std::string& formula, RowNumber row, ColumnNumber column) {
  if (const std::string fault = formula_fault(formula); !fault.empty()) {
    book_.add_fault("workbook/too-large", fmt::format("cell {}!{} needs {}", name_, cell_name(row, column), fault));
    return "=0";
  }
  return "=" + formula;
}

void Sheet::measure(RowNumber row, ColumnNumber column, std::string_view text, double width, Look look) {
  move_to(row);
  if (look == Look::title || look == Look::draft) heights_[row] = kTitleHeight;
  if (look == Look::section) heights_[row] = kSectionHeight;
  if (look == Look::heading || look == Look::heading_right) headings_.push_back({column, std::string(text)});
  if (look == Look::wrapped || look == Look::mark) wrap(row, column, text, width);
  if (row < kFirstRow) return;
  if (column >= widths_.size()) widths_.resize(column + 1u, 0);
  widths_[column] = std::max(widths_[column], width);
}

void Sheet::wrap(RowNumber row, ColumnNumber column, std::string_view text, double width) {
  // A text that does not fit on one line of the widest column makes the column that wide, so the lines are known at once.
  const double room = widest_of(column) - kMargins;
  const bool is_one = width <= room && text.find('\n') == std::string_view::npos;
  const int lines = is_one ? 1 : wrapped_lines(text, std::max(room, 3.0));
  const double line = line_height(text);
  if (lines == 1 && line <= kLatinLine) return;  // as high as the row is anyway
  const double height = line * lines + 2;
  if (height > kTallestRow && facts_.first_cut.empty()) facts_.first_cut = cell_name(row, column);
  double& most = heights_[row];
  most = std::max(most, std::min(height, kTallestRow));
}

void Sheet::move_to(RowNumber row) {
  if (order_ != Order::by_row || row == row_) return;
  if (row_ == kHeadingRow) measure_headings();
  set_height(row_);
  heights_.erase(row_);
  row_ = row;
}

void Sheet::measure_headings() {
  for (const auto& [column, heading] : headings_) {
    const int lines = wrapped_lines(heading, std::max((width_of(column) - 2.5) / kBold, 3.0));
    const double line = line_height(heading);
    if (lines == 1 && line <= kLatinLine) continue;
    double& height = heights_[kHeadingRow];
    height = std::max(height, std::min(line * lines + 2, kTallestRow));
  }
}

void Sheet::set_height(RowNumber row) {
  const auto found = heights_.find(row);
  if (found == heights_.end()) return;
  // The band of a draft goes over all columns, so that its words stand on it however narrow the first one is.
  lxw_format* format = row == 0 && !book_.draft_line().empty() ? book_.format(Look::draft, false) : nullptr;
  check(worksheet_set_row(raw_, row, std::min(found->second * book_.scale(), kTallestRow), format), row, 0);
}

void Sheet::measure_number(RowNumber row, ColumnNumber column, double value, const NumberLook& look) {
  constexpr double kGrouping = 1;  // two commas
  const double digits = text_width(fixed_decimal(value, std::clamp(look.decimals, 0, 15)));
  measure(row, column, {}, digits + text_width(look.before) + text_width(look.after) + kGrouping, Look::plain);
}

void Sheet::record(RowNumber row, ColumnNumber column) {
  if (row < kFirstRow || facts_.table.empty()) return;
  const std::size_t at = row - kFirstRow;
  if (column < facts_.filled.size() && at < std::max<std::size_t>(facts_.rows, 1)) {
    ++facts_.filled[column];
    if (at < has_cell_.size()) has_cell_[at] = true;
  } else if (facts_.first_outside.empty()) {
    facts_.first_outside = cell_name(row, column);
  }
}

void Sheet::record_text(RowNumber row, ColumnNumber column, std::string_view text) {
  record(row, column);
  constexpr std::string_view kMarker = "[note ";
  for (auto at = text.find(kMarker); at != std::string_view::npos; at = text.find(kMarker, at + 1)) {
    std::uint32_t number = 0;
    const char* first = text.data() + at + kMarker.size();
    const auto [end, error] = std::from_chars(first, text.data() + text.size(), number);
    if (error == std::errc() && end != text.data() + text.size() && *end == ']') facts_.note_markers.try_emplace(number, cell_name(row, column));
  }
}

void Sheet::text(RowNumber row, ColumnNumber column, std::string_view text, Look look) {
  if (text.empty()) return;
  record_text(row, column, text);
  constexpr std::size_t kMayBeCut = 1000;  // bytes; shorter ones fit into any row
  if (raw_ == nullptr && text.size() < kMayBeCut) return;
  const double width = text_width(text);
  // What is wider than its column gets goes on in the next line, else the cell to its right would hide it.
  const bool is_in_table = row >= kFirstRow && column < columns_.size();
  if (look == Look::plain && is_in_table && width > widest_of(column) - kMargins) look = Look::wrapped;
  measure(row, column, text, width, look);
  if (raw_ == nullptr) return;
  check(worksheet_write_string(raw_, row, column, safe_text(text, row, column), book_.format(look, column > 0)), row, column);
}

void Sheet::number(RowNumber row, ColumnNumber column, double value, const NumberLook& look) {
  record(row, column);
  if (raw_ == nullptr) return;
  if (!std::isfinite(value)) return book_.add_bug(name_ + "!" + cell_name(row, column), "a number that is not finite");
  measure_number(row, column, value, look);
  check(worksheet_write_number(raw_, row, column, value, book_.format(look)), row, column);
}

void Sheet::date(RowNumber row, ColumnNumber column, CivilDate date) {
  const std::string iso = fmt::format("{:04}-{:02}-{:02}", date.year, date.month, date.day);
  if (!is_sheet_date(date)) return text(row, column, iso);
  record(row, column);
  if (raw_ == nullptr) return;
  measure(row, column, iso, text_width(iso), Look::plain);
  lxw_datetime value{date.year, date.month, date.day, 0, 0, 0};
  check(worksheet_write_datetime(raw_, row, column, &value, book_.date_format()), row, column);
}

void Sheet::web_link(RowNumber row, ColumnNumber column, const std::string& url, const std::string& words) {
  const std::string safe_url = guard_url(url);
  if (safe_url.empty() || ++links_ > kMostLinks) return text(row, column, words);
  record(row, column);
  facts_.links.push_back({cell_name(row, column), words, url});
  if (raw_ == nullptr) return;
  const std::string safe = guarded(words, row, column);
  measure(row, column, words, text_width(words), Look::link);
  check(worksheet_write_url_opt(raw_, row, column, safe_url.c_str(), book_.format(Look::link, column > 0), safe.c_str(), nullptr), row, column);
}

void Sheet::sheet_link(RowNumber row, ColumnNumber column, const std::string& sheet, const std::string& words) {
  if (++links_ > kMostLinks) return text(row, column, words);
  record(row, column);
  facts_.links.push_back({cell_name(row, column), words, ""});
  if (raw_ == nullptr) return;
  const std::string target = "internal:" + sheet + "!A1", safe = guarded(words, row, column);
  measure(row, column, words, text_width(words), Look::link);
  check(worksheet_write_url_opt(raw_, row, column, target.c_str(), book_.format(Look::link, column > 0), safe.c_str(), nullptr), row, column);
}

void Sheet::formula(RowNumber row, ColumnNumber column, const std::string& formula, double result, const NumberLook& look) {
  record(row, column);
  if (raw_ == nullptr) return;
  if (!std::isfinite(result)) return book_.add_bug(name_ + "!" + cell_name(row, column), "a result that is not finite");
  measure_number(row, column, result, look);
  const std::string safe = guarded_formula(formula, row, column);
  check(worksheet_write_formula_num(raw_, row, column, safe.c_str(), book_.format(look), result), row, column);
}

void Sheet::array_formula(RowNumber row, ColumnNumber column, const std::string& formula, double result, const NumberLook& look) {
  record(row, column);
  if (raw_ == nullptr) return;
  if (!std::isfinite(result)) return book_.add_bug(name_ + "!" + cell_name(row, column), "a result that is not finite");
  measure_number(row, column, result, look);
  const std::string safe = "{" + guarded_formula(formula, row, column) + "}";
  check(worksheet_write_array_formula_num(raw_, row, column, row, column, safe.c_str(), book_.format(look), result), row, column);
}

void Sheet::formula(RowNumber row, ColumnNumber column, const std::string& formula, const std::string& result, Look look) {
  record_text(row, column, result);
  if (raw_ == nullptr) return;
  const std::string safe = guarded_formula(formula, row, column);
  measure(row, column, result, text_width(result), look);
  check(worksheet_write_formula_str(raw_, row, column, safe.c_str(), book_.format(look, column > 0), safe_text(result, row, column)), row, column);
}

void Sheet::date_formula(RowNumber row, ColumnNumber column, const std::string& formula, double serial) {
  if (raw_ == nullptr) return;
  measure(row, column, "2026-11-20", text_width("2026-11-20"), Look::plain);
  const std::string safe = guarded_formula(formula, row, column);
  check(worksheet_write_formula_num(raw_, row, column, safe.c_str(), book_.date_format(), serial), row, column);
}

void Sheet::title(const std::string& title) {
  facts_.title = title;
  const std::string& draft = book_.draft_line();
  if (draft.empty()) return text(0, 0, title, Look::title);
  text(0, 0, title + " | " + draft, Look::draft);
  if (raw_ != nullptr) worksheet_set_tab_color(raw_, kDraftTab);
}

void Sheet::head(const SheetHead& head) {
  facts_.what = head.what;
  facts_.notes = head.notes;
  facts_.sources = head.sources;
  facts_.back_link = head.link_text;
  blanks_ = head.blanks;
  title(head.title);
  if (order_ == Order::by_row) text(1, 0, facts_.what);
  text(2, 0, head.notes);
  text(3, 0, head.sources);
  sheet_link(4, 0, head.link_target, head.link_text);
  if (raw_ == nullptr) return;
  check(worksheet_repeat_rows(raw_, kHeadingRow, kHeadingRow), kHeadingRow, 0);
}

void Sheet::table(const std::string& name, const std::vector<TableColumn>& columns, std::size_t rows, bool has_filter,
                  const std::string& none) {
  facts_.table = name;
  facts_.rows = rows;
  facts_.filled.assign(columns.size(), 0);
  has_cell_.assign(std::min(rows, kMostRows), false);
  for (const TableColumn& column : columns) facts_.headings.push_back(column.heading);
  facts_.has_filter = has_filter && !book_.is_release();
  columns_ = columns;
  for (const TableColumn& column : columns) heading_widths_.push_back(heading_width(column));
  if (raw_ == nullptr && rows == 0) text(kFirstRow, 0, none);
  if (raw_ == nullptr || !book_.claim_name(name)) return;
  if (rows > kMostRows - kFirstRow || columns.size() > kMostColumns) {
    return book_.add_fault("workbook/too-large", fmt::format("sheet {} would have {} rows and {} columns; a worksheet holds {} and {}", name_, rows,
                                                             columns.size(), kMostRows - kFirstRow, kMostColumns));
  }
  std::set<std::string> seen;
  std::vector<std::string> headings;
  headings.reserve(columns.size());
  for (const TableColumn& column : columns) {
    headings.push_back(guarded(column.heading, kHeadingRow, static_cast<ColumnNumber>(headings.size())));
    std::string key = headings.back();
    std::transform(key.begin(), key.end(), key.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    // The library takes an empty or doubled heading; Excel then repairs the file.
    if (key.empty() || !seen.insert(key).second) return book_.add_bug(name, "heading \"" + column.heading + "\" is empty or stands twice");
  }
  std::vector<lxw_table_column> cells(columns.size());
  std::vector<lxw_table_column*> pointers;
  for (std::size_t i = 0; i < columns.size(); ++i) {
    const Look look = columns[i].kind == TableColumn::Kind::number ? Look::heading_right : Look::heading;
    cells[i] = {};
    cells[i].header = headings[i].data();
    cells[i].header_format = book_.format(look, i > 0);
    pointers.push_back(&cells[i]);
    measure(kHeadingRow, static_cast<ColumnNumber>(i), columns[i].heading, text_width(columns[i].heading), look);
  }
  pointers.push_back(nullptr);
  std::string table_name = name;
  lxw_table_options options{};
  options.name = table_name.data();
  options.no_autofilter = facts_.has_filter ? 0 : 1;
  options.no_banded_rows = 1;
  options.style_type = LXW_TABLE_STYLE_TYPE_LIGHT;
  options.style_type_number = 1;
  options.columns = pointers.data();
  const auto last = static_cast<RowNumber>(kHeadingRow + std::max<std::size_t>(rows, 1));
  // It refuses a table in a sheet by rows, since it would write the headings out of their order.
  raw_->optimize = LXW_FALSE;
  check(worksheet_add_table(raw_, kHeadingRow, 0, last, static_cast<lxw_col_t>(columns.size() - 1), &options), kHeadingRow, 0);
  if (order_ == Order::by_row) write_headings(headings, columns);
  if (rows == 0) text(kFirstRow, 0, none);
}

void Sheet::write_headings(const std::vector<std::string>& headings, const std::vector<TableColumn>& columns) {
  raw_->optimize = LXW_TRUE;
  for (std::size_t i = 0; i < headings.size(); ++i) {
    const Look look = columns[i].kind == TableColumn::Kind::number ? Look::heading_right : Look::heading;
    const auto column = static_cast<ColumnNumber>(i);
    check(worksheet_write_string(raw_, kHeadingRow, column, headings[i].c_str(), book_.format(look, i > 0)), kHeadingRow, column);
  }
}

void Sheet::alarm(ColumnNumber column, std::size_t rows, const std::string& words) {
  if (raw_ == nullptr || rows == 0) return;
  std::string criterion = formula_string(words);
  lxw_conditional_format format{};
  format.type = LXW_CONDITIONAL_TYPE_CELL;
  format.criteria = LXW_CONDITIONAL_CRITERIA_EQUAL_TO;
  format.value_string = criterion.data();
  format.format = book_.format(Look::alarm, true);
  check(worksheet_conditional_format_range(raw_, kFirstRow, column, static_cast<lxw_row_t>(kHeadingRow + rows), column, &format), kFirstRow, column);
}

void Sheet::freeze(RowNumber row, ColumnNumber column) {
  facts_.is_frozen = !book_.is_release();
  key_columns_ = column;
  if (raw_ != nullptr && facts_.is_frozen) worksheet_freeze_panes(raw_, row, column);
}

void Sheet::chart(RowNumber row, ColumnNumber column, lxw_chart* chart, const ChartFact& fact, double width, double height) {
  facts_.charts.push_back(fact);
  facts_.charts.back().cell = cell_name(row, column);
  facts_.charts.back().is_beside_table = column >= facts_.headings.size();
  if (raw_ == nullptr || chart == nullptr) return;
  Guarded description = guard_plain_text(fact.alt, 2000);
  if (!description.fault.empty() || description.text.empty()) return book_.add_bug(name_, "a chart without a description");
  constexpr double kWidth = 480, kHeight = 288;  // what the library draws at scale 1
  lxw_chart_options options{};
  options.description = description.text.data();
  options.object_position = LXW_OBJECT_MOVE_DONT_SIZE;
  options.x_scale = width / kWidth;
  options.y_scale = height / kHeight;
  check(worksheet_insert_chart_opt(raw_, row, column, chart, &options), row, column);
}

void Sheet::least_points(double points) { facts_.least_points = std::min(facts_.least_points, points); }

void Sheet::open_first() {
  if (raw_ == nullptr) return;
  worksheet_activate(raw_);
  worksheet_set_first_sheet(raw_);
}

double Sheet::widest_of(ColumnNumber column) const {
  if (!fixed_widths_.empty() && fixed_widths_.contains(column)) return fixed_widths_.at(column);
  if (column >= columns_.size()) return kUsualWidth;
  const TableColumn& spec = columns_[column];
  return std::max({spec.widest, spec.narrowest, heading_widths_[column]});
}

double Sheet::width_of(ColumnNumber column) const {
  if (column >= columns_.size() || fixed_widths_.contains(column)) return widest_of(column);
  const TableColumn& spec = columns_[column];
  const double content = column < widths_.size() ? widths_[column] : 0;
  return std::max(std::clamp(content + kMargins, spec.narrowest, std::max(spec.widest, spec.narrowest)), heading_widths_[column]);
}

void Sheet::write_what() {
  if (order_ == Order::by_row) return;  // it is written
  // Last, as only now it is known which cells are blank (guidance: a blank cell is explained above the table).
  if (!unexplained_blanks(facts_).empty() && !blanks_.empty()) facts_.what += " " + blanks_;
  text(1, 0, facts_.what);
}

/// As many pages across as keep the print readable. A chart is never cut, so its sheet has one.
void Sheet::set_pages() {
  constexpr double kSmallestScale = 0.45, kDigit = 7, kPadding = 5;  // pixels of a column
  constexpr double kPrintedA4 = 988, kPrintedLetter = 921;           // pixels of a page across, without its margins
  double width = 0;
  for (std::size_t i = 0; i < columns_.size(); ++i) width += width_of(static_cast<ColumnNumber>(i)) * book_.scale() * kDigit + kPadding;
  const double pages = facts_.charts.empty() ? std::ceil(width * kSmallestScale / (is_letter_ ? kPrintedLetter : kPrintedA4)) : 1;
  worksheet_fit_to_pages(raw_, static_cast<std::uint16_t>(std::clamp(pages, 1.0, 1000.0)), 0);
  if (pages > 1) check(worksheet_repeat_columns(raw_, 0, static_cast<lxw_col_t>(std::max<ColumnNumber>(key_columns_, 1) - 1)), 0, 0);
}

void Sheet::finish() {
  facts_.blank_rows = static_cast<std::size_t>(std::count(has_cell_.begin(), has_cell_.end(), false));
  write_what();
  if (raw_ == nullptr) return;
  const std::size_t count = std::max<std::size_t>(columns_.size(), fixed_widths_.empty() ? 0 : fixed_widths_.rbegin()->first + 1u);
  for (std::size_t i = 0; i < count; ++i) {
    const auto column = static_cast<ColumnNumber>(i);
    check(worksheet_set_column(raw_, column, column, width_of(column) * book_.scale(), nullptr), 0, column);
  }
  if (order_ == Order::any) measure_headings();
  set_pages();
  for (const auto& [row, height] : heights_) set_height(row);
}

}  // namespace briefpack::workbook
