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

void append_text(std::string& to, std::string_view text) {
  const bool is_dangerous = std::any_of(kDangerous.begin(), kDangerous.end(), [&](std::string_view sign) { return text.starts_with(sign); });
  const bool is_plain = text.find_first_of("\",\r\n") == std::string_view::npos && !text.starts_with(' ') && !text.ends_with(' ');
  if (!is_plain) to += '"';
  if (is_dangerous) to += '\'';
  if (is_plain) {
    to += text;
    return;
  }
  for (const char c : text) {
    if (c == '"') to += '"';
    to += c;
  }
  to += '"';
}

void append_field(std::string& to, const DataCell& cell) {
  if (const auto* text = std::get_if<std::string>(&cell)) append_text(to, *text);
  if (const auto* number = std::get_if<DataNumber>(&cell)) to += shortest_decimal(number->value);
  if (const auto* date = std::get_if<CivilDate>(&cell)) to += fmt::format("{:04}-{:02}-{:02}", date->year, date->month, date->day);
}

}  // namespace

std::string csv_text(std::string_view text) {
  std::string out;
  append_text(out, text);
  return out;
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
      append_field(out, columns[i].cell(plan, plan.dataset.observations[index]));
    }
    out += kLineEnd;
  }
  return out;
}

}  // namespace briefpack::workbook
