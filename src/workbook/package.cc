#include "workbook/package.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <memory>
#include <optional>
#include <string_view>

#include <fmt/format.h>
#include <minizip/unzip.h>
#include <minizip/zip.h>

namespace briefpack::workbook {

namespace {

constexpr std::string_view kCore = "docProps/core.xml";

Diagnostic fault(const std::string& what) {
  return Diagnostic::io_error("workbook/cannot-write", "cannot put the workbook together: " + what);
}

struct CloseUnzip {
  void operator()(void* file) const { unzClose(file); }
};
struct CloseZip {
  void operator()(void* file) const { zipClose(file, nullptr); }
};

struct Part {
  std::string name;
  unz_file_info info{};
};

std::optional<Part> part_at(unzFile from) {
  Part out;
  std::array<char, 512> name{};
  if (unzGetCurrentFileInfo(from, &out.info, name.data(), name.size(), nullptr, 0, nullptr, 0) != UNZ_OK) return std::nullopt;
  out.name.assign(name.data(), std::min<std::size_t>(out.info.size_filename, name.size() - 1));
  return out;
}

/// The part's bytes, inflated and checked against their checksum, or as they are stored.
std::optional<std::string> bytes_of(unzFile from, const Part& part, bool is_raw, int& method, int& level) {
  if (unzOpenCurrentFile2(from, &method, &level, is_raw ? 1 : 0) != UNZ_OK) return std::nullopt;
  std::string out(is_raw ? part.info.compressed_size : part.info.uncompressed_size, '\0');
  std::size_t done = 0;
  while (done < out.size()) {
    constexpr std::size_t kChunk = 1u << 30;
    const int got = unzReadCurrentFile(from, out.data() + done, static_cast<unsigned>(std::min(out.size() - done, kChunk)));
    if (got <= 0) break;
    done += static_cast<std::size_t>(got);
  }
  // The closing call reports a wrong checksum.
  const bool is_good = unzCloseCurrentFile(from) == UNZ_OK && done == out.size();
  return is_good ? std::optional(std::move(out)) : std::nullopt;
}

std::string with_language(std::string core, const std::string& lang) {
  constexpr std::string_view kEnd = "</cp:coreProperties>";
  const auto at = core.rfind(kEnd);
  const bool is_tag = !lang.empty() && std::all_of(lang.begin(), lang.end(), [](unsigned char c) { return std::isalnum(c) != 0 || c == '-'; });
  if (at == std::string::npos || !is_tag || core.find("<dc:language>") != std::string::npos) return core;
  return core.insert(at, "<dc:language>" + lang + "</dc:language>");
}

zip_fileinfo same_date(const Part& part) {
  zip_fileinfo out{};
  out.dosDate = part.info.dosDate;
  out.internal_fa = part.info.internal_fa;
  out.external_fa = part.info.external_fa;
  return out;
}

bool add_deflated(zipFile to, const Part& part, const std::string& bytes) {
  const zip_fileinfo info = same_date(part);
  return zipOpenNewFileInZip(to, part.name.c_str(), &info, nullptr, 0, nullptr, 0, nullptr, Z_DEFLATED, Z_DEFAULT_COMPRESSION) == ZIP_OK &&
         zipWriteInFileInZip(to, bytes.data(), static_cast<unsigned>(bytes.size())) == ZIP_OK && zipCloseFileInZip(to) == ZIP_OK;
}

bool add_stored(zipFile to, const Part& part, const std::string& bytes, int method, int level) {
  const zip_fileinfo info = same_date(part);
  return zipOpenNewFileInZip2(to, part.name.c_str(), &info, nullptr, 0, nullptr, 0, nullptr, method, level, 1) == ZIP_OK &&
         zipWriteInFileInZip(to, bytes.data(), static_cast<unsigned>(bytes.size())) == ZIP_OK &&
         zipCloseFileInZipRaw(to, part.info.uncompressed_size, part.info.crc) == ZIP_OK;
}

/// Checks the part under the cursor and copies it.
std::optional<Diagnostic> copy_part(unzFile from, zipFile to, const std::string& lang) {
  const auto part = part_at(from);
  if (!part) return fault("a part cannot be found again");
  int method = 0, level = 0;
  const auto bytes = bytes_of(from, *part, false, method, level);
  if (!bytes) return fault(part->name + " is damaged");
  if (!is_complete_xml(*bytes)) return fault(part->name + " is cut short; is there room for temporary files?");
  if (part->name == kCore) {
    if (!add_deflated(to, *part, with_language(*bytes, lang))) return fault("no room for " + part->name);
    return std::nullopt;
  }
  const auto stored = bytes_of(from, *part, true, method, level);
  if (!stored || !add_stored(to, *part, *stored, method, level)) return fault("no room for " + part->name);
  return std::nullopt;
}

}  // namespace

bool is_complete_xml(std::string_view xml) {
  while (!xml.empty() && (xml.back() == '\n' || xml.back() == '\r' || xml.back() == ' ')) xml.remove_suffix(1);
  auto start = xml.find('<');
  while (start != std::string_view::npos && start + 1 < xml.size() && xml[start + 1] == '?') start = xml.find('<', start + 1);
  if (start == std::string_view::npos) return false;
  const auto name_end = xml.find_first_of(" \t\r\n/>", start + 1);
  if (name_end == std::string_view::npos) return false;
  const std::string end_tag = "</" + std::string(xml.substr(start + 1, name_end - start - 1)) + ">";
  if (xml.ends_with(end_tag)) return true;
  // A root without content: <a/> is all there is.
  return xml.ends_with("/>") && xml.find('>', start) == xml.size() - 1;
}

Result<std::string> checked_package(const MemoryFile& file, const std::string& lang) {
  auto copy = MemoryFile::make();
  if (!copy) return copy.take_diagnostics();
  const std::unique_ptr<void, CloseUnzip> from(unzOpen(file.path().c_str()));
  if (from == nullptr) return fault("the file cannot be opened again");
  std::unique_ptr<void, CloseZip> to(zipOpen(copy->path().c_str(), APPEND_STATUS_CREATE));
  if (to == nullptr) return fault("no second file in memory");
  int state = unzGoToFirstFile(from.get());
  for (; state == UNZ_OK; state = unzGoToNextFile(from.get())) {
    if (auto error = copy_part(from.get(), to.get(), lang)) return std::move(*error);
  }
  if (state != UNZ_END_OF_LIST_OF_FILE) return fault("the list of parts is damaged");
  if (zipClose(to.release(), nullptr) != ZIP_OK) return fault("the list of parts cannot be written");
  return copy->read();
}

}  // namespace briefpack::workbook
