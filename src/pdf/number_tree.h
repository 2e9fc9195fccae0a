#pragma once

#include <string>
#include <utility>
#include <vector>

#include "pdf/haru_doc.h"

namespace briefpack::pdf {

/// The keys and values of a name tree or number tree (ISO 32000-1, 7.9.6 and 7.9.7), both spelt as in the file.
using TreeRows = std::vector<std::pair<std::string, std::string>>;

/// Writes it with leaves of at most 256 rows. `entry` is "Names" or "Nums". REQUIRES: keys in ascending order.
ObjectId write_tree(HaruDoc& doc, const char* entry, const TreeRows& rows);

}  // namespace briefpack::pdf
