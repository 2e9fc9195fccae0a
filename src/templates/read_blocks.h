#pragma once

#include "templates/parse_markdown.h"
#include "templates/reading.h"
#include "templates/source_text.h"

namespace briefpack::templates {

/// Reads a text as Markdown: the file behind its front matter, or the body of a directive. `depth` counts what it is in.
Blocks read_markdown(const View& view, int depth, Reading& reading);

/// True when a line without its indentation starts a code fence with `character` (` or ~); `length` gets the run's length.
bool starts_fence(std::string_view line, char& character, std::size_t& length);

}  // namespace briefpack::templates
