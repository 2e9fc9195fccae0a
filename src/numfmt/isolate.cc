#include "numfmt/isolate.h"

#include <unicode/uchar.h>

#include "base/utf8.h"

namespace briefpack::numfmt {

std::string isolated(std::string text) {
  for (std::size_t at = 0; at < text.size();) {
    const UCharDirection direction = u_charDirection(static_cast<UChar32>(next_code_point(text, at)));
    if (direction == U_RIGHT_TO_LEFT || direction == U_RIGHT_TO_LEFT_ARABIC) return "\u2068" + text + "\u2069";
  }
  return text;
}

}  // namespace briefpack::numfmt
