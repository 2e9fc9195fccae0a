#include "resolve/stated_wordings.h"

#include <utility>

#include "numfmt/strings.h"
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

std::string without_stop(std::string text) {
  while (!text.empty() && (text.back() == '.' || text.back() == ' ')) text.pop_back();
  return text;
}

Saying saying_of(const dataset::Citation& citation, const std::string& wording, std::string_view lang) {
  return {without_stop(citation.locator.in(lang)),
          citation.as_stated.empty() || wording.empty() ? "" : numfmt::filled(numfmt::Word::quoted, lang, {{"text", wording}})};
}

const std::vector<Saying>& StatedWordings::of(std::uint32_t observation, const std::string& lang) {
  {
    const std::lock_guard lock(guard_);
    const auto& known = made_[lang];
    if (const auto at = known.find(observation); at != known.end()) return *at->second;
  }
  // Read without the lock: at worst two threads read the same wording.
  const dataset::Observation& row = dataset_.observations[observation];
  auto out = std::make_unique<std::vector<Saying>>();
  for (const dataset::Citation& citation : row.citations) {
    const auto places = truth::find_stated(dataset_, row, citation);
    out->push_back(saying_of(citation, with_number_marked(citation.as_stated, places.value_or(std::vector<truth::WordingPlace>{})), lang));
  }
  const std::lock_guard lock(guard_);
  return *made_[lang].emplace(observation, std::move(out)).first->second;
}

}  // namespace briefpack::resolve
