#include <briefpack/job.h>

#include <cassert>

#include "base/embedded_files.h"

namespace briefpack {

std::string_view version() { return BRIEFPACK_VERSION; }

std::string_view metric_file_schema() {
  for (const EmbeddedFile& file : embedded_files()) {
    if (file.path == "inputs/metrics.schema.json") return file.contents;
  }
  assert(false && "CMakeLists.txt embeds the schema");
  return {};
}

}  // namespace briefpack
