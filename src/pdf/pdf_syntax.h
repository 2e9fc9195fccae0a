#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "geometry/geometry.h"

/// How values are spelt in a PDF file (ISO 32000-1, 7.3 and 7.9).
namespace briefpack::pdf {

void append_integer(std::string& to, std::int64_t value);
/// Upper-case hexadecimal digits of `bytes`.
void append_hex(std::string& to, std::string_view bytes);
/// Four digits.
void append_hex(std::string& to, std::uint16_t number);

/// UTF-16, big-endian, without a byte order mark.
std::string utf16be(std::string_view utf8);

/// A text string for readers: `(…)` when it is printable ASCII, else `<FEFF…>`.
std::string text_string(std::string_view utf8);

/// A string of bytes: `(…)` with escapes when they are printable ASCII, else `<…>`.
std::string byte_string(std::string_view bytes);

/// `/Name`, with `#xx` for what a name may not hold (a MIME type's slash).
std::string name_text(std::string_view name);

/// "D:20261201000000Z" and "2026-12-01T00:00:00Z" of the same second, given since 1970 UTC.
std::string pdf_date(std::int64_t seconds);
std::string iso_date(std::int64_t seconds);

/// A length with at most two decimals: a hundredth of a point is 3.5 µm.
std::string number(double value);
void append_number(std::string& to, double value);

/// `[left bottom right top]` of a box whose y runs down on a page of `page_height`.
std::string rectangle(const geometry::Rect& box, double page_height);

}  // namespace briefpack::pdf
