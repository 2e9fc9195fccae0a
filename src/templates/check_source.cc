#include "templates/check_source.h"

#include <algorithm>
#include <cstdio>
#include <string>

#include "base/utf8.h"

namespace briefpack::templates {

namespace {

// cmark-gfm completes every row to the head's width and is quadratic in it; a page holds no wider table anyway.
constexpr std::size_t kColumnLimit = 64;
constexpr std::size_t kCellLimit = 100'000;
// A line opens this many quotes and lists at most: cmark-gfm is quadratic in their number.
constexpr std::size_t kContainerLimit = 64;
// Each such character may become a node of some 200 bytes in cmark-gfm, and each line another.
constexpr std::string_view kMarkup = "[]*_`<!&\\";
constexpr std::size_t kMarkupLimit = 500'000;

/// How many columns a table's delimiter row (`|---|:-:|`) makes; 0 for another line.
std::size_t delimiter_columns(std::string_view line) {
  if (line.find_first_not_of("|:-> \t*+") != std::string_view::npos) return 0;
  const auto pipes = static_cast<std::size_t>(std::count(line.begin(), line.end(), '|'));
  return pipes == 0 || line.find('-') == std::string_view::npos ? 0 : pipes + 1;
}

std::size_t containers_opened(std::string_view line) {
  std::size_t count = 0;
  for (std::size_t at = 0; at < line.size(); ++at) {
    const char c = line[at];
    const bool is_spaced = at + 1 < line.size() && (line[at + 1] == ' ' || line[at + 1] == '\t');
    if (c == '>')
      ++count;
    else if (c == '-' || c == '*' || c == '+' || c == '.' || c == ')') {
      if (!is_spaced) return count;
      ++count;
    } else if (c != ' ' && c != '\t' && !(c >= '0' && c <= '9'))
      return count;
  }
  return count;
}

void check_shapes(const SourceFile& file, Diagnostics& faults) {
  std::size_t run_lines = 0, run_columns = 0, cells = 0;
  std::uint32_t number = 0;
  for (const std::string_view line : file.lines()) {
    ++number;
    if (containers_opened(line) > kContainerLimit) {
      faults.push_back(
          Diagnostic::error("template/too-deep", file.span(number, 0, 1),
                            "a line that opens more than " + std::to_string(kContainerLimit) + " quotes or lists"));
      return;
    }
    if (trimmed(line).empty()) {
      run_lines = run_columns = 0;
      continue;
    }
    const std::size_t columns = delimiter_columns(line);
    if (columns > kColumnLimit) {
      faults.push_back(Diagnostic::error("template/table-size", file.span(number, 0, 1),
                                         "a table of more than " + std::to_string(kColumnLimit) + " columns"));
      return;
    }
    ++run_lines;
    // A wider table late in the run makes all its lines count, which errs on the safe side.
    if (columns > run_columns) cells += (columns - run_columns) * run_lines;
    run_columns = std::max(run_columns, columns);
    cells += run_columns;
    if (cells > kCellLimit) {
      faults.push_back(Diagnostic::error("template/table-size", file.span(number, 0, 1),
                                         "tables of more than " + std::to_string(kCellLimit) + " cells"));
      return;
    }
  }
}

/// The place of byte `at` of the whole text.
SourceSpan place_of(std::string_view text, const SourceFile& file, std::size_t at) {
  std::uint32_t number = 0;
  for (const std::string_view line : file.lines()) {
    ++number;
    const auto begin = static_cast<std::size_t>(line.data() - text.data());
    if (at <= begin + line.size()) return file.span(number, at - std::min(at, begin), at - std::min(at, begin) + 1);
  }
  return file.span(number, 0, 0);
}

}  // namespace

bool is_forbidden(char32_t c) {
  if (c < 0x20) return c != '\t' && c != '\n' && c != '\r';
  return c == 0x7F || c == 0xFFFE || c == 0xFFFF;
}

Diagnostics check_source(std::string_view text, const SourceFile& file, const std::string& what) {
  Diagnostics faults;
  if (const auto bad = find_invalid_utf8(text)) {
    char byte[8];
    std::snprintf(byte, sizeof byte, "0x%02X", static_cast<unsigned char>(text[*bad]));
    faults.push_back(Diagnostic::error("template/not-utf8", place_of(text, file, *bad),
                                       std::string("the byte ") + byte + " is no valid UTF-8 here")
                         .hint("save " + what + " as UTF-8"));
    return faults;
  }
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    const char32_t c = next_code_point(text, at);
    if (!is_forbidden(c)) continue;
    char name[16];
    std::snprintf(name, sizeof name, "U+%04X", static_cast<unsigned>(c));
    faults.push_back(Diagnostic::error("template/control-character", place_of(text, file, begin),
                                       std::string("the control character ") + name + " cannot be printed"));
    if (faults.size() >= 10) return faults;
  }
  const auto marks =
      std::count_if(text.begin(), text.end(), [](char c) { return kMarkup.find(c) != std::string_view::npos; });
  if (static_cast<std::size_t>(marks) + file.lines().size() > kMarkupLimit) {
    faults.push_back(
        Diagnostic::error("template/too-large", file.span(1, 0, 0),
                          what + " has more than " + std::to_string(kMarkupLimit) + " lines and marks"));
    return faults;
  }
  check_shapes(file, faults);
  return faults;
}

}  // namespace briefpack::templates
