#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace briefpack {

/// The byte offset of the first byte that is not well-formed UTF-8 (Unicode 15, table 3-7: no overlong forms, no
/// surrogates, nothing above U+10FFFF), or nothing when all of it is.
std::optional<std::size_t> find_invalid_utf8(std::string_view text);

/// Whether `text` holds no byte above 7F.
bool is_ascii(std::string_view text);

/// How many code points `text` holds. REQUIRES: well-formed UTF-8 (other bytes count as one each).
std::size_t count_code_points(std::string_view text);

/// The code point at byte `at`, moving `at` behind it; U+FFFD for a malformed byte. REQUIRES: at < text.size().
char32_t next_code_point(std::string_view text, std::size_t& at);

void append_utf8(std::string& to, char32_t code_point);

/// At most `limit` code points, with "…" in place of the rest: for quoting input in messages.
std::string shortened(std::string_view text, std::size_t limit);

/// `text` in double quotes for a message: control characters escaped, at most 60 code points.
std::string quoted(std::string_view text);

}  // namespace briefpack
