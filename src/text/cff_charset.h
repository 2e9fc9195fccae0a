#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace briefpack::text {

/// What a CFF table says about the numbers of its glyphs (Adobe Technical Note 5176).
struct CffCharset {
  /// True when the table has a ROS operator: viewers then select glyphs by CID (ISO 32000-1, 9.7.4.2).
  bool is_cid_keyed = false;
  /// CID of each glyph; empty when the font is keyed by name.
  std::vector<std::uint16_t> cids;
};

/// Reads it; nothing when the table is damaged.
std::optional<CffCharset> read_cff_charset(std::string_view cff, std::uint32_t glyph_count);

}  // namespace briefpack::text
