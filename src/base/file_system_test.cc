#include "base/file_system.h"

#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include <catch2/catch.hpp>
#include <cstdlib>
#include <filesystem>
#include <fstream>

#include "base/fake_file_system.h"
#include "base/test_file.h"

using namespace briefpack;

namespace {

/// An empty directory that goes away with the test.
class Folder {
 public:
  Folder() {
    std::string pattern = (std::filesystem::temp_directory_path() / "briefpack-test-XXXXXX").string();
    path_ = ::mkdtemp(pattern.data());
  }
  ~Folder() { std::filesystem::remove_all(path_); }
  std::string operator/(const std::string& name) const { return path_ + "/" + name; }
  std::size_t count() const {
    std::size_t out = 0;
    for ([[maybe_unused]] const auto& each : std::filesystem::directory_iterator(path_))
      ++out;
    return out;
  }

 private:
  std::string path_;
};

void put(const std::string& path, const std::string& bytes) { std::ofstream(path, std::ios::binary) << bytes; }

std::string code_of(const Diagnostics& diagnostics) { return diagnostics.empty() ? "" : diagnostics.front().code; }

const std::map<std::string, std::string> kFormer{{"out/a.pdf", "old pdf"}, {"out/a.manifest.json", "old manifest"}};
const std::vector<OutputFile> kOutputs{
    {"out/a.pdf", "new pdf"}, {"out/a.xlsx", "new workbook"}, {"out/a.manifest.json", "new manifest"}};

}  // namespace

TEST_CASE("a file is read whole, and not beyond its limit") {
  const Folder folder;
  const auto files = make_disk_file_system();
  const std::string big(200'000, 'x');
  put(folder / "a", big);
  CHECK(files->read(folder / "a", big.size()).value() == big);
  CHECK(code_of(files->read(folder / "a", big.size() - 1).diagnostics()) == "io/too-large");
  put(folder / "empty", "");
  CHECK(files->read(folder / "empty", 10).value().empty());
}

TEST_CASE("what cannot be read is an error of input and output with the reason in words") {
  const Folder folder;
  const auto files = make_disk_file_system();
  const auto missing = files->read(folder / "none", 10);
  REQUIRE_FALSE(missing.ok());
  CHECK(missing.diagnostics().front().fault == Fault::io);
  CHECK(missing.diagnostics().front().code == "io/unreadable");
  CHECK_THAT(missing.diagnostics().front().message, Catch::EndsWith("there is no such file or directory"));
  ::mkdir((folder / "d").c_str(), 0777);
  CHECK(code_of(files->read(folder / "d", 10).diagnostics()) == "io/is-directory");
}

TEST_CASE("directories are made with their parents, unless a parent is a file") {
  const Folder folder;
  const auto files = make_disk_file_system();
  CHECK(files->make_directory(folder / "a/b/c").ok());
  CHECK(std::filesystem::is_directory(folder / "a/b/c"));
  CHECK(files->make_directory(folder / "a/b/c/").ok());
  put(folder / "file", "");
  const auto refused = files->make_directory(folder / "file/b");
  CHECK(code_of(refused.diagnostics()) == "io/unwritable");
  CHECK_THAT(refused.diagnostics().front().message, Catch::EndsWith("a part of the path is a file, not a directory"));
}

TEST_CASE("folders that were made for files that could not be written are removed, others stay") {
  const Folder folder;
  const auto files = make_disk_file_system();
  ::mkdir((folder / "a").c_str(), 0777);
  REQUIRE(files->make_directory(folder / "a/b/c").ok());
  CHECK_FALSE(files->write_beside(folder / ("a/b/c/" + std::string(300, 'x')), "bytes").ok());
  CHECK(std::filesystem::is_directory(folder / "a"));
  CHECK_FALSE(std::filesystem::exists(folder / "a/b"));

  REQUIRE(files->make_directory(folder / "a/b/c").ok());
  put(folder / "a/b/kept", "");
  const std::string bytes = "bytes", name(300, 'x'), good = folder / "a/b/c/good", bad = folder / ("a/b/c/" + name);
  CHECK_FALSE(stage(*files, {{good, bytes}, {bad, bytes}}).ok());
  CHECK_FALSE(std::filesystem::exists(folder / "a/b/c"));
  CHECK(std::filesystem::exists(folder / "a/b/kept"));
}

TEST_CASE("a folder that cannot be made is told with the reason for that, not with that of its absence") {
  const Folder folder;
  const auto files = make_disk_file_system();
  std::filesystem::create_symlink(folder / "nowhere", folder / "link");
  const auto refused = files->make_directory(folder / "link");
  REQUIRE(code_of(refused.diagnostics()) == "io/unwritable");
  CHECK_THAT(refused.diagnostics().front().message, Catch::EndsWith("/link is a link that leads nowhere"));
  // The kernel's own file system lets nobody make folders, the administrator neither.
  const auto forbidden = files->make_directory("/sys/kernel/briefpack-test");
  REQUIRE(code_of(forbidden.diagnostics()) == "io/unwritable");
  CHECK_THAT(forbidden.diagnostics().front().message, Catch::EndsWith("permission is denied") || Catch::EndsWith("can only be read"));
  CHECK(forbidden.diagnostics().front().hints.size() == 1);
}

TEST_CASE("all files of a set appear, replace former ones, and leave nothing else behind") {
  const Folder folder;
  const auto files = make_disk_file_system();
  put(folder / "a", "old");
  put(folder / "a.new", "left behind by a run that was cut off");
  const std::string a = folder / "a", b = folder / "b";
  CHECK(write_all(*files, {{a, "one"}, {b, "two"}}).ok());
  CHECK(contents(a) == "one");
  CHECK(contents(b) == "two");
  CHECK(folder.count() == 3);
}

TEST_CASE("files that have no place yet can be removed at once, those that have one stay") {
  const Folder folder;
  const auto files = make_disk_file_system();
  const std::string a = folder / "a", b = folder / "b";
  REQUIRE(write_all(*files, {{a, "one"}}).ok());
  REQUIRE(stage(*files, {{a, "two"}, {b, "three"}}).ok());
  CHECK(folder.count() == 3);
  remove_unplaced_files().unlock();
  CHECK(folder.count() == 1);
  CHECK(contents(a) == "one");
}

TEST_CASE("what cannot be kept aside cannot be written over, and is told so") {
  const Folder folder;
  const auto files = make_disk_file_system();
  ::mkdir((folder / "d").c_str(), 0777);
  const auto kept = files->keep_beside(folder / "d");
  CHECK(code_of(kept.diagnostics()) == "io/unwritable");
  CHECK_THAT(kept.diagnostics().front().message, Catch::Contains("permission is denied"));
}

TEST_CASE("a directory in the place of an output is refused before anything is renamed") {
  const Folder folder;
  const auto files = make_disk_file_system();
  put(folder / "a", "old");
  ::mkdir((folder / "b").c_str(), 0777);
  const std::string a = folder / "a", b = folder / "b";
  CHECK(code_of(write_all(*files, {{a, "one"}, {b, "two"}}).diagnostics()) == "io/unwritable");
  CHECK(contents(a) == "old");
  CHECK(folder.count() == 2);
}

TEST_CASE("a file beyond ulimit -f is an error, not the end of the program") {
  const Folder folder;
  const auto files = make_disk_file_system();
  put(folder / "a", "old");
  rlimit before{};
  REQUIRE(::getrlimit(RLIMIT_FSIZE, &before) == 0);
  rlimit small = before;
  small.rlim_cur = 1000;
  REQUIRE(::setrlimit(RLIMIT_FSIZE, &small) == 0);
  const std::string bytes(5000, 'x');
  const std::string a = folder / "a", b = folder / "b";
  const auto written = write_all(*files, {{a, "one"}, {b, bytes}});
  REQUIRE(::setrlimit(RLIMIT_FSIZE, &before) == 0);
  CHECK(code_of(written.diagnostics()) == "io/unwritable");
  CHECK(contents(a) == "old");
  CHECK(folder.count() == 1);
}

TEST_CASE("whichever step fails, the former files stand as before") {
  for (int step = 1; step <= 3; ++step) {
    for (const std::string kind : {"write", "rename", "keep"}) {
      INFO(kind << " " << step);
      FakeFileSystem files;
      files.files = kFormer;
      if (kind == "write") files.fail_write(step);
      if (kind == "rename") files.fail_rename(step);
      if (kind == "keep") files.fail_keep(step);
      const bool never_due = kind == "keep" && step == 3;  // only two of the three files stood before
      const auto written = write_all(files, kOutputs);
      CHECK(written.ok() == never_due);
      if (!never_due) {
        CHECK(files.files == kFormer);
        CHECK(written.diagnostics().front().fault == Fault::io);
      }
    }
  }
}

TEST_CASE("when even putting back fails, the error names where the former contents are") {
  FakeFileSystem files;
  files.files = kFormer;
  files.fail_renames_from(2);
  const auto written = write_all(files, kOutputs);
  REQUIRE(written.diagnostics().size() == 2);
  CHECK(written.diagnostics()[1].message == "cannot put back out/a.pdf; its former contents are in out/a.pdf.old");
  CHECK(files.files.at("out/a.pdf.old") == "old pdf");
}

TEST_CASE("outputs are put in place in their order, so that a manifest means that all is there") {
  FakeFileSystem files;
  files.fail_renames_from(3);
  const auto written = write_all(files, kOutputs);
  REQUIRE_FALSE(written.ok());
  CHECK_THAT(written.diagnostics().front().message, Catch::Contains("out/a.manifest.json"));
  CHECK(files.files.empty());
}

TEST_CASE("a link that leads out of a folder and a pipe are no files inside it") {
  const Folder folder, elsewhere;
  std::filesystem::create_directory(folder / "inner");
  std::ofstream(folder / "inner/here.md") << "text";
  std::ofstream(elsewhere / "there.md") << "text";
  std::filesystem::create_symlink(folder / "inner/here.md", folder / "inner/link.md");
  std::filesystem::create_symlink(elsewhere / "there.md", folder / "inner/out.md");
  REQUIRE(::mkfifo((folder / "inner/pipe").c_str(), 0600) == 0);
  const auto files = make_disk_file_system();
  CHECK(files->is_file_inside(folder / "inner/here.md", folder / "inner/"));
  CHECK(files->is_file_inside(folder / "inner/link.md", folder / "inner/"));
  CHECK(files->is_file_inside(folder / "inner/here.md", folder / ""));
  CHECK_FALSE(files->is_file_inside(folder / "inner/out.md", folder / "inner/"));
  CHECK_FALSE(files->is_file_inside(folder / "inner/pipe", folder / "inner/"));
  CHECK_FALSE(files->is_file_inside(folder / "inner/missing", folder / "inner/"));
}
