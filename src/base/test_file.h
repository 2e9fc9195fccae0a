#pragma once

#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

namespace briefpack {

/// What a file on the disk holds, for tests; empty when there is none.
inline std::string contents(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

}  // namespace briefpack
