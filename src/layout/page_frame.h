#pragma once

#include <string>

#include "document/document.h"
#include "layout/context.h"
#include "layout/fragment.h"
#include "layout/page_grid.h"

namespace briefpack::layout {

/// Kicker, headline and standfirst over the body of a plain section.
Fragment place_page_head(Context& context, const document::Section& section, double measure);

/// The band of a cover, profile or summary with everything on it, in page coordinates.
struct Band {
  Ink ink;
  double body_top = 0;
};
Band place_band(Context& context, const document::Section& section, const PageGrid& grid);

/// Running header, unless the page has a band, and footer with "Page x of y": artifacts, in page coordinates.
Ink running_lines(Context& context, const document::Section& section, const PageGrid& grid, bool has_header,
                  std::size_t page, std::size_t pages);

/// `pattern` with {page} and {pages} put in.
std::string page_of(const std::string& pattern, std::size_t page, std::size_t pages);

}  // namespace briefpack::layout
