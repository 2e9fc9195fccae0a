#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace briefpack::truth {

/// The currency that stands beside the bytes [from, to) of a wording, as written there ("yuan", "$"), when it cannot be
/// `currency` (ISO 4217); else empty. What it does not know says nothing.
std::string other_currency_beside(std::string_view wording, std::size_t from, std::size_t to, std::string_view currency);

}  // namespace briefpack::truth
