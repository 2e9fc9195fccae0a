#pragma once

#include <string>
#include <vector>

#include "document/figure.h"

namespace briefpack::workbook {

/// The defined name of each figure, in their order: "fig_h100_gpus_KOR" of `h100_gpus.KOR`, "fig_xai_multiple" of
/// `$xai_multiple`. It depends on the keys alone, never on a running number, so that a sentence put in next month does not make a
/// linked slide show another number. Where letters are lost (operators, functions), and where two keys would get one name, eight
/// hexadecimal digits of the key's hash follow. Names are valid and unique without regard to case.
std::vector<std::string> figure_names(const std::vector<document::Figure>& figures);

}  // namespace briefpack::workbook
