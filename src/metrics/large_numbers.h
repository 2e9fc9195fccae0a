#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace briefpack::metrics {

/// Where the number that starts at `at` ends (RFC 8259, section 6). REQUIRES: the library has found a number there.
std::size_t end_of_number(std::string_view text, std::size_t at);

/// The same text with each number that is too large for a double replaced by a small one of the same length. The library stops
/// at such a number, and all faults behind it would stay untold; the readers take numbers from the text itself and tell it.
/// Nothing where there is none, which costs one pass.
std::optional<std::string> without_large_numbers(std::string_view text);

}  // namespace briefpack::metrics
