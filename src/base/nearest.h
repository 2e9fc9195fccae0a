#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace briefpack {

/// The candidate that `word` most likely means, for "did you mean": edit distance with transpositions, case folded for
/// ASCII, at most a third of the word's length off; the first in order among equals. Nothing when none is near.
std::optional<std::string> nearest(std::string_view word, const std::vector<std::string>& candidates);

/// The hint `did you mean "X"?`, or `expected one of: a, b, c` when none is near and there are at most twelve; else "".
std::string nearest_hint(std::string_view word, const std::vector<std::string>& candidates);

}  // namespace briefpack
