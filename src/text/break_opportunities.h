#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace briefpack::text {

/// A place where a line may end.
struct BreakOpportunity {
  std::size_t offset = 0;  ///< Byte of the first character on the next line.
  bool mandatory = false;  ///< The text holds a line end here.
};

/// Where lines of `text` may end, ascending; the last one is always the end of the text (not mandatory, unless a line end
/// stands there). Empty for an empty text.
///
/// Unicode line breaking (UAX #14) through ICU, less the places that our typography forbids (visual specification,
/// sections 2 and 8): Korean words break at spaces only; a range (2010–2021) and a pair (km/h) stay whole; a line does not
/// begin with a dash; a web address breaks only after a slash.
/// REQUIRES: well-formed UTF-8.
std::vector<BreakOpportunity> break_opportunities(std::string_view text, std::string_view lang);

/// Bytes at which a user-perceived character begins or the text ends (UAX #29), without 0. For words too long for a line.
std::vector<std::size_t> grapheme_ends(std::string_view text);

}  // namespace briefpack::text
