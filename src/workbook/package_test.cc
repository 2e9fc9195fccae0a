#include "workbook/package.h"

#include <fstream>
#include <map>

#include <catch2/catch.hpp>
#include <minizip/unzip.h>
#include <minizip/zip.h>
#include <unistd.h>

#include "workbook/library_files.h"

using namespace briefpack;
using namespace briefpack::workbook;

namespace {

struct TemporaryPath {
  std::string path = "package_test.tmp." + std::to_string(getpid());
  ~TemporaryPath() { std::remove(path.c_str()); }
};

/// The parts of an archive as another reader finds them; it holds each to its checksum.
std::map<std::string, std::string> unzipped(const std::string& path) {
  std::map<std::string, std::string> out;
  unzFile file = unzOpen(path.c_str());
  REQUIRE(file != nullptr);
  for (int state = unzGoToFirstFile(file); state == UNZ_OK; state = unzGoToNextFile(file)) {
    unz_file_info info{};
    char name[100];
    REQUIRE(unzGetCurrentFileInfo(file, &info, name, sizeof name, nullptr, 0, nullptr, 0) == UNZ_OK);
    CHECK(info.dosDate >> 16 == 0x21);  // 1980-01-01
    std::string content(info.uncompressed_size, '\0');
    REQUIRE(unzOpenCurrentFile(file) == UNZ_OK);
    CHECK(unzReadCurrentFile(file, content.data(), static_cast<unsigned>(content.size())) == static_cast<int>(content.size()));
    CHECK(unzCloseCurrentFile(file) == UNZ_OK);
    out[name] = content;
  }
  unzClose(file);
  return out;
}

std::map<std::string, std::string> unzipped(const Result<std::string>& archive) {
  REQUIRE(archive.ok());
  const TemporaryPath file;
  std::ofstream(file.path, std::ios::binary) << *archive;
  return unzipped(file.path);
}

void add_part(Package& package, const std::string& name, std::string_view content) {
  constexpr std::size_t kPiece = 16384;  // as the library does it
  package.begin_part(name);
  for (std::size_t at = 0; at < content.size(); at += kPiece) package.add(content.substr(at, kPiece));
  package.end_part();
}

/// Larger than what is packed at once.
std::string large_part() {
  std::string out = "<sheet>";
  for (int i = 0; out.size() < 6'000'000; ++i) out += "<row r=\"" + std::to_string(i) + "\"/>";
  return out + "</sheet>";
}

constexpr const char* kTable = "<?xml version=\"1.0\"?>\n<table xmlns=\"m\" id=\"1\" name=\"tbl_a\" displayName=\"tbl_a\" ref=\"A6:B7\"><tableColumns/></table>";

}  // namespace

TEST_CASE("an archive holds its parts, small and large, in their order") {
  const std::string large = large_part();
  const auto make = [&] {
    Package package;
    add_part(package, "a.xml", "<a/>");
    add_part(package, "large.xml", large);
    add_part(package, "empty.xml", "");
    return package.finish();
  };
  const auto archive = make();
  const auto parts = unzipped(archive);
  REQUIRE(parts.size() == 3);
  CHECK(parts.at("a.xml") == "<a/>");
  CHECK(parts.at("large.xml") == large);
  CHECK(parts.at("empty.xml").empty());
  CHECK(archive->find("a.xml") < archive->find("large.xml"));
  CHECK(*archive == *make());
}

TEST_CASE("core properties get their language, tables their alternative text") {
  Package package;
  package.describe({"ko", {{"tbl_a", "Figures & <\"more\">", "What it holds.\nBlank: none."}}});
  add_part(package, "docProps/core.xml", "<cp:coreProperties><a/></cp:coreProperties>");
  add_part(package, "xl/tables/table1.xml", kTable);
  add_part(package, "xl/worksheets/sheet1.xml", kTable);
  const auto parts = unzipped(package.finish());
  CHECK(parts.at("docProps/core.xml") == "<cp:coreProperties><a/><dc:language>ko</dc:language></cp:coreProperties>");
  CHECK(parts.at("xl/tables/table1.xml").ends_with(
      "<tableColumns/><extLst><ext uri=\"{504A1905-F514-4f6f-8877-14C23A59335A}\" xmlns:x14=\"http://schemas.microsoft.com/office/spreadsheetml/2009/9/main\">"
      "<x14:table altText=\"Figures &amp; &lt;&quot;more&quot;&gt;\" altTextSummary=\"What it holds. Blank: none.\"/></ext></extLst></table>"));
  CHECK(parts.at("xl/worksheets/sheet1.xml") == kTable);
}

TEST_CASE("what is no language tag, and a table that nobody described, change nothing") {
  const std::string core = "<cp:coreProperties></cp:coreProperties>", with = "<cp:coreProperties><dc:language>en</dc:language></cp:coreProperties>";
  CHECK(with_language(core, "") == core);
  CHECK(with_language(core, "en\"><") == core);
  CHECK(with_language(with, "ko") == with);
  CHECK(with_alt_text(kTable, {"en", {{"tbl_b", "B", "b"}}}) == kTable);
  CHECK(with_alt_text("<table/>", {"en", {{"", "B", "b"}}}) == "<table/>");
}

TEST_CASE("lost bytes are told instead of an archive") {
  Package package;
  add_part(package, "a.xml", "<a/>");
  package.fail("is there room for temporary files?");
  const auto archive = package.finish();
  REQUIRE_FALSE(archive.ok());
  CHECK(archive.diagnostics().front().code == "workbook/cannot-write");
  CHECK(archive.diagnostics().front().fault == Fault::io);
}

TEST_CASE("archives of minizip are its own where no workbook is made") {
  const TemporaryPath file;
  const auto write = [&] {
    zipFile zip = zipOpen(file.path.c_str(), APPEND_STATUS_CREATE);
    REQUIRE(zip != nullptr);
    zip_fileinfo info{};
    info.dosDate = 0x21u << 16;
    REQUIRE(zipOpenNewFileInZip4_64(zip, "a.xml", &info, nullptr, 0, nullptr, 0, nullptr, Z_DEFLATED, Z_DEFAULT_COMPRESSION, 0, -MAX_WBITS, DEF_MEM_LEVEL,
                                    Z_DEFAULT_STRATEGY, nullptr, 0, 0, 0, 0) == ZIP_OK);
    REQUIRE(zipWriteInFileInZip(zip, "<a/>", 4) == ZIP_OK);
    REQUIRE(zipCloseFileInZip(zip) == ZIP_OK);
    REQUIRE(zipClose(zip, nullptr) == ZIP_OK);
  };
  Package package;
  {
    const AssemblyScope scope(package);
    write();
    CHECK_FALSE(std::ifstream(file.path).good());
  }
  CHECK(unzipped(package.finish()).at("a.xml") == "<a/>");
  write();
  CHECK(unzipped(file.path).at("a.xml") == "<a/>");
}
