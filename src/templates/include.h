#pragma once

#include "templates/reading.h"

namespace briefpack::templates {

/// Reads the file that an include names and appends its blocks. Paths stay inside the template's folder: no "..", no
/// absolute path, no file inside itself, at most kIncludeLimit deep. Code: template/include, and the loader's own.
void read_include(const LocatedText& path, int depth, Reading& reading, Blocks& out);

/// The text behind the front matter, with all blocks: what read_template and read_include share. `first_line` counts from 0.
Blocks read_file(const SourceFile& file, std::size_t first_line, int depth, Reading& reading);

}  // namespace briefpack::templates
