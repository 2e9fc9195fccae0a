#pragma once

#include <map>
#include <string>

#include "document/document.h"

namespace briefpack::layout {

/// Every label that will stand on a page - of sections, exhibits, headings and boxes - with its title for links. A
/// link to anything else is set as plain text, so that no link leads nowhere.
std::map<std::string, std::string> collect_targets(const document::Document& document);

}  // namespace briefpack::layout
