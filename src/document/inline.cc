#include "document/inline.h"

#include <string>
#include <type_traits>

namespace briefpack::document {

std::string FindingMark::text() const {
  return "[" + std::to_string(number) + (code.empty() ? "" : "\u00A0" + code) + "]";
}

std::string plain_text(const Inlines& inlines) {
  std::string text;
  for (const auto& part : inlines) {
    std::visit(
        [&text](const auto& it) {
          using T = std::decay_t<decltype(it)>;
          if constexpr (std::is_same_v<T, Text>) text += it.text;
          if constexpr (std::is_same_v<T, FigureText>) text += it.text();
          if constexpr (std::is_same_v<T, Symbol>) text += it.alt;
          if constexpr (std::is_same_v<T, LineBreak>) text += ' ';
        },
        part);
  }
  return text;
}

}  // namespace briefpack::document
