#include "base/memory_file.h"

#include <cerrno>
#include <cstring>
#include <utility>

#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

namespace briefpack {

namespace {

Diagnostic fault(const char* what) {
  return Diagnostic::io_error("io/memory-file", std::string("cannot ") + what + " a file in memory: " + std::strerror(errno));
}

}  // namespace

Result<MemoryFile> MemoryFile::make() {
  const int descriptor = memfd_create("briefpack", MFD_CLOEXEC);
  if (descriptor < 0) return fault("make");
  return MemoryFile(descriptor);
}

MemoryFile::MemoryFile(MemoryFile&& other) noexcept : descriptor_(std::exchange(other.descriptor_, -1)) {}

MemoryFile& MemoryFile::operator=(MemoryFile&& other) noexcept {
  std::swap(descriptor_, other.descriptor_);
  return *this;
}

MemoryFile::~MemoryFile() {
  if (descriptor_ >= 0) close(descriptor_);
}

std::string MemoryFile::path() const { return "/proc/self/fd/" + std::to_string(descriptor_); }

Result<std::string> MemoryFile::read() const {
  struct stat status {};
  if (fstat(descriptor_, &status) != 0) return fault("measure");
  std::string out(static_cast<std::size_t>(status.st_size), '\0');
  for (std::size_t done = 0; done < out.size();) {
    const ssize_t got = pread(descriptor_, out.data() + done, out.size() - done, static_cast<off_t>(done));
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) return fault("read");
    if (got == 0) {
      out.resize(done);
      break;
    }
    done += static_cast<std::size_t>(got);
  }
  return out;
}

}  // namespace briefpack
