#pragma once

#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

#include <briefpack/result.h>

namespace briefpack {

/// Everything the program does to files. Paths are UTF-8 as the user gave them. Tests pass a fake.
class FileSystem {
 public:
  virtual ~FileSystem() = default;

  /// The whole file, at most `limit` bytes. Errors (exit 3): io/unreadable with the reason in words, io/is-directory,
  /// io/too-large.
  virtual Result<std::string> read(const std::string& path, std::size_t limit) = 0;

  /// Makes `path` and its parents where they are missing. Error: io/unwritable.
  virtual Result<bool> make_directory(const std::string& path) = 0;

  /// Writes `bytes` to a new file beside `path`, synced to disk, and returns its name; nothing is visible at `path` yet.
  /// Error: io/unwritable (also disk full); nothing is left behind then. Several threads may write and remove at the same time.
  virtual Result<std::string> write_beside(const std::string& path, std::string_view bytes) = 0;

  /// Moves a file from write_beside to its place, replacing what stands there. Error: io/unwritable.
  virtual Result<bool> rename(const std::string& from, const std::string& to) = 0;

  /// Sees to it that the names in the directory `path` are on disk, as far as its file system can.
  virtual void sync_directory(const std::string& path) = 0;

  /// Gives the file at `path` a second name beside it, so that a rename over `path` can be undone, and returns that name.
  /// Error: io/unwritable.
  virtual Result<std::string> keep_beside(const std::string& path) = 0;

  virtual bool exists(const std::string& path) = 0;

  /// Whether `path` is, behind all links, a regular file inside `folder` ("" is the working folder): not a pipe that is waited
  /// for, and nothing outside that a link leads to.
  virtual bool is_file_inside(const std::string& path, const std::string& folder) = 0;

  /// Removes a file; a missing one is no fault.
  virtual void remove(const std::string& path) = 0;
};

/// The machine's files (POSIX). From then on a write beyond `ulimit -f` is an error like a full disk, where the signal
/// SIGXFSZ would end the program.
std::unique_ptr<FileSystem> make_disk_file_system();

/// Removes what write_beside of the machine's files made in this process and nobody has put in its place or removed, for a program
/// that is to end at once. Waits while `place` is at work, so that all of its files have their places or none. As long as the lock
/// is held, write_beside makes no more.
std::unique_lock<std::mutex> remove_unplaced_files();

/// One file of an output set.
struct OutputFile {
  std::string path;
  std::string_view bytes;
};

/// A file that was written and synced, and whose place was not touched yet.
struct StagedFile {
  std::string path;   ///< Its place.
  std::string fresh;  ///< Where it lies until then.
  std::size_t bytes = 0;
};

/// Writes all files beside their places, so that nobody sees them. Errors: those of FileSystem; nothing is left behind then.
Result<std::vector<StagedFile>> stage(FileSystem& files, const std::vector<OutputFile>& outputs);

/// Removes what was staged.
void discard(FileSystem& files, const std::vector<StagedFile>& staged);

/// Renames all files to their places or none, in order, the last one last (the manifest). When a rename fails, earlier ones
/// are put back and the others removed, so an existing good file is never damaged. Errors: those of FileSystem; should even
/// putting back fail, the error names the file that holds the former contents.
Result<bool> place(FileSystem& files, const std::vector<StagedFile>& staged);

/// Writes all files or none: stage, then place.
Result<bool> write_all(FileSystem& files, const std::vector<OutputFile>& outputs);

}  // namespace briefpack
