#include "workbook/guard.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <cctype>

#include "base/utf8.h"

namespace briefpack::workbook {

namespace {

constexpr std::size_t kLongestCell = 32'767;
constexpr std::size_t kLongestUrl = 2'079;
constexpr std::size_t kLongestFormula = 8'192;

bool is_letter(char c) { return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z'); }
bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_hex(char c) { return is_digit(c) || (c >= 'A' && c <= 'F') || (c >= 'a' && c <= 'f'); }

std::string lower(std::string_view text) {
  std::string out(text);
  std::transform(out.begin(), out.end(), out.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return out;
}

/// "_x0041_" at `at`.
bool is_escape(std::string_view text, std::size_t at) {
  if (at + 7 > text.size() || text[at] != '_' || text[at + 1] != 'x' || text[at + 6] != '_') return false;
  return std::all_of(text.begin() + at + 2, text.begin() + at + 6, is_hex);
}

/// Why the characters cannot stand in XML 1.0, or "".
std::string character_fault(std::string_view text) {
  if (is_ascii(text)) return "";  // most cells, of which a large table has millions
  if (find_invalid_utf8(text)) return "is not UTF-8";
  for (const std::string_view noncharacter : {"\xEF\xBF\xBE", "\xEF\xBF\xBF"}) {  // U+FFFE and U+FFFF
    if (text.find(noncharacter) != std::string_view::npos) return "holds a noncharacter";
  }
  return "";
}

std::size_t utf16_length(std::string_view text) {
  if (is_ascii(text)) return text.size();
  std::size_t units = 0;
  for (std::size_t at = 0; at < text.size();) units += next_code_point(text, at) > 0xFFFF ? 2 : 1;
  return units;
}

/// Letters up to XFD with digits behind: a cell in A1 form.
bool reads_as_a1(std::string_view name) {
  std::size_t letters = 0;
  while (letters < name.size() && is_letter(name[letters])) ++letters;
  if (letters == 0 || letters > 3 || letters == name.size()) return false;
  return std::all_of(name.begin() + letters, name.end(), is_digit);
}

/// R, C, R1, C1, R1C1 in either case.
bool reads_as_r1c1(std::string_view name) {
  const std::string text = lower(name);
  std::size_t at = 0;
  bool has_part = false;
  for (const char part : {'r', 'c'}) {
    if (at < text.size() && text[at] == part) {
      has_part = true;
      ++at;
      while (at < text.size() && is_digit(text[at])) ++at;
    }
  }
  return has_part && at == text.size();
}

}  // namespace

Guarded guard_cell_text(std::string_view text) {
  Guarded out;
  out.fault = character_fault(text);
  if (!out.fault.empty()) return out;
  out.text.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto c = static_cast<unsigned char>(text[i]);
    if (c == '\r' && i + 1 < text.size() && text[i + 1] == '\n') continue;
    if ((c < 0x20 && c != '\n' && c != '\t') || c == 0x7F) out.text += ' ';
    else if (is_escape(text, i)) out.text += "_x005F_";
    else out.text += text[i];
  }
  if (utf16_length(out.text) > kLongestCell) {
    out.fault = "is longer than the 32,767 characters of a cell";
    out.is_too_long = true;
  }
  return out;
}

bool is_plain_cell_text(std::string_view text) {
  if (text.size() > kLongestCell) return false;
  bool has_control = false, is_ascii_only = true;
  for (const char each : text) {
    const auto c = static_cast<unsigned char>(each);
    has_control |= c < 0x20 || c == 0x7F;
    is_ascii_only &= c < 0x80;
  }
  if (has_control || text.find("_x") != std::string_view::npos) return false;
  return is_ascii_only || character_fault(text).empty();
}

Guarded guard_plain_text(std::string_view text, std::size_t limit) {
  Guarded out;
  out.fault = character_fault(text);
  if (!out.fault.empty()) return out;
  std::string line(text);
  for (char& c : line) {
    if (static_cast<unsigned char>(c) < 0x20 || c == 0x7F) c = ' ';
  }
  out.text = shortened(line, limit);
  return out;
}

std::string guard_url(std::string_view url) {
  const std::string scheme = lower(url.substr(0, 8));
  if (!scheme.starts_with("http://") && !scheme.starts_with("https://") && !scheme.starts_with("mailto:")) return "";
  if (!character_fault(url).empty()) return "";
  if (std::any_of(url.begin(), url.end(), [](unsigned char c) { return c <= 0x20 || c == 0x7F; })) return "";
  std::string out;
  for (std::size_t i = 0; i < url.size(); ++i) {
    const std::string_view before = url.substr(0, i);
    const bool is_prefix = url[i] == ':' && (before.ends_with("internal") || before.ends_with("external") || (i > 6 && before.ends_with("mailto")));
    out += is_prefix ? "%3A" : std::string(1, url[i]);
  }
  return out.size() <= kLongestUrl ? out : "";
}

bool is_sheet_name(std::string_view name) {
  if (name.empty() || name.size() > 31 || !is_letter(name.front())) return false;
  if (!std::all_of(name.begin(), name.end(), [](char c) { return is_letter(c) || is_digit(c) || c == '_'; })) return false;
  // "History" is Excel's own; a name that reads as a cell would need quotes.
  return lower(name) != "history" && !reads_as_a1(name) && !reads_as_r1c1(name);
}

bool is_defined_name(std::string_view name) {
  if (name.empty() || name.size() > 128 || !(is_letter(name.front()) || name.front() == '_')) return false;
  if (!std::all_of(name.begin(), name.end(), [](char c) { return is_letter(c) || is_digit(c) || c == '_' || c == '.'; })) return false;
  return !reads_as_a1(name) && !reads_as_r1c1(name);
}

bool is_sheet_date(CivilDate date) {
  return date >= CivilDate{1900, 3, 1} && date <= CivilDate{9999, 12, 31} && date.month >= 1 && date.month <= 12 && date.day >= 1 &&
         date.day <= days_in_month(date.year, date.month);
}

double sheet_serial(CivilDate date) {
  using namespace std::chrono;
  const auto day = [](int y, int m, int d) { return sys_days(year(y) / m / d); };
  return static_cast<double>((day(date.year, date.month, date.day) - day(1899, 12, 30)).count());
}

std::string formula_fault(std::string_view formula) {
  if (const auto fault = character_fault(formula); !fault.empty()) return "a formula that " + fault;
  if (utf16_length(formula) > kLongestFormula) return "a formula of more than 8,192 characters";
  struct Level {
    int arguments = 1;
  };
  std::array<Level, 65> levels{};
  std::size_t depth = 0, string_start = 0;
  bool in_string = false;
  int brackets = 0;
  for (std::size_t i = 0; i < formula.size(); ++i) {
    const char c = formula[i];
    if (in_string) {
      if (c != '"') continue;
      if (i + 1 < formula.size() && formula[i + 1] == '"') ++i;
      else {
        in_string = false;
        if (count_code_points(formula.substr(string_start, i - string_start)) > 256) return "a string of more than 255 characters in a formula";
      }
    } else if (c == '"') {
      in_string = true;
      string_start = i;
    } else if (c == '[') {
      ++brackets;
    } else if (c == ']') {
      --brackets;
    } else if (brackets > 0) {
      continue;
    } else if (c == '(') {
      if (++depth > 64) return "a formula of more than 64 levels";
      levels[depth] = {};
    } else if (c == ')') {
      if (depth > 0) --depth;
    } else if (c == ',') {
      if (++levels[depth].arguments > 255) return "a function of more than 255 arguments";
    }
  }
  return "";
}

std::string formula_string(std::string_view text) {
  std::string out = "\"";
  for (const char c : text) {
    if (c == '"') out += '"';
    out += c;
  }
  return out + '"';
}

std::string escaped_heading(std::string_view heading) {
  std::string out;
  for (const char c : heading) {
    if (c == '[' || c == ']' || c == '#' || c == '\'') out += '\'';
    out += c;
  }
  return out;
}

}  // namespace briefpack::workbook
