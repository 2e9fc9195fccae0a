#pragma once

#include <cstdint>
#include <functional>

#include <briefpack/source_span.h>

#include "metrics/json_item.h"
#include "metrics/problems.h"

namespace briefpack::metrics {

/// Limits of a metric file. Beyond them the reader stops with metrics/too-large or metrics/too-deep; what it holds
/// meanwhile is a few items, so that neither 100 MB of brackets nor one endless list costs more than the file itself.
inline constexpr std::size_t kLargestFile = 256u << 20;  ///< Bytes.
inline constexpr std::size_t kDeepestNesting = 32;       ///< Objects and lists within each other.
inline constexpr std::size_t kLargestItem = 100'000;     ///< Values in one item.

/// Reads one metric file and gives each of its items to `take`, in file order, as soon as it is complete; the item is only
/// valid during the call. Keys that start with `x_` are left out with all that is under them (DESIGN.md section 2).
/// What is no JSON ends the reading with one metrics/syntax or metrics/encoding at its exact place; keys given twice are
/// reported (metrics/duplicate-key) and reading goes on. A byte order mark is skipped and counts as no column. Gives whether
/// the file was read to its end.
///
/// With more than one thread `take` is called by another one, while this one reads on; until this returns it alone may use `problems`
/// and what it changes. What comes out is the same for any number of threads.
bool read_json_items(const SourceMap& sources, std::uint32_t file, unsigned threads, Problems& problems,
                     const std::function<void(const Item&)>& take);

}  // namespace briefpack::metrics
