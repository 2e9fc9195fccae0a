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

/// Breaches of the structure tree's rules (PDF/UA-1): skipped heading levels, rows outside tables, tables of unequal
/// rows, links without area, areas without link, figures without alt text or box, notes without unique id.
std::vector<std::string> structure_faults(const page::Pages& pages);

/// The text of a page in painting order, one line for each baseline.
std::string text_of(const page::Page& page);

}  // namespace briefpack::layout::sample
