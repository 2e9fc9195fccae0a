#include "workbook/csv.h"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "base/decimal.h"
#include "workbook/data_row.h"

namespace briefpack::workbook {

namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
constexpr std::string_view kLineEnd = "\r\n";
constexpr std::array<std::string_view, 10> kDangerous{"=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠"};

std::string field(const DataCell& cell) {
  if (const auto* text = std::get_if<std::string>(&cell)) return csv_text(*text);
  if (const auto* number = std::get_if<DataNumber>(&cell)) return shortest_decimal(number->value);
  if (const auto* date = std::get_if<CivilDate>(&cell)) return fmt::format("{:04}-{:02}-{:02}", date->year, date->month, date->day);
  return "";
}

}  // namespace

std::string csv_text(std::string_view text) {
  std::string out(text);
  const bool is_dangerous = std::any_of(kDangerous.begin(), kDangerous.end(), [&](std::string_view sign) { return text.starts_with(sign); });
  if (is_dangerous) out.insert(out.begin(), '\'');
  const bool is_plain = out.find_first_of("\",\r\n") == std::string::npos && !out.starts_with(' ') && !out.ends_with(' ');
  if (is_plain) return out;
  std::string quoted = "\"";
  for (const char c : out) {
    if (c == '"') quoted += '"';
    quoted += c;
  }
  return quoted + '"';
}

std::string data_csv(const Plan& plan) {
  std::string out(kByteOrderMark);
  const auto& columns = data_columns();
  for (std::size_t i = 0; i < columns.size(); ++i) {
    if (i > 0) out += ',';
    out += columns[i].name;
  }
  out += kLineEnd;
  for (const std::uint32_t index : plan.data_rows()) {
    for (std::size_t i = 0; i < columns.size(); ++i) {
      if (i > 0) out += ',';
      out += field(columns[i].cell(plan, plan.dataset.observations[index]));
    }
    out += kLineEnd;
  }
  return out;
}

}  // namespace briefpack::workbook
