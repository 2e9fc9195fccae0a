#pragma once

#include "templates/parse_markdown.h"
#include "templates/reading.h"
#include "templates/source_text.h"

namespace briefpack::templates {

/// The inlines of a paragraph, heading or table cell, whose text is `content`.
Inlines read_inlines(const MarkdownNode& block, const Content& content, int depth, Reading& reading);

/// A text that is inline Markdown whatever it starts with: an option's value, a front matter text, the words of a claim.
Inlines read_inline_text(const Content& content, int depth, Reading& reading);

}  // namespace briefpack::templates
