#pragma once

#include <array>
#include <compare>
#include <cstdint>
#include <deque>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>

#include <briefpack/result.h>

#include "geometry/palette.h"
#include "workbook/facts.h"
#include "workbook/library_files.h"

struct lxw_workbook;
struct lxw_format;

namespace briefpack::workbook {

/// How a text cell looks. All are set at the top of their cell; texts behind the first column have a small indent, since a
/// number to their left would touch them.
enum class Look : std::uint8_t {
  plain,
  wrapped,
  mark,      ///< Right aligned and wrapped, for marks such as [x] and words in a column of numbers.
  title,     ///< 16 bold
  draft,     ///< The title of a draft: white on dark red.
  section,   ///< 13 bold
  link,
  heading,        ///< Of a table's column of texts.
  heading_right,  ///< Of a table's column of numbers.
  alarm,     ///< Bold dark red, for what does not agree.
};
inline constexpr std::size_t kLooks = static_cast<std::size_t>(Look::alarm) + 1;

/// How a number cell looks: `before` and `after` are words around it, such as "over " and " [e]". They stand in the number
/// format, so that the cell stays a number.
struct NumberLook {
  int decimals = 0;
  std::string before{}, after{};
  bool is_grouped = true;   ///< False for years and running numbers.
  int thousands = 0;        ///< Shown divided by 1,000 so many times: 2 for millions.
  bool is_change = false;   ///< With its sign: +2, -3, 0.
  bool is_per_cent = false; ///< 0.77 is shown as 77%.
  friend auto operator<=>(const NumberLook&, const NumberLook&) = default;
};

/// The number format code: `"over "#,##0.0" [e]"`, of at most 127 bytes; longer words end with "…", their marks stay.
std::string number_format(const NumberLook& look);

/// What identifies the workbook in its file properties. Empty fields are left out.
struct BookProperties {
  std::string title, subject, author, company, category, keywords, comments;
  std::string lang, pack, input_sha256;
  std::string draft_line;     ///< Of a draft: in the printed head of each sheet.
  std::int64_t created = 0;
  geometry::Palette palette = {};  ///< Of charts: that of the PDF.
  bool is_release = false;    ///< Without filter buttons and frozen panes.
};

/// One workbook of libxlsxwriter while it is being made. Faults are collected, not thrown; what is called after one does nothing
/// harmful, and finish() gives the faults instead of bytes.
class Book {
 public:
  explicit Book(const BookProperties& properties);
  /// A book that writes nothing: its sheets only say what would stand where.
  Book(bool is_release, const geometry::Palette& palette) : is_release_(is_release), palette_(palette) {}
  ~Book();
  Book(const Book&) = delete;
  Book& operator=(const Book&) = delete;

  lxw_workbook* raw() const { return raw_; }
  lxw_format* format(Look look, bool is_indented);
  lxw_format* format(const NumberLook& look);
  lxw_format* date_format();
  const std::string& draft_line() const { return draft_line_; }
  bool is_release() const { return is_release_; }
  /// Points of the letters in cells. The guidance on publishing asks for 12; the library's own are 11.
  double text_points() const { return is_release_ ? 12 : 11; }
  /// How much larger than the library's own they are: widths and heights are worked out for those.
  double scale() const { return text_points() / 11; }
  const geometry::Palette& palette() const { return palette_; }

  /// Defines `name` as one cell of a sheet. Faults: not a name, or given before (case does not count; tables, too).
  void define_name(const std::string& name, const std::string& sheet, const std::string& absolute_cell);
  /// Takes a sheet's, table's or defined name; false and a fault when it is taken. Sheets have names of their own.
  bool claim_name(const std::string& name);
  bool claim_sheet_name(const std::string& name);

  /// A fault of ours: the file would be damaged. `where` is "Figures!D7" or a name.
  void add_bug(const std::string& where, const std::string& what);
  /// More than a workbook holds: the input's size.
  void add_fault(std::string_view code, const std::string& message);
  bool has_faults() const { return !faults_.empty(); }

  /// A new record of what a sheet holds; stays where it is.
  SheetFacts& new_facts() { return facts_.emplace_back(); }
  /// Of all sheets in order.
  std::vector<SheetFacts> facts() const { return {facts_.begin(), facts_.end()}; }

  /// The file's bytes. Errors: all faults so far; workbook/cannot-write, workbook/too-large.
  Result<std::string> finish();

 private:
  lxw_format* new_format();
  void set_properties(const BookProperties& properties);
  std::string property(const std::string& text, const char* what);

  Package package_;
  std::optional<AssemblyScope> scope_;
  lxw_workbook* raw_ = nullptr;
  std::string lang_;
  std::array<std::array<lxw_format*, 2>, kLooks> looks_{};  ///< By look; with an indent or without.
  std::map<NumberLook, lxw_format*> numbers_;
  lxw_format* date_ = nullptr;
  std::string draft_line_;
  bool is_release_ = false;
  geometry::Palette palette_;
  std::set<std::string> names_, sheet_names_;  ///< In lower case.
  Diagnostics faults_;
  std::deque<SheetFacts> facts_;
};

}  // namespace briefpack::workbook
