#pragma once

#include <cstddef>
#include <string_view>

#include "templates/reading.h"
#include "templates/source_text.h"
#include "templates/tree.h"

namespace briefpack::templates {

/// True when the file's first line is `---`.
bool has_front_matter(const SourceFile& file);

/// Reads the lines between the two `---`. `body_line` gets the number, from 0, of the first line behind them. Codes:
/// template/front-matter, template/field-value, template/unknown-field (a warning), template/yaml.
FrontMatter read_front_matter(const SourceFile& file, Reading& reading, std::size_t& body_line);

}  // namespace briefpack::templates
