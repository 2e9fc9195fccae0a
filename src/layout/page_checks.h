#pragma once

#include <string>
#include <vector>

#include "page/page.h"
#include "text/fonts.h"

/// What must hold of every page, as a list of faults for tests.
namespace briefpack::layout::sample {

/// Texts that overlap each other, leave the measure or the page, and content that runs into the foot. A fault names the
/// page and the texts.
std::vector<std::string> geometry_faults(const page::Pages& pages, const text::Fonts& fonts);

/// Texts that are too small to read (below 6.5 points; note marks 4.9, dispute tags 5.8) or have a contrast below 4.5 to what is
/// painted under them (WCAG 2.1, 1.4.3).
std::vector<std::string> legibility_faults(const page::Pages& pages, const text::Fonts& fonts);

/// Pages that are not the last of their section and hold more than `most` white space in one piece, in parts of the body.
std::vector<std::string> white_faults(const page::Pages& pages, const text::Fonts& fonts, double most);

/// Breaches of the structure tree's rules (PDF/UA-1): skipped heading levels, rows outside tables, tables of unequal
/// rows, links without area, areas without link, figures without alt text or box, notes without unique id.
std::vector<std::string> structure_faults(const page::Pages& pages);

/// The text of a page in painting order, one line for each baseline.
std::string text_of(const page::Page& page);

}  // namespace briefpack::layout::sample
