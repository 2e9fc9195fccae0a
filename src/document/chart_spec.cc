#include "document/chart_spec.h"

#include <array>
#include <string_view>

namespace briefpack::document {

std::string name_of(Mark mark) {
  using namespace std::string_view_literals;
  // In the order of the enum; the words are those of the template's `:mark:`.
  static constexpr std::array kNames{"bar"sv, "paired"sv, "slope"sv, "list-range"sv, "range"sv, "share"sv, "matrix"sv, "lanes"sv, "line"sv, "bump"sv, "dot"sv};
  static_assert(kNames.size() == static_cast<std::size_t>(Mark::dot) + 1);
  return std::string(kNames[static_cast<std::size_t>(mark)]);
}

}  // namespace briefpack::document
