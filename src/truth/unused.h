#pragma once

#include <vector>

#include <briefpack/diagnostic.h>

#include "dataset/dataset.h"
#include "document/document.h"
#include "templates/tree.h"

namespace briefpack::truth {

/// A template and what became of it. Both must outlive it.
struct PrintedTemplate {
  const templates::Template* tree = nullptr;
  const document::Document* document = nullptr;
};

/// The reverse check (`check --unused`): what the metric file holds and none of the documents prints. All are warnings at
/// their places in the metric file or the front matter, in file order. Codes: truth/unused-observation (one for the whole
/// metric when none of its rows is printed; withheld and rejected rows are passed over), truth/no-definition (a metric that
/// is printed and says nowhere what it counts), truth/unused-source, truth/unused-figure (a named quantity that its own
/// template never names).
Diagnostics find_unused(const dataset::Dataset& dataset, const std::vector<PrintedTemplate>& printed);

}  // namespace briefpack::truth
