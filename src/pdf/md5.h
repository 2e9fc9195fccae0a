#pragma once

#include <string>
#include <string_view>

namespace briefpack::pdf {

/// The 16 bytes of the MD5 digest, which PDF asks for in file identifiers and checksums (ISO 32000-1, 14.4 and 7.11.4). It
/// names contents here and protects nothing.
std::string md5(std::string_view bytes);

}  // namespace briefpack::pdf
