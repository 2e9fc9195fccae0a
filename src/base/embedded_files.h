#pragma once

#include <span>
#include <string_view>

namespace briefpack {

/// A file compiled into the program: a built-in template or the schema of the metric file.
struct EmbeddedFile {
  /// Path from the root of the sources, with `/`: "templates/monthly-brief.md".
  std::string_view path;
  /// The bytes of the file as they were when the program was built; they live as long as the program.
  std::string_view contents;
};

/// All embedded files, sorted by path. CMakeLists.txt names them and writes the definition.
std::span<const EmbeddedFile> embedded_files();

}  // namespace briefpack
