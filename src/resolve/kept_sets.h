#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <mutex>
#include <string>
#include <utility>
#include <vector>

#include "resolve/evaluated.h"

namespace briefpack::resolve {

/// The values of one metric over a set of entities.
struct SetMembers {
  struct Member {
    std::uint32_t entity;
    Evaluated value;
  };
  std::vector<Member> found;             ///< With a number or interval, in the order of the set.
  std::vector<Member> disputed;          ///< Among found.
  std::vector<std::uint32_t> printable;  ///< Observations with any value, words included.
  bool has_withheld = false;
  std::uint32_t metric = 0;
};

/// The things asked for last, by their keys; any number of threads may ask. What is not kept is made again, so that nothing but time
/// depends on what is.
template <typename Key, typename Thing>
class LastAskedFor {
 public:
  /// The thing whose key `is_it` takes, or nullptr.
  template <typename IsIt>
  std::shared_ptr<const Thing> find(const IsIt& is_it) {
    const std::lock_guard lock(guard_);
    const auto at = std::find_if(kept_.begin(), kept_.end(), [&](const auto& each) { return is_it(each.first); });
    if (at == kept_.end()) return nullptr;
    std::rotate(kept_.begin(), at, at + 1);
    return kept_.front().second;
  }
  void keep(Key key, std::shared_ptr<const Thing> thing) {
    const std::lock_guard lock(guard_);
    entities_ += key.entities.size();
    kept_.emplace(kept_.begin(), std::move(key), std::move(thing));
    while (kept_.size() > 1 && (kept_.size() > kMost || entities_ > kMostEntities)) {
      entities_ -= kept_.back().first.entities.size();
      kept_.pop_back();
    }
  }

 private:
  static constexpr std::size_t kMost = 64;
  // More would find more, and hold more memory: the values of as many entities take some 10 MB.
  static constexpr std::size_t kMostEntities = 20'000;

  std::mutex guard_;
  std::size_t entities_ = 0;  // of all that is kept
  std::vector<std::pair<Key, std::shared_ptr<const Thing>>> kept_;
};

/// What expressions over sets come to, for all lowerings and editions of one dataset and one comparison with the edition before: the
/// median of all companies is the same in each of two hundred profiles, a rank in each lowering of one.
struct KeptSets {
  struct MembersKey {
    std::uint32_t metric;
    std::string period, lang;
    std::vector<std::uint32_t> entities;
  };
  struct ValueKey {
    std::string call;  ///< Canonical, with ids in the place of loop variables and focus, and without named figures.
    std::string lang;
    bool allows_unlike;
    std::vector<std::string> entities;  ///< The default set.
  };
  LastAskedFor<MembersKey, SetMembers> members;
  LastAskedFor<ValueKey, Evaluated> values;  ///< Those that gave no finding.
};

}  // namespace briefpack::resolve
