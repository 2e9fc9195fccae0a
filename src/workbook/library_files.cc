#include "workbook/library_files.h"

#include <new>
#include <string_view>

#include <minizip/zip.h>
#include <xlsxwriter.h>

#include "base/next_symbol.h"
#include "base/spool_file.h"

namespace briefpack::workbook {

namespace {

/// Of one part; most workbooks have none that is larger.
constexpr std::size_t kMostInMemory = 4u << 20;

thread_local Package* current = nullptr;

/// The package behind a handle that zipOpen gave, or nullptr when it is minizip's own.
Package* package_of(zipFile file) { return file == current ? current : nullptr; }

/// The library's function that one of ours, called `name`, stands before.
template <typename Function>
Function* next(Function&, const char* name) {
  return reinterpret_cast<Function*>(next_symbol(name));
}

/// What the library is told; an exception must not pass through its frames.
template <typename Work>
int done(Package& package, Work work) {
  try {
    work();
  } catch (const std::bad_alloc&) {
    package.fail("out of memory");
  }
  return package.has_failed() ? ZIP_INTERNALERROR : ZIP_OK;
}

}  // namespace

AssemblyScope::AssemblyScope(Package& package) : outer_(current) { current = &package; }
AssemblyScope::~AssemblyScope() { current = outer_; }

}  // namespace briefpack::workbook

using briefpack::workbook::Package;
using briefpack::workbook::current;
using briefpack::workbook::done;
using briefpack::workbook::next;
using briefpack::workbook::package_of;

extern "C" {

FILE* lxw_tmpfile(char* tmpdir) {
  if (current == nullptr) return next(lxw_tmpfile, "lxw_tmpfile")(tmpdir);
  return briefpack::open_spool_file(briefpack::workbook::kMostInMemory, [package = current] { package->fail("is there room for temporary files?"); });
}

zipFile zipOpen(const char* path, int append) { return current != nullptr ? current : next(zipOpen, "zipOpen")(path, append); }

int zipOpenNewFileInZip4_64(zipFile file, const char* name, const zip_fileinfo* info, const void* local, uInt local_size, const void* global, uInt global_size,
                            const char* comment, int method, int level, int raw, int window_bits, int mem_level, int strategy, const char* password,
                            uLong crc, uLong version, uLong flags, int zip64) {
  Package* package = package_of(file);
  if (package == nullptr) {
    return next(zipOpenNewFileInZip4_64, "zipOpenNewFileInZip4_64")(file, name, info, local, local_size, global, global_size, comment, method, level, raw,
                                                                    window_bits, mem_level, strategy, password, crc, version, flags, zip64);
  }
  return done(*package, [&] { package->begin_part(name); });
}

int zipWriteInFileInZip(zipFile file, const void* bytes, unsigned count) {
  Package* package = package_of(file);
  if (package == nullptr) return next(zipWriteInFileInZip, "zipWriteInFileInZip")(file, bytes, count);
  return done(*package, [&] { package->add({static_cast<const char*>(bytes), count}); });
}

int zipCloseFileInZip(zipFile file) {
  Package* package = package_of(file);
  if (package == nullptr) return next(zipCloseFileInZip, "zipCloseFileInZip")(file);
  return done(*package, [&] { package->end_part(); });
}

int zipClose(zipFile file, const char* comment) {
  return package_of(file) != nullptr ? ZIP_OK : next(zipClose, "zipClose")(file, comment);
}

}  // extern "C"
