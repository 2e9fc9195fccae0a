#pragma once

#include <memory>
#include <string>
#include <string_view>

struct libdeflate_compressor;

namespace briefpack::pdf {

/// Packs bytes for the FlateDecode filter (zlib format). Its tables take about 1 MB, so a document shares one.
class Deflater {
 public:
  /// `level` is libdeflate's, 1 to 12.
  explicit Deflater(int level);
  std::string deflated(std::string_view bytes) const;

 private:
  struct Free {
    void operator()(libdeflate_compressor* compressor) const;
  };
  std::unique_ptr<libdeflate_compressor, Free> compressor_;
};

}  // namespace briefpack::pdf
