#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <briefpack/result.h>

namespace briefpack::workbook {

/// What a workbook says of itself that libxlsxwriter cannot write.
struct PackageWords {
  struct Table {
    std::string name;             ///< "tbl_data"
    std::string title, summary;   ///< Alternative text.
  };
  std::string lang;               ///< BCP 47
  std::vector<Table> tables;
};

/// A workbook's archive in memory, made part by part as the library assembles them (library_files.h). On the way docProps/core.xml
/// gets its dc:language (EN 301 549, 11.1.1.1 asks for it) and each table its alternative text ([MS-XLSX] 2.4.70, CT_Table of the
/// namespace x14), which spreadsheets since 2010 read out. Parts keep the library's order and have the date 1980-01-01, so the same
/// parts give the same bytes. Parts beyond some megabytes are packed while they come, so that a table of a million rows takes no
/// more memory than its packed bytes.
class Package {
 public:
  Package();
  ~Package();
  Package(const Package&) = delete;
  Package& operator=(const Package&) = delete;

  /// REQUIRES: before the first part.
  void describe(PackageWords words) { words_ = std::move(words); }

  void begin_part(std::string name);
  void add(std::string_view bytes);
  void end_part();
  /// Something was lost on the way; finish() says so.
  void fail(std::string what);
  bool has_failed() const { return !fault_.empty(); }

  /// The archive. REQUIRES: once, after the last end_part(). Errors: workbook/cannot-write (exit 3) after fail();
  /// workbook/too-large beyond the 4 GB of an archive.
  Result<std::string> finish();

 private:
  struct Part {
    std::string name;
    std::uint64_t offset = 0, packed_size = 0, size = 0;
    std::uint32_t checksum = 0;
  };
  class Packer;

  void count_in(std::string_view bytes);

  PackageWords words_;
  std::unique_ptr<Packer> packer_;
  std::string bytes_;              ///< The archive so far.
  std::vector<Part> parts_;
  std::string pending_;            ///< Of the last part, not packed yet.
  bool is_streaming_ = false;      ///< The last part is large, and its beginning is packed.
  std::string fault_;
};

/// `core` with its language; unchanged when it has one or `lang` is no language tag.
std::string with_language(std::string core, std::string_view lang);
/// The XML of one table with the alternative text that `words` has for its name.
std::string with_alt_text(std::string table, const PackageWords& words);

}  // namespace briefpack::workbook
