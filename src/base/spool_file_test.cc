#include "base/spool_file.h"

#include <csignal>
#include <string>

#include <catch2/catch.hpp>
#include <sys/resource.h>

using namespace briefpack;

namespace {

std::string read_all(std::FILE* file) {
  std::string out;
  char buffer[1000];
  for (std::size_t got = 0; (got = std::fread(buffer, 1, sizeof buffer, file)) > 0;) out.append(buffer, got);
  return out;
}

/// Numbered lines, of about `size` bytes.
std::string lines(std::size_t size) {
  std::string out;
  for (int i = 0; out.size() < size; ++i) out += "line " + std::to_string(i) + "\n";
  return out;
}

/// The most that a file may grow to while this lives, as a full disk would have it.
class FileLimit {
 public:
  explicit FileLimit(rlim_t bytes) : handler_(std::signal(SIGXFSZ, SIG_IGN)) {
    getrlimit(RLIMIT_FSIZE, &before_);
    const rlimit small{bytes, before_.rlim_max};
    setrlimit(RLIMIT_FSIZE, &small);
  }
  ~FileLimit() {
    setrlimit(RLIMIT_FSIZE, &before_);
    std::signal(SIGXFSZ, handler_);
  }

 private:
  rlimit before_{};
  void (*handler_)(int);
};

}  // namespace

TEST_CASE("a spool file gives back what was written, in memory and beyond it") {
  for (const std::size_t size : {0u, 10u, 5000u, 300000u}) {
    bool has_failed = false;
    std::FILE* file = open_spool_file(4096, [&] { has_failed = true; });
    REQUIRE(file != nullptr);
    const std::string text = lines(size);
    std::fputs(text.c_str(), file);
    std::rewind(file);
    CHECK(read_all(file) == text);
    // It may be written on, and read once more.
    std::fseek(file, 0, SEEK_END);
    std::fputs("end", file);
    std::rewind(file);
    CHECK(read_all(file) == text + "end");
    std::fclose(file);
    CHECK_FALSE(has_failed);
  }
}

TEST_CASE("a spool file tells when the disk is full") {
  const FileLimit limit(100000);
  bool has_failed = false;
  std::FILE* file = open_spool_file(4096, [&] { has_failed = true; });
  REQUIRE(file != nullptr);
  std::fputs(lines(50000).c_str(), file);
  std::rewind(file);
  CHECK_FALSE(has_failed);
  std::fputs(lines(200000).c_str(), file);
  std::rewind(file);
  CHECK(has_failed);
  std::fclose(file);
}
