#include "pdf/pdf_syntax.h"

#include <algorithm>
#include <array>
#include <charconv>

#include <fmt/format.h>

#include "base/clock.h"
#include "base/utf8.h"
#include "geometry/number_text.h"

namespace briefpack::pdf {

namespace {

constexpr std::string_view kHex = "0123456789ABCDEF";

bool is_printable_ascii(char c) { return c >= 0x20 && c < 0x7F; }

struct Moment {
  CivilDate date;
  std::int64_t hour, minute, second;
};

Moment moment(std::int64_t seconds) {
  constexpr std::int64_t kDay = 86'400;
  std::int64_t days = seconds / kDay, rest = seconds % kDay;
  if (rest < 0) {
    rest += kDay;
    --days;
  }
  return {civil_from_days(days), rest / 3600, rest / 60 % 60, rest % 60};
}

}  // namespace

void append_integer(std::string& to, std::int64_t value) {
  std::array<char, 24> buffer;
  to.append(buffer.data(), std::to_chars(buffer.data(), buffer.data() + buffer.size(), value).ptr);
}

void append_hex(std::string& to, std::string_view bytes) {
  for (const char c : bytes) {
    const auto byte = static_cast<unsigned char>(c);
    to += kHex[byte >> 4];
    to += kHex[byte & 0xF];
  }
}

void append_hex(std::string& to, std::uint16_t number) {
  const char digits[] = {kHex[number >> 12], kHex[number >> 8 & 0xF], kHex[number >> 4 & 0xF], kHex[number & 0xF]};
  to.append(digits, sizeof digits);
}

std::string utf16be(std::string_view utf8) {
  std::string out;
  const auto put = [&](char32_t unit) {
    out += static_cast<char>(unit >> 8 & 0xFF);
    out += static_cast<char>(unit & 0xFF);
  };
  for (std::size_t at = 0; at < utf8.size();) {
    const char32_t code = next_code_point(utf8, at);
    if (code > 0xFFFF) {
      put(0xD800 + ((code - 0x10000) >> 10));
      put(0xDC00 + ((code - 0x10000) & 0x3FF));
    } else {
      put(code);
    }
  }
  return out;
}

std::string text_string(std::string_view utf8) {
  if (std::ranges::all_of(utf8, is_printable_ascii)) return byte_string(utf8);
  std::string out = "<FEFF";
  out.reserve(4 * utf8.size() + 6);
  append_hex(out, utf16be(utf8));
  return out + ">";
}

std::string byte_string(std::string_view bytes) {
  std::string out;
  if (!std::ranges::all_of(bytes, is_printable_ascii)) {
    out = "<";
    append_hex(out, bytes);
    return out + ">";
  }
  out.reserve(bytes.size() + 2);
  out = "(";
  for (const char c : bytes) {
    if (c == '(' || c == ')' || c == '\\') out += '\\';
    out += c;
  }
  return out + ")";
}

std::string name_text(std::string_view name) {
  std::string out = "/";
  for (const char c : name) {
    const bool is_regular = c > 0x20 && c < 0x7F && std::string_view("#/()<>[]{}%").find(c) == std::string_view::npos;
    if (is_regular) {
      out += c;
    } else {
      out += '#';
      append_hex(out, std::string_view(&c, 1));
    }
  }
  return out;
}

std::string pdf_date(std::int64_t seconds) {
  const Moment m = moment(seconds);
  return fmt::format("D:{:04}{:02}{:02}{:02}{:02}{:02}Z", m.date.year, m.date.month, m.date.day, m.hour, m.minute,
                     m.second);
}

std::string iso_date(std::int64_t seconds) {
  const Moment m = moment(seconds);
  return fmt::format("{:04}-{:02}-{:02}T{:02}:{:02}:{:02}Z", m.date.year, m.date.month, m.date.day, m.hour, m.minute,
                     m.second);
}

std::string number(double value) { return geometry::number_text(value, 2); }

void append_number(std::string& to, double value) { geometry::append_number(to, value, 2); }

std::string rectangle(const geometry::Rect& box, double page_height) {
  std::string out = "[";
  for (const double each : {box.x, page_height - box.bottom(), box.right(), page_height - box.y}) {
    append_number(out, each);
    out += ' ';
  }
  out.back() = ']';
  return out;
}

}  // namespace briefpack::pdf
