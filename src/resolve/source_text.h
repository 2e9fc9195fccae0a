#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "dataset/dataset.h"

namespace briefpack::resolve {

/// True when one of two sources says that it is a copy of the other: never two witnesses.
bool is_same_text(const dataset::Source& a, const dataset::Source& b);

/// The other sources that hold the same text, by index in file order.
std::vector<std::uint32_t> copies_of(const dataset::Dataset& dataset, std::uint32_t source);

std::string source_kind_of(dataset::SourceKind kind, std::string_view lang);

/// "1, 2, 4, 14–20" from ascending numbers: three and more in a row become a range.
std::string compact_ranges(const std::vector<std::uint32_t>& numbers);

}  // namespace briefpack::resolve
