#pragma once

#include <map>
#include <mutex>
#include <optional>
#include <set>
#include <string>
#include <utility>

#include "base/file_system.h"

namespace briefpack {

/// Files in memory for tests, which can fail at a chosen moment. A path is just a name; its directory must have been made
/// when `needs_directories` is set.
class FakeFileSystem : public FileSystem {
 public:
  std::map<std::string, std::string> files;
  std::set<std::string> directories;
  std::set<std::string> unreadable;  ///< Paths that exist and cannot be read.
  bool needs_directories = false;

  /// The n-th write, rename or keep from now (from 1) fails as on a full disk; later ones work again.
  void fail_write(int n) { writes_left_ = n; }
  void fail_rename(int n) { renames_left_ = n; }
  void fail_keep(int n) { keeps_left_ = n; }
  /// All renames from the n-th on fail, putting back included.
  void fail_renames_from(int n) {
    renames_left_ = n;
    fails_for_good_ = true;
  }

  Result<std::string> read(const std::string& path, std::size_t limit) override {
    if (directories.contains(path))
      return Diagnostic::io_error("io/is-directory", "cannot read " + path + ": it is a directory");
    const auto file = files.find(path);
    if (file == files.end()) return fault("io/unreadable", "cannot read ", path, "there is no such file or directory");
    if (unreadable.contains(path)) return fault("io/unreadable", "cannot read ", path, "permission is denied");
    if (file->second.size() > limit) return fault("io/too-large", "cannot read ", path, "it is too large");
    return file->second;
  }

  Result<bool> make_directory(const std::string& path) override {
    if (files.contains(path))
      return fault("io/unwritable", "cannot write ", path, "a part of the path is a file, not a directory");
    directories.insert(path);
    return true;
  }

  Result<std::string> write_beside(const std::string& path, std::string_view bytes) override {
    const std::lock_guard guard(writing_);
    const std::size_t slash = path.find_last_of('/');
    if (needs_directories && slash != std::string::npos && !directories.contains(path.substr(0, slash))) {
      return fault("io/unwritable", "cannot write ", path, "there is no such file or directory");
    }
    if (is_due(writes_left_)) return fault("io/unwritable", "cannot write ", path, "the disk is full");
    const std::string name = free_name(path + ".new");
    files[name] = std::string(bytes);
    return name;
  }

  void sync_directory(const std::string&) override {}

  Result<bool> rename(const std::string& from, const std::string& to) override {
    const auto file = files.find(from);
    const bool fails = is_due(renames_left_) || (fails_for_good_ && renames_left_ == 0);
    if (fails || file == files.end() || directories.contains(to))
      return fault("io/unwritable", "cannot write ", to, "the disk is full");
    std::string bytes = std::move(file->second);
    files.erase(file);
    files[to] = std::move(bytes);
    return true;
  }

  Result<std::string> keep_beside(const std::string& path) override {
    if (is_due(keeps_left_)) return fault("io/unwritable", "cannot write ", path, "the disk is full");
    const std::string name = free_name(path + ".old");
    files[name] = files[path];
    return name;
  }

  /// There are neither links nor pipes here.
  bool is_file_inside(const std::string& path, const std::string&) override { return exists(path); }
  bool exists(const std::string& path) override { return files.contains(path) || directories.contains(path); }
  void remove(const std::string& path) override {
    const std::lock_guard guard(writing_);
    files.erase(path);
  }

 private:
  static Diagnostic fault(const char* code, const char* what, const std::string& path, const char* why) {
    return Diagnostic::io_error(code, what + path + ": " + why);
  }
  static bool is_due(int& left) { return left > 0 && --left == 0; }
  std::string free_name(std::string name) const {
    while (files.contains(name))
      name += "1";
    return name;
  }

  int writes_left_ = -1, renames_left_ = -1, keeps_left_ = -1;
  bool fails_for_good_ = false;
  std::mutex writing_;
};

}  // namespace briefpack
