#pragma once

#include <vector>

#include "pdf/haru_doc.h"
#include "pdf/write_pdf.h"

namespace briefpack::pdf {

/// Writes embedded files (ISO 32000-1, 7.11.4) and associates them with the document (ISO 19005-3, annex E). libharu's own
/// attachments lack their type, size and date, and its name tree does not sort. Throws PdfError on equal names.
void write_attachments(const std::vector<Attachment>& attachments, HaruDoc& doc);

}  // namespace briefpack::pdf
