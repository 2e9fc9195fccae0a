#include "resolve/stated_wordings.h"

#include "truth/as_stated.h"

namespace briefpack::resolve {

std::string with_number_marked(const std::string& wording, const std::vector<std::pair<std::size_t, std::size_t>>& places) {
  std::string out = wording;
  for (auto place = places.rbegin(); place != places.rend(); ++place) {
    if (place->second - place->first == wording.size()) continue;
    out.insert(place->second, "\u00BB");
    out.insert(place->first, "\u00AB");
  }
  return out;
}

const std::vector<std::string>& StatedWordings::of(std::uint32_t observation) {
  {
    const std::lock_guard lock(guard_);
    if (const auto known = made_.find(observation); known != made_.end()) return *known->second;
  }
  // Read without the lock: at worst two threads read the same wording.
  const dataset::Observation& row = dataset_.observations[observation];
  auto out = std::make_unique<std::vector<std::string>>();
  for (const dataset::Citation& citation : row.citations) {
    const auto places = truth::find_stated(dataset_, row, citation);
    out->push_back(with_number_marked(citation.as_stated, places.value_or(std::vector<truth::WordingPlace>{})));
  }
  const std::lock_guard lock(guard_);
  return *made_.emplace(observation, std::move(out)).first->second;
}

}  // namespace briefpack::resolve
