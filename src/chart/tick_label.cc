#include "chart/tick_label.h"

#include "numfmt/number_text.h"

namespace briefpack::chart {

std::string place_label(double place, const std::string& lang) {
  numfmt::NumberStyle ordinal;
  ordinal.kind = numfmt::NumberStyle::Kind::ordinal;
  return numfmt::format_number(place, ordinal, lang).text();
}

}  // namespace briefpack::chart
