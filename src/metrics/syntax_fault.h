#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace briefpack::metrics {

/// What the grammar of JSON allows next.
enum class Awaited {
  value,             ///< The document's one value, or a value after a key's colon or a comma in a list.
  first_element,     ///< A value or `]`.
  first_key,         ///< A key or `}`.
  key,               ///< A key, after a comma.
  colon,             ///< `:` after a key.
  list_separator,    ///< `,` or `]` after an element.
  object_separator,  ///< `,` or `}` after a member.
  nothing,           ///< The end of the file.
};

/// Why a text is no JSON, and where.
struct SyntaxFault {
  std::string code = "metrics/syntax";
  std::size_t from = 0;  ///< Byte offsets of what is wrong.
  std::size_t to = 0;
  std::string message;
  std::string hint;  ///< Empty when there is none.
};

/// Explains the first fault at or after byte `at`, where a token ended and `awaited` may follow. The JSON library has
/// found that there is one and stops; its own words and places are not used, as they name its tokens, not the user's.
SyntaxFault explain_syntax_fault(std::string_view text, std::size_t at, Awaited awaited);

}  // namespace briefpack::metrics
