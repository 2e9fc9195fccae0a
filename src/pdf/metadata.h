#pragma once

#include <string>

#include "page/page.h"
#include "pdf/haru_doc.h"

namespace briefpack::pdf {

/// The XMP packet (ISO 16684-1): what the document information says, and that the file is PDF/A-3a and PDF/UA-1.
std::string xmp_packet(const page::DocumentInfo& info, const std::string& producer);

/// Writes document information, XMP, output intent and the catalog entries that make a document accessible.
void write_metadata(const page::DocumentInfo& info, const std::string& producer, HaruDoc& doc);

}  // namespace briefpack::pdf
