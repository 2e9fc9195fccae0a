#include "dataset/same_text.h"

#include <algorithm>

namespace briefpack::dataset {

std::map<std::string, std::uint32_t, std::less<>> texts_of(const std::vector<Source>& sources) {
  std::map<std::string, std::uint32_t, std::less<>> out;
  for (std::uint32_t i = 0; i < sources.size(); ++i)
    out.emplace(sources[i].id, i);
  std::vector<std::uint32_t> before(sources.size());  // a source of the same text that stands before it, or itself
  for (std::uint32_t i = 0; i < sources.size(); ++i)
    before[i] = i;
  const auto first_of = [&](std::uint32_t i) {
    while (before[i] != i) {
      before[i] = before[before[i]];
      i = before[i];
    }
    return i;
  };
  for (std::uint32_t i = 0; i < sources.size(); ++i) {
    for (const std::string& other : sources[i].same_as) {
      const auto at = out.find(other);
      if (at == out.end()) continue;
      const std::uint32_t a = first_of(i), b = first_of(at->second);
      before[std::max(a, b)] = std::min(a, b);
    }
  }
  for (auto& [id, text] : out)
    text = first_of(text);
  return out;
}

}  // namespace briefpack::dataset
