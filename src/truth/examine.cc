#include "truth/examine.h"

#include <utility>

#include "truth/freshness.h"

namespace briefpack::truth {

Diagnostics examine(const Pack& pack) {
  Diagnostics out;
  for (const Rule& rule : rules()) rule.find(pack, out);
  return out;
}

Diagnostics examine_document(const dataset::Dataset& dataset, const document::Document& document, Diagnostics& unprinted) {
  Diagnostics out;
  find_stale(dataset, document, out, unprinted);
  return out;
}

}  // namespace briefpack::truth
