#include "truth/examine.h"

#include <array>

#include "truth/naked_numbers.h"

namespace briefpack::truth {

std::span<const Rule> rules() {
  static constexpr std::array kRules{
      Rule{"naked numbers", find_naked_numbers},
  };
  return kRules;
}

}  // namespace briefpack::truth
