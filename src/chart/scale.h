#pragma once

#include <vector>

namespace briefpack::chart {

/// Maps data to points along one axis. `log` maps powers of ten to equal distances.
struct Scale {
  double domain_min = 0, domain_max = 1;
  double range_min = 0, range_max = 1;   ///< Points.
  bool is_log = false;
  double operator()(double value) const;
};

/// Three to five round tick values (1, 2, 2.5 or 5 times a power of ten) from 0, the last at or above `max`.
/// REQUIRES: max > 0 and finite.
std::vector<double> nice_ticks(double max);

/// Round tick values around zero for amounts of which some may lie below it: the same steps on both sides, zero among them.
/// REQUIRES: min <= 0 <= max, both finite.
std::vector<double> ticks_around_zero(double min, double max);

/// The powers of ten that enclose [min, max]. REQUIRES: 0 < min <= max.
std::vector<double> decade_ticks(double min, double max);

/// Tick places for a list: 1, then tens (or fives, or hundreds for long lists), the last at or above `max`. At most six.
std::vector<double> place_ticks(double max);

}  // namespace briefpack::chart
