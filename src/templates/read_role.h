#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "templates/reading.h"
#include "templates/source_text.h"

namespace briefpack::templates {

/// "fig", "claim", "name", "metric", "period", "cite", "action", "ref", "lit".
const std::vector<std::string>& role_names();
bool is_role_name(std::string_view name);

/// One role. `content` is what stands in its code span, `span` the whole role. Gives nothing after reporting what is wrong:
/// template/unknown-role, template/role-content, expression/….
std::optional<Inline> read_role(std::string_view name, SourceSpan name_span, SourceSpan span, const Content& content,
                                int depth, Reading& reading);

}  // namespace briefpack::templates
