#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace briefpack::resolve {

/// Where a figure is printed. It decides between words and signs ("over 500" in prose, "> 500" elsewhere) and whether the
/// unit is printed (not in charts, whose axis says it).
enum class FormPlace : std::uint8_t { prose, headline, table, chart };

/// The surroundings of an expression in the template.
struct Context {
  std::string lang = "en";            ///< The page's language.
  std::string focus{};                ///< Entity id; empty when the template has none.
  std::vector<std::string> entities{};  ///< The default set, entity ids in order: what `entities` means.
  /// Loop variables of the surrounding foreach: `c` → "KOR". Inner ones last.
  std::vector<std::pair<std::string, std::string>> variables{};
  /// The exhibit's `:unlike:` reason in words; empty: unlike values are refused.
  std::string unlike{};
  /// A page headline, running title or alt text: figures print without marks and tags and number no note.
  bool is_unmarked = false;
};

}  // namespace briefpack::resolve
