#include "pdf/deflate.h"

#include <memory>
#include <new>

#include <libdeflate.h>

namespace briefpack::pdf {

namespace {

struct Free {
  void operator()(libdeflate_compressor* compressor) const { libdeflate_free_compressor(compressor); }
};

/// Allocated once a thread.
struct Compressor {
  int level = 0;
  std::unique_ptr<libdeflate_compressor, Free> tables;
};

libdeflate_compressor* compressor_of(int level) {
  thread_local Compressor kept;
  if (kept.level != level) {
    kept.tables.reset(libdeflate_alloc_compressor(level));
    if (!kept.tables) throw std::bad_alloc();
    kept.level = level;
  }
  return kept.tables.get();
}

}  // namespace

std::string deflated(std::string_view bytes, int level) {
  libdeflate_compressor* compressor = compressor_of(level);
  std::string out(libdeflate_zlib_compress_bound(compressor, bytes.size()), '\0');
  out.resize(libdeflate_zlib_compress(compressor, bytes.data(), bytes.size(), out.data(), out.size()));
  return out;
}

}  // namespace briefpack::pdf
