#pragma once

#include <vector>

#include "templates/directive_table.h"
#include "templates/reading.h"
#include "templates/source_text.h"

namespace briefpack::templates {

/// Reads the `:name: value` lines at the start of a directive's body; a value runs on over indented lines. `lines_read` gets
/// how many lines they take. Codes: template/unknown-option, template/duplicate-option, template/option-value,
/// template/missing-option, template/late-option, expression/….
std::vector<Option> read_options(const DirectiveRow& row, SourceSpan directive, const View& body, int depth,
                                 Reading& reading, std::size_t& lines_read);

/// True when a line of the body, behind an empty one, is an option of the directive that stands too late.
bool is_late_option(const DirectiveRow& row, std::string_view line);

/// Positive numbers with spaces or commas between; false when there is anything else or nothing.
bool read_numbers(const Content& text, std::vector<double>& out);

}  // namespace briefpack::templates
