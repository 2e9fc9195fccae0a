#include "metrics/item_relay.h"

#include <utility>

namespace briefpack::metrics {

namespace {

// Enough work in a batch to be worth waking a thread, and little enough that both end at nearly the same time.
constexpr std::size_t kValuesInBatch = 512;
constexpr std::size_t kMostWaiting = 4;

}  // namespace

ItemRelay::ItemRelay(unsigned threads, std::function<void(Item&)> take) : threads_(threads), take_(std::move(take)) {}

ItemRelay::~ItemRelay() {
  {
    const std::scoped_lock lock(mutex_);
    waiting_.clear();
  }
  end();
}

void ItemRelay::pass(Item& item) {
  if (threads_ <= 1) {
    take_(item);
    return;
  }
  if (filling_.size == filling_.items.size()) filling_.items.emplace_back();
  filling_.values += item.values.size();
  std::swap(filling_.items[filling_.size++], item);
  if (filling_.values >= kValuesInBatch) hand_over();
}

void ItemRelay::finish() {
  if (filling_.size > 0) hand_over();
  end();
  if (failure_) std::rethrow_exception(failure_);
}

void ItemRelay::hand_over() {
  {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [&] { return waiting_.size() < kMostWaiting || failure_; });
    if (failure_) std::rethrow_exception(failure_);
    waiting_.push_back(std::exchange(filling_, {}));
    if (!spare_.empty()) {
      filling_ = std::move(spare_.back());
      spare_.pop_back();
    }
    changed_.notify_one();
  }
  if (!other_.joinable()) other_ = std::jthread([this] { take_waiting(); });
}

void ItemRelay::take_waiting() {
  std::unique_lock lock(mutex_);
  try {
    while (true) {
      changed_.wait(lock, [&] { return is_ending_ || !waiting_.empty(); });
      if (waiting_.empty()) return;
      Batch batch = std::move(waiting_.front());
      waiting_.pop_front();
      changed_.notify_one();
      lock.unlock();
      for (std::size_t i = 0; i < batch.size; ++i) take_(batch.items[i]);
      batch.size = batch.values = 0;
      lock.lock();
      spare_.push_back(std::move(batch));
    }
  } catch (...) {
    if (!lock.owns_lock()) lock.lock();
    failure_ = std::current_exception();
    changed_.notify_one();
  }
}

void ItemRelay::end() {
  {
    const std::scoped_lock lock(mutex_);
    is_ending_ = true;
    changed_.notify_one();
  }
  if (other_.joinable()) other_.join();
}

}  // namespace briefpack::metrics
