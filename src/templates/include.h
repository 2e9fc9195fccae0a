#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "templates/reading.h"

namespace briefpack::templates {

/// Reads the file that an include names and appends its blocks. Paths stay inside the template's folder: no "..", no
/// absolute path, no file inside itself, at most kIncludeLimit deep. Code: template/include, and the loader's own.
void read_include(const LocatedText& path, int depth, Reading& reading, Blocks& out);

/// The path with `.` parts taken out, or nothing when it leaves the folder or is written for one machine only: the rule of all
/// paths that a template or theme gives.
std::optional<std::string> normalised_path(std::string_view path);

/// The text behind the front matter, with all blocks: what read_template and read_include share. `first_line` counts from 0.
Blocks read_file(const SourceFile& file, std::size_t first_line, int depth, Reading& reading);

}  // namespace briefpack::templates
