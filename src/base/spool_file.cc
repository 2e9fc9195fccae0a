#include "base/spool_file.h"

#include <algorithm>
#include <memory>
#include <new>
#include <string>
#include <utility>

namespace briefpack {

namespace {

struct Close {
  void operator()(std::FILE* file) const { std::fclose(file); }
};

struct Spool {
  std::size_t most_in_memory;
  std::function<void()> failed;
  std::string memory{};
  std::unique_ptr<std::FILE, Close> disk{};  ///< Once it is there it has everything.
  std::size_t size = 0, position = 0;

  /// False when memory is short: an exception must not pass through the C library's frames.
  bool put(const char* bytes, std::size_t count) {
    try {
      memory.resize(std::max(memory.size(), position + count));
    } catch (const std::bad_alloc&) {
      return false;
    }
    std::copy_n(bytes, count, memory.begin() + static_cast<std::ptrdiff_t>(position));
    return true;
  }
  bool move_to_disk() {
    disk.reset(std::tmpfile());
    if (!disk || std::fwrite(memory.data(), 1, memory.size(), disk.get()) != memory.size()) return false;
    memory = {};
    return seek_disk();
  }
  bool seek_disk() const { return !disk || fseeko(disk.get(), static_cast<off_t>(position), SEEK_SET) == 0; }
};

ssize_t write_spool(void* cookie, const char* bytes, std::size_t count) {
  auto& spool = *static_cast<Spool*>(cookie);
  if (!spool.disk && spool.position + count > spool.most_in_memory && !spool.move_to_disk()) {
    spool.failed();
    return 0;
  }
  if (!(spool.disk ? std::fwrite(bytes, 1, count, spool.disk.get()) == count : spool.put(bytes, count))) {
    spool.failed();
    return 0;
  }
  spool.position += count;
  spool.size = std::max(spool.size, spool.position);
  return static_cast<ssize_t>(count);
}

ssize_t read_spool(void* cookie, char* bytes, std::size_t count) {
  auto& spool = *static_cast<Spool*>(cookie);
  count = std::min(count, spool.size - std::min(spool.size, spool.position));
  if (!spool.disk) {
    std::copy_n(spool.memory.begin() + static_cast<std::ptrdiff_t>(std::min(spool.position, spool.memory.size())), count, bytes);
  } else if (std::fread(bytes, 1, count, spool.disk.get()) != count) {
    spool.failed();
    return -1;
  }
  spool.position += count;
  return static_cast<ssize_t>(count);
}

int seek_spool(void* cookie, off64_t* offset, int whence) {
  auto& spool = *static_cast<Spool*>(cookie);
  const auto from = static_cast<off64_t>(whence == SEEK_SET ? 0 : whence == SEEK_CUR ? spool.position : spool.size);
  if (from + *offset < 0) return -1;
  *offset += from;
  spool.position = static_cast<std::size_t>(*offset);
  if (spool.seek_disk()) return 0;
  spool.failed();
  return -1;
}

int close_spool(void* cookie) {
  delete static_cast<Spool*>(cookie);
  return 0;
}

}  // namespace

std::FILE* open_spool_file(std::size_t most_in_memory, std::function<void()> failed) {
  auto spool = std::make_unique<Spool>(Spool{most_in_memory, std::move(failed)});
  std::FILE* file = fopencookie(spool.get(), "w+", {read_spool, write_spool, seek_spool, close_spool});
  if (file != nullptr) (void)spool.release();  // the stream has it now
  return file;
}

}  // namespace briefpack
