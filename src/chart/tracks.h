#pragma once

#include <cstddef>
#include <map>
#include <span>
#include <vector>

namespace briefpack::chart {

/// The tracks of a lane, one below the other and as many as its items need, and what stands on them.
class Tracks {
 public:
  /// A way to stand: from `left` to `right` (points), over so many tracks. REQUIRES: left < right, tracks > 0.
  struct Way {
    double left = 0, right = 0;
    std::size_t tracks = 1;
  };
  struct Standing {
    std::size_t track = 0;  ///< The highest of those it takes.
    std::size_t way = 0;
  };

  /// Takes the highest place where one of `ways` is free, the first of them where several are. What touches at an edge is apart.
  /// REQUIRES: ways is not empty.
  Standing put(std::span<const Way> ways);

  /// How many stretches of tracks were looked at so far: what putting costs.
  std::size_t looks() const { return looks_; }

 private:
  bool is_free(const Way& way, std::size_t track);
  void take(const Way& way, std::size_t track);

  std::vector<std::map<double, double>> taken_;  ///< By track: left and right edges, which never overlap.
  std::size_t looks_ = 0;
};

}  // namespace briefpack::chart
