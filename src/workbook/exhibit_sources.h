#pragma once

#include <string>

#include "document/block.h"
#include "workbook/plan.h"

namespace briefpack::workbook {

/// Titles of the sources on which an exhibit's figures, notes and actions rest, each once in the order of the file, with their
/// codes: "S1 A register; S3 A yearbook"; by their codes or ids alone where that would be too long for a line. "" when it rests on none.
std::string exhibit_sources(const Plan& plan, const document::Exhibit& exhibit);

}  // namespace briefpack::workbook
