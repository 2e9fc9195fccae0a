#include "chart/scale.h"

#include <algorithm>
#include <cassert>
#include <cmath>

namespace briefpack::chart {

double Scale::operator()(double value) const {
  const auto part = is_log ? (std::log10(value) - std::log10(domain_min)) / (std::log10(domain_max) - std::log10(domain_min))
                           : (value - domain_min) / (domain_max - domain_min);
  return range_min + part * (range_max - range_min);
}

std::vector<double> nice_ticks(double max) {
  assert(max > 0 && std::isfinite(max));
  // Candidate steps ascending; the first that needs at most four of them is the finest that still gives five ticks or fewer.
  const int exponent = static_cast<int>(std::floor(std::log10(max))) - 1;
  const double power = std::pow(10.0, exponent), inverse = std::pow(10.0, -exponent);
  for (const double factor : {1.0, 2.0, 2.5, 5.0, 10.0, 20.0, 25.0, 50.0}) {
    const double step = factor * power;
    const int count = static_cast<int>(std::ceil(max / step - 1e-9));
    if (count > 4) continue;
    std::vector<double> ticks;
    // A small tick is a whole number divided by a power of ten, which rounds once: 0.3 and not 0.30000000000000004.
    for (int i = 0; i <= std::max(count, 2); ++i) ticks.push_back(exponent < 0 && std::isfinite(inverse) ? factor * i / inverse : step * i);
    return ticks;
  }
  return {0, max};
}

std::vector<double> ticks_around_zero(double min, double max) {
  const double furthest = std::max(max, -min);
  const std::vector<double> up = nice_ticks(furthest > 0 ? furthest : 1);
  if (min == 0) return up;
  const double step = up[1] - up[0];
  std::vector<double> out;
  for (double below = std::ceil(-min / step); below > 0; --below) out.push_back(-below * step);
  for (double above = 0; above <= std::ceil(max / step); ++above) out.push_back(above * step);
  return out;
}

std::vector<double> decade_ticks(double min, double max) {
  assert(min > 0 && max >= min);
  int low = static_cast<int>(std::floor(std::log10(min) + 1e-9));
  int high = static_cast<int>(std::ceil(std::log10(max) - 1e-9));
  if (high == low) ++high;
  std::vector<double> ticks;
  for (int power = low; power <= high; ++power) ticks.push_back(std::pow(10.0, power));
  return ticks;
}

std::vector<double> place_ticks(double max) {
  // 5, 10, 20, 25, 50, 100, 200 …: the first that needs at most five of them.
  double power = 10, step = 5;
  while (max > step * 5) {
    if (step == power / 2) step = power;
    else if (step == power) step = power * 2;
    else if (step == power * 2) step = power * 2.5;
    else step = (power *= 10) / 2;
  }
  std::vector<double> ticks{1};
  for (int i = 1; i <= 5 && ticks.back() < max; ++i) ticks.push_back(step * i);
  return ticks;
}

}  // namespace briefpack::chart
