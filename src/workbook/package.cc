#include "workbook/package.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <limits>
#include <new>
#include <utility>

#include <libdeflate.h>
#include <zlib.h>

#include "workbook/guard.h"

namespace briefpack::workbook {

namespace {

/// Parts up to this size are packed at once, which takes a third of the time; larger ones bit by bit.
constexpr std::size_t kLargestWhole = 4u << 20;
/// zlib packs a large sheet at level 5 in little more than half the time of level 6, the library's own, and 2% larger. libdeflate gives about the
/// same sizes at the same level.
constexpr int kZlibLevel = 5, kDeflateLevel = 5;
/// Sizes and places in an archive without the extension Zip64 have 32 bits (APPNOTE.TXT 4.4.8).
constexpr std::uint64_t kLargest = std::numeric_limits<std::uint32_t>::max() - 1;

void put16(std::string& to, unsigned value) {
  to += static_cast<char>(value & 0xFF);
  to += static_cast<char>(value >> 8 & 0xFF);
}
void put32(std::string& to, std::uint64_t value) {
  put16(to, static_cast<unsigned>(value & 0xFFFF));
  put16(to, static_cast<unsigned>(value >> 16 & 0xFFFF));
}

Diagnostic cannot_write(const std::string& what) {
  return Diagnostic::io_error("workbook/cannot-write", "cannot put the workbook together: " + what);
}

/// The value of an attribute in the part's first tag that has it; "" when there is none.
std::string_view attribute(std::string_view xml, std::string_view name) {
  const std::string opening = " " + std::string(name) + "=\"";
  const auto at = xml.find(opening);
  if (at == std::string_view::npos) return {};
  const auto start = at + opening.size();
  return xml.substr(start, xml.find('"', start) - start);
}

/// For an attribute's value. A line feed would be read as a blank.
std::string escaped(std::string_view text) {
  constexpr std::size_t kLongest = 2000;  // a screen reader's patience; the format has no limit
  std::string out;
  for (const char c : guard_plain_text(text, kLongest).text) {
    switch (c) {
      case '&': out += "&amp;"; break;
      case '<': out += "&lt;"; break;
      case '>': out += "&gt;"; break;
      case '"': out += "&quot;"; break;
      default: out += c;
    }
  }
  return out;
}

}  // namespace

/// Deflate of whole parts and of parts that come in pieces.
class Package::Packer {
 public:
  Packer() : compressor_(libdeflate_alloc_compressor(kDeflateLevel)) {
    if (!compressor_) throw std::bad_alloc();
  }
  ~Packer() {
    if (is_open_) deflateEnd(&stream_);
  }
  Packer(const Packer&) = delete;
  Packer& operator=(const Packer&) = delete;

  void pack_whole(std::string_view bytes, std::string& to) {
    const std::size_t start = to.size();
    to.resize(start + libdeflate_deflate_compress_bound(compressor_.get(), bytes.size()));
    to.resize(start + libdeflate_deflate_compress(compressor_.get(), bytes.data(), bytes.size(), to.data() + start, to.size() - start));
  }

  void pack_piece(std::string_view bytes, bool is_last, std::string& to) {
    if (!is_open_) {
      stream_ = {};
      if (deflateInit2(&stream_, kZlibLevel, Z_DEFLATED, -MAX_WBITS, MAX_MEM_LEVEL, Z_DEFAULT_STRATEGY) != Z_OK) throw std::bad_alloc();
      is_open_ = true;
    }
    stream_.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
    stream_.avail_in = static_cast<uInt>(bytes.size());
    do {
      stream_.next_out = room_.data();
      stream_.avail_out = static_cast<uInt>(room_.size());
      deflate(&stream_, is_last ? Z_FINISH : Z_NO_FLUSH);
      to.append(reinterpret_cast<const char*>(room_.data()), room_.size() - stream_.avail_out);
    } while (stream_.avail_out == 0);
    if (!is_last) return;
    deflateEnd(&stream_);
    is_open_ = false;
  }

 private:
  struct Free {
    void operator()(libdeflate_compressor* compressor) const { libdeflate_free_compressor(compressor); }
  };
  std::unique_ptr<libdeflate_compressor, Free> compressor_;
  z_stream stream_{};
  bool is_open_ = false;
  std::array<Bytef, 1u << 15> room_{};
};

Package::Package() : packer_(std::make_unique<Packer>()) {}
Package::~Package() = default;

void Package::begin_part(std::string name) {
  parts_.push_back({std::move(name), bytes_.size()});
  pending_.clear();
  is_streaming_ = false;
  const std::string& part = parts_.back().name;
  // Local header (APPNOTE.TXT 4.3.7); checksum and sizes follow when they are known.
  put32(bytes_, 0x04034B50);
  for (const unsigned each : {20u, 0u, 8u, 0u, 0x21u}) put16(bytes_, each);  // version, flags, deflate, midnight, 1980-01-01
  for (int i = 0; i < 3; ++i) put32(bytes_, 0);
  put16(bytes_, static_cast<unsigned>(part.size()));
  put16(bytes_, 0);
  bytes_ += part;
}

void Package::count_in(std::string_view bytes) {
  Part& part = parts_.back();
  part.size += bytes.size();
  part.checksum = libdeflate_crc32(part.checksum, bytes.data(), bytes.size());
}

void Package::add(std::string_view bytes) {
  if (has_failed()) return;
  pending_ += bytes;
  if (pending_.size() <= kLargestWhole) return;
  is_streaming_ = true;
  count_in(pending_);
  packer_->pack_piece(pending_, false, bytes_);
  pending_.clear();
}

void Package::end_part() {
  if (has_failed()) return;
  Part& part = parts_.back();
  if (part.name == "docProps/core.xml") pending_ = with_language(std::move(pending_), words_.lang);
  if (part.name.starts_with("xl/tables/")) pending_ = with_alt_text(std::move(pending_), words_);
  count_in(pending_);
  if (is_streaming_) packer_->pack_piece(pending_, true, bytes_);
  else packer_->pack_whole(pending_, bytes_);
  const std::size_t header = part.offset + 14;  // of checksum and sizes
  part.packed_size = bytes_.size() - part.offset - 30 - part.name.size();
  std::string sizes;
  put32(sizes, part.checksum);
  put32(sizes, part.packed_size);
  put32(sizes, part.size);
  bytes_.replace(header, sizes.size(), sizes);
}

void Package::fail(std::string what) {
  if (fault_.empty()) fault_ = std::move(what);
}

Result<std::string> Package::finish() {
  if (has_failed()) return cannot_write(fault_);
  const std::uint64_t start = bytes_.size();
  for (const Part& part : parts_) {
    // Entry of the central directory (4.3.12).
    put32(bytes_, 0x02014B50);
    for (const unsigned each : {20u, 20u, 0u, 8u, 0u, 0x21u}) put16(bytes_, each);
    put32(bytes_, part.checksum);
    put32(bytes_, part.packed_size);
    put32(bytes_, part.size);
    put16(bytes_, static_cast<unsigned>(part.name.size()));
    for (int i = 0; i < 4; ++i) put16(bytes_, 0);  // no extra field, no comment, first disk, attributes
    put32(bytes_, 0);
    put32(bytes_, part.offset);
    bytes_ += part.name;
  }
  const std::uint64_t end = bytes_.size();
  const bool fits = end <= kLargest && parts_.size() < 0xFFFF && std::all_of(parts_.begin(), parts_.end(), [](const Part& part) { return part.size <= kLargest; });
  if (!fits) {
    return Diagnostic::error("workbook/too-large", {}, "the workbook would have a part of more than 4 GB")
        .hint("--only csv writes the observations as CSV, which has no such limit");
  }
  put32(bytes_, 0x06054B50);  // end of the central directory (4.3.16)
  put32(bytes_, 0);
  put16(bytes_, static_cast<unsigned>(parts_.size()));
  put16(bytes_, static_cast<unsigned>(parts_.size()));
  put32(bytes_, end - start);
  put32(bytes_, start);
  put16(bytes_, 0);
  return std::move(bytes_);
}

std::string with_language(std::string core, std::string_view lang) {
  constexpr std::string_view kEnd = "</cp:coreProperties>";
  const auto at = core.rfind(kEnd);
  const bool is_tag = !lang.empty() && std::all_of(lang.begin(), lang.end(), [](unsigned char c) { return std::isalnum(c) != 0 || c == '-'; });
  if (at == std::string::npos || !is_tag || core.find("<dc:language>") != std::string::npos) return core;
  return core.insert(at, "<dc:language>" + std::string(lang) + "</dc:language>");
}

std::string with_alt_text(std::string table, const PackageWords& words) {
  constexpr std::string_view kEnd = "</table>";
  const auto name = attribute(table, "displayName");
  const auto found = std::find_if(words.tables.begin(), words.tables.end(), [&](const auto& each) { return each.name == name; });
  const auto at = table.rfind(kEnd);
  if (found == words.tables.end() || at == std::string::npos) return table;
  return table.insert(at, "<extLst><ext uri=\"{504A1905-F514-4f6f-8877-14C23A59335A}\" xmlns:x14=\"http://schemas.microsoft.com/office/spreadsheetml/2009/9/main\">"
                          "<x14:table altText=\"" + escaped(found->title) + "\" altTextSummary=\"" + escaped(found->summary) + "\"/></ext></extLst>");
}

}  // namespace briefpack::workbook
