#pragma once

#include <string>
#include <string_view>

#include <briefpack/diagnostic.h>

#include "templates/source_text.h"

namespace briefpack::templates {

/// Refuses what no parser should be given, with its place: invalid UTF-8 and control characters, and shapes on which
/// cmark-gfm takes time or memory out of proportion (very wide tables, containers in containers on one line).
/// `what` is "the template" or "the theme", for messages. Codes: template/not-utf8, template/control-character, template/table-size, template/too-deep.
Diagnostics check_source(std::string_view text, const SourceFile& file, const std::string& what = "the template");

/// True for characters that neither output format may hold: C0 but tab and line ends, DEL, U+FFFE and U+FFFF.
bool is_forbidden(char32_t code_point);

}  // namespace briefpack::templates
