#pragma once

#include <string>
#include <string_view>

namespace briefpack::pdf {

/// Packs bytes for the FlateDecode filter (zlib format). `level` is libdeflate's, 1 to 12. Each thread keeps libdeflate's tables
/// for its last level, about 1 MB.
std::string deflated(std::string_view bytes, int level);

}  // namespace briefpack::pdf
