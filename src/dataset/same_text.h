#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "dataset/dataset.h"

namespace briefpack::dataset {

/// For each source id the text that it holds: the index of the first source, in file order, of all that are linked by
/// same_as, in either direction and over several steps. Two sources of one text are one witness.
std::map<std::string, std::uint32_t, std::less<>> texts_of(const std::vector<Source>& sources);

}  // namespace briefpack::dataset
