#include "text/cff_charset.h"

#include <string>

#include <catch2/catch.hpp>

using namespace briefpack::text;

namespace {

/// A CFF table with one name, a Top DICT of `top`, and `charset` at byte kCharsetAt.
constexpr std::size_t kCharsetAt = 60;

std::string index_of(const std::string& object) {
  std::string out{'\0', '\1', '\1', '\1'};  // one object, offsets of one byte, the first is 1
  out += static_cast<char>(1 + object.size());
  return out + object;
}

std::string cff(const std::string& top, const std::string& charset) {
  std::string table{'\1', '\0', '\4', '\1'};
  table += index_of("Name") + index_of(top);
  REQUIRE(table.size() <= kCharsetAt);
  table.resize(kCharsetAt, '\0');
  return table + charset;
}

const std::string kRos{'\x8B', '\x8B', '\x8B', '\x0C', '\x1E'};           // 0 0 0 ROS
const std::string kCharset{static_cast<char>(139 + kCharsetAt), '\x0F'};  // 60 charset

}  // namespace

TEST_CASE("a font keyed by name has no CIDs") {
  const auto read = read_cff_charset(cff(kCharset, ""), 3);
  REQUIRE(read);
  CHECK_FALSE(read->is_cid_keyed);
  CHECK(read->cids.empty());
}

TEST_CASE("charsets list CIDs or ranges of them") {
  const auto list = read_cff_charset(cff(kRos + kCharset, std::string("\0\0\x07\x01\x02", 5)), 3);
  REQUIRE(list);
  CHECK(list->cids == std::vector<std::uint16_t>{0, 7, 0x102});
  const auto ranges = read_cff_charset(cff(kRos + kCharset, std::string("\1\0\x07\1\0\x20\0", 7)), 4);
  REQUIRE(ranges);
  CHECK(ranges->cids == std::vector<std::uint16_t>{0, 7, 8, 0x20});
  const auto wide = read_cff_charset(cff(kRos + kCharset, std::string("\2\0\x07\0\2", 5)), 4);
  REQUIRE(wide);
  CHECK(wide->cids == std::vector<std::uint16_t>{0, 7, 8, 9});
}

TEST_CASE("operands of every size are skipped") {
  const std::string noise("\x1C\x12\x34\x1D\1\2\3\4\x1E\x12\x3F\xF7\x10\xFB\x10\x0C\x07",
                          17);  // a FontMatrix of odd numbers
  const auto read = read_cff_charset(cff(kRos + noise + kCharset, std::string("\0\0\x09", 3)), 2);
  REQUIRE(read);
  CHECK(read->cids == std::vector<std::uint16_t>{0, 9});
}

TEST_CASE("every cut through a table is an error, not a crash") {
  const std::string whole = cff(kRos + kCharset, std::string("\0\0\x07\x01\x02", 5));
  for (std::size_t size = 0; size < whole.size(); ++size)
    CHECK_FALSE(read_cff_charset(whole.substr(0, size), 3));
}
