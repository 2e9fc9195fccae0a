#pragma once

#include <ctime>
#include <sys/resource.h>

#include <algorithm>
#include <functional>
#include <stdexcept>
#include <string>
#include <vector>

#include <fmt/format.h>

#include <briefpack/result.h>

namespace briefpack::bench {

/// Seconds on the wall, and seconds of processor that all threads took together. The second ones suffer less from what else the
/// machine does.
struct Time {
  double wall = 0, processor = 0;
  Time& operator+=(const Time& other) {
    wall += other.wall;
    processor += other.processor;
    return *this;
  }
};

inline double now(clockid_t clock) {
  timespec time{};
  clock_gettime(clock, &time);
  return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_nsec) / 1e9;
}

inline Time time_of(const std::function<void()>& work) {
  const Time start{now(CLOCK_MONOTONIC), now(CLOCK_PROCESS_CPUTIME_ID)};
  work();
  return {now(CLOCK_MONOTONIC) - start.wall, now(CLOCK_PROCESS_CPUTIME_ID) - start.processor};
}

/// One thing that is measured several times.
struct Timing {
  std::string name;
  std::function<void()> work;
  std::vector<Time> runs{};

  double best(double Time::*kind) const {
    return (*std::min_element(runs.begin(), runs.end(), [&](const Time& a, const Time& b) { return a.*kind < b.*kind; })).*kind;
  }
  double median(double Time::*kind) const {
    std::vector<Time> sorted = runs;
    const auto middle = sorted.begin() + static_cast<std::ptrdiff_t>(sorted.size() / 2);
    std::nth_element(sorted.begin(), middle, sorted.end(), [&](const Time& a, const Time& b) { return a.*kind < b.*kind; });
    return (*middle).*kind;
  }
};

/// How many times as long `ours` took: on the wall by the medians and by the best runs, and of processor by the best runs.
inline std::string ratios(const Timing& ours, const Timing& bare) {
  return fmt::format("{:.2f} (best runs {:.2f}, processor {:.2f})", ours.median(&Time::wall) / bare.median(&Time::wall),
                     ours.best(&Time::wall) / bare.best(&Time::wall), ours.best(&Time::processor) / bare.best(&Time::processor));
}

/// Peak memory of this process so far, MiB.
inline double peak_memory() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  return static_cast<double>(usage.ru_maxrss) / 1024;
}

template <typename T>
T take(Result<T> result) {
  if (!result) throw std::runtime_error(result.diagnostics().front().message);
  return std::move(*result);
}

}  // namespace briefpack::bench
