#include "text/cff_charset.h"

#include <cstddef>

namespace briefpack::text {

namespace {

/// Big-endian numbers out of bytes that may be cut short. After a read behind the end `failed` stays set.
class Reader {
 public:
  Reader(std::string_view bytes, std::size_t at) : bytes_(bytes), at_(at) {}

  unsigned number(unsigned size) {
    unsigned value = 0;
    for (unsigned i = 0; i < size; ++i) {
      if (at_ >= bytes_.size()) {
        failed = true;
        return 0;
      }
      value = value << 8 | static_cast<unsigned char>(bytes_[at_++]);
    }
    return value;
  }
  std::size_t at() const { return at_; }
  void move_to(std::size_t at) { at_ = at; }

  bool failed = false;

 private:
  std::string_view bytes_;
  std::size_t at_;
};

/// Skips an INDEX (5176, section 5); `first` becomes the bytes of its first object.
bool skip_index(std::string_view cff, Reader& reader, std::string_view& first) {
  const unsigned count = reader.number(2);
  first = {};
  if (count == 0) return !reader.failed;
  const unsigned offset_size = reader.number(1);
  if (offset_size < 1 || offset_size > 4) return false;
  const std::size_t offsets = reader.at();
  // Offsets count from the byte before the objects.
  const std::size_t base = offsets + (std::size_t{count} + 1) * offset_size - 1;
  const std::size_t begin = base + reader.number(offset_size), end = base + reader.number(offset_size);
  reader.move_to(offsets + std::size_t{count} * offset_size);
  const std::size_t last = base + reader.number(offset_size);
  if (reader.failed || begin > end || end > last || last > cff.size()) return false;
  first = cff.substr(begin, end - begin);
  reader.move_to(last);
  return true;
}

struct TopDict {
  bool has_ros = false;
  std::size_t charset = 0;  ///< 0 to 2 are predefined.
};

/// Reads the operators that concern us (5176, sections 4 and 9).
std::optional<TopDict> read_top_dict(std::string_view bytes) {
  constexpr unsigned kCharset = 15, kEscape = 12, kRos = 30;
  TopDict dict;
  Reader reader(bytes, 0);
  std::size_t operand = 0;  // the last one; negative and real ones are of no interest and read as 0
  while (reader.at() < bytes.size() && !reader.failed) {
    const unsigned byte = reader.number(1);
    if (byte <= 21) {
      if (byte == kEscape) {
        if (reader.number(1) == kRos) dict.has_ros = true;
      } else if (byte == kCharset) {
        dict.charset = operand;
      }
      operand = 0;
    } else if (byte == 28) {
      operand = reader.number(2);
    } else if (byte == 29) {
      operand = reader.number(4);
    } else if (byte == 30) {  // a real number ends with the nibble F
      unsigned pair = 0;
      do
        pair = reader.number(1);
      while (!reader.failed && (pair & 0xF) != 0xF && pair >> 4 != 0xF);
      operand = 0;
    } else if (byte >= 32 && byte <= 246) {
      operand = byte >= 139 ? byte - 139 : 0;
    } else if (byte >= 247 && byte <= 250) {
      operand = (byte - 247) * 256 + reader.number(1) + 108;
    } else if (byte >= 251 && byte <= 254) {
      reader.number(1);
      operand = 0;
    } else {
      return std::nullopt;  // reserved
    }
  }
  if (reader.failed) return std::nullopt;
  return dict;
}

std::optional<std::vector<std::uint16_t>> read_cids(std::string_view cff, std::size_t charset,
                                                    std::uint32_t glyph_count) {
  std::vector<std::uint16_t> cids{0};  // glyph 0 is never listed
  if (charset <= 2) {
    while (cids.size() < glyph_count)
      cids.push_back(static_cast<std::uint16_t>(cids.size()));
    return cids;
  }
  Reader reader(cff, charset);
  const unsigned format = reader.number(1);
  if (format > 2) return std::nullopt;
  while (cids.size() < glyph_count && !reader.failed) {
    const unsigned first = reader.number(2);
    // Format 0 lists each CID; 1 and 2 list ranges with the count of those that follow the first.
    const unsigned more = format == 0 ? 0 : reader.number(format);
    for (unsigned i = 0; i <= more && cids.size() < glyph_count; ++i)
      cids.push_back(static_cast<std::uint16_t>(first + i));
  }
  if (reader.failed) return std::nullopt;
  return cids;
}

}  // namespace

std::optional<CffCharset> read_cff_charset(std::string_view cff, std::uint32_t glyph_count) {
  constexpr std::size_t kHeaderSizeAt = 2;
  if (cff.size() <= kHeaderSizeAt) return std::nullopt;
  Reader reader(cff, static_cast<unsigned char>(cff[kHeaderSizeAt]));
  std::string_view name, top;
  if (!skip_index(cff, reader, name) || !skip_index(cff, reader, top)) return std::nullopt;
  const auto dict = read_top_dict(top);
  if (!dict) return std::nullopt;
  CffCharset charset{dict->has_ros, {}};
  if (charset.is_cid_keyed) {
    auto cids = read_cids(cff, dict->charset, glyph_count);
    if (!cids) return std::nullopt;
    charset.cids = *std::move(cids);
  }
  return charset;
}

}  // namespace briefpack::text
