#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "dataset/dataset.h"

namespace briefpack::resolve {

/// What one citation says, as the full form of a note prints it.
struct Saying {
  std::string locator;  ///< Without a full stop at its end.
  std::string wording;  ///< "“«2,000» chips”", in quotation marks; "" where the citation has no wording.
};

/// What the citations of a dataset's observations say, each made once however many notes, lowerings, editions and threads ask for
/// it: a median may cite hundreds, in each edition anew.
class StatedWordings {
 public:
  /// The dataset outlives this.
  explicit StatedWordings(const dataset::Dataset& dataset) : dataset_(dataset) {}

  /// By citation of the observation, its number between guillemets. Stays valid as long as this.
  const std::vector<Saying>& of(std::uint32_t observation, const std::string& lang);

 private:
  const dataset::Dataset& dataset_;
  std::mutex guard_;
  /// By language, then by observation.
  std::map<std::string, std::unordered_map<std::uint32_t, std::unique_ptr<const std::vector<Saying>>>> made_;
};

/// The saying of a citation; `wording` is its as_stated, marked or not.
Saying saying_of(const dataset::Citation& citation, const std::string& wording, std::string_view lang);

/// The wording with its number between guillemets, where it says more than the number; `places` as truth::find_stated gives them.
std::string with_number_marked(const std::string& wording, const std::vector<std::pair<std::size_t, std::size_t>>& places);

/// A limitation or locator keeps its own first letter ("xAI alone"), its full stop is added by what it stands in.
std::string without_stop(std::string text);

}  // namespace briefpack::resolve
