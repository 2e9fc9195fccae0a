#include "pdf/md5.h"

#include <algorithm>
#include <array>

#include <hpdf.h>
extern "C" {
#include <hpdf_encrypt.h>
}

namespace briefpack::pdf {

std::string md5(std::string_view bytes) {
  constexpr std::size_t kAtOnce = 1u << 30;  // libharu counts in 32 bits
  HPDF_MD5_CTX context;
  HPDF_MD5Init(&context);
  for (std::size_t at = 0; at < bytes.size(); at += kAtOnce) {
    const std::string_view part = bytes.substr(at, kAtOnce);
    HPDF_MD5Update(&context, reinterpret_cast<const HPDF_BYTE*>(part.data()), static_cast<HPDF_UINT32>(part.size()));
  }
  std::array<HPDF_BYTE, 16> digest{};
  HPDF_MD5Final(digest.data(), &context);
  return {digest.begin(), digest.end()};
}

}  // namespace briefpack::pdf
