#pragma once

#include <string>

namespace briefpack::chart {

/// A place on a list's axis: "1st", "10th", "10위". Number ticks are numfmt::tick_text.
std::string place_label(double place, const std::string& lang);

}  // namespace briefpack::chart
