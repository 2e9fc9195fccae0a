#include "chart/tracks.h"

#include <algorithm>
#include <cassert>
#include <iterator>

namespace briefpack::chart {

Tracks::Standing Tracks::put(std::span<const Way> ways) {
  assert(!ways.empty());
  // Below everything there is always a free track, so this ends.
  for (std::size_t track = 0;; ++track) {
    for (std::size_t i = 0; i < ways.size(); ++i) {
      if (!is_free(ways[i], track)) continue;
      take(ways[i], track);
      return {track, i};
    }
  }
}

bool Tracks::is_free(const Way& way, std::size_t track) {
  for (std::size_t each = track; each < std::min(track + way.tracks, taken_.size()); ++each) {
    ++looks_;
    // What lies on a track does not overlap, so only the last one that begins before the way's end may touch it.
    const auto behind = taken_[each].lower_bound(way.right);
    if (behind != taken_[each].begin() && std::prev(behind)->second > way.left) return false;
  }
  return true;
}

void Tracks::take(const Way& way, std::size_t track) {
  const std::size_t end = track + way.tracks;
  if (taken_.size() < end) taken_.resize(end);
  for (std::size_t each = track; each < end; ++each) taken_[each].emplace(way.left, way.right);
}

}  // namespace briefpack::chart
