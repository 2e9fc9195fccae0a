#pragma once

#include <string>

namespace briefpack::numfmt {

/// A name that is put into a sentence: between U+2068 and U+2069 where letters of it run from right to left, so that it keeps its own
/// direction and what stands beside it keeps its place (UAX #9, section 3.1.2, first strong isolate); else as it is.
std::string isolated(std::string text);

}  // namespace briefpack::numfmt
