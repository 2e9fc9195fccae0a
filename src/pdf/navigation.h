#pragma once

#include <vector>

#include "page/page.h"
#include "pdf/haru_doc.h"
#include "pdf/struct_writer.h"

/// What leads a reader through the document: links, bookmarks, page numbers.
namespace briefpack::pdf {

/// Writes the link annotations of one page, the current one of `structure`, and ties them to their elements.
std::vector<ObjectId> write_links(const page::Pages& pages, const page::Page& page,
                                  const std::vector<HaruDoc::Page>& objects, StructWriter& structure, HaruDoc& doc);

/// Writes the bookmarks, all open, and their entry in the catalog.
void write_outline(const page::Pages& pages, const std::vector<HaruDoc::Page>& objects, HaruDoc& doc);

/// Writes how pages are numbered into the catalog.
void write_page_labels(const page::Pages& pages, HaruDoc& doc);

}  // namespace briefpack::pdf
