#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "dataset/dataset.h"
#include "metrics/references.h"

namespace briefpack::metrics {

/// The index of something whose definition has not been read yet.
inline constexpr std::uint32_t kNotYet = 0xFFFFFFFF;

/// An index in an observation or action that waits for the definition of `id`.
struct LateLink {
  enum class Target : std::uint8_t { observation_metric, observation_entity, action_entity };
  Target target = Target::observation_metric;
  std::uint32_t owner = 0;  ///< Index of the observation or action.
  std::string id;
};

/// One name in an `about`: an observation, a series (metric.ENTITY) or an action, found when all files are read.
struct AboutName {
  enum class Owner : std::uint8_t { caveat, dispute, position };
  Owner owner = Owner::caveat;
  std::uint32_t index = 0;     ///< Of the caveat or dispute.
  std::uint32_t position = 0;  ///< Of the position within the dispute.
  std::string name;
  SourceSpan span;
  std::string pointer;
};

/// What has been read of the metric files so far: a dataset in which not all indices are set and nothing is settled yet.
struct Draft {
  dataset::Dataset data;
  References references;
  std::vector<LateLink> late_links;
  std::vector<AboutName> about_names;
  bool has_pack = false;
  /// Metrics and observations in which something was wrong: what follows from them is left unsaid. By index.
  std::vector<bool> faulty_metrics, faulty_observations;

  /// Nothing is wrong with the observation so far, nor with its metric, and both its indices are set.
  bool is_sound(std::uint32_t observation) const {
    const dataset::Observation& o = data.observations[observation];
    if (o.metric == kNotYet || o.entity == kNotYet) return false;
    return !faulty_observations[observation] && !faulty_metrics[o.metric];
  }
};

}  // namespace briefpack::metrics
