#include "truth/examine.h"

#include <utility>

namespace briefpack::truth {

Diagnostics examine(const Pack& pack) {
  Diagnostics out;
  for (const Rule& rule : rules()) rule.find(pack, out);
  return out;
}

}  // namespace briefpack::truth
