#include "base/background_work.h"

namespace briefpack {

BackgroundWork::~BackgroundWork() {
  {
    const std::scoped_lock lock(mutex_);
    is_ending_ = true;
    waiting_.clear();
    changed_.notify_all();
  }
  others_.clear();
}

void BackgroundWork::add(std::function<void()> piece) { add(std::move(piece), Turn::last); }
void BackgroundWork::add_first(std::function<void()> piece) { add(std::move(piece), Turn::first); }

void BackgroundWork::add(std::function<void()> piece, Turn turn) {
  if (threads_ <= 1) {
    piece();
    return;
  }
  {
    const std::scoped_lock lock(mutex_);
    waiting_.insert(turn == Turn::first ? waiting_.begin() : waiting_.end(), {added_++, std::move(piece)});
    changed_.notify_one();
  }
  if (others_.empty()) {
    for (unsigned i = 1; i < threads_; ++i) others_.emplace_back([this] { run_waiting(); });
  }
}

void BackgroundWork::finish() {
  std::unique_lock lock(mutex_);
  while (!waiting_.empty()) run(take_waiting(), lock);
  changed_.wait(lock, [&] { return running_ == 0; });
  if (const auto failure = std::exchange(failure_, {}).second) std::rethrow_exception(failure);
}

BackgroundWork::Piece BackgroundWork::take_waiting() {
  Piece piece = std::move(waiting_.front());
  waiting_.pop_front();
  return piece;
}

void BackgroundWork::run_waiting() {
  std::unique_lock lock(mutex_);
  while (true) {
    changed_.wait(lock, [&] { return is_ending_ || !waiting_.empty(); });
    if (is_ending_) return;
    run(take_waiting(), lock);
  }
}

void BackgroundWork::run(Piece piece, std::unique_lock<std::mutex>& lock) {
  ++running_;
  lock.unlock();
  std::exception_ptr thrown;
  try {
    piece.work();
  } catch (...) {
    thrown = std::current_exception();
  }
  lock.lock();
  if (thrown && (!failure_.second || piece.number < failure_.first)) failure_ = {piece.number, thrown};
  if (--running_ == 0) changed_.notify_all();
}

}  // namespace briefpack
