#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include <briefpack/diagnostic.h>

#include "dataset/dataset.h"
#include "document/document.h"

namespace briefpack::truth {

/// One template's document. `document` must outlive it.
struct NamedDocument {
  std::string name;  ///< As messages print the template.
  const document::Document* document = nullptr;
};

/// One fact printed unlike: a row of the table.
struct UnlikeFact {
  std::string fact;                ///< "h100_gpus.KOR", "rank(lakes.KOR)".
  std::string why;                 ///< "rounding", "unit", "rank", "entities", "period".
  std::vector<std::string> texts;  ///< By document: what it prints, with the line; empty where it prints nothing of it.
};

struct Consistency {
  std::size_t shared = 0;          ///< Facts printed in more than one document.
  std::vector<UnlikeFact> unlike;  ///< In reading order of the first document that prints each.
  Diagnostics findings;            ///< truth/printed-unlike at the place in the later document.
};

/// Compares how documents over the same data print the same facts: the same calculation down to its rows (`lakes.KOR` and the
/// row it names are one fact), the same expression over another set of entities, and the same series in another period. What is
/// compared is the printed number with its scale and decimals, and of a rank also how many are ranked; words, qualifiers,
/// units and languages are not. A document that prints a fact in several forms agrees with each of them.
Consistency compare_documents(const dataset::Dataset& dataset, const std::vector<NamedDocument>& documents);

/// The table for the terminal, with a line end at its end; one sentence when nothing is unlike.
std::string table_text(const Consistency& consistency, const std::vector<NamedDocument>& documents);

}  // namespace briefpack::truth
