#pragma once

#include <optional>

#include "templates/parse_markdown.h"
#include "templates/reading.h"
#include "templates/source_text.h"

namespace briefpack::templates {

/// A fenced block of a view: its opening line from the fence on, and its body with the indentation taken off.
struct Fence {
  ViewLine opening;
  View body;
  bool is_closed = true;
};

/// Reads one fence and appends what it makes: the directive, or the blocks of an included file. What is wrong is reported:
/// template/unknown-directive, template/argument, template/body, …
void read_fence(const Fence& fence, int depth, Reading& reading, Blocks& out);

/// Reports lines of a paragraph that look like a directive but are no fence (template/not-a-fence); true when there is one.
bool report_lost_fences(const std::vector<ViewLine>& lines, const SourceFile& file, Reading& reading);

}  // namespace briefpack::templates
