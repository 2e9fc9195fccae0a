#pragma once

#include <array>
#include <string_view>

namespace briefpack::workbook {

/// A diagnostic that this folder can give, and what it means. docs/diagnostics.md is made from such lists.
struct Code {
  std::string_view code;
  std::string_view meaning;
};

inline constexpr std::array kCodes{
    Code{"workbook/disagrees", "A printed number is not what its formula in the workbook gives. This is a fault of the program."},
    Code{"workbook/too-large", "The pack needs more rows, columns or operands than a worksheet or a formula holds."},
    Code{"workbook/long-text", "A text is longer than a cell of a worksheet holds (32,767 characters)."},
    Code{"workbook/cannot-write", "The workbook could not be put together: no temporary file, no memory, or a full disk."},
    Code{"workbook/bug", "The workbook would have been damaged. This is a fault of the program."},
};

}  // namespace briefpack::workbook
