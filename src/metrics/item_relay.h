#pragma once

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <exception>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

#include "metrics/json_item.h"

namespace briefpack::metrics {

/// Gives items to `take` on another thread, in the order in which they come, while this one goes on. Neither is ever far ahead of the
/// other, so that few items are held at a time. With one thread, or none, `take` is called at once.
///
/// One thread passes and finishes.
class ItemRelay {
 public:
  ItemRelay(unsigned threads, std::function<void(Item&)> take);
  ItemRelay(const ItemRelay&) = delete;
  ItemRelay& operator=(const ItemRelay&) = delete;
  /// Drops the items that were not taken yet.
  ~ItemRelay();

  /// Leaves an item without meaning in `item`, the memory of which may be used again. May throw what `take` has thrown.
  void pass(Item& item);
  /// Returns when all items are taken. Throws what `take` has thrown.
  void finish();

 private:
  struct Batch {
    std::vector<Item> items;  ///< Those from `size` on lend their memory.
    std::size_t size = 0;
    std::size_t values = 0;  ///< In all of them.
  };

  void hand_over();
  void take_waiting();
  void end();

  unsigned threads_;
  std::function<void(Item&)> take_;
  Batch filling_;

  std::mutex mutex_;  ///< Guards all below but `other_`.
  std::condition_variable changed_;
  std::deque<Batch> waiting_;
  std::vector<Batch> spare_;
  bool is_ending_ = false;
  std::exception_ptr failure_;
  std::jthread other_;
};

}  // namespace briefpack::metrics
