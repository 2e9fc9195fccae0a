#pragma once

#include <string>

#include <briefpack/result.h>

namespace briefpack {

/// A file that lives in memory alone, for a library that writes to nothing but a path (libxlsxwriter before 1.1.5). It has no
/// name in any directory, so nothing is left behind however the program ends. Linux: memfd_create(2).
class MemoryFile {
 public:
  /// Error: io/memory-file when the system gives none.
  static Result<MemoryFile> make();

  MemoryFile(MemoryFile&& other) noexcept;
  MemoryFile& operator=(MemoryFile&& other) noexcept;
  ~MemoryFile();

  /// A path under which this process alone can open the file, valid while the object lives.
  std::string path() const;

  /// Everything that was written. Error: io/memory-file.
  Result<std::string> read() const;

 private:
  explicit MemoryFile(int descriptor) : descriptor_(descriptor) {}
  int descriptor_ = -1;
};

}  // namespace briefpack
