#pragma once

#include <string>
#include <vector>

#include "dataset/dataset.h"
#include "document/document.h"
#include "geometry/geometry.h"
#include "page/page.h"
#include "text/fonts.h"

namespace briefpack::layout {

/// One chart on a sheet of its own, as large as it needs: number and title, drawing, remark, the notes of its
/// figures, and the titles of the sources that the notes name by code.
struct ChartSheet {
  std::string label;         ///< Of the exhibit; "figure-1" when it has none. Unique among the sheets.
  std::string title;         ///< Plain.
  std::string alt;           ///< What the drawing shows, in words.
  std::string lang;          ///< BCP 47.
  geometry::Size size;       ///< Points.
  page::Page page;           ///< Links lead nowhere.
};

/// Every chart that the PDF shows, in reading order, for slides and web pages. Same document and fonts, same sheets.
std::vector<ChartSheet> lay_out_charts(const document::Document& document, const dataset::Dataset& dataset, const text::Fonts& fonts);

}  // namespace briefpack::layout
