#pragma once

#include <cstdint>
#include <memory>
#include <mutex>
#include <string>
#include <unordered_map>
#include <vector>

#include "dataset/dataset.h"

namespace briefpack::resolve {

/// The wordings of a dataset's observations with their numbers between guillemets, each made once however many notes, lowerings,
/// editions and threads ask for it: a median may cite hundreds, in each edition anew.
class StatedWordings {
 public:
  /// The dataset outlives this.
  explicit StatedWordings(const dataset::Dataset& dataset) : dataset_(dataset) {}

  /// By citation of the observation: "«2,000» chips"; the wording itself where it is nothing but its number or does not state
  /// it, "" where there is none. Stays valid as long as this.
  const std::vector<std::string>& of(std::uint32_t observation);

 private:
  const dataset::Dataset& dataset_;
  std::mutex guard_;
  std::unordered_map<std::uint32_t, std::unique_ptr<const std::vector<std::string>>> made_;
};

/// The wording with its number between guillemets, where it says more than the number; `places` as truth::find_stated gives them.
std::string with_number_marked(const std::string& wording, const std::vector<std::pair<std::size_t, std::size_t>>& places);

}  // namespace briefpack::resolve
