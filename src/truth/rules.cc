#include <array>

#include "truth/as_stated.h"
#include "truth/examine.h"
#include "truth/naked_numbers.h"
#include "truth/wandering.h"

namespace briefpack::truth {

std::span<const Rule> rules() {
  static constexpr std::array kRules{
      Rule{"as-stated", check_wordings},
      Rule{"wandering", find_wandering},
      Rule{"naked numbers", find_naked_numbers},
  };
  return kRules;
}

}  // namespace briefpack::truth
