#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <utility>

namespace briefpack::resolve {

/// Cells of one exhibit, over all entities or for one.
struct CellCounts {
  std::uint32_t cells = 0;     ///< That could hold a value: n/a cells are left out.
  std::uint32_t found = 0;     ///< Disputed ones included.
  std::uint32_t missing = 0;
  std::uint32_t disputed = 0;
  friend bool operator==(const CellCounts&, const CellCounts&) = default;
};

/// What is known about a document only once all of it is lowered, for found(L), cells(L), count(notes) … A template is
/// therefore lowered until these agree with the ones it was lowered with: once when it asks for none of them, else mostly
/// twice (resolve.cc). Until then each count is 0 and no claim about it is checked.
struct DocumentCounts {
  bool is_known = false;
  /// By exhibit label and entity id ("" for all).
  std::map<std::pair<std::string, std::string>, CellCounts> exhibits;
  std::uint32_t notes = 0;
  friend bool operator==(const DocumentCounts&, const DocumentCounts&) = default;
};

}  // namespace briefpack::resolve
