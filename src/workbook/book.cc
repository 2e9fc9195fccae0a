#include "workbook/book.h"

#include <algorithm>
#include <cctype>
#include <cstdio>
#include <utility>

#include <xlsxwriter.h>

#include "base/utf8.h"
#include "workbook/guard.h"

namespace briefpack::workbook {

namespace {

/// A damaged file could make us report the same thing once a cell.
constexpr std::size_t kMostFaults = 50;
/// The library's limit on document properties.
constexpr std::size_t kLongestProperty = 255;
constexpr lxw_color_t kLinkColor = 0x0B4FA0, kAlarmColor = 0x9C0006;  // at least 4.5:1 on white (WCAG 1.4.3)

std::string lower(std::string text) {
  std::transform(text.begin(), text.end(), text.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return text;
}

Diagnostic bug(const std::string& message) {
  Diagnostic out = Diagnostic::error("workbook/bug", {}, message);
  out.fault = Fault::bug;
  return out;
}

/// A literal in a number format. A quote cannot be escaped inside one.
std::string literal(std::string text) {
  if (text.empty()) return "";
  std::replace(text.begin(), text.end(), '"', '\'');
  return '"' + text + '"';
}

/// At most `most` bytes of the words, then "…"; the marks in brackets at their end stay whole.
std::string fitting(const std::string& text, std::size_t most) {
  if (text.size() <= most) return text;
  const auto at = text.find(" [");
  const std::string marks = at == std::string::npos ? "" : text.substr(at);
  const std::string words = text.substr(0, at);
  if (marks.size() > most) return "";
  for (std::size_t count = count_code_points(words); count > 1; --count) {
    const std::string cut = shortened(words, count);
    if (cut.size() + marks.size() <= most) return cut + marks;
  }
  return marks;
}

}  // namespace

std::string number_format(const NumberLook& look) {
  std::string digits = look.is_grouped ? "#,##0" : "0";
  if (look.decimals > 0) digits += '.' + std::string(static_cast<std::size_t>(std::min(look.decimals, 15)), '0');
  digits.append(static_cast<std::size_t>(std::clamp(look.thousands, 0, 5)), ',');
  if (look.is_per_cent) digits += '%';
  if (look.is_change) digits = "+" + digits + ";-" + digits + ";" + digits;
  // The library cuts what is longer, within a literal as well, and Excel then repairs the file.
  constexpr std::size_t kLongest = 127, kQuotes = 2;
  const std::size_t room = kLongest - digits.size();
  const std::string before = literal(fitting(look.before, room / 2 - kQuotes));
  return before + digits + literal(fitting(look.after, room - before.size() - kQuotes));
}

Book::Book(const BookProperties& properties)
    : scope_(std::in_place, package_), lang_(properties.lang), draft_line_(properties.draft_line), is_release_(properties.is_release), palette_(properties.palette) {
  raw_ = workbook_new(kNoPath);
  if (raw_ == nullptr) {
    faults_.push_back(Diagnostic::io_error("workbook/cannot-write", "cannot start the workbook: out of memory"));
    return;
  }
  set_properties(properties);
}

Book::~Book() {
  if (raw_ == nullptr) return;
  lxw_worksheet* sheet = nullptr;
  // Rows of a sheet by rows wait in a file that the library closes only when it takes them.
  STAILQ_FOREACH(sheet, raw_->worksheets, list_pointers) {
    if (sheet->optimize_tmpfile != nullptr) std::fclose(sheet->optimize_tmpfile);
  }
  lxw_workbook_free(raw_);
}

std::string Book::property(const std::string& text, const char* what) {
  Guarded guarded = guard_plain_text(text, kLongestProperty);
  if (!guarded.fault.empty()) add_bug(what, "the text " + guarded.fault);
  return std::move(guarded.text);
}

void Book::set_properties(const BookProperties& properties) {
  std::string title = property(properties.title, "title"), subject = property(properties.subject, "subject");
  std::string author = property(properties.author, "author"), company = property(properties.company, "company");
  std::string category = property(properties.category, "category"), keywords = property(properties.keywords, "keywords");
  std::string comments = property(properties.comments, "comments");
  if (has_faults()) return;
  lxw_doc_properties out{};
  const auto set = [](char*& field, std::string& text) { field = text.empty() ? nullptr : text.data(); };
  set(out.title, title);
  set(out.subject, subject);
  set(out.author, author);
  set(out.company, company);
  set(out.category, category);
  set(out.keywords, keywords);
  set(out.comments, comments);
  // 0 would make the library take the machine's clock.
  out.created = static_cast<time_t>(std::max<std::int64_t>(properties.created, 1));
  if (workbook_set_properties(raw_, &out) != LXW_NO_ERROR) add_bug("properties", "refused by the library");
  const std::pair<const char*, const std::string&> custom[] = {
      {"Language", properties.lang}, {"Pack", properties.pack}, {"Input SHA-256", properties.input_sha256}};
  for (const auto& [name, value] : custom) {
    const std::string text = property(value, name);
    if (text.empty()) continue;
    if (workbook_set_custom_property_string(raw_, name, text.c_str()) != LXW_NO_ERROR) add_bug(name, "refused by the library");
  }
}

lxw_format* Book::new_format() {
  lxw_format* format = workbook_add_format(raw_);
  format_set_align(format, LXW_ALIGN_VERTICAL_TOP);
  if (is_release_) format_set_font_size(format, text_points());
  return format;
}

lxw_format* Book::format(Look look, bool is_indented) {
  if (raw_ == nullptr) return nullptr;
  lxw_format*& slot = looks_[static_cast<std::size_t>(look)][is_indented ? 1 : 0];
  if (slot != nullptr) return slot;
  slot = new_format();
  if (is_indented && look != Look::mark && look != Look::heading_right) format_set_indent(slot, 1);
  switch (look) {
    case Look::plain: break;
    case Look::wrapped: format_set_text_wrap(slot); break;
    case Look::mark:
      format_set_align(slot, LXW_ALIGN_RIGHT);
      format_set_text_wrap(slot);
      break;
    case Look::title:
      format_set_bold(slot);
      format_set_font_size(slot, 16);
      break;
    case Look::draft:
      format_set_bold(slot);
      format_set_font_size(slot, 16);
      format_set_font_color(slot, LXW_COLOR_WHITE);
      format_set_bg_color(slot, kAlarmColor);
      break;
    case Look::section:
      format_set_bold(slot);
      format_set_font_size(slot, 13);
      format_set_align(slot, LXW_ALIGN_VERTICAL_BOTTOM);  // its height above the words parts it from what came before
      break;
    case Look::link:
      format_set_font_color(slot, kLinkColor);
      format_set_underline(slot, LXW_UNDERLINE_SINGLE);
      break;
    case Look::heading:
    case Look::heading_right:
      format_set_bold(slot);
      format_set_text_wrap(slot);
      format_set_bottom(slot, LXW_BORDER_THIN);
      if (look == Look::heading_right) format_set_align(slot, LXW_ALIGN_RIGHT);
      break;
    case Look::alarm:
      format_set_bold(slot);
      format_set_font_color(slot, kAlarmColor);
      break;
  }
  return slot;
}

lxw_format* Book::format(const NumberLook& look) {
  if (raw_ == nullptr) return nullptr;
  lxw_format*& slot = numbers_[look];
  if (slot == nullptr) {
    slot = new_format();
    format_set_num_format(slot, number_format(look).c_str());
    format_set_align(slot, LXW_ALIGN_RIGHT);
  }
  return slot;
}

lxw_format* Book::date_format() {
  if (raw_ == nullptr) return nullptr;
  if (date_ == nullptr) {
    date_ = new_format();
    format_set_num_format(date_, "yyyy-mm-dd");
    format_set_align(date_, LXW_ALIGN_LEFT);
    format_set_indent(date_, 1);
  }
  return date_;
}

bool Book::claim_name(const std::string& name) {
  if (!is_defined_name(name)) {
    add_bug(name, "not a name that a workbook can define");
    return false;
  }
  if (!names_.insert(lower(name)).second) {
    add_bug(name, "defined twice");
    return false;
  }
  return true;
}

bool Book::claim_sheet_name(const std::string& name) {
  if (!is_sheet_name(name)) {
    add_bug(name, "not a name of a sheet");
    return false;
  }
  if (!sheet_names_.insert(lower(name)).second) {
    add_bug(name, "two sheets of one name");
    return false;
  }
  return true;
}

void Book::define_name(const std::string& name, const std::string& sheet, const std::string& absolute_cell) {
  if (raw_ == nullptr || !claim_name(name)) return;
  const std::string formula = "=" + sheet + "!" + absolute_cell;
  if (formula.size() > 128) return add_bug(name, "its formula is too long");
  if (workbook_define_name(raw_, name.c_str(), formula.c_str()) != LXW_NO_ERROR) add_bug(name, "refused by the library");
}

void Book::add_bug(const std::string& where, const std::string& what) {
  if (faults_.size() < kMostFaults) faults_.push_back(bug("the workbook would be damaged at " + where + ": " + what));
}

void Book::add_fault(std::string_view code, const std::string& message) {
  if (faults_.size() < kMostFaults) faults_.push_back(Diagnostic::error(std::string(code), {}, message));
}

Result<std::string> Book::finish() {
  if (has_faults()) return std::move(faults_);
  PackageWords words{lang_, {}};
  for (const SheetFacts& each : facts_) {
    if (!each.table.empty()) words.tables.push_back({each.table, each.title, each.what});
  }
  package_.describe(std::move(words));
  const lxw_error error = workbook_close(std::exchange(raw_, nullptr));
  if (error == LXW_NO_ERROR || package_.has_failed()) return package_.finish();
  return Diagnostic::io_error("workbook/cannot-write", std::string("cannot put the workbook together: ") + lxw_strerror(error));
}

}  // namespace briefpack::workbook
