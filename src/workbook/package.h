#pragma once

#include <string>

#include <briefpack/result.h>

#include "base/memory_file.h"

namespace briefpack::workbook {

/// Opens the finished file again and gives a copy that is complete and says its language.
/// libxlsxwriter assembles each part in a temporary file and does not notice when the disk is full: the part then ends in the
/// middle and the workbook opens with a repair message. So each part must be there, have its checksum, and close its root
/// element. The language goes into docProps/core.xml as dc:language, which the library cannot write (EN 301 549, 11.1.1.1 asks for it).
/// Parts keep their order and dates, so the same file gives the same bytes. Errors: workbook/cannot-write.
Result<std::string> checked_package(const MemoryFile& file, const std::string& lang);

/// True when `xml` ends with the end tag of its root element.
bool is_complete_xml(std::string_view xml);

}  // namespace briefpack::workbook
