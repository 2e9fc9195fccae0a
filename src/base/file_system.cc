#include "base/file_system.h"

#include <filesystem>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <cstdio>
#include <mutex>
#include <set>
#include <system_error>
#include <utility>

namespace briefpack {

namespace {

/// Why the machine refused, as the end of a sentence.
std::string reason(int error) {
  switch (error) {
    case ENOENT:
      return "there is no such file or directory";
    case EACCES:
    case EPERM:
      return "permission is denied";
    case EISDIR:
      return "it is a directory";
    case ENOTDIR:
      return "a part of the path is a file, not a directory";
    case ENOSPC:
    case EDQUOT:
      return "the disk is full";
    case EFBIG:
      return "the file would be larger than is allowed here";
    case EROFS:
      return "the disk can only be read";
    case ENAMETOOLONG:
      return "the name is too long";
    case ELOOP:
      return "links lead from one to the other without end";
    default:
      return std::generic_category().message(error);
  }
}

Diagnostic unreadable(const std::string& path, int error) {
  return Diagnostic::io_error("io/unreadable", "cannot read " + path + ": " + reason(error));
}

Diagnostic unwritable(const std::string& path, int error) {
  Diagnostic out = Diagnostic::io_error("io/unwritable", "cannot write " + path + ": " + reason(error));
  if (error == ENOSPC || error == EDQUOT) return std::move(out).hint("make room there, or name another folder with -o");
  if (error == EROFS || error == EACCES || error == EPERM) return std::move(out).hint("name another folder with -o");
  return out;
}

Diagnostic too_large(const std::string& path, std::size_t limit) {
  return Diagnostic::io_error("io/too-large",
                              "cannot read " + path + ": it is larger than " + std::to_string(limit) + " bytes");
}

/// The files of this process that are on their way to their places. The one state that all file systems share: a signal that ends
/// the program knows no other.
class Unplaced {
 public:
  /// Opens a new file: its descriptor, or -1.
  int open(const std::string& name) {
    const std::lock_guard lock(mutex_);
    const int number = ::open(name.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
    if (number >= 0) names_.insert(name);
    return number;
  }
  void forget(const std::string& name) {
    const std::lock_guard lock(mutex_);
    names_.erase(name);
  }
  std::unique_lock<std::mutex> remove_all() {
    const std::lock_guard none_is_placed(placing_);
    std::unique_lock lock(mutex_);
    for (const std::string& name : names_) ::unlink(name.c_str());
    names_.clear();
    return lock;
  }
  /// Held while a set of files gets its places.
  std::mutex& placing() { return placing_; }

 private:
  std::mutex mutex_, placing_;
  std::set<std::string> names_;
};

Unplaced& unplaced() {
  // Never destroyed: a signal may come while the program ends.
  static Unplaced& all = *new Unplaced;
  return all;
}

/// An open file; closes itself.
class Descriptor {
 public:
  explicit Descriptor(int number) : number_(number) {}
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  ~Descriptor() {
    if (number_ >= 0) ::close(number_);
  }
  bool is_open() const { return number_ >= 0; }
  int number() const { return number_; }
  /// 0, or why what was written may be lost.
  int close() { return ::close(std::exchange(number_, -1)) == 0 ? 0 : errno; }

 private:
  int number_;
};

bool is_directory(const std::string& path) {
  struct stat facts {};
  return ::stat(path.c_str(), &facts) == 0 && S_ISDIR(facts.st_mode);
}

std::string parent_of(const std::string& path) {
  const std::size_t slash = path.find_last_of('/');
  if (slash == std::string::npos) return ".";
  return slash == 0 ? "/" : path.substr(0, slash);
}

/// Something else than a folder stands at `part` of `path`.
Diagnostic not_a_folder(const std::string& path, const std::string& part) {
  struct stat facts {};
  const bool leads_nowhere = ::stat(part.c_str(), &facts) != 0;
  if (leads_nowhere) return Diagnostic::io_error("io/unwritable", "cannot write " + path + ": " + part + " is a link that leads nowhere");
  return unwritable(path, ENOTDIR);
}

/// 0, or the error that stopped the writing.
int write_whole(int file, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t count = ::write(file, bytes.data(), bytes.size());
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) return errno;
    bytes.remove_prefix(static_cast<std::size_t>(count));
  }
  return 0;
}

/// Calls `make` with names beside `path` until one is free: 0, or its error. A run that was cut off leaves such a name behind.
template <typename Make>
Result<std::string> with_free_name(const std::string& path, const char* ending, Make make) {
  constexpr int kMostTries = 1000;
  int error = EEXIST;
  for (int i = 0; i < kMostTries && error == EEXIST; ++i) {
    const std::string name = path + ending + (i == 0 ? "" : std::to_string(i));
    error = make(name);
    if (error == 0) return name;
  }
  return unwritable(path, error);
}

class DiskFileSystem : public FileSystem {
 public:
  Result<std::string> read(const std::string& path, std::size_t limit) override {
    const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
    if (!file.is_open()) return unreadable(path, errno);
    struct stat facts {};
    if (::fstat(file.number(), &facts) != 0) return unreadable(path, errno);
    if (S_ISDIR(facts.st_mode))
      return Diagnostic::io_error("io/is-directory", "cannot read " + path + ": it is a directory");
    const auto size = static_cast<std::size_t>(std::max<off_t>(facts.st_size, 0));
    if (S_ISREG(facts.st_mode) && size > limit) return too_large(path, limit);

    // The size is a guess only: a pipe has none, and a file may grow meanwhile.
    std::string bytes;
    std::size_t filled = 0;
    for (;;) {
      constexpr std::size_t kLeast = 64 * 1024;
      if (filled == bytes.size()) bytes.resize(filled + std::max(kLeast, filled == 0 ? size + 1 : filled / 2));
      const ssize_t count = ::read(file.number(), bytes.data() + filled, bytes.size() - filled);
      if (count < 0 && errno == EINTR) continue;
      if (count < 0) return unreadable(path, errno);
      if (count == 0) break;
      filled += static_cast<std::size_t>(count);
      if (filled > limit) return too_large(path, limit);
    }
    bytes.resize(filled);
    return bytes;
  }

  Result<bool> make_directory(const std::string& path) override {
    for (std::size_t end = path.find('/', 1);; end = path.find('/', end + 1)) {
      const std::string part = path.substr(0, end);
      if (!part.empty() && ::mkdir(part.c_str(), 0777) == 0) {
        const std::lock_guard lock(made_mutex_);
        made_.push_back(part);
      } else if (!part.empty()) {
        const int error = errno;  // before anything else is asked, which has errors of its own
        if (!is_directory(part)) return error == EEXIST ? not_a_folder(path, part) : unwritable(path, error);
      }
      if (end == std::string::npos) return true;
    }
  }

  Result<std::string> write_beside(const std::string& path, std::string_view bytes) override {
    if (is_directory(path)) return unwritable(path, EISDIR);
    auto written = with_free_name(path, ".new", [&](const std::string& name) {
      Descriptor file(unplaced().open(name));
      if (!file.is_open()) return errno;
      int error = write_whole(file.number(), bytes);
      if (error == 0 && ::fsync(file.number()) != 0) error = errno;
      if (const int late = file.close(); error == 0) error = late;
      if (error != 0) remove(name);
      return error;
    });
    if (!written.ok()) remove_made_folders();
    return written;
  }

  Result<bool> rename(const std::string& from, const std::string& to) override {
    if (::rename(from.c_str(), to.c_str()) != 0) return unwritable(to, errno);
    unplaced().forget(from);
    return true;
  }

  void sync_directory(const std::string& path) override {
    // Some file systems cannot do that, and lose nothing else by it.
    const Descriptor directory(::open(path.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (directory.is_open()) ::fsync(directory.number());
  }

  Result<std::string> keep_beside(const std::string& path) override {
    auto linked = with_free_name(
        path, ".old", [&](const std::string& name) { return ::link(path.c_str(), name.c_str()) == 0 ? 0 : errno; });
    if (linked.ok()) return linked;
    // Some file systems have no second names; then the contents are copied.
    constexpr std::size_t kLargest = std::size_t{1} << 30;
    auto bytes = read(path, kLargest);
    if (!bytes.ok()) return linked;  // Nobody asked to read it.
    return write_beside(path, *bytes);
  }

  bool is_file_inside(const std::string& path, const std::string& folder) override {
    std::error_code error;
    const std::filesystem::path inside = std::filesystem::canonical(folder.empty() ? "." : folder, error);
    if (error) return false;
    const std::filesystem::path file = std::filesystem::canonical(path, error);
    if (error || !std::filesystem::is_regular_file(file, error)) return false;
    return std::mismatch(inside.begin(), inside.end(), file.begin(), file.end()).first == inside.end();
  }

  bool exists(const std::string& path) override {
    struct stat facts {};
    return ::lstat(path.c_str(), &facts) == 0;
  }

  void remove(const std::string& path) override {
    ::unlink(path.c_str());
    unplaced().forget(path);
    remove_made_folders();
  }

 private:
  /// A run that fails leaves no folder that it made itself. One that holds anything stays: the system removes empty ones alone.
  void remove_made_folders() {
    const std::lock_guard lock(made_mutex_);
    while (!made_.empty() && ::rmdir(made_.back().c_str()) == 0) made_.pop_back();
  }

  std::mutex made_mutex_;
  std::vector<std::string> made_;  ///< Folders, a parent before what is in it.
};

/// A file on its way to its place.
struct Step {
  const StagedFile* file = nullptr;
  std::string former;  ///< The old contents beside their place; empty when there were none.
  bool is_placed = false;
};

/// Brings back what stood before; adds to `error` what could not be brought back.
void put_back(FileSystem& files, std::vector<Step>& steps, Diagnostics& error) {
  for (auto step = steps.rbegin(); step != steps.rend(); ++step) {
    const std::string& path = step->file->path;
    if (!step->is_placed) {
      files.remove(step->file->fresh);
      if (!step->former.empty()) files.remove(step->former);
    } else if (step->former.empty()) {
      files.remove(path);
    } else if (auto back = files.rename(step->former, path); !back.ok()) {
      error.push_back(Diagnostic::io_error("io/unwritable", "cannot put back " + path + "; its former contents are in " + step->former));
    }
  }
}

}  // namespace

std::unique_ptr<FileSystem> make_disk_file_system() {
  std::signal(SIGXFSZ, SIG_IGN);
  return std::make_unique<DiskFileSystem>();
}

std::unique_lock<std::mutex> remove_unplaced_files() { return unplaced().remove_all(); }

Result<std::vector<StagedFile>> stage(FileSystem& files, const std::vector<OutputFile>& outputs) {
  std::vector<StagedFile> out;
  for (const OutputFile& output : outputs) {
    auto fresh = files.write_beside(output.path, output.bytes);
    if (!fresh.ok()) {
      discard(files, out);
      return fresh.take_diagnostics();
    }
    out.push_back({output.path, fresh.value(), output.bytes.size()});
  }
  return out;
}

void discard(FileSystem& files, const std::vector<StagedFile>& staged) {
  for (const StagedFile& each : staged) files.remove(each.fresh);
}

Result<bool> place(FileSystem& files, const std::vector<StagedFile>& staged) {
  const std::lock_guard whole(unplaced().placing());
  std::vector<Step> steps;
  for (const StagedFile& file : staged) steps.push_back({&file, "", false});
  const auto give_up = [&](Diagnostics error) {
    put_back(files, steps, error);
    return Result<bool>(std::move(error));
  };
  for (Step& step : steps) {
    if (!files.exists(step.file->path)) continue;
    auto former = files.keep_beside(step.file->path);
    if (!former.ok()) return give_up(former.take_diagnostics());
    step.former = former.value();
  }
  for (Step& step : steps) {
    if (auto placed = files.rename(step.file->fresh, step.file->path); !placed.ok()) return give_up(placed.take_diagnostics());
    step.is_placed = true;
  }
  std::set<std::string> folders;
  for (const StagedFile& file : staged) folders.insert(parent_of(file.path));
  for (const std::string& folder : folders) files.sync_directory(folder);
  for (const Step& step : steps) {
    if (!step.former.empty()) files.remove(step.former);
  }
  return true;
}

Result<bool> write_all(FileSystem& files, const std::vector<OutputFile>& outputs) {
  auto staged = stage(files, outputs);
  if (!staged.ok()) return staged.take_diagnostics();
  return place(files, *staged);
}

}  // namespace briefpack
